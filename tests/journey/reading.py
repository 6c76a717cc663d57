# SPDX-License-Identifier: GPL-3.0-or-later
"""By the arrow keys one hears all that is written, in the order in which it stands.

GTK 4.8 does not tell a screen reader where a text is, so it speaks what takes the
focus and nothing else.
"""

from journey.tree import INTERACTIVE

# What is said of these is their name; what is written in them is no other text.
WHOLE = INTERACTIVE - {"list item"}
WRITTEN = ("label", "heading", "image")


def is_written(node):
    return (node.role in WRITTEN and node.name.strip() != ""
            and not any(above.role in WHOLE
                        or above.role == "list item" and "focusable" in above.states
                        for above in node.ancestors()))


def content_of(person):
    """What is in the window besides its header bar."""
    root = person.tree()
    focus = next(node for node in root.walk() if node.key == person.focus.key)
    frame = [above for above in focus.ancestors() if above.role in ("frame", "dialog")][-1]
    return next(child for child in frame.children
                if any(node.key == focus.key for node in child.walk()))


def label_of(nodes, place):
    """What stands before a field and is its name."""
    before = [node for node in nodes[:place] if is_written(node)][-1:]
    return {node.key for node in before if node.name == nodes[place].name}


def goes(person, key, unheard, nodes):
    """Press a key until nothing is left that was not heard. Returns where the
    focus went, as numbers of the nodes."""
    places = {node.key: place for place, node in enumerate(nodes)}
    way = []
    while unheard:
        left = ", ".join(f"“{node.name}”" for node in nodes if node.key in unheard)
        person.note(f"has not heard yet: {left}")
        person.tabs(key)
        place = places.get(person.focus.key)
        assert place is not None, f"{key} goes out of the page, to {person.focus.spoken()}"
        way.append(place)
        unheard = unheard - {node.key for node in nodes[place].walk()} - label_of(nodes, place)
    return way


def check_reading(person):
    """Hear what stands above the focus, and then all from there on."""
    nodes = list(content_of(person).walk())
    start = next(place for place, node in enumerate(nodes) if node.key == person.focus.key)
    inside = {node.key for node in nodes[start].walk()}
    above = {node.key for node in nodes[:start] if is_written(node)} - label_of(nodes, start)
    below = {node.key for node in nodes[start:] if is_written(node)} - inside
    up = goes(person, "Ctrl+Up", above, nodes)
    assert up == sorted(up, reverse=True), f"Up goes to and fro: {up}"
    down = goes(person, "Ctrl+Down", below, nodes)
    assert down == sorted(down), f"Down goes to and fro: {down}"
