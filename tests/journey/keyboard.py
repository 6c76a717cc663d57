#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""By Tab one comes to everything, in reading order, and back again.

The order of each place is kept in goldens/. After a change that is meant:
JOURNEY_UPDATE=1 tests/journey/keyboard.py writes what is true now.
"""

import os
import pathlib

from journey import journey, main
from places import PLACES, STILL

GOLDENS = pathlib.Path(__file__).parent / "goldens"


def describe(stops):
    """One line for each place where the focus stops. States are not order."""
    return [f"{node.role}: {node.name}" for node in stops]


def check_keyboard(person, name, come_to):
    come_to(person)
    stops = person.tab_order()
    if name in OURS:
        check_order(name, stops)
    if name not in LONG:
        check_way_back(person, stops)


def check_order(name, stops):
    for node in stops:
        assert node.name.strip(), f"Tab stops at something without a name: {node.spoken()}"

    golden = GOLDENS / f"{name}.tabs"
    seen = describe(stops)
    if "JOURNEY_UPDATE" in os.environ:
        golden.write_text("".join(f"{line}\n" for line in seen))
    wanted = golden.read_text().splitlines()
    assert is_same_round(seen, wanted), \
        f"Tab goes another way than {golden} says:\n" + "\n".join(seen)


def is_same_round(seen, wanted):
    """A round has no beginning: versions of GTK differ in where it is entered."""
    return len(seen) == len(wanted) and any(
        seen[turn:] + seen[:turn] == wanted for turn in range(len(seen)))


def describe_groups(stops):
    """As describe(), but radio buttons by their group: from behind one comes
    to the last where none is chosen."""
    return [f"group: {node.parent.name}" if node.role == "radio button" else line
            for node, line in zip(stops, describe(stops))]


def check_way_back(person, stops):
    """Shift+Tab goes the same way back."""
    forth = describe_groups(stops)
    first, *back = describe_groups(person.tab_order(key="Shift+Tab"))
    assert [first, *reversed(back)] == forth, f"Shift+Tab goes another way: {back}"


# The article is a hundred links long; and in the window About, Tab goes from
# link to link within a label, unheard.
WALKED = ("screen", "question", "saved", "review", "result", "form", "form-question",
          "form-result", "prepare", "appointment", "insurance", "call", "questions",
          "preview", "menu", "preferences", "privacy", "shortcuts")

# A long way to go; that Tab goes the same way back is shown by the others.
LONG = ("saved", "saved-form", "review", "result", "form", "form-question", "form-result")

# What Tab stops at in a window of GTK’s own differs between its versions.
OURS = tuple(name for name in WALKED if name != "shortcuts")

for place in WALKED:
    journey(f"Tab goes in reading order, and Shift+Tab the same way back: {place}",
            place, PLACES[place], desktop=STILL)(check_keyboard)

main()
