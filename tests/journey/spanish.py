#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""In Spanish, with the catalog and the content that are shipped: nothing is
cut in a narrow window, and nothing stands there in English."""

from journey import journey, main, translation
from places import NOT_OURS, PLACES

NARROW = {"window-width": "360", "window-height": "640"}


def check_spanish(person, name, come_to):
    come_to(person)
    faults = person.layout_faults()
    english = translation.english("es")
    faults += [f"in English: {node.spoken()}" for node in person.tree_as_shown().walk()
               if {node.name, node.description} & english]
    person.takes_picture(f"{name}-es")
    assert not faults, "\n".join(faults)


for place, come_to_it in PLACES.items():
    if place not in NOT_OURS:
        journey(f"In Spanish: {place}", place, come_to_it,
                language="es", settings=NARROW)(check_spanish)

main()
