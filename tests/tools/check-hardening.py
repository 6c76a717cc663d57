#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Installs the program into a temporary folder and checks what is there.

    check-hardening.py BUILD-DIR

Whether the programs are protected as far as the compiler can: loaded at a
random place, tables of addresses read-only, a stack that is guarded and cannot
be run, calls of the C library bounded; and whether files have sane modes.
"""

import json
import pathlib
import re
import shutil
import stat
import subprocess
import sys
import tempfile


def run(*command):
    """What a command prints."""
    return subprocess.run(command, check=True, capture_output=True, text=True,
                          stdin=subprocess.DEVNULL).stdout


class Program:
    """An installed program, as readelf and objdump tell of it."""

    def __init__(self, path):
        self.name = path.name
        self.header = run("readelf", "-hW", str(path))
        self.segments = run("readelf", "-lW", str(path))
        self.dynamic = run("readelf", "-dW", str(path))
        symbols = run("readelf", "-sW", "--dyn-syms", str(path))
        self.symbols = set(re.findall(r"\b(__\w+_chk|__stack_chk_fail)\b", symbols))
        self.code = run("objdump", "-d", "--no-show-raw-insn", str(path))

    def position_independent(self):
        return "Type:" in self.header and "DYN" in self.header and "PIE" in self.dynamic

    def addresses_read_only(self):
        return "GNU_RELRO" in self.segments and "BIND_NOW" in self.dynamic

    def stack_not_runnable(self):
        return re.search(r"GNU_STACK.*\bRW\b", self.segments) is not None

    def nothing_writable_runs(self):
        return re.search(r"LOAD.*\bRWE\b", self.segments) is None

    def stack_guarded(self):
        return "__stack_chk_fail" in self.symbols

    def no_way_to_other_libraries(self):
        return "RPATH" not in self.dynamic and "RUNPATH" not in self.dynamic

    def no_text_relocations(self):
        return "TEXTREL" not in self.dynamic

    def jumps_guarded(self):
        """The first instruction of main marks a place that may be jumped to."""
        return re.search(r"<main>:\n\s+[0-9a-f]+:\s+endbr(64|32)", self.code) is not None


CHECKS = [
    ("is loaded at a random place (PIE)", Program.position_independent),
    ("has its tables of addresses read-only (RELRO, BIND_NOW)", Program.addresses_read_only),
    ("has a stack that cannot be run", Program.stack_not_runnable),
    ("has no memory that can be written and run", Program.nothing_writable_runs),
    ("guards its stack", Program.stack_guarded),
    ("takes no library from elsewhere (RPATH)", Program.no_way_to_other_libraries),
    ("has code that is never written (TEXTREL)", Program.no_text_relocations),
]


class Tap:
    """Counts what was checked."""

    def __init__(self):
        self.count = 0

    def check(self, name, good, why=""):
        self.count += 1
        print(f"{'ok' if good else 'not ok'} {self.count} - {name}")
        for line in why.splitlines() if not good else []:
            print(f"# {line}")

    def skip(self, name, why):
        self.count += 1
        print(f"ok {self.count} - {name} # SKIP {why}")


def knows_guarded_jumps(build):
    """Whether the program was compiled with them, for a processor that has them."""
    return "-fcf-protection" in compile_lines(build)[0] and "x86" in run("uname", "-m")


def compile_lines(build):
    """How each of the program’s own sources is compiled."""
    commands = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    return [entry["command"] for entry in commands
            if re.search(r"(^|/)src/.*\.c$", entry["file"])]


def check_modes(tap, root):
    """Nobody but the owner may write, and nothing runs as somebody else."""
    bad = [str(path.relative_to(root)) for path in root.rglob("*")
           if not path.is_symlink()
           and stat.S_IMODE(path.stat().st_mode) & (stat.S_ISUID | stat.S_ISGID | 0o022)]
    tap.check("only their owner may write the installed files", not bad, "\n".join(bad))


def main():
    build = pathlib.Path(sys.argv[1])
    tap = Tap()
    missing = [tool for tool in ("readelf", "objdump", "meson") if shutil.which(tool) is None]
    if missing:
        print(f"1..0 # SKIP {missing[0]} is not installed")
        return

    with tempfile.TemporaryDirectory() as folder:
        run("meson", "install", "-C", str(build), "--no-rebuild", "--destdir", folder)
        root = pathlib.Path(folder)
        programs = [Program(path) for path in sorted(root.rglob("needlewise*"))
                    if path.is_file() and path.stat().st_mode & stat.S_IXUSR]
        tap.check("the programs are installed", len(programs) >= 4)
        for program in programs:
            for name, check in CHECKS:
                tap.check(f"{program.name} {name}", check(program))
            if knows_guarded_jumps(build):
                tap.check(f"{program.name} guards its jumps (CET)", program.jumps_guarded())
            else:
                tap.skip(f"{program.name} guards its jumps (CET)", "not for this processor")
        unbounded = [line for line in compile_lines(build)
                     if not re.search(r"-D_FORTIFY_SOURCE=[23]\b", line)]
        # By the flag: a program that calls nothing to be bounded shows no symbol of it.
        tap.check("calls of the C library are bounded (fortify)", not unbounded, "\n".join(unbounded))
        check_modes(tap, root)
    print(f"1..{tap.count}")


main()
