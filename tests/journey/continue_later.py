#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers that are saved to go on with another day, and removed again."""

import pathlib

from journey import journey, main

FORM = pathlib.Path(__file__).resolve().parents[1] / "fixtures" / "clinic-form.json"


def forgets(person):
    """Forget the answers that are shown, and those that are saved."""
    person.tabs_to("button", "Forget My Answers")
    person.presses("Return")
    person.hears("What is saved on this computer goes, too.")
    person.tabs_to("button", "Forget Them")
    person.presses("Return")
    person.reads("Your answers are forgotten.")


@journey("Answers are saved, offered at the next start, gone on with, and forgotten")
def comes_back(person):
    kept = person.world.data_folder / "needlewise" / "answers.json"
    person.starts_the_program("--page=screen")
    person.tabs_to("button", "Begin")
    person.presses("Return")
    person.hears("Question 1 of 7")
    person.chooses("Myself")
    person.chooses("No")
    assert not kept.exists(), "answers are kept without being asked to"
    person.presses("Return")
    person.hears("Question 2 of 7")
    person.presses("Ctrl+S")
    person.reads("Saved on this computer, for you alone.")
    assert kept.stat().st_mode & 0o777 == 0o600, "others can read the answers"
    person.quits()

    person.starts_the_program("--page=screen")
    person.reads("You saved answers")
    person.tabs_to("button", "Continue Where You Left Off")
    person.presses("Return")
    person.hears("Question 2 of 7")
    forgets(person)
    assert not kept.exists(), "the saved answers are still there"
    person.sees_no("button", "Continue Where You Left Off")


def copy_of_form(person, name, *change):
    """The clinic's form as a file of the person's own."""
    path = person.world.folder / name
    path.write_text(FORM.read_text().replace(*change) if change else FORM.read_text())
    return path


def saves(person, path):
    """Answer the first page of a form, and ask to have it kept."""
    person.starts_the_program(str(path))
    person.tabs_to("button", "Begin")
    person.presses("Return")
    person.hears("Question 1 of 2")
    person.chooses("Low back")
    person.presses("Return")
    person.hears("Question 2 of 2")
    person.presses("Ctrl+S")


@journey("A clinic’s form is saved with its answers, gone on with when its file is gone, and finished")
def comes_back_to_a_form(person):
    kept = person.world.data_folder / "needlewise" / "form-answers.json"
    path = copy_of_form(person, "clinic-form.json")
    saves(person, path)
    person.reads("Saved on this computer, for you alone.")
    assert kept.stat().st_mode & 0o777 == 0o600, "others can read the answers"
    assert kept.parent.stat().st_mode & 0o777 == 0o700, "others can look into the folder"
    # What follows goes along.
    person.tabs_to("text", "What do you hope for?")
    person.types("To sleep")
    person.quits()

    path.unlink()
    person.starts_the_program("--page=screen")
    person.reads("You saved answers to “Before Your First Visit”")
    person.tabs_to("button", "Continue With That Form")
    person.presses("Return")
    person.hears("“Your Answers”")
    person.reads("This form is from the file “clinic-form.json”.")
    person.reads("Low back")
    person.reads("To sleep")
    person.tabs_to("button", "Show My Result")
    person.presses("Return")
    person.hears("The Form Is Filled In")
    person.quits()
    assert not kept.exists(), "a form that is finished is still kept"
    person.starts_the_program("--page=screen")
    person.sees_no("button", "Continue With That Form")


@journey("Answers to another form take the place of those saved only after it was said")
def another_form(person):
    kept = person.world.data_folder / "needlewise" / "form-answers.json"
    saves(person, copy_of_form(person, "clinic-form.json"))
    person.reads("Saved on this computer, for you alone.")
    person.quits()
    before = kept.read_bytes()

    saves(person, copy_of_form(person, "second.json", "first-visit", "second-visit"))
    person.hears("Saving these deletes those to “Before Your First Visit” that you saved")
    person.tabs_to("button", "Keep Those")
    person.presses("Return")
    person.hears("Question 2 of 2")
    assert kept.read_bytes() == before, "the answers to the first form are gone"
    person.presses("Ctrl+S")
    person.tabs_to("button", "Save These")
    person.presses("Return")
    person.reads("Saved on this computer, for you alone.")
    person.hears("Question 2 of 2")
    assert b"second-visit" in kept.read_bytes()

    forgets(person)
    assert not list(kept.parent.glob("form-answers*")), "something of it is still there"


main()
