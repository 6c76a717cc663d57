#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page Prepare by keyboard."""

from journey import journey, main
from places import licence


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


main()
