#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets the disk fail in every way, at every call, while a plan is kept.

    faults.py KEEPER FAULTS-LIBRARY [all]

For each call and error: one failure at the first such call, one at the second
and so on, and each time once more with all later calls failing too. Whatever
fails, what was kept before must be there, the person must be told, and trying
again must work. Without `all`, the first two errors of a call stand for the rest.
"""

import errno
import os
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile

KEEPER, LIBRARY = sys.argv[1:3]
ALL = sys.argv[3:] == ["all"]
NOBODY = 65534

CALLS = {
    "open": ["EIO", "ENOSPC", "EMFILE", "EROFS"],
    "read": ["EIO"],
    "write": ["EIO", "ENOSPC", "EDQUOT"],
    "short": ["EIO"],
    "fsync": ["EIO", "ENOSPC"],
    "rename": ["EIO", "ENOSPC", "EACCES"],
    "link": ["EIO", "ENOSPC", "EPERM"],
    "close": ["EIO"],
    "mkdir": ["EACCES", "ENOSPC"],
    "chmod": ["EPERM"],
}
# A write that is cut short is gone on with, and a file that cannot have two
# names is copied, so nobody needs to hear of it. GLib closes what it has read
# or synced without a look.
MAY_GO_UNNOTICED = {"short", "link", "close", "chmod", "read"}


class Tap:
    """Counts what was checked; all faults of a check stand below it."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    def check(self, name, faults):
        self.count += 1
        self.failed += bool(faults)
        print(f"{'not ok' if faults else 'ok'} {self.count} - {name}")
        for fault in faults:
            print("# " + fault.replace("\n", "\n#   "), flush=True)

    def skip(self, name, why):
        self.count += 1
        print(f"ok {self.count} - {name} # SKIP {why}")


TAP = Tap()


def keep(folder, *numbers, env=None, **options):
    """Run the keeper. Returns its lines, the last of them `ended badly` where it did."""
    # Nothing of what the library does may reach the machine's own settings.
    run = subprocess.run([KEEPER, str(folder), *map(str, numbers)], input="\n" * 20,
                         env={**os.environ, **(env or {})}, capture_output=True,
                         text=True, timeout=60, check=False, **options)
    lines = run.stdout.splitlines()
    if run.returncode != 0 or run.stderr:
        lines.append(f"ended badly: {run.returncode} {run.stderr}")
    return lines


def said(lines, word):
    """The numbers or messages behind a word."""
    return [line.split(" ", 1)[1] for line in lines if line.startswith(word + " ")]


class Case:
    """A folder in which 1 and then 2 were kept."""

    def __init__(self, fresh=False, mode=0o700):
        # In memory where there is such a place: a thousand syncs take their time.
        memory = "/dev/shm" if os.access("/dev/shm", os.W_OK | os.X_OK) else None
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="needlewise-faults-", dir=memory))
        self.folder = self.root / "data" / "needlewise"
        self.old = 0
        if not fresh:
            self.old = 2
            keep(self.folder, 1, 2)
            self.folder.chmod(mode)

    def __enter__(self):
        return self

    def __exit__(self, *_exception):
        subprocess.run(["chmod", "-R", "u+rwx", str(self.root)], check=False)
        shutil.rmtree(self.root)

    def keeps_with_fault(self, call, error, at, on):
        count = self.root / "count"
        env = {"LD_PRELOAD": LIBRARY, "FAULT_FOLDER": str(self.folder), "FAULT_CALL": call,
               "FAULT_ERRNO": str(getattr(errno, error)), "FAULT_AT": str(at),
               "FAULT_COUNT": str(count)}
        if on:
            env["FAULT_ON"] = "1"
        lines = keep(self.folder, 3, 5, env=env)
        return lines, int(count.read_text()) if count.exists() else 0

    def faults_of_folder(self):
        """What must not lie there in the end."""
        for path in self.folder.glob("*"):
            if "damaged" in path.name or re.search(r"\.json\.\w{6}$", path.name):
                yield f"left behind: {path.name}"
            elif path.stat().st_mode & 0o077:
                yield f"others can read {path.name}"


def check_run(case, lines, call, on):
    """The faults of one run with a failing call."""
    faults = []
    there = keep(case.folder)
    number = int(said(there, "read")[0] or 0)
    kept = [int(word) for word in said(lines, "kept")]
    if lines and lines[-1].startswith("ended badly"):
        faults.append(lines[-1])
    if said(there, "told"):
        faults.append(f"afterwards: {there}")
    if number < max([case.old, *kept]):
        faults.append(f"kept {max([case.old, *kept])}, but {number} is there")
    if not on and kept != [3, 4, 5]:
        faults.append(f"trying again did not help: {lines}")
    if on and not said(lines, "told") and (kept != [3, 4, 5] or call not in MAY_GO_UNNOTICED):
        faults.append(f"nobody was told: {lines}")
    for message in said(lines, "told"):
        if not re.search(r"needlewise.*: \S", message, re.S):
            faults.append(f"a message that does not say what is wrong: {message}")

    again = keep(case.folder, 6, 7)
    if again != ["kept 6", "kept 7"]:
        faults.append(f"later: {again}")
    return faults + list(case.faults_of_folder())


def check_call(call, error, on):
    """One failing call after the other. Returns how many, and the faults."""
    options = {"fresh": call == "mkdir", "mode": 0o755 if call == "chmod" else 0o700}
    with Case(**options) as case:
        _lines, total = case.keeps_with_fault(call, error, 0, on)
    faults = []
    for at in range(1, total + 1):
        with Case(**options) as case:
            lines, _count = case.keeps_with_fault(call, error, at, on)
            faults += [f"at call {at}: {fault}" for fault in check_run(case, lines, call, on)]
    return total, faults


def check_all_calls():
    for call, errors in CALLS.items():
        for error in errors if ALL else errors[:2]:
            for on in (False, True) if ALL or error == errors[0] else (False,):
                total, faults = check_call(call, error, on)
                name = f"{call}: {error} {'from' if on else 'at'} each of {total} calls"
                TAP.check(name, faults if total else ["it is never called"])


# Folders that are not as they should be

def converse(folder, between, **options):
    """Keep 3, do something to the folder, keep 4. Returns the lines of each."""
    with subprocess.Popen([KEEPER, str(folder), "3", "4"], stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE, text=True, **options) as process:
        process.stdin.write("\n")
        process.stdin.flush()
        first = [process.stdout.readline().strip()]
        between()
        rest, _errors = process.communicate("\n\n")
    return first, rest.splitlines()


def as_somebody_else(case):
    """Root may write everywhere, so somebody else must try."""
    if os.getuid() != 0:
        return {}
    for path in [case.root, *case.root.rglob("*")]:
        os.chown(path, NOBODY, NOBODY)
    return {"user": NOBODY, "group": NOBODY}


def check_removed():
    with Case() as case:
        _first, rest = converse(case.folder, lambda: shutil.rmtree(case.folder))
        TAP.check("removed while running: written anew",
                  [] if rest == ["kept 4"] and keep(case.folder) == ["read 4"] else rest)


def check_replaced_by_file():
    with Case() as case:
        def replace():
            shutil.rmtree(case.folder)
            case.folder.write_text("x")
        _first, rest = converse(case.folder, replace)
        good = rest[-1] == "lost 4" and "Not a directory" in "".join(said(rest, "told"))
        TAP.check("a file in the folder’s place: told, and the file is left alone",
                  [] if good and case.folder.read_text() == "x" else rest)


def check_read_only():
    with Case() as case:
        options = as_somebody_else(case)
        try:
            keep(case.folder, **options)
        except PermissionError:
            TAP.skip("read-only folder", "the programs cannot be run as somebody else")
            return
        # Ours can be made writable again; not so a folder that belongs to others.
        if os.getuid() == 0:
            os.chown(case.folder, 0, 0)
            case.folder.chmod(0o755)
        else:
            case.folder.parent.chmod(0o500)
            shutil.rmtree(case.folder, ignore_errors=True)
        lines = keep(case.folder, 3, 3, **options)
        good = lines and lines[-1] == "lost 3" and "ermi" in "".join(said(lines, "told"))
        TAP.check("read-only folder: told", [] if good else lines)


def check_nowhere():
    lines = keep("/proc/needlewise", 3, 3)
    good = lines[-1] == "lost 3" and said(lines, "told")
    TAP.check("a folder that cannot be made: told", [] if good else lines)


def check_full_disk():
    def no_more_bytes():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64))
    with Case() as case:
        # Needed between fork and exec, where the limit must be set.
        lines = keep(case.folder, 3, 3, preexec_fn=no_more_bytes)
        good = lines[-1] == "lost 3" and "too large" in "".join(said(lines, "told"))
        TAP.check("no room for the file: told",
                  [] if good and keep(case.folder) == ["read 2"] else lines)
        TAP.check("no room for the file: once there is room, it is kept",
                  [] if keep(case.folder, 4, 4) == ["kept 4"] else lines)
        TAP.check("no room for the file: nothing is left behind", list(case.faults_of_folder()))


def check_small_disk():
    """A real file system that is full, where we may mount one."""
    with Case(fresh=True) as case:
        case.folder.mkdir(parents=True)
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=16k,mode=700", "tmpfs", str(case.folder)],
            capture_output=True, check=False)
        if mounted.returncode != 0:
            TAP.skip("full file system", "this system does not let us mount one")
            return
        try:
            before = keep(case.folder, 2, 2)
            filler = case.folder / "filler"
            with filler.open("wb", buffering=0) as file:
                try:
                    while file.write(b"x" * 512):
                        pass
                except OSError:
                    pass
            lines = keep(case.folder, 3, 3)
            there = keep(case.folder)
            filler.unlink()
            later = keep(case.folder, 4, 4)
        finally:
            subprocess.run(["umount", str(case.folder)], check=False)
        good = (before == ["kept 2"] and there == ["read 2"] and later == ["kept 4"]
                and "No space left" in "".join(said(lines, "told")))
        TAP.check("full file system: told, nothing lost, kept once there is room",
                  [] if good else [str(lines), str(there), str(later)])


def main():
    check_all_calls()
    check_removed()
    check_replaced_by_file()
    check_read_only()
    check_nowhere()
    check_full_disk()
    check_small_disk()
    print(f"1..{TAP.count}")
    return 1 if TAP.failed else 0


sys.exit(main())
