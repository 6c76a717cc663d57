#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing is cut, shortened, laid over something else or too small to hit: in
a narrow window, in large text, on a low screen and in the dark. As it comes and
from right to left, `names.py` looks at it."""

from journey import journey, main
from places import PLACES, STILL

SHAPES = {
    "360 px wide": {"settings": {"window-width": "360", "window-height": "640"}},
    "text at 200 %": {"settings": {"text-scale": "2.0"}},
    "text at 200 % in 360 px": {
        "settings": {"text-scale": "2.0", "window-width": "360", "window-height": "640"}},
    "a screen of 1024 by 600": {
        "settings": {"window-width": "1024", "window-height": "600"}, "screen": (1024, 600)},
    "dark": {"environment": {"GTK_THEME": "Adwaita:dark"}},
}


def check_layout(person, name, shape, come_to):
    come_to(person)
    faults = person.layout_faults()
    person.takes_picture(f"{name} {shape}".replace(" ", "-").replace("-%", ""))
    assert not faults, "\n".join(faults)


# GTK’s own windows and the menu look the same on every page, and the list of
# countries is one that Prepare has, too: as they come is enough.
ONCE = ("menu", "country", "shortcuts", "about")

# A long way to go, over pages that are walked in each shape already.
LONG = ("saved", "saved-form", "review", "result", "form", "form-question", "form-result")
HARDEST = "text at 200 % in 360 px"

# A page of paper is as large as its letters: one scrolls over it in two directions.
SCROLLED = ("preview",)

for shape, world in SHAPES.items():
    for name, come_to in PLACES.items():
        if (name in ONCE or name in LONG and shape != HARDEST
                or name in SCROLLED and "200 %" in shape):
            continue
        journey(f"Everything has its place: {name}, {shape}",
                name, shape, come_to, desktop=STILL, **world)(check_layout)

main()
