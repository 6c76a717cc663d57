#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole way on a clean account, by keyboard alone: read, screen, prepare,
come back another day."""

import re

from journey import journey, main


def answers(person, question, *choices):
    """Hear a question, choose answers, go on."""
    person.hears(question)
    for choice in choices:
        person.chooses(choice)
    person.presses("Return")


@journey("The whole way by keyboard: read, screen, change an answer, prepare, come back")
def whole_way(person):
    person.starts_the_program()
    person.hears("Top reasons to use acupuncture for back pain relief")
    person.tabs_to("list item", "Sources", key="Shift+Tab")
    person.presses("Return")
    person.hears("“Sources” grouping")
    person.tabs()
    person.hears(re.compile(" link"))

    person.presses("Alt+2")
    person.hears("Questions Before Acupuncture for Back Pain")
    person.tabs_to("button", "Begin")
    person.presses("Return")
    answers(person, "Question 1 of 7", "Myself", "No")
    answers(person, "Question 2 of 7", "None of these")
    answers(person, "Question 3 of 7", "None of these")
    answers(person, "Question 4 of 7: Are you pregnant", "No")
    answers(person, "Question 5 of 7: Do you have a pacemaker", "Yes", "Pacemaker")
    answers(person, "Question 6 of 7", "No")
    answers(person, "Question 7 of 7", "None of these")
    person.hears("Your Answers")
    person.tabs_to("button", "Show My Result")
    person.presses("Return")
    person.hears("Ask First")

    person.presses("Alt+Left")
    person.hears("Your Answers")
    person.tabs_to("button", re.compile("^Change: Do you have a pacemaker"))
    person.presses("Return")
    person.hears("“Yes” radio button checked")
    person.presses("Up")
    person.hears("“No” radio button checked")
    person.presses("Return")
    person.hears("“Change: Do you have a pacemaker")
    person.tabs_to("button", "Show My Result")
    person.presses("Return")
    person.hears("Nothing Found")

    person.presses("Alt+3")
    person.hears("Before the First Appointment")
    person.tabs_to("button", "Set the Date")
    person.presses("Return")
    person.hears("“Date” text")
    person.presses("Return")
    person.hears("Type a date, such as")
    person.types("12 December 2037")
    person.tabs_to("text", "Time")
    person.types("10:30")
    person.tabs_to("button", "Keep This Date")
    person.presses("Return")
    person.reads("12 December 2037")
    person.quits()

    person.starts_the_program()
    person.sees("frame", "Prepare · Needlewise")
    person.reads("12 December 2037")


main()
