#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""In Spanish, with the catalog and the content that are shipped: nothing is
cut in a narrow window, nothing stands there in English, and every control has
an access key of its own."""

from journey import journey, main, translation
from letters import faults_of_letters
from places import NOT_OURS, PLACES, STILL

NARROW = {"window-width": "360", "window-height": "640"}


def check_spanish(person, name, come_to):
    come_to(person)
    faults = person.layout_faults()
    english = translation.english("es")
    faults += [f"in English: {node.spoken()}" for node in person.tree_as_shown().walk()
               if {node.name, node.description} & english]
    person.takes_picture(f"{name}-es")
    if name != "shortcuts":
        faults += faults_of_letters(person.access_keys())
    assert not faults, "\n".join(faults)


for place, come_to_it in PLACES.items():
    if place not in NOT_OURS:
        journey(f"In Spanish: {place}", place, come_to_it,
                language="es", settings=NARROW, desktop=STILL)(check_spanish)

main()
