#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Access keys in what lies over a page. That every control with words has a
letter, and that Alt with it does what the control does, is looked at in each
place by `names.py` and, in Spanish, by `spanish.py`; see `letters.py`."""

from journey import journey, main
from places import PLACES


@journey("An item of the menu is chosen by its letter")
def item_of_the_menu(person):
    PLACES["menu"](person)
    person.presses("v")
    person.sees("frame", "Privacy")


@journey("In what lies over the page only its own letters count")
def over_the_page(person):
    PLACES["question"](person)
    before = {key.text: key.letters for key in person.access_keys()}
    person.presses("Alt+" + before["Question 1 of 7"])
    person.hears("“Who Is This For?” button")
    person.presses("Alt+" + before["Emergency Signs"])
    keys = person.access_keys()
    assert "Emergency Signs" not in [key.text for key in keys], keys
    key = next(key for key in keys if key.text == "Who Is This For?")
    person.presses(f"Alt+{key.letters}")
    person.hears("Question 1 of 7")


main()
