#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A disk that does not take or give what a person wrote, or another program that writes there:
the window tells, and nothing is lost."""

import contextlib
import fcntl
import os
import pathlib
import re

from journey import journey, main


def lets_calls_fail(person, call, error):
    """Start the program with a library that fails calls as long as a file is there."""
    switch = person.world.folder / "fails"
    path = person.world.folder / "start"
    path.write_text(f"""#!/bin/sh
export LD_PRELOAD='{os.environ["FAULTS_LIBRARY"]}' FAULT_FOLDER='{person.world.data_folder}/needlewise'
export FAULT_CALL={call} FAULT_ERRNO={error} FAULT_AT=1 FAULT_ON=1 FAULT_WHILE='{switch}'
exec '{person.program}' "$@"
""")
    path.chmod(0o700)
    person.program = str(path)
    return switch


def writes_a_name(person, name):
    """Write down whom to look up."""
    person.presses("Alt+3")
    person.tabs_to("button", "Check the Licence")
    person.presses("Return")
    person.tabs_to("text", "Practitioner’s full name")
    person.types(name)


def holds(person, name):
    plan = person.world.data_folder / "needlewise" / "plan.json"
    return plan.exists() and name in plan.read_text()


@journey("A full disk is told in the window, and trying again keeps what was written")
def full_disk(person):
    switch = lets_calls_fail(person, "write", 28)
    person.starts_the_program()
    switch.touch()
    writes_a_name(person, "Ann Example")
    person.reads(re.compile("not kept yet .*No space left on device"))
    assert not holds(person, "Ann Example")
    switch.unlink()
    person.tabs_to("button", "Try Again")
    person.presses("Return")
    person.waits_until(lambda: holds(person, "Ann Example"), "the name on the disk")
    person.sees_no("button", "Try Again")


@journey("A damaged file is told in the window, and set aside")
def damaged(person):
    folder = person.world.data_folder / "needlewise"
    folder.mkdir(mode=0o700)
    (folder / "plan.json").write_text('{"format":1,"licence":{"practition')
    (folder / "plan.previous.json").write_text(
        '{"format":1,"licence":{"practitioner":"Ann Example"}}')
    person.starts_the_program("--page=prepare")
    person.reads(re.compile("were damaged.*plan.damaged-20"))
    person.tabs_to("button", "Check the Licence")
    person.presses("Return")
    person.tabs_to("text", "Practitioner’s full name")
    person.presses("End")
    person.types(" again")
    person.waits_until(lambda: holds(person, "Ann Example again"), "the copy, gone on with")
    assert len(list(folder.glob("plan.damaged-20*.json"))) == 1


def begins_the_questions(person):
    person.presses("Alt+2")
    person.tabs_to("button", "Begin")
    person.presses("Return")
    person.hears("Question 1 of 7")
    person.chooses("Myself")


def answers_of(person):
    return person.world.data_folder / "needlewise" / "answers.json"


@journey("A full disk is told where answers are saved, and trying again saves them")
def full_disk_for_answers(person):
    switch = lets_calls_fail(person, "write", 28)
    person.starts_the_program()
    begins_the_questions(person)
    switch.touch()
    person.presses("Ctrl+S")
    person.reads("No space left on device")
    assert not answers_of(person).exists()
    switch.unlink()
    person.tabs_to("button", "Try Again")
    person.presses("Return")
    person.reads("Saved on this computer, for you alone.")
    assert "QuestionnaireResponse" in answers_of(person).read_text()


def a_newer_program_wrote(person, name, text):
    """A file of a format that is not known yet. Returns it."""
    file = person.world.data_folder / "needlewise" / name
    file.parent.mkdir(mode=0o700)
    file.write_text(text)
    return file


@journey("Notes of a newer program are read, and stay as they are")
def newer_plan(person):
    text = '{"format":99,"licence":{"practitioner":"Ann Example"},"unheard-of":true}'
    file = a_newer_program_wrote(person, "plan.json", text)
    person.starts_the_program("--page=prepare")
    person.reads("A newer Needlewise wrote your notes.")
    person.tabs_to("button", "Check the Licence")
    person.presses("Return")
    person.tabs_to("text", "Practitioner’s full name")
    person.hears("Ann Example")
    person.presses("End")
    person.types(" again")
    person.quits()
    assert file.read_text() == text


@journey("Answers of a newer program are told, and nothing is saved over them")
def newer_answers(person):
    text = '{"format":99,"saved":"2031-02-03T04:05:06Z","unheard-of":true}'
    file = a_newer_program_wrote(person, "answers.json", text)
    person.starts_the_program("--page=screen")
    person.reads("A newer Needlewise saved your answers. They can’t be read here")
    begins_the_questions(person)
    person.presses("Ctrl+S")
    person.quits()
    assert file.read_text() == text


@journey("Answers of a newer program are gone on with, and stay as they are until they are deleted")
def newer_answers_read(person):
    kept = pathlib.Path(__file__).parents[1] / "fixtures" / "kept" / "answers-1.json"
    text = kept.read_text().replace('"format": 1,', '"format": 99, "unheard-of": true,', 1)
    file = a_newer_program_wrote(person, "answers.json", text)
    person.starts_the_program("--page=screen")
    person.reads("A newer Needlewise saved your answers. You can go on with them here")
    person.tabs_to("button", "Continue Where You Left Off")
    person.presses("Return")
    person.hears("Question 2 of 7")
    person.chooses("None of these")
    person.presses("Ctrl+S")
    person.sees("button", "Try Again")
    person.presses("Alt+Left")
    person.hears("Question 1 of 7")
    person.presses("Alt+Left")
    person.tabs_to("button", "Delete the Saved Answers")
    assert file.read_text() == text
    person.presses("Return")
    person.reads("The saved answers are deleted.")
    assert not file.exists()


@journey("Settings that can’t be read are told, and stay as they are", screen=(360, 800))
def unreadable_settings(person):
    file = person.world.folder / "home" / "config" / "glib-2.0" / "settings" / "keyfile"
    before = b"[io/github/needlewise/Needlewise]\npage='\xff'\n"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(before)
    person.starts_the_program()
    person.reads(re.compile("Your settings can’t be read .*keyfile: it is damaged"))
    person.presses("Alt+3")
    person.tabs_to("button", "Dismiss")
    person.presses("Return")
    person.sees_no("button", "Dismiss")
    person.quits()
    assert file.read_bytes() == before


@contextlib.contextmanager
def another_program(person):
    """Be a second Needlewise, of another session, that keeps its notes in the same home."""
    folder = person.world.data_folder / "needlewise"
    folder.mkdir(mode=0o700, exist_ok=True)
    with open(folder / ".lock", "w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield folder / "plan.json"


@journey("While another Needlewise keeps notes the window tells, and keeps its own afterwards")
def waits_for_another_program(person):
    with another_program(person):
        person.starts_the_program()
        writes_a_name(person, "Ann Example")
        person.reads(re.compile("not kept yet .*running a second time"))
        assert not holds(person, "Ann Example")
    person.tabs_to("button", "Try Again")
    person.presses("Return")
    person.waits_until(lambda: holds(person, "Ann Example"), "the name on the disk")


@journey("What another Needlewise has written is not written over")
def spares_another_program(person):
    text = '{"format":1,"licence":{"practitioner":"Bea Example"}}'
    with another_program(person) as plan:
        person.starts_the_program()
        writes_a_name(person, "Ann Example")
        person.reads(re.compile("not kept yet .*running a second time"))
        plan.write_text(text)
    person.tabs_to("button", "Try Again")
    person.presses("Return")
    person.reads("Another Needlewise has changed your notes. Your last change here is not kept.")
    person.hears(re.compile("Another Needlewise has changed your notes.*Try Again"))
    person.presses("Return")
    person.reads("Bea Example")
    person.quits()
    assert plan.read_text() == text


main()
