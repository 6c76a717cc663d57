#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every control with words has an access key, a letter that is underlined in
them while Alt is held; none has the letter of another; and Alt with that
letter does what the control does. In English and in Spanish.

Three kinds of things have none: an answer has a number, 1 to 9; links stand in
running text, by the hundred, and Tab goes from one to the next; and a search
field has no words but those that stand within it until one types. A question
has a letter for its answers in its own words, where there is more than one.
"""

import collections

from journey import journey, main
from places import NOT_OURS, PLACES

# Their words stand within them.
WITHOUT_LABEL = ("GtkSearchEntry",)

# What Alt and the letter of a control lead to: its words, what is heard then.
LEADS_TO = {
    "read": ("Screen", "Questions Before Acupuncture for Back Pain"),
    "screen": ("Begin", "Question 1 of 7"),
    "question": ("Question 1 of 7", "“Who Is This For?” button"),
    "error": ("Prepare", "“Before the First Appointment”"),
    "saved": ("Continue Where You Left Off", "Question 1 of 7"),
    "review": ("Are you pregnant, or could you be?", "“Pregnancy” grouping"),
    "result": ("Go to Prepare", "“Before the First Appointment”"),
    "form": ("Begin", "Question 1 of 2"),
    "form-question": ("Back", "Before Your First Visit"),
    "form-result": ("Back", "“Your Answers”"),
    "prepare": ("Set the Date", "“Date” text"),
    "appointment": ("Time", "“Time” text"),
    "licence": ("Practitioner’s full name", "“Practitioner’s full name” text"),
    "insurance": ("Who did you speak to?", "“Who did you speak to?” text"),
    "call": ("Reference number", "“Reference number” text"),
    "questions": ("Your own question", "“Your own question” text"),
    "preferences": ("Choose", "Find your country"),
}

# GTK’s own window has no control with words, and the others show what is
# walked elsewhere.
ENGLISH = [name for name in PLACES if name != "shortcuts"]
SPANISH = [name for name in ENGLISH
           if name not in (*NOT_OURS, "error", "saved", "call", "country", "about")]


def check_access_keys(person, name, come_to):
    come_to(person)
    keys = person.access_keys()
    labelled = [key for key in keys if key.kind in ("control", "field")
                and key.widget not in WITHOUT_LABEL]
    assert labelled, f"no control with words: {keys}"
    faults = [f"no access key: {key}" for key in labelled if len(key.letters) != 1]

    # A date and its time are two fields behind the same words.
    owners = collections.defaultdict(list)
    for key in labelled:
        if key.kind == "control" or key.text not in owners[key.letters]:
            owners[key.letters].append(key.text)
    faults += [f"{letter} leads to {texts}" for letter, texts in owners.items()
               if letter and len(texts) > 1]
    assert not faults, "\n".join(faults)

    if name in LEADS_TO:
        words, heard = LEADS_TO[name]
        key = next(key for key in labelled if key.text == words)
        person.presses(f"Alt+{key.letters}")
        person.hears(heard)


for place in ENGLISH:
    journey(f"Access keys: {place}", place, PLACES[place])(check_access_keys)
for place in SPANISH:
    journey(f"Access keys in Spanish: {place}", place, PLACES[place],
            language="es")(check_access_keys)


@journey("An item of the menu is chosen by its letter")
def item_of_the_menu(person):
    PLACES["menu"](person)
    person.presses("v")
    person.sees("frame", "Privacy")


@journey("In what lies over the page only its own letters count")
def over_the_page(person):
    PLACES["question"](person)
    before = {key.text: key.letters for key in person.access_keys()}
    person.presses("Alt+" + before["Question 1 of 7"])
    person.hears("“Who Is This For?” button")
    person.presses("Alt+" + before["Emergency Signs"])
    keys = person.access_keys()
    assert "Emergency Signs" not in [key.text for key in keys], keys
    key = next(key for key in keys if key.text == "Who Is This For?")
    person.presses(f"Alt+{key.letters}")
    person.hears("Question 1 of 7")


main()
