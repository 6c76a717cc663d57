#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole way with the real Orca: what it speaks is kept in transcripts/.

Versions of Orca word the same things differently, so a transcript counts for
the version in its name, and without one for this version nothing is run. After a change that is meant, read what
JOURNEY_UPDATE=1 tests/journey/orca.py writes, aloud.
"""

import datetime
import os
import pathlib
import re

from journey import journey, main
from journey.orca import Orca, version
from places import has_an_appointment

TRANSCRIPTS = pathlib.Path(__file__).parent / "transcripts"
# GTK warns that it cannot say where things are on the screen; Orca asks.
WORLD = {"environment": {"G_DEBUG": "fatal-criticals"}}


def spoken(lines):
    """Without the keys, which are there to be read."""
    return [line for line in lines if not line.startswith("[")]


def of_any_day(line):
    """A transcript is compared on other days, too."""
    today = datetime.date.today()
    return line.replace(f"{today.day} {today:%B %Y}", "(today)")


def compare(name, orca):
    kept = TRANSCRIPTS / f"{name}.orca-{version()}.txt"
    now = [of_any_day(line) for line in orca.transcript]
    if "JOURNEY_UPDATE" in os.environ:
        TRANSCRIPTS.mkdir(exist_ok=True)
        kept.write_text("\n".join(now) + "\n", encoding="utf-8")
    wanted = kept.read_text(encoding="utf-8").splitlines()
    assert spoken(now) == spoken(wanted), (
        f"Orca says otherwise than {kept}:\n" + "\n".join(now))


def answers(orca, question, *choices):
    """Hear the question, choose answers, go on."""
    orca.hears(question)
    for choice in choices:
        orca.chooses(choice)
    orca.presses("Return")


@journey("Orca reads a section of the article, all that is written in it", **WORLD)
def reads(person):
    orca = Orca(person, "--page=read")
    orca.tabs_to("list item", "Opening", key="Shift+Tab")
    orca.tabs_to("list item", "A session", key="Down")
    orca.presses("Return")
    orca.hears("What a session is like")
    orca.tabs_to("grouping", "When not to wait", key="Down")
    orca.presses("Alt+2")
    orca.hears("Questions Before Acupuncture for Back Pain")
    orca.tabs_to("button", "Begin", key="Down")
    compare("read", orca)


@journey("Orca speaks the whole screening: an error, a change of answer, the result", **WORLD)
def screens(person):
    orca = Orca(person, "--page=screen")
    orca.presses("Return")
    orca.hears("Question 1 of 7")
    orca.presses("Return")
    orca.hears("Please choose an answer")
    orca.presses("space")
    orca.hears("selected")
    orca.chooses("No")
    orca.presses("Ctrl+Z")
    orca.hears("Undone")
    orca.presses("Shift+Ctrl+Z")
    orca.hears("Done again")
    orca.presses("Return")
    answers(orca, "Question 2 of 7", "None of these")
    answers(orca, "Question 3 of 7", "None of these")
    answers(orca, "Question 4 of 7", "No")
    answers(orca, "Question 5 of 7", "Yes", "Pacemaker")
    answers(orca, "Question 6 of 7", "No")
    answers(orca, "Question 7 of 7", "None of these")
    orca.hears("Your Answers")
    orca.tabs_to("button", re.compile("^Change: Do you have a pacemaker"))
    orca.presses("Return")
    orca.hears("Yes")
    orca.tabs("Up")
    orca.presses("Return")
    orca.hears("Change: Do you have a pacemaker")
    orca.tabs_to("button", "Show My Result")
    orca.presses("Return")
    orca.hears("Nothing Found")
    orca.tabs_to("button", "Emergency Signs", key="Down")
    compare("screen", orca)


@journey("Orca speaks the first appointment, and a licence that was looked up", **WORLD)
def prepares(person):
    orca = Orca(person, "--page=prepare")
    orca.presses("Return")
    orca.hears("Date")
    orca.presses("Return")
    orca.hears("Type a date, such as")
    orca.types("12 December 2037")
    orca.tabs_to("text", "Time")
    orca.types("10:30")
    orca.tabs_to("button", "Keep This Date")
    orca.presses("Return")
    orca.hears("Change the First Appointment")
    orca.tabs_to("button", "Check the Licence")
    orca.presses("Return")
    orca.hears("Find your country")
    orca.types("calif")
    orca.presses("Return")
    orca.hears("Change the country, now United States")
    orca.tabs_to("radio button", "Not looked up yet", key="Ctrl+Down")
    orca.tabs("Down")
    orca.tabs_to("button", "Copy as Text", key="Ctrl+Down")
    compare("prepare", orca)


@journey("Orca speaks the strip that says what is due, and how it goes", **WORLD)
def due(person):
    has_an_appointment(person, 1)
    orca = Orca(person, "--page=read")
    orca.hears("The licence and the insurance are not checked yet")
    orca.tabs_to("button", "Remind Me Tomorrow", key="Ctrl+Up")
    orca.presses("Return")
    orca.hears("Opening")
    compare("due", orca)


if list(TRANSCRIPTS.glob(f"*.orca-{version()}.txt")) or "JOURNEY_UPDATE" in os.environ:
    main()
else:
    main("Orca of a version whose words are in tests/journey/transcripts")
