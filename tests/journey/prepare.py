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


main()
