#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives the built programs every kind of file that is none of theirs, and odd
command lines.

    bad-files.py NEEDLEWISE-FORM NEEDLEWISE-WINDOW KEEPER READER FORM KEPT

Each time there must be a message that names the file, within a second, and
without more memory than a good file takes. Of what a person wrote, nothing may
be deleted: it is set aside. KEPT is the folder with good files of what is kept.
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

FORM_TOOL, WINDOW, KEEPER, READER, FORM, KEPT = sys.argv[1:7]
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


def complaints(errors):
    """What GLib, a sanitizer or Python has to say of a program’s own faults."""
    return any(word in errors for word in ("CRITICAL", "WARNING", "runtime error"))


def run(*command, environment=None):
    """Run a program. Returns status, output, errors, and the seconds it worked.

    The seconds are the processor’s, since other programs may be busy; one that
    waits for something is ended after a while and has taken too long.
    """
    before = children()
    killed = []
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True, errors="replace",
                          env={**os.environ, **(environment or {})}) as process:
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
        if complaints(errors):
            faults.append(errors)
    TAP.check(f"needlewise-form: {name}", faults)


def check_opened(folder, name, make):
    """The same as a form that somebody opens in the window."""
    path = folder / "bad.json"
    make(path)
    status, output, errors, seconds = run(READER, "opened", str(path))
    faults = list(cost_faults(seconds))
    if status != 0 or errors:
        faults.append(f"status {status}: {errors}")
    told = output.startswith("told The file ") and "because " in output and "bad.json" in output
    if not told and not (name.startswith("number") and output == "read a form\n"):
        faults.append(f"not told: {output}")
    TAP.check(f"a form that is opened: {name}", faults)


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


def check_kept(folder, name, make):
    """The same in the places of saved answers and of which reminders were shown."""
    faults = []
    for kind in ("answers", "form-answers", "reminders"):
        place = folder / kind
        place.mkdir(mode=0o700)
        shutil.copy(pathlib.Path(KEPT, f"{kind}-1.json"), place / f"{kind}.previous.json")
        make(place / f"{kind}.json")
        status, output, errors, seconds = run(READER, kind, str(place))
        faults += cost_faults(seconds)
        if status != 0 or errors:
            faults.append(f"{kind}: status {status}: {errors}")
        if output.splitlines()[-1:] != [f"read {kind.removeprefix('form-')}"]:
            faults.append(f"{kind}: not the copy before: {output}")
        # The reminders have no window to tell it in.
        if kind != "reminders" and not output.startswith("told "):
            faults.append(f"{kind}: not told: {output}")
        if name != "nothing" and len(list(place.glob(f"{kind}.damaged-*.json"))) != 1:
            faults.append(f"{kind}: not set aside")
    TAP.check(f"saved answers and shown reminders: {name}", faults)


# Settings that were not set yet are none that are damaged.
UNSET = ("0 bytes", "blanks", "nothing", "a link to nothing")
SETTINGS_ENVIRONMENT = {"GSETTINGS_BACKEND": "keyfile"}


def make_settings(folder):
    """The place of the file where GSettings keeps settings."""
    path = folder / "glib-2.0" / "settings" / "keyfile"
    path.parent.mkdir(parents=True)
    return path


def check_settings(folder, name, make):
    """The same in the place of the settings: the usual ones, and it stays."""
    path = make_settings(folder)
    make(path)
    before = os.lstat(path) if os.path.lexists(path) else None
    status, output, errors, seconds = run(READER, "settings", environment={
        **SETTINGS_ENVIRONMENT, "XDG_CONFIG_HOME": str(folder)})
    faults = list(cost_faults(seconds))
    if status != 0 or errors:
        faults.append(f"status {status}: {errors}")
    if output.splitlines()[-1:] != ["read read 1040"]:
        faults.append(f"not the usual settings: {output}")
    if name not in UNSET and not (output.startswith("told ") and str(path) in output):
        faults.append(f"not told: {output}")
    if name not in UNSET and os.lstat(path)[:7] != before[:7]:
        faults.append("written over")
    TAP.check(f"settings: {name}", faults)


def check_changing(folder, name, path, good, command, environment=None):
    """A file that is written while it is read."""
    path.write_bytes(good)
    going = True

    def change():
        size = 0
        while going:
            size = (size + 4099) % len(good)
            with path.open("ab") as file:
                file.truncate(size)
                file.write(good[size:])

    writer = threading.Thread(target=change)
    writer.start()
    faults = []
    for _time in range(25):
        status, _output, errors, seconds = run(*command, environment=environment)
        if status not in (0, 1, 2) or complaints(errors):
            faults.append(f"status {status}: {errors}")
        if seconds > SECONDS:
            faults.append(f"took {seconds:.2f} s")
    going = False
    writer.join()
    TAP.check(f"{name} that changes while it is read", faults)


def check_all_changing(folder):
    """That for each reader of files that lie outside of the program."""
    form = folder / "bad.json"
    good = pathlib.Path(FORM).read_bytes()
    check_changing(folder, "needlewise-form: a form", form, good, [FORM_TOOL, "check", str(form)])
    check_changing(folder, "a form that is opened", form, good, [READER, "opened", str(form)])
    for kind in ("answers", "form-answers", "reminders"):
        place = folder / kind
        place.mkdir(mode=0o700)
        check_changing(folder, f"what is kept of {kind}", place / f"{kind}.json",
                       pathlib.Path(KEPT, f"{kind}-1.json").read_bytes(),
                       [READER, kind, str(place)])
    check_changing(folder, "settings", make_settings(folder),
                   b"[io/github/needlewise/Needlewise]\n" + b"page='screen'\n" * 2000,
                   [READER, "settings"],
                   {**SETTINGS_ENVIRONMENT, "XDG_CONFIG_HOME": str(folder)})


# Each a list of arguments; what is not UTF-8 is none of a person’s words, but may come.
ARGUMENTS = {
    "nothing": [b""],
    "a page that is none": [b"--page=nowhere"],
    "a page without a name": [b"--page"],
    "an empty page": [b"--page="],
    "a page in bad UTF-8": [b"--page=\xff\xfe"],
    "a page of 100,000 letters": [b"--page=" + b"x" * 100_000],
    "an option that is none": [b"--unheard-of"],
    "an option in bad UTF-8": [b"--\xc3\x28"],
    "an option that wants no value": [b"--version=1"],
    "100,000 dashes": [b"-" * 100_000],
    "10,000 arguments": [b"x"] * 10_000,
    "every control character": [bytes(range(1, 32))],
    "a file in bad UTF-8": [b"check", b"/nowhere/\xff.json"],
    "a file with a long name": [b"check", b"/" + b"x" * 5000],
    "an address": [b"check", b"https://example.org/form.json"],
    "only that no options follow": [b"--"],
    "a format string": [b"%s%n%s%n", b"--page=%s%n"],
}


# GTK warns where there is no display, and that is no fault.
NO_DISPLAY = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "G_DEBUG": "fatal-criticals",
              "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}


def check_arguments(name, arguments):
    """The tool for forms, and the program of the window before it has a display."""
    faults = []
    for program in (FORM_TOOL, WINDOW):
        status, output, errors, seconds = run(program, *arguments, environment=NO_DISPLAY)
        faults += cost_faults(seconds)
        if status not in (0, 1, 2):
            faults.append(f"{os.path.basename(program)}: status {status}: {errors}")
        if status != 0 and not errors:
            faults.append(f"{os.path.basename(program)}: status {status}, and no word: {output}")
        if "CRITICAL" in errors or "runtime error" in errors:
            faults.append(errors)
    TAP.check(f"command line: {name}", faults)


def main():
    checks = [(check, name, make) for check in (check_tool, check_opened)
              for name, make in BAD.items()]
    # Documents of another kind are forms’ business; these are any file’s.
    checks += [(check, name, make) for check in (check_plan, check_kept, check_settings)
               for name, make in BAD.items()
               if not name.startswith("number") and name != "endless memory"]
    for check, name, make in checks:
        folder = pathlib.Path(tempfile.mkdtemp(prefix="needlewise-bad-"))
        try:
            check(folder, name if len(name) < 60 else name[:40] + "…", make)
        finally:
            shutil.rmtree(folder)
    with tempfile.TemporaryDirectory() as folder:
        check_all_changing(pathlib.Path(folder))
    for name, arguments in ARGUMENTS.items():
        check_arguments(name, arguments)
    print(f"1..{TAP.count}")
    return 1 if TAP.failed else 0


sys.exit(main())
