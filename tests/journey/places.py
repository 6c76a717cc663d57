# SPDX-License-Identifier: GPL-3.0-or-later
"""Every place of the program that a person can come to, and the keys to it."""


def read(person):
    person.starts_the_program("--page=read")


def screen(person):
    person.starts_the_program("--page=screen")


def prepare(person):
    person.starts_the_program("--page=prepare")


def menu(person):
    person.starts_the_program("--page=read")
    person.presses("F10")
    person.hears("Larger Text")


def shortcuts(person):
    person.starts_the_program("--page=read")
    person.presses("Ctrl+?")
    person.sees(name="Shortcuts")
    person.tabs()


def about(person):
    person.starts_the_program("--page=read")
    person.presses("F10", "Up", "Return")
    person.sees(name="About Needlewise")
    person.tabs()


PLACES = {
    "read": read,
    "screen": screen,
    "prepare": prepare,
    "menu": menu,
    "shortcuts": shortcuts,
    "about": about,
}
