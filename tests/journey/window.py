#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window itself: its pages by key, its menu, and what is kept of it."""

from journey import journey, main


@journey("Alt and a number go to a page")
def pages_by_key(person):
    person.starts_the_program()
    for number, name in (("2", "Screen"), ("3", "Prepare"), ("1", "Read")):
        person.presses(f"Alt+{number}")
        person.waits_until(lambda: "selected" in person.sees("page tab", name).states,
                           f"the page {name}")


@journey("F10 opens the menu, and Escape gives the focus to its button")
def menu_by_key(person):
    person.starts_the_program()
    person.presses("F10")
    person.hears("Larger Text")
    person.presses("Up")
    person.hears("About Needlewise")
    person.presses("Escape")
    person.hears("Main Menu")


main()
