#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""In a language whose texts are 40 % longer, written from the left and from the
right: nothing is cut, nothing was forgotten to be translated, and all is
mirrored. See journey/pseudo.py and layout-mirror.c."""

import calendar
import re

from journey import journey, main, pseudo
from journey.pseudo import is_foreign, quoted, read_content
from places import NOT_OURS, PLACES, STILL, review

NARROW = {"window-width": "360", "window-height": "640"}
# What a wide window lays out in another way.
ALSO_WIDE = ("read", "question", "prepare", "insurance")

# The same in every language: addresses, names, and what is quoted; months, which
# are named by the system in the language of the locale; keys and papers, which are by GTK.
SAME = re.compile("|".join([
    r"\b(?:(?:Ctrl|Alt|Shift) \+ )+(?:[A-Z][a-z]+(?: (?:Up|Down))?|\S)",
    r"https?://\S+", r"\b[a-z0-9-]+(?:\.[a-z0-9-]+)+\b", r"(?<!\S)/\w[\w./-]*", "[Nn]eedlewise", "US Letter",
    *calendar.month_name[1:],
    *(re.escape(text) for text in sorted(quoted(read_content("article.json")),
                                         key=len, reverse=True))]))
# GTK says this in its own language, which is not ours to translate.
GTK_SAYS = re.compile("|".join([
    "(Minimize|Maximize|Restore|Close)( the window)?", r"(Ctrl|Alt|Shift)(\+.)?", "Shortcuts",
    "Search Results", "No Results Found", "Try a different search", "About", "Credits", "License", "System",
    "This program comes with absolutely no warranty.*"]), re.DOTALL)
UNSEEN = ("application", "filler", "scroll bar")


def is_untranslated(text):
    return not GTK_SAYS.fullmatch(text) and is_foreign(SAME.sub("", text))


def faults_of(person):
    yield from person.mirror_faults()
    for node in person.tree_as_shown().walk():
        if (node.role not in UNSEEN
                and (is_untranslated(node.name) or is_untranslated(node.description))):
            yield f"not translated: {node.spoken()}"


def check_language(person, name, width, come_to):
    come_to(person)
    faults = list(faults_of(person))
    person.takes_picture(f"{name} {width} pseudo".replace(" ", "-"))
    assert not faults, "\n".join(faults)


@journey("In a longer language: each question, and all answers", language=pseudo.CODE,
         settings=NARROW, desktop=STILL)
def each_question(person):
    faults = []

    def look(person):
        faults.extend(f"{person.transcript_of_focus()}: {fault}" for fault in faults_of(person))

    review(person, look)
    look(person)
    assert not faults, "\n".join(faults)


for place, come_to_it in PLACES.items():
    if place in (*NOT_OURS, "review"):
        continue
    journey(f"In a longer language: {place}, narrow", place, "narrow", come_to_it,
            language=pseudo.CODE, settings=NARROW, desktop=STILL)(check_language)
    if place in ALSO_WIDE:
        journey(f"In a longer language: {place}, wide", place, "wide", come_to_it,
                language=pseudo.CODE, desktop=STILL)(check_language)

main()
