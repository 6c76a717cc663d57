#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A clinic's own form: opened by the command line, filled in, and what is not a form."""

import pathlib
import subprocess

from journey import journey, main

FORM = pathlib.Path(__file__).resolve().parents[1] / "fixtures" / "clinic-form.json"


def opens_again(person, path):
    """Open a file while the window is there, as a file manager does."""
    person.note(f"opens {path}")
    second = subprocess.run([person.program, str(path)], env=person.world.env, check=False,
                            timeout=30)
    assert second.returncode == 0, second


@journey("A clinic’s form is opened by the command line and filled in by keyboard")
def fills_in(person):
    person.starts_the_program(str(FORM))
    person.hears("Before Your First Visit")
    person.reads("It is not from Needlewise")
    person.tabs_to("button", "Begin")
    person.presses("Return")
    person.hears("Question 1 of 2: Your Pain")
    person.reads("It opens clinic.example in your browser.")
    person.chooses("Neck")
    person.presses("Return")
    person.hears("Question 2 of 2")
    person.tabs_to("button", "Next")
    person.presses("Return")
    person.hears("Your Answers")
    person.tabs_to("button", "Show My Result")
    person.presses("Return")
    person.hears("The Form Is Filled In")
    person.reads("Please call us first")
    person.reads("It is not from Needlewise")


@journey("A second start opens the form in the first window, and a bad file says what is wrong")
def second_start(person):
    person.starts_the_program("--page=screen")
    opens_again(person, FORM)
    person.hears("Before Your First Visit")
    assert len(person.display.windows()) == 1, person.display.windows()
    opens_again(person, "/")
    person.hears("The Form Can’t Be Shown")
    person.reads("a folder; expected a file")
    person.tabs_to("button", "Back to the Questions")
    person.presses("Return")
    person.hears("Before Your First Visit")
    person.tabs_to("button", "Back to Our Questions")
    person.presses("Return")
    person.hears("Questions Before Acupuncture for Back Pain")


main()
