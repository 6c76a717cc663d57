#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every element of every place has one short true name and the right role; it
is heard by the arrow keys, as `reading.py` has it; it has its place, as `layout.py`
has it, and from right to left the mirrored one; and where it has words, an access
key that does what the control does."""

import re

from journey import journey, main
from journey.tree import INTERACTIVE
from letters import faults_of_letters, follow_letter
from places import PLACES, STILL
from reading import check_reading

CLASS_NAME = re.compile(r"^(Gtk|Gdk|Nw|G)[A-Z][a-z]+\w*$")
ACCESS_KEY = re.compile(r"(^|\s)_\w|\w_(\w|\s|$)")
# Addresses, and where the files are, may hold an underscore of their own.
PLACE = re.compile(r"\S*://\S*|(?<!\S)/\w\S*")

# GTK names these by their class, and no screen reader speaks them.
UNSPOKEN = frozenset(("application", "filler", "scroll bar", "scroll pane"))

# The headings of the three pages, of which GTK 4.8 would tell all that were ever shown.
PAGES = ("Top reasons to use acupuncture for back pain relief",
         "Questions Before Acupuncture for Back Pain", "Before the First Appointment")

# GTK’s own windows, and a menu; the article is long, and read by `test-reading-keys.c`.
NOT_READ = ("about", "menu", "read", "shortcuts")

# GTK’s own window, which has no control with words.
WITHOUT_LETTERS = ("shortcuts",)


def is_interactive(node):
    # A point of a bulleted list is read and not acted on.
    return "focusable" in node.states or node.role in INTERACTIVE - {"list item"}


def is_doubled(name):
    """“Next Next” and “_Next Next”."""
    words = name.replace("_", "").split()
    half = len(words) // 2
    return len(words) % 2 == 0 and half > 0 and words[:half] == words[half:]


def faults_of(node):
    """What is wrong with one element, in words."""
    if node.role in UNSPOKEN:
        return
    if is_interactive(node) and not node.name.strip():
        yield "has no name"
    if CLASS_NAME.match(node.name):
        yield "is called by its class"
    if is_interactive(node) and is_doubled(node.name):
        yield "says its name twice"
    if ACCESS_KEY.search(PLACE.sub("", node.name)):
        yield "shows the mark of its access key"
    if node.description and node.description == node.name:
        yield "is described by its name"
    if node.role in ("image", "icon") and not node.name.strip():
        yield "is a picture without words, and not hidden"


def faults_below(root):
    shown = {node.name for node in root.walk() if node.role == "heading"} & set(PAGES)
    if len(shown) > 1:
        yield f"pages that are not shown are in the tree: {sorted(shown)}"
    for node in root.walk():
        for fault in faults_of(node):
            path = " › ".join(above.role for above in [*node.ancestors()[-3:], node])
            yield f"{node.spoken()} {fault}; it is {path}"


def check_place(person, name):
    PLACES[name](person)
    if name == "prepare":
        person.presses("Alt+1", "Alt+2", "Alt+3")
        person.hears("Set the Date")
    faults = list(faults_below(person.tree()))
    person.takes_picture(f"{name}-as-it-comes")
    if name not in NOT_READ:
        check_reading(person)
    faults += person.mirror_faults()
    if name not in WITHOUT_LETTERS:
        faults += faults_of_letters(person.access_keys())
    assert not faults, "\n".join(faults)
    follow_letter(person, name)


for place in PLACES:
    journey(f"Every element is named, heard, and has its place and its letter: {place}",
            place, desktop=STILL)(check_place)

main()
