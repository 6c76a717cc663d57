#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The other display system: a shorter way by keyboard, with no X at all."""

from journey import journey, main


@journey("By keyboard on Wayland: pages, menu, questions, a date, another day",
         display_system="wayland")
def on_wayland(person):
    person.starts_the_program()
    person.hears("Top reasons to use acupuncture for back pain relief")
    person.presses("F10")
    person.hears("Larger Text")
    person.presses("Escape")
    person.hears("Main Menu")

    person.presses("Alt+2")
    person.hears("Questions Before Acupuncture for Back Pain")
    person.tabs_to("button", "Begin")
    person.presses("Return")
    person.hears("Question 1 of 7")
    person.presses("Return")
    person.hears("Please choose an answer")
    person.chooses("Myself")
    person.chooses("No")
    person.presses("Return")
    person.hears("Question 2 of 7")
    person.presses("Alt+Left")
    person.hears("Question 1 of 7")
    person.tabs_to("radio button", "Myself")
    person.hears("“Myself” radio button checked")
    person.presses("Ctrl+Z")
    person.hears("“No” radio button not checked")

    person.presses("Ctrl+,")
    person.hears("Larger Text")
    person.presses("Escape")
    person.hears("“No” radio button not checked")

    person.presses("Alt+3")
    person.hears("Before the First Appointment")
    person.tabs_to("button", "Set the Date")
    person.presses("Return")
    person.hears("“Date” text")
    person.types("12 December 2037")
    person.tabs_to("button", "Keep This Date")
    person.presses("Return")
    person.hears("Type a time")
    person.types("10:30")
    person.presses("Return")
    person.reads("12 December 2037, 10:30")
    person.quits()

    person.starts_the_program()
    person.sees("frame", "Prepare · Needlewise")
    person.reads("12 December 2037, 10:30")


main()
