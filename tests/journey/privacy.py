#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person answers and writes stays where the program says, and goes nowhere else."""

import contextlib
import os
import pathlib
import re
import shutil
import signal
import subprocess

from journey import journey, main

FIXTURES = pathlib.Path(__file__).resolve().parents[1] / "fixtures"
CANARY = "Kanarienvogel"
CORE_PATTERN = pathlib.Path("/proc/sys/kernel/core_pattern")
# Words that only an answered form would hold.
ANSWERED = re.compile(rb"QuestionnaireResponse|answer-?[Oo]ption|\bpacemaker\b", re.I)
FONTS = re.compile(r"/fontconfig/|/mesa_shader_cache|/gtk-4.0/vulkan")


def wraps_the_program(person, *command, **environment):
    """Start the program by way of a command that becomes it."""
    lines = ["#!/bin/sh", *(f"export {name}={value!r}" for name, value in environment.items()),
             f"exec {' '.join(command)} '{person.program}' \"$@\""]
    path = person.world.folder / "start"
    path.write_text("\n".join(lines) + "\n")
    path.chmod(0o700)
    person.program = str(path)


def without_network():
    """What takes the network away, where this system lets us."""
    command = ["unshare", "-rn"]
    works = shutil.which("unshare") and subprocess.run(
        [*command, "true"], capture_output=True, check=False).returncode == 0
    return command if works else []


def read_if_there(path):
    """What is in a file. One that is being written has another name a moment later."""
    try:
        return path.read_bytes() if path.is_file() else b""
    except FileNotFoundError:
        return b""


def files_that_hold(person, wanted):
    """The files below the home in which a pattern stands, in their text or name."""
    home = pathlib.Path(person.world.folder, "home")
    pattern = wanted if isinstance(wanted, re.Pattern) else re.compile(wanted.encode())
    return [str(path.relative_to(home)) for path in home.rglob("*")
            if not FONTS.search(str(path))
            and (pattern.search(read_if_there(path)) or pattern.search(str(path).encode()))]


def is_nowhere_to_be_seen(person, words):
    """Not in a title, the program's arguments, its variables, or what it says to a log."""
    titles = [person.display._run("xdotool", "getwindowname", window)
              for window in person.display.windows()]
    told = [pathlib.Path(f"/proc/{person.process.pid}/{name}").read_text(errors="replace")
            for name in ("cmdline", "environ")]
    for text in [*titles, *told]:
        assert not re.search(words, text, re.I), f"“{words}” can be seen in {text}"
    said = pathlib.Path(f"{person.stem}.output.txt").read_text(errors="replace")
    assert "DEBUG" in said, "the log is not at its most talkative"
    lines = [line for line in said.splitlines() if re.search(words, line)]
    assert not lines, f"“{words}” stands in the log: {lines[:3]}"


def is_nowhere_on_the_disk(person, words):
    found = files_that_hold(person, words)
    assert not found, f"it lies in {found}"


def writes_where_the_implant_is(person):
    """Answer up to the sixth question, and write the canary there."""
    person.presses("Alt+2")
    person.tabs_to("button", "Begin")
    person.presses("Return")
    for question, *choices in (
            ("Question 1 of 7", "Myself", "No"), ("Question 2 of 7", "None of these"),
            ("Question 3 of 7", "None of these"), ("Question 4 of 7", "No"),
            ("Question 5 of 7", "No"), ("Question 6 of 7", "Yes")):
        person.hears(question)
        for choice in choices:
            person.chooses(choice)
        if question != "Question 6 of 7":
            person.presses("Return")
    person.tabs_to("text", re.compile("^Where in the body"))
    person.types(CANARY)


def forgets(person):
    person.tabs_to("button", "Forget My Answers")
    person.presses("Return")
    person.tabs_to("button", "Forget Them")
    person.presses("Return")
    person.reads("Your answers are forgotten.")


def deletes_everything(person):
    person.tabs_to("button", "Delete Everything…")
    person.presses("Return")
    person.tabs_to("button", "Delete Everything")
    person.presses("Return")
    person.reads("Everything is deleted.")


def answers_the_form(person):
    """Come to a result, with one thing to ask first."""
    person.presses("Alt+2")
    person.tabs_to("button", "Begin")
    person.presses("Return")
    for question, *choices in (
            ("Question 1 of 7", "Myself", "No"), ("Question 2 of 7", "None of these"),
            ("Question 3 of 7", "None of these"), ("Question 4 of 7", "No"),
            ("Question 5 of 7", "Yes", "Pacemaker"), ("Question 6 of 7", "No"),
            ("Question 7 of 7", "None of these")):
        person.hears(question)
        for choice in choices:
            person.chooses(choice)
        person.presses("Return")
    person.tabs_to("button", "Show My Result")
    person.presses("Return")
    person.hears("Ask First")


def writes_a_name(person):
    """Write down whom to look up."""
    person.presses("Alt+3")
    person.tabs_to("button", "Check the Licence")
    person.presses("Return")
    person.tabs_to("text", "Practitioner’s full name")
    person.types(CANARY)


def is_kept(person, words):
    """Wait until the plan on the disk holds it."""
    plan = person.world.data_folder / "needlewise" / "plan.json"
    person.waits_until(lambda: plan.exists() and words in plan.read_text(), f"{words} on the disk")


def lies_only_in(person, document):
    """In one document and the copy before it, which are for their owner alone."""
    found = files_that_hold(person, CANARY)
    pattern = rf"data/needlewise/{document}(\.previous)?\.json(\.\w+)?"
    assert found and all(re.fullmatch(pattern, name) for name in found), f"it lies in {found}"
    for path in (person.world.data_folder / "needlewise").glob("*"):
        assert path.stat().st_mode & 0o077 == 0, f"others can read {path.name}"


def check_calls(person, path, apart):
    """Only local sockets, and no file written but in the home."""
    lines = path.read_text(errors="replace").splitlines()
    sockets = {match[1] for line in lines for match in re.finditer(r"socket\((\w+)", line)}
    assert sockets <= {"AF_UNIX"}, f"other sockets than local ones: {sockets}"
    assert len(lines) > 20, "strace saw nothing"
    written = {match[1] for line in lines if "O_WRONLY" in line or "O_RDWR" in line
               for match in re.finditer(r'"(/[^"]*)"', line)}
    ours = (str(person.world.folder), "/dev/", "/proc/self/", "/memfd:", "/tmp/.")
    strange = sorted(name for name in written if not name.startswith(ours))
    assert not strange, f"written elsewhere: {strange}"
    person.note(f"{len(lines)} calls seen, {'with no' if apart else 'beside a'} network")


@journey("Answers stay in memory, and nothing reaches the network")
def answers_stay(person):
    calls = person.world.folder / "calls"
    apart = without_network()
    wraps_the_program(person, *apart, "strace", "-D", "-f", "-qq", "--seccomp-bpf",
                      "-e", "trace=socket,connect,open,openat,creat", "-o", str(calls),
                      G_MESSAGES_DEBUG="all")
    person.starts_the_program()
    answers_the_form(person)
    is_nowhere_to_be_seen(person, "[Pp]acemaker")
    found = files_that_hold(person, ANSWERED)
    assert not found, f"answers lie in {found}"
    person.quits()
    found = files_that_hold(person, ANSWERED)
    assert not found, f"answers lie in {found} after the end"
    check_calls(person, calls, apart)


@journey("What is written down lies in one place, and Delete Everything removes it")
def one_place(person):
    wraps_the_program(person, "env", G_MESSAGES_DEBUG="all")
    person.starts_the_program()
    writes_a_name(person)
    is_kept(person, CANARY)
    is_nowhere_to_be_seen(person, CANARY)
    lies_only_in(person, "plan")

    person.presses("Alt+Left")
    deletes_everything(person)
    person.waits_until(lambda: not files_that_hold(person, CANARY), "the name to be gone")
    person.quits()
    found = files_that_hold(person, CANARY)
    assert not found, f"the name still lies in {found}"


def talks(person):
    """Let the program say all that it can to its log."""
    wraps_the_program(person, "env", G_MESSAGES_DEBUG="all")


@journey("What is written into our own form is nowhere, until it is saved, and after Forget")
def forgets_a_draft(person):
    talks(person)
    person.starts_the_program()
    writes_where_the_implant_is(person)
    is_nowhere_to_be_seen(person, CANARY)
    is_nowhere_on_the_disk(person, CANARY)
    person.presses("Ctrl+S")
    person.reads("Saved on this computer, for you alone.")
    # What is written from then on goes along, and leaves an earlier copy.
    person.types("s")
    person.waits_until(lambda: files_that_hold(person, CANARY + "s"), "the answer on the disk")
    person.waits_until(lambda: len(files_that_hold(person, CANARY)) == 2, "the copy before")
    is_nowhere_to_be_seen(person, CANARY)
    # What was set aside as damaged holds answers, too.
    folder = person.world.data_folder / "needlewise"
    shutil.copy(folder / "answers.json", folder / "answers.damaged-2026-01-02.json")
    forgets(person)
    is_nowhere_on_the_disk(person, CANARY)
    is_nowhere_on_the_disk(person, ANSWERED)
    person.quits()
    is_nowhere_on_the_disk(person, CANARY)
    is_nowhere_on_the_disk(person, ANSWERED)


@journey("Delete Everything removes saved answers and those that are shown",
         settings={"remember-answers": "true"})
def deletes_a_draft(person):
    talks(person)
    person.starts_the_program()
    writes_where_the_implant_is(person)
    person.waits_until(lambda: files_that_hold(person, CANARY), "the answer on the disk")
    person.presses("F10", "Up", "Up", "Return")
    person.hears("“Network” grouping")
    deletes_everything(person)
    is_nowhere_on_the_disk(person, CANARY)
    is_nowhere_on_the_disk(person, ANSWERED)
    person.sees_no("text", re.compile("^Where in the body"))
    is_nowhere_to_be_seen(person, CANARY)
    person.quits()
    is_nowhere_on_the_disk(person, CANARY)
    is_nowhere_on_the_disk(person, ANSWERED)


def writes_into_the_clinics_form(person):
    person.starts_the_program(str(FIXTURES / "clinic-form.json"))
    person.tabs_to("button", "Begin")
    person.presses("Return")
    person.hears("Question 1 of 2")
    person.chooses("Low back")
    person.presses("Return")
    person.hears("Question 2 of 2")
    person.tabs_to("text", "What do you hope for?")
    person.types(CANARY)


@journey("What is written into a clinic’s form is nowhere, until it is saved, and after Forget")
def forgets_a_clinics_form(person):
    talks(person)
    writes_into_the_clinics_form(person)
    is_nowhere_to_be_seen(person, CANARY)
    is_nowhere_on_the_disk(person, CANARY)
    person.presses("Ctrl+S")
    person.reads("Saved on this computer, for you alone.")
    lies_only_in(person, "form-answers")
    is_nowhere_to_be_seen(person, CANARY)
    forgets(person)
    is_nowhere_on_the_disk(person, CANARY)
    person.quits()
    is_nowhere_on_the_disk(person, CANARY)
    is_nowhere_on_the_disk(person, "clinic-form")


@journey("Delete Everything also takes what is shown and kept of a clinic’s form",
         settings={"remember-answers": "true"})
def deletes_a_clinics_form(person):
    talks(person)
    writes_into_the_clinics_form(person)
    person.waits_until(lambda: files_that_hold(person, CANARY), "the answer on the disk")
    lies_only_in(person, "form-answers")
    person.presses("Alt+3")
    deletes_everything(person)
    person.presses("Alt+2")
    person.waits_until(lambda: not any(CANARY in (node.text or "") for node in person.tree().walk()),
                       "the answer to be gone")
    is_nowhere_on_the_disk(person, CANARY)


def recent_files(person):
    """What the desktop lists as used lately."""
    return [path.read_text() for path in pathlib.Path(person.world.folder, "home").rglob("*.xbel")]


def saves_as(person, file):
    # The dialogue is GTK’s, and does not tell where its focus is.
    person.sees("button", re.compile("Cancel"))
    person.presses("Ctrl+A")
    person.types(str(file))
    person.presses("Return")
    person.waits_until(file.exists, f"the file {file.name}")
    person.reads("Saved. Anyone who gets the file can read it.")
    assert file.stat().st_mode & 0o077 == 0, "others can read the file"


@journey("What is copied is named, and what is saved as a file is private and stays out of the recent files")
def stays_out_of_recent_files(person):
    file = person.world.folder / "home" / f"{CANARY}.json"
    sheet = file.with_suffix(".pdf")
    person.starts_the_program()
    answers_the_form(person)
    person.tabs_to("button", re.compile("^Copy"))
    person.presses("Return")
    person.reads("The sheet with your answers is copied. Anyone who gets the text can read it.")
    person.tabs_to("button", "Save My Answers as a File")
    person.presses("Return")
    saves_as(person, file)
    person.presses("Ctrl+P")
    person.hears("Page 1 of 1")
    person.presses("Ctrl+S")
    saves_as(person, sheet)
    assert sheet.read_bytes().startswith(b"%PDF-"), "that is no PDF"
    person.sees_no("frame", "Preview")
    # GTK notes it there, and a moment later it is taken out.
    person.waits_until(lambda: recent_files(person) and CANARY not in "".join(recent_files(person)),
                       "the file to be gone from the list")
    person.quits()
    file.unlink()
    sheet.unlink()
    is_nowhere_on_the_disk(person, CANARY)
    is_nowhere_on_the_disk(person, ANSWERED)


def dumps_core(folder):
    """Whether a program that crashes here leaves its memory behind."""
    subprocess.run(["sh", "-c", "ulimit -c unlimited && kill -SEGV $$"], cwd=folder, check=False)
    cores = list(folder.iterdir())
    for core in cores:
        core.unlink()
    return bool(cores)


def crashes(person, number):
    """Fill in the canary, and crash."""
    folder = person.world.folder / "cores"
    folder.mkdir(exist_ok=True)
    leaves = dumps_core(folder)
    path = person.world.folder / "start"
    path.write_text(f"#!/bin/sh\ncd '{folder}' && ulimit -c unlimited && exec '{person.program}' \"$@\"\n")
    path.chmod(0o700)
    person.program = str(path)
    writes_into_the_clinics_form(person)
    limits = pathlib.Path(f"/proc/{person.process.pid}/limits").read_text()
    # One byte is how a program says no where core dumps go to another program.
    assert re.search(r"^Max core file size +1 ", limits, re.M), limits
    person.process.send_signal(number)
    assert person.process.wait(timeout=30) == -number
    person.process = None
    assert not list(folder.iterdir()), "the crash left the answers behind"
    is_nowhere_on_the_disk(person, CANARY)
    person.note("other programs do leave their memory here" if leaves
                else "no program leaves its memory here, so the limit was only read")


for number in (signal.SIGSEGV, signal.SIGABRT):
    journey(f"A crash leaves no copy of the answers: {number.name}", number)(crashes)


@contextlib.contextmanager
def taking_core_dumps(folder):
    """Have the whole machine hand core dumps to a program that keeps them in a folder."""
    handler = folder / "handler"
    handler.write_text(f"#!/bin/sh\ncat > '{folder}'/core.$1\n")
    handler.chmod(0o700)
    before = CORE_PATTERN.read_text()
    CORE_PATTERN.write_text(f"|{handler} %p")
    try:
        yield
    finally:
        CORE_PATTERN.write_text(before)


def crashes_beside_a_taker(person):
    """Crash in turn with a program that does leave its memory."""
    folder = person.world.folder / "taken"
    folder.mkdir()
    writes_into_the_clinics_form(person)
    with taking_core_dumps(folder):
        for crash in (person.process, subprocess.Popen(["sleep", "60"])):
            crash.send_signal(signal.SIGSEGV)
            assert crash.wait(timeout=30) == -signal.SIGSEGV
        taken = folder / f"core.{crash.pid}"
        person.waits_until(lambda: taken.exists() and taken.stat().st_size > 0,
                           "the other program’s memory")
    assert sorted(path.name for path in folder.iterdir()) == [taken.name, "handler"]
    person.process = None


# It changes the machine for a moment, so only who asks for it gets it.
if os.environ.get("NW_CORE_PATTERN"):
    journey("A crash gives no copy of the answers to a program that takes core dumps")(
        crashes_beside_a_taker)

main()
