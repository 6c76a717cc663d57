#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Start-up of Needlewise as a ratio of the least a GTK 4 window can cost.

The two programs are started in turn, in the same run, on the same X server
and the same session bus, with the same renderer; the figures are medians and
the ratio is the median of the ratios pair by pair.

The last column is the ratio that is kept in kept.txt, to compare with. Where there
is valgrind the instructions until idle are counted, too: once, since they are nearly
the same each time.

Where there is no graphics card Needlewise leaves OpenGL out, which the least
window loads as every GTK program does (src/app/nw-graphics.c). The second table
is made with GDK_DEBUG set to nothing: then both load it.

usage: startup.py PROGRAM MINIMAL PROBE SCHEMA-FOLDER [PAIRS]
"""

import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

FIGURES = ("first paint, ms", "CPU until idle, ms", "memory (PSS), MiB", "pages touched")


def read_kept():
    """The ratios that are kept, by figure."""
    path = pathlib.Path(__file__).resolve().parent / "kept.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    return dict(line.rsplit(" ", 1) for line in lines if line and not line.startswith("#"))


def start(command, environment):
    """Run one program to its idle state and return its four figures."""
    before = time.clock_gettime(time.CLOCK_MONOTONIC)
    result = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    painted = re.search(r"probe-painted monotonic_us=(\d+)", result.stderr)
    idle = re.search(r"probe-idle cpu_us=(\d+) pss_kib=(\d+) faults=(\d+)", result.stderr)
    if painted is None or idle is None:
        sys.exit(f"{command[0]} did not paint:\n{result.stderr}")
    return (
        int(painted[1]) / 1000 - before * 1000,
        int(idle[1]) / 1000,
        int(idle[2]) / 1024,
        int(idle[3]),
    )


def measure(program, minimal, environment, pairs):
    """The figures of both programs, started in turn."""
    for _ in range(2):  # warm the caches of files and fonts
        start([program], environment)
        start([minimal], environment)
    ours, floor = [], []
    for _ in range(pairs):
        ours.append(start([program], environment))
        floor.append(start([minimal], environment))
    return ours, floor


def count_instructions(command, environment):
    """How many millions of instructions a program takes until it is idle."""
    with tempfile.TemporaryDirectory() as folder:
        result = subprocess.run(
            ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/out", *command],
            env=environment, capture_output=True, text=True, timeout=240, check=False)
    collected = re.search(r"Collected : (\d+)", result.stderr)
    if collected is None:
        sys.exit(f"{command[0]} was not counted:\n{result.stderr}")
    return int(collected[1]) / 1e6


def print_instructions(title, program, minimal, environment, kept):
    """One line of the table more. The command becomes the program of the window, which
    valgrind does not follow, so that is counted itself."""
    if shutil.which("valgrind") is None:
        print("instructions: not counted, since there is no valgrind")
        return
    a = count_instructions([program + "-window"], environment)
    b = count_instructions([minimal], environment)
    figure = "instructions, millions"
    print(f"{figure:24}{a:12.1f}{b:18.1f}{a / b:9.2f} {'':13}  "
          f"{kept.get(f'{title}: {figure}', ''):>7}", flush=True)


def print_table(title, ours, floor, kept):
    """One line for each figure."""
    print(f"{title}: medians of {len(ours)} pairs")
    print(f"{'':24}{'needlewise':>12}{'least window':>18}    ratio (quartiles)  kept")
    for column, figure in enumerate(FIGURES):
        a = [row[column] for row in ours]
        b = [row[column] for row in floor]
        ratios = sorted(x / y for x, y in zip(a, b))
        low, middle, high = statistics.quantiles(ratios, n=4)
        print(
            f"{figure:24}{statistics.median(a):12.1f}{statistics.median(b):18.1f}"
            f"{middle:9.2f} ({low:.2f}–{high:.2f})  {kept.get(f'{title}: {figure}', ''):>7}"
        )


def main():
    program, minimal, probe, schemas = sys.argv[1:5]
    pairs = int(sys.argv[5]) if len(sys.argv) > 5 else 15
    kept = read_kept()
    with tempfile.TemporaryDirectory() as home:
        environment = dict(
            os.environ,
            HOME=home,
            XDG_CONFIG_HOME=home + "/config",
            XDG_DATA_HOME=home + "/data",
            XDG_CACHE_HOME=home + "/cache",
            GSETTINGS_BACKEND="memory",
            GSETTINGS_SCHEMA_DIR=schemas,
            GSK_RENDERER="cairo",
            GTK_A11Y="none",
            LD_PRELOAD=probe,
        )
        environment.pop("GDK_DEBUG", None)
        environment.pop("GDK_DISABLE", None)
        for title in ("As it is", "OpenGL in both"):
            if title == "OpenGL in both":
                environment["GDK_DEBUG"] = ""
            print_table(title, *measure(program, minimal, environment, pairs), kept)
            print_instructions(title, program, minimal, environment, kept)


if __name__ == "__main__":
    main()
