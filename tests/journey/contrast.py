#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Text is told from its background by 4.5:1; icons, marks, the edges of fields
and the focus by 3:1: in light, dark and high contrast.

It is measured in pictures of the display. The layout probe says where things
stand; the colours come from the pixels. Letters are drawn without smoothing in
these worlds, so that a pixel is letter or paper and nothing between:

text    the most common colour is the paper. Each other colour that makes up a
        twentieth of the rest is a colour of the letters.
icon    the same with the farthest colour, as edges are smoothed.
mark    the farthest colour against what is around the mark.
field   of the lines of one pixel along its sides, the one farthest from what
        is around the field.
focus   each place where Tab stops is pictured with and without its focus; as
        many pixels as half its outline have changed.
"""

import re

from journey import journey, main
from journey.picture import contrast, named
from places import PLACES, STILL

TEXT = 4.5
REST = 3.0
# Of fewer pixels no colour is judged.
FEW = 6
# Paper may be shaded from one colour into another.
SHADE = 1.15

LOOKS = {
    "light": {},
    "dark": {"gtk-application-prefer-dark-theme": "1"},
    "high contrast": {"gtk-theme-name": "HighContrast"},
}


def farthest(colours, paper):
    """The colour that is told best from the paper, and how well."""
    return max(((contrast(colour, paper), colour) for colour, count in colours.items()
                if count >= FEW), default=(1.0, paper))


def most_common(colours):
    return colours.most_common(1)[0][0]


def is_between(colour, paper, other):
    """The lines under links are smoothed still: of a colour on the way from the
    paper to that of the letters."""
    way = [there - here for here, there in zip(paper, other)]
    part = max(colour[i] - paper[i] if way[i] > 0 else paper[i] - colour[i] for i in range(3))
    whole = max(abs(step) for step in way)
    return 0 < part < whole and all(
        abs(paper[i] + way[i] * part / whole - colour[i]) < 12 for i in range(3))


def measure_text(picture, part):
    colours = picture.colours(part)
    paper = most_common(colours)
    rest = {colour: count for colour, count in colours.items()
            if contrast(colour, paper) >= SHADE}
    least = sum(rest.values()) / 20
    letters = [(contrast(colour, paper), colour) for colour, count in rest.items()
               if count >= least
               and not any(count < rest[other] and is_between(colour, paper, other)
                           for other in rest)]
    return (*min(letters, default=(1.0, paper)), paper)


def measure_icon(picture, part):
    colours = picture.colours(part)
    paper = most_common(colours)
    return (*farthest(colours, paper), paper)


def measure_mark(picture, part):
    around = most_common(picture.ring(part.grown(3)))
    return (*farthest(picture.colours(part), around), around)


def measure_field(picture, part):
    around = most_common(picture.ring(part.grown(2)))
    lines = [most_common(picture.ring(part.grown(-inset))) for inset in range(3)]
    return (*max((contrast(line, around), line) for line in lines), around)


MEASURES = {"text": measure_text, "icon": measure_icon,
            "mark": measure_mark, "field": measure_field}


def faults_of_parts(person):
    picture = person.looks()
    for part in person.parts():
        if part.kind == "focus":
            continue
        ratio, colour, paper = MEASURES[part.kind](picture, part)
        wanted = TEXT if part.kind == "text" else REST
        if ratio < wanted:
            yield f"{part}: {named(colour)} on {named(paper)} is {ratio:.2f}:1, not {wanted}:1"


def faults_of_focus(person):
    """What is wrong with how the focus is drawn where it is now."""
    part = next((part for part in person.parts() if part.kind == "focus"), None)
    if part is None:
        yield f"the focus is nowhere: {person.transcript_of_focus()}"
        return
    drawn = person.looks()
    person.draws_focus(False)
    hidden = person.looks()
    person.draws_focus(True)
    changes = drawn.changes(hidden, part.grown(6))
    clear = sum(count for pair, count in changes.items() if contrast(*pair) >= REST)
    if clear < part.width + part.height:
        best = max((contrast(*pair) for pair, count in changes.items() if count >= FEW), default=1)
        yield f"{part}: {clear} pixels tell of the focus; the best by {best:.2f}:1"


def check_colours(person, look):
    faults = []
    for name, come_to in PLACES.items():
        if look != "light" and name in LIKE_OTHERS:
            continue
        come_to(person)
        person.layout_faults()
        faults += [f"{name}: {fault}" for fault in faults_of_parts(person)]
        person.leaves()
    assert not faults, "\n".join(faults)


def check_focus(person, name, key):
    PLACES[name](person)
    if key != "Tab":
        # The keys for reading come once the session has said that something reads.
        person.tabs("Tab")
        person.tabs("Shift+Tab")
    # Before the first key it is not drawn.
    person.tabs(key)
    person.layout_faults()
    faults = []
    passed = set()
    while person.focus.key not in passed and len(passed) < (12 if key == "Tab" else 4):
        passed.add(person.focus.key)
        faults += faults_of_focus(person)
        person.tabs(key)
    assert not faults, "\n".join(faults)


# Between them they have every kind of control.
FOCUSED = ("question", "appointment")

# All that they show is shown by another place too.
LIKE_OTHERS = ("screen", "question", "prepare", "shortcuts", "country")

for look, theme in LOOKS.items():
    world = {"desktop": {**STILL, **theme}, "smooth": False}
    journey(f"Colours are told apart: {look}", look, **world)(check_colours)
    for name in FOCUSED if look == "light" else FOCUSED[:1]:
        journey(f"The focus is seen: {name}, {look}", name, "Tab", **world)(check_focus)
    journey(f"The focus is seen on what is read, {look}", "screen", "Ctrl+Up",
            **world)(check_focus)

main()
