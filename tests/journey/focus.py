#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The focus is never lost: after a page has changed, after what had the focus
has gone, and after a window or popover has closed, exactly one thing has it,
and it is where one goes on. What a repeated question does is in
view/test-screening-controls.c."""

import re
from urllib.parse import urlparse

from journey import journey, main
from places import PLACES, has_an_appointment

FORGET = re.compile("^Your 2 answers go for good")


def stands_at(person, *wanted, told=True):
    """Wait until one element alone has the focus, and `wanted` is what it is:
    a role and a name, as of `sees()`; and until a screen reader is `told` so."""
    def look():
        found = [node for node in person.tree().walk() if "focused" in node.states]
        return found if len(found) == 1 and found[0].matches(*wanted) else None
    found = person.waits_until(look, f"the focus at {wanted}", lambda: "it is at " + ", ".join(
        node.spoken() for node in person.tree().walk() if "focused" in node.states))
    person.waits_until(lambda: not told or person.focus.key == found[0].key,
                       f"to hear of {found[0].spoken()}",
                       lambda: f"heard last: {person.transcript_of_focus()}")


def goes_to(person, role, name, key="Tab"):
    person.tabs_to(role, name, key)
    person.presses("Return")


@journey("A page that is changed to takes the focus to its heading, or where it was")
def pages(person):
    PLACES["read"](person)
    for key, heading in (("Alt+2", "Questions Before Acupuncture for Back Pain"),
                         ("Alt+3", "Before the First Appointment"),
                         ("Alt+1", "Top reasons to use acupuncture for back pain relief"),
                         ("F1", "When not to wait")):
        person.presses(key)
        stands_at(person, "grouping", heading)
    person.presses("Alt+3")
    person.tabs_to("button", "Choose Questions")
    person.presses("Alt+2")
    stands_at(person, "grouping", "Questions Before Acupuncture for Back Pain")
    person.presses("Alt+3")
    stands_at(person, "button", "Choose Questions")


# What is first in GTK’s window of the keys: with GTK 4.8, and with GTK 4.18.
FIRST_OF_KEYS = (None, re.compile(r"^(Search|Alt \+ 1 Read)$"))

WINDOWS = {
    "About": (("F10", "Up", "Return"), ("page tab", "About")),
    "Privacy": (("F10", "Up", "Up", "Return"), ("grouping", "Network")),
    "Keyboard Shortcuts": (("F10", "Up", "Up", "Up", "Return"), FIRST_OF_KEYS),
    "Preferences": (("F10", "Up", "Up", "Up", "Up", "Return"), ("button", "Larger Text")),
}

# What GTK tells of the focus in its own windows is not ours to mend: About tells
# too early, and the window of the keys only where it is opened first.
OF_GTK = (WINDOWS["About"][1], FIRST_OF_KEYS)


@journey("A window takes the focus, and gives it back when it closes")
def windows(person):
    PLACES["prepare"](person)
    for keys, first in WINDOWS.values():
        person.presses(*keys)
        stands_at(person, *first, told=first not in OF_GTK)
        person.presses("Escape")
        stands_at(person, "button", "Main Menu")
    for keys, (_ignored, first) in (("Ctrl+,", WINDOWS["Preferences"]),
                                    ("Ctrl+?", WINDOWS["Keyboard Shortcuts"])):
        person.tabs_to("button", "Choose Questions")
        person.presses(keys)
        stands_at(person, *first, told=first not in OF_GTK)
        person.presses("Escape")
        stands_at(person, "button", "Choose Questions")


@journey("What lies over the page takes the focus, and gives it back to its button")
def popovers(person):
    PLACES["question"](person)
    goes_to(person, "button", "Question 1 of 7. All sections", "Shift+Tab")
    stands_at(person, "button", "Who Is This For?")
    person.presses("Escape")
    stands_at(person, "button", "Question 1 of 7. All sections")
    person.presses("Alt+3")
    goes_to(person, "button", "Set the Date")
    stands_at(person, "text", "Date")
    goes_to(person, "button", "Calendar")
    person.waits_until(lambda: person.focus.role != "button", "the calendar")
    person.presses("Escape")
    stands_at(person, "button", "Calendar")
    goes_to(person, "button", "Cancel")
    stands_at(person, "button", "Set the Date")
    person.presses("Alt+1")
    person.tabs_to("link")
    person.presses("Return")
    person.waits_until(person.world.visited, "an address that is opened")
    address, = person.world.visited()
    assert person.focus.name.endswith(f"opens {urlparse(address).hostname} in your browser"), address
    person.presses("Escape")
    stands_at(person, "link", person.focus.name)


@journey("A question of one’s own that is removed leaves the focus beside it, and Undo too")
def own_questions(person):
    PLACES["questions"](person)
    person.tabs_to("text", "Your own question")
    for text in ("Is it warm?", "Is it cold?"):
        person.types(text)
        person.presses("Return")
        person.sees("button", f"Remove “{text}”")
        stands_at(person, "text", "Your own question")
    goes_to(person, "button", "Remove “Is it warm?”", "Shift+Tab")
    person.sees_no("button", "Remove “Is it warm?”")
    stands_at(person, "text", "Your own question")
    goes_to(person, "button", "Remove “Is it cold?”", "Shift+Tab")
    person.sees_no("button", "Remove “Is it cold?”")
    stands_at(person, "text", "Your own question")
    goes_to(person, "button", "Undo")
    person.sees("button", "Remove “Is it cold?”")
    stands_at(person)


@journey("Forgetting asks first: the focus goes to what is asked, and back to the page")
def forgetting(person):
    PLACES["question"](person)
    person.chooses("Myself")
    person.chooses("No")
    person.presses("Return")
    stands_at(person, "grouping", re.compile("^Question 2 of 7"))
    goes_to(person, "button", "Forget My Answers")
    stands_at(person, "grouping", FORGET)
    person.presses("Escape")
    person.sees_no("grouping", FORGET)
    stands_at(person)
    goes_to(person, "button", "Forget My Answers")
    stands_at(person, "grouping", FORGET)
    goes_to(person, "button", "Forget Them")
    stands_at(person, "grouping", "Questions Before Acupuncture for Back Pain")


@journey("Starting again takes the focus to the beginning")
def again(person):
    PLACES["result"](person)
    stands_at(person, "grouping", re.compile("^Your result"))
    goes_to(person, "button", "Start Again")
    stands_at(person, "grouping", "Questions Before Acupuncture for Back Pain")


@journey("Saved answers that are deleted leave the focus on their page")
def saved(person):
    PLACES["saved"](person)
    goes_to(person, "button", "Delete the Saved Answers")
    person.sees_no("button", "Delete the Saved Answers")
    stands_at(person, "grouping", "Questions Before Acupuncture for Back Pain")


@journey("A form that is left gives the focus to our own questions")
def form(person):
    PLACES["form"](person)
    goes_to(person, "button", "Back to Our Questions")
    stands_at(person, "grouping", "Questions Before Acupuncture for Back Pain")


@journey("A strip that is put off or dismissed leaves the focus below it")
def strips(person):
    for days, button in ((1, "Remind Me Tomorrow"), (-1, "Dismiss")):
        has_an_appointment(person, days)
        person.starts_the_program("--page=prepare")
        person.sees("button", button)
        goes_to(person, "button", button, "Shift+Tab")
        person.sees_no("button", button)
        stands_at(person)
        person.quits()
        for path in (person.world.data_folder / "needlewise").iterdir():
            path.unlink()
        (person.world.data_folder / "needlewise").rmdir()


@journey("Find gives the focus to what was found, and deleting everything to the page")
def the_rest(person):
    PLACES["prepare"](person)
    goes_to(person, "button", "Delete Everything…")
    person.sees(name="Delete Everything?")
    stands_at(person)
    person.presses("Escape")
    stands_at(person, "button", "Delete Everything…")
    person.presses("Return")
    person.sees(name="Delete Everything?")
    goes_to(person, "button", "Delete Everything")
    person.reads("Everything is deleted.")
    stands_at(person, "button", "Delete Everything…")
    person.presses("Alt+1", "Ctrl+f")
    stands_at(person, "entry", "Find in the article")
    person.types("needles")
    person.hears(re.compile(r"\(\d+ of \d+\)"))
    person.presses("Escape")
    stands_at(person, "label")


main()
