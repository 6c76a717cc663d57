#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Forms that mean harm: none of them runs anything, or reaches the network or another file."""

import os
import pathlib
import re
import shutil
import subprocess

from journey import journey, main

FOLDER = pathlib.Path(os.environ["HOSTILE_FORMS"])
# The processor’s seconds for one form: reading it, and showing what comes of it.
SECONDS = 10
# Large ones of each kind beside all the small ones; the test of the view takes them all.
LARGE = ("megabyte-text", "megabyte-title", "items-100000", "pages-10000", "nested-100000",
         "options-2000", "initial-nested", "loop", "duplicates")
LAST = "references"


def cases():
    """The forms by name, with what has to come of each."""
    lines = (FOLDER / "expected.txt").read_text().splitlines()
    expected = {name: words for name, *words in (line.split("\t") for line in lines)}
    small = {path.stem for path in
             (pathlib.Path(__file__).resolve().parents[1] / "fixtures/hostile").glob("*.json")}
    # One that begins with answers is not closed for another one without a word.
    return {name: words for name, words in sorted(expected.items(), key=lambda it: it[0] == LAST)
            if name in small or name in LARGE}


def watches(person, calls):
    """Have every file, connection and program noted that the program asks for."""
    path = person.world.folder / "start"
    path.write_text("#!/bin/sh\n"
                    "exec strace -D -f -qq --seccomp-bpf -e trace=socket,connect,open,openat,"
                    f"openat2,creat,execve -o '{calls}' '{person.program}' \"$@\"\n")
    path.chmod(0o700)
    person.program = str(path)


def opens(person, program, name):
    """Open a form in the window that is there; nobody watches who asks for it."""
    person.note(f"opens {name}")
    asked = subprocess.run([program, str(FOLDER / f"{name}.json")], env=person.world.env,
                           check=False, timeout=60)
    assert asked.returncode == 0, asked


def worked(person):
    """The processor’s seconds so far."""
    fields = pathlib.Path(f"/proc/{person.process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def kept(person):
    """Every file below the home, with its length."""
    home = person.world.folder / "home"
    return {str(path): path.stat().st_size for path in home.rglob("*") if path.is_file()
            and "fontconfig" not in str(path)}


def check_calls(person, lines, names):
    """No program, no socket but local ones, and no file but the forms and what the program has."""
    sockets = {match[1] for line in lines for match in re.finditer(r"socket\((\w+)", line)}
    assert sockets <= {"AF_UNIX"}, sockets
    started = [line for line in lines if "execve(" in line]
    assert not started, f"programs were started: {started}"
    opened = {(match[1], "O_WRONLY" in line or "O_RDWR" in line or "creat(" in line)
              for line in lines for match in re.finditer(r'(?:open|openat|openat2|creat)\([^"]*"([^"]*)"', line)}
    allowed = {str(FOLDER / f"{name}.json") for name in names}
    assert allowed <= {path for path, _written in opened}, "strace did not see the forms opened"
    # Fonts, icons, themes, languages and libraries, which GTK loads when it first needs them.
    own = ("/usr/share/", "/usr/lib/", "/usr/local/", "/lib/", "/etc/fonts/", "/etc/ld.so.cache",
           "/var/cache/fontconfig/", "/proc/self/", str(person.world.folder))
    memory = ("/dev/shm/", "/memfd:")
    # How many processors there are, which malloc () asks for a thread's memory.
    processors = ("/proc/stat", "/sys/devices/system/cpu/")
    strange = sorted(path for path, written in opened - {(path, False) for path in allowed}
                     if not path.startswith(memory)
                     and (written or not path.startswith((*own, *processors))))
    assert not strange, f"opened: {strange}"


@journey("Forms that mean harm run nothing, and reach no network and no other file")
def harmless(person):
    assert shutil.which("strace"), "strace is missing"
    calls = person.world.folder / "calls"
    program = person.program
    watches(person, calls)
    person.starts_the_program("--page=screen")
    person.hears("Begin")
    files = kept(person)
    seen = len(calls.read_text(errors="replace").splitlines())
    names = cases()
    assert len(names) == 20, names
    for name, (_result, *words) in names.items():
        before = worked(person)
        opens(person, program, name)
        person.reads(re.compile(re.escape(f"{name}.json")))
        for text in words:
            person.reads(re.compile(re.escape(text)))
        assert worked(person) - before < SECONDS, f"{name}: {worked(person) - before:.1f} s"
    check_calls(person, calls.read_text(errors="replace").splitlines()[seen:], names)
    assert kept(person) == files, "files were written"


main()
