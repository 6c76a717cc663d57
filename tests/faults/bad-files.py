#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives the built programs every kind of file that is none of theirs.

    bad-files.py NEEDLEWISE-FORM KEEPER FORM

Each time there must be a message that names the file, within a second, and
without more memory than a good file takes. Of what a person wrote, nothing may
be deleted: it is set aside.
"""

import os
import pathlib
import resource
import shutil
import socket
import subprocess
import sys
import tempfile
import threading

FORM_TOOL, KEEPER, FORM = sys.argv[1:4]
SECONDS = 1.0
PATIENCE = 20
# What the limit of 8 MiB may cost, and the libraries.
MEGABYTES = 160
# Sanitizers and valgrind take their own time and memory.
if "ASAN_OPTIONS" in os.environ:
    SECONDS, MEGABYTES = 10.0, 4000

WHOLE = b'{"resourceType":"Questionnaire","status":"draft","item":[{"linkId":"a","type":"%s"}]}'


def holding(text):
    """Something that writes this text as a file."""
    return lambda path: path.write_bytes(text)


def sparse(size):
    """Something that makes a file of that size without filling a disk."""
    def make(path):
        with path.open("wb") as file:
            file.truncate(size)
    return make


def number(text):
    """A form that holds a number, or what is none, where one may stand."""
    return holding(b'{"resourceType":"Questionnaire","status":"draft","item":[{"linkId":"a",'
                   b'"type":"string","maxLength":' + text + b'}]}')


def make_socket(path):
    with socket.socket(socket.AF_UNIX) as listener:
        # The path of a socket must be short.
        folder = os.open(path.parent, os.O_PATH)
        listener.bind(f"/proc/self/fd/{folder}/{path.name}")
        os.close(folder)


BAD = {
    "0 bytes": holding(b""),
    "blanks": holding(b" \n\t "),
    "1 GiB of nothing": sparse(1 << 30),
    "9 MiB of spaces": holding(b" " * (9 << 20)),
    "100,000 arrays": holding(b"[" * 100_000),
    "100,000 arrays, closed": holding(b"[" * 100_000 + b"]" * 100_000),
    "100,000 objects": holding(b'{"a":' * 100_000 + b"1" + b"}" * 100_000),
    "a million items": holding(b"[" + b"0," * 1_000_000 + b"0]"),
    "NUL bytes": holding(b'{"resourceType":\x00"Questionnaire"}'),
    "NUL in a string": holding(b'{"resourceType":"Quest\x00ionnaire"}'),
    "escaped NUL": holding(b'{"resourceType":"Quest\\u0000ionnaire"}'),
    "only NUL": holding(b"\x00" * 4096),
    "bad UTF-8": holding(b'{"resourceType":"\xc3\x28"}'),
    "overlong UTF-8": holding(b'{"resourceType":"\xc0\xaf"}'),
    "UTF-8 of a surrogate": holding(b'{"resourceType":"\xed\xa0\x80"}'),
    "UTF-8 beyond Unicode": holding(b'{"resourceType":"\xf4\x90\x80\x80"}'),
    "cut UTF-8": holding(b'{"resourceType":"\xf0\x9f\x98'),
    "UTF-16": holding('{"resourceType":"Questionnaire"}'.encode("utf-16")),
    "Latin-1": holding('{"title":"Rücken"}'.encode("latin-1")),
    "half a surrogate pair": holding(b'{"resourceType":"\\ud800"}'),
    "a comment": holding(b'/* a */ {"resourceType":"Questionnaire"}'),
    "single quotes": holding(b"{'resourceType':'Questionnaire'}"),
    "a comma too much": holding(b'{"resourceType":"Questionnaire",}'),
    "two documents": holding(b"{} {}"),
    "the same member twice": holding(b'{"resourceType":"a","resourceType":"Questionnaire"}'),
    "cut off": holding(WHOLE[:40]),
    "another document": holding(b'{"resourceType":"Patient"}'),
    "no document": holding(b"%PDF-1.7\n\xde\xad\xbe\xef"),
    "an array": holding(b"[]"),
    "a string": holding(b'"x"'),
    "a line of 7 MiB": holding(b'"' + b"x" * (7 << 20) + b'" 1'),
    **{f"number {text.decode()}": number(text) for text in (
        b"012", b"0x1F", b"+1", b".5", b"5.", b"1e", b"1e+", b"--1", b"1-", b"NaN", b"Infinity",
        b"-Infinity", b"1_000", b"1,5", b"1.5", b"1e400", b"-1", b"1e2", b"1.0",
        b"9223372036854775808", b"99999999999999999999999999", b"1" * 100_000)},
    "a folder": lambda path: path.mkdir(),
    "a device": lambda path: path.symlink_to("/dev/zero"),
    "a terminal": lambda path: path.symlink_to("/dev/ptmx"),
    "a pipe": os.mkfifo,
    "a socket": make_socket,
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a link to nothing": lambda path: path.symlink_to("nothing"),
    "nothing": lambda path: None,
    "endless memory": lambda path: path.symlink_to("/proc/self/mem"),
}


class Tap:
    """Counts what was checked."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    def check(self, name, faults):
        self.count += 1
        self.failed += bool(faults)
        print(f"{'not ok' if faults else 'ok'} {self.count} - {name}")
        for fault in faults:
            print("# " + str(fault)[:500].replace("\n", "\n#   "), flush=True)


TAP = Tap()


def children():
    """What all programs run so far have cost."""
    return resource.getrusage(resource.RUSAGE_CHILDREN)


def run(*command):
    """Run a program. Returns status, output, errors, and the seconds it worked.

    The seconds are the processor’s, since other programs may be busy; one that
    waits for something is ended after a while and has taken too long.
    """
    before = children()
    killed = []
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True, errors="replace") as process:
        timer = threading.Timer(PATIENCE, lambda: killed.append(process.kill()))
        timer.start()
        output, errors = process.communicate()
        timer.cancel()
    after = children()
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return process.returncode, output, errors, PATIENCE if killed else seconds


def cost_faults(seconds):
    """Too slow, or too large: the largest of all children so far is looked at."""
    megabytes = children().ru_maxrss / 1024
    if seconds > SECONDS:
        yield f"took {seconds:.2f} s"
    if megabytes > MEGABYTES:
        yield f"took {megabytes:.0f} MB"


def check_tool(folder, name, make):
    """The tool for forms: as a form, and as a response to one."""
    path = folder / "bad.json"
    make(path)
    faults = []
    for command in (("check", path), ("evaluate", path), ("evaluate", FORM, path),
                    ("complete", FORM, path)):
        status, output, errors, seconds = run(FORM_TOOL, *map(str, command))
        faults += cost_faults(seconds)
        # A number that cannot stand there is passed over, with a warning.
        if status not in (1, 2) and not (status == 0 and ": warning: /" in output + errors):
            faults.append(f"{command[0]}: status {status}: {errors}")
        if "bad.json" not in output + errors:
            faults.append(f"{command[0]}: no word on the file: {errors or output}")
        if "CRITICAL" in errors or "WARNING" in errors or "runtime error" in errors:
            faults.append(errors)
    TAP.check(f"needlewise-form: {name}", faults)


def check_plan(folder, name, make):
    """The same in the place of what a person wrote."""
    place = folder / "needlewise"
    path = place / "plan.json"
    subprocess.run([KEEPER, str(place), "1", "2"], input="\n\n", text=True, check=True,
                   stdout=subprocess.DEVNULL)
    path.unlink()
    make(path)
    status, output, errors, seconds = run(KEEPER, str(place))
    faults = list(cost_faults(seconds))
    aside = list(place.glob("plan.damaged-*.json"))
    if status != 0 or errors:
        faults.append(f"status {status}: {errors}")
    if output.splitlines()[-1:] != ["read 1"] or not output.startswith("told "):
        faults.append(f"not told, or not the copy before: {output}")
    if name != "nothing" and len(aside) != 1:
        faults.append("not set aside")
    if aside and aside[0].name not in output:
        faults.append(f"not told where it is: {output}")
    TAP.check(f"what a person wrote: {name}", faults)


def check_changing(folder):
    """A file that is written while it is read."""
    path = folder / "bad.json"
    good = pathlib.Path(FORM).read_bytes()
    path.write_bytes(good)
    going = True

    def change():
        size = 0
        while going:
            size = (size + 4099) % len(good)
            with path.open("r+b") as file:
                file.truncate(size)
                file.write(good)

    writer = threading.Thread(target=change)
    writer.start()
    faults = []
    for _time in range(50):
        status, _output, errors, seconds = run(FORM_TOOL, "check", str(path))
        if status not in (0, 1, 2) or "CRITICAL" in errors:
            faults.append(f"status {status}: {errors}")
        if seconds > SECONDS:
            faults.append(f"took {seconds:.2f} s")
    going = False
    writer.join()
    TAP.check("needlewise-form: a file that changes while it is read", faults)


def main():
    checks = [(check_tool, name, make) for name, make in BAD.items()]
    # Documents of another kind are forms’ business; these are any file’s.
    checks += [(check_plan, name, make) for name, make in BAD.items()
               if not name.startswith("number") and name != "endless memory"]
    for check, name, make in checks:
        folder = pathlib.Path(tempfile.mkdtemp(prefix="needlewise-bad-"))
        try:
            check(folder, name if len(name) < 60 else name[:40] + "…", make)
        finally:
            shutil.rmtree(folder)
    with tempfile.TemporaryDirectory() as folder:
        check_changing(pathlib.Path(folder))
    print(f"1..{TAP.count}")
    return 1 if TAP.failed else 0


sys.exit(main())
