#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page Prepare by keyboard."""

from journey import journey, main
from places import has_an_appointment, licence


@journey("A country is found by keys: the list is one stop, and typing finds")
def country(person):
    licence(person)
    person.presses("Tab")
    person.hears("“Australia” list item")
    person.presses("Down")
    person.hears("“Brazil” list item")
    person.types("ger")
    person.hears("“Find your country”")
    person.presses("Down")
    person.hears("“Germany” list item")
    person.presses("Return")
    person.hears("Change the country, now Germany")


@journey("A state is found by its name, its parts are one stop, and not found is advice")
def state(person):
    licence(person)
    person.types("calif")
    person.presses("Return")
    person.hears("Change the country, now United States")
    person.presses("Tab")
    person.hears("“California” radio button checked")
    person.presses("Tab")
    person.hears("link")
    person.presses("Shift+Tab")
    person.hears("“California” radio button checked")
    person.presses("Down")
    person.hears("“South Dakota” radio button checked")
    person.tabs_to("radio button", "Not looked up yet")
    person.presses("Down", "Down", "Down")
    person.hears("“Not found” radio button checked")
    person.reads("Not found can have many reasons")


@journey("The call goes one question at a time, and a screen reader hears each")
def call(person):
    person.starts_the_program("--page=prepare")
    person.tabs_to("button", "Go Through the Call")
    person.presses("Return")
    person.hears("“Go Through the Call” grouping")
    person.tabs_to("radio button", "All questions at once")
    person.presses("Down")
    person.hears("“One at a time, during the call” radio button checked")
    person.tabs()
    person.hears("“1. Is acupuncture covered for my back pain?”")
    person.hears("“Question 1 of 10”")
    person.types("Yes")
    person.presses("Return")
    person.hears("“2. Do you pay for needles by hand only, or with electric current too?”")
    person.tabs_to("button", "Back")
    person.presses("Return")
    person.hears("“Question 1 of 10”")


def has_a_calendar(person):
    """A program that keeps a copy of what it is given."""
    kept = person.world.folder / "kept.ics"
    folder = person.world.data_folder / "applications"
    (folder / "calendar.desktop").write_text(
        "[Desktop Entry]\nType=Application\nName=Calendar\nMimeType=text/calendar;\n"
        f"Exec=cp -p %f {kept}\n")
    (folder / "mimeinfo.cache").write_text("[MIME Cache]\ntext/calendar=calendar.desktop;\n")
    return kept


def left_behind(person):
    return [path for path in person.world.folder.rglob("*.ics") if path.name != "kept.ics"]


@journey("The appointment opens in the calendar, and its file goes with the window")
def calendar(person):
    has_an_appointment(person, 30)
    kept = has_a_calendar(person)
    person.starts_the_program("--page=prepare")
    person.tabs_to("button", "Open in Calendar")
    person.presses("Return")
    person.waits_until(lambda: kept.exists() and kept.read_text().endswith("END:VCALENDAR\n"),
                       "the file in the calendar")
    assert kept.stat().st_mode & 0o777 == 0o600, oct(kept.stat().st_mode)
    person.reads("Handed to your calendar")
    person.quits()
    assert not left_behind(person), left_behind(person)


@journey("Without a calendar the window says so, and offers to save the file")
def no_calendar(person):
    has_an_appointment(person, 30)
    person.starts_the_program("--page=prepare")
    person.tabs_to("button", "Open in Calendar")
    person.presses("Return")
    person.reads("No calendar on this computer")
    person.sees("button", "Save…")


main()
