#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What happens elsewhere than at the focus is said by the screen reader, once, and the focus
stays where it is."""

import re

from journey import journey, main
from places import PLACES, has_an_appointment


def stays(person, focus):
    """Nothing that is said in passing moves the focus."""
    assert person.focus.key == focus.key, person.transcript_of_focus()


@journey("What is undone and done again is said in passing")
def undone(person):
    PLACES["question"](person)
    person.chooses("Myself")
    person.presses("Ctrl+Z")
    person.hears_in_passing("Undone: Who are these answers for?")
    person.hears("“Myself” radio button not checked")
    person.presses("Shift+Ctrl+Z")
    person.hears_in_passing("Done again: Who are these answers for?")
    person.hears("“Myself” radio button checked")


@journey("A question that an answer brings is said in passing, and its going is not")
def further_question(person):
    PLACES["question"](person)
    ways = (("Myself", "No"), ("None of these",), ("None of these",), ("No",))
    for number, answers in enumerate(ways, start=1):
        person.hears(f"Question {number} of 7")
        for answer in answers:
            person.chooses(answer)
        person.presses("Return")
    person.hears("Question 5 of 7")
    person.chooses("No")
    person.announced.clear()
    person.presses("Down")
    focus = person.hears("“Yes” radio button checked")
    person.hears_in_passing("A further question: Which kind is it?")
    stays(person, focus)
    person.presses("Up")
    person.hears("“No” radio button checked")
    person.sees_no("check box", "Pacemaker")
    assert not any("further question" in text for text in person.announced), person.announced


@journey("A strip that comes by itself is said in passing")
def strip(person):
    has_an_appointment(person, 1)
    person.starts_the_program("--page=read")
    person.hears_in_passing("The licence and the insurance are not checked yet")
    stays(person, person.sees("grouping", "Top reasons to use acupuncture for back pain relief"))


@journey("What Find finds is said at each letter")
def found(person):
    PLACES["read"](person)
    person.presses("Ctrl+F")
    person.hears("Find in the article")
    person.announced.clear()
    for letters, wanted in (("endorphin", re.compile(r"^1 of \d+$")), ("zz", "Not found")):
        person.types(letters)
        person.hears_in_passing(wanted)


@journey("The size of the text is said when it is changed")
def larger(person):
    PLACES["preferences"](person)
    focus = person.focus
    person.presses("Return")
    person.hears_in_passing("Text size is 110%")
    stays(person, focus)


@journey("What was copied is said in passing")
def copied(person):
    PLACES["licence"](person)
    person.tabs_to("button", "Copy as Text")
    focus = person.focus
    person.presses("Return")
    person.hears_in_passing("opied")
    stays(person, focus)


main()
