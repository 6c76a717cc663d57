#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers that are saved to go on with another day, and removed again."""

from journey import journey, main


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
    person.tabs_to("button", "Forget My Answers")
    person.presses("Return")
    person.hears("What is saved on this computer goes, too.")
    person.tabs_to("button", "Forget Them")
    person.presses("Return")
    person.reads("Your answers are forgotten.")
    assert not kept.exists(), "the saved answers are still there"
    person.sees_no("button", "Continue Where You Left Off")


main()
