#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reminders: how soon they end where nothing is due, and what waiting costs.

usage: NEEDLEWISE=_build/src/needlewise reminders.py [ROUNDS]
"""

import importlib.util
import pathlib
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
spec = importlib.util.spec_from_file_location(
    "reminders", HERE.parent / "reminders" / "test-reminders.py")
reminders = importlib.util.module_from_spec(spec)
spec.loader.exec_module(reminders)


def get_pss_kib(pid):
    for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    return 0


def get_ticks(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    return int(fields[11]) + int(fields[12])


def get_switches(pid):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("voluntary_ctxt_switches"):
            return int(line.split()[1])
    return 0


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    world = reminders.World()
    times = []
    for _ in range(rounds):
        start = time.monotonic()
        subprocess.run([reminders.PROGRAM, "--check-reminders"], env=world.env, check=True)
        times.append((time.monotonic() - start) * 1000)
    world.keep(10)
    process = world.start()
    world.until(lambda: world.is_owned(reminders.NAME + ".Reminders"), "the service")
    world.run(1)
    before = get_ticks(process.pid), get_switches(process.pid)
    time.sleep(5)
    after = get_ticks(process.pid), get_switches(process.pid)
    print(f"nothing due, start to end   {statistics.median(times):6.1f} ms (at most {max(times):.1f})")
    print(f"waiting, memory (PSS)       {get_pss_kib(process.pid) / 1024:6.1f} MiB")
    print(f"waiting, 5 s of processor   {after[0] - before[0]:6d} ticks, "
          f"woken {after[1] - before[1]} times")
    world.close()


if __name__ == "__main__":
    main()
