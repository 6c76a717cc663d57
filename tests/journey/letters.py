# SPDX-License-Identifier: GPL-3.0-or-later
"""What must be true of the letters that are underlined while Alt is held.

Every control with words has one, and none has that of another. Three kinds of
things have none: an answer has a number, 1 to 9; links stand in running text,
by the hundred, and Tab goes from one to the next; and a search field has no
words but those that stand within it until one types. A question has a letter
for its answers in its own words, where there is more than one. Alt with a
letter does what the control does.
"""

import collections

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

def labelled(keys):
    """Those of the controls that have words of their own."""
    return [key for key in keys if key.kind in ("control", "field")
            and key.widget not in WITHOUT_LABEL]


def faults_of_letters(keys):
    """What is wrong with the letters of a place, in words."""
    keys = labelled(keys)
    if not keys:
        return ["no control with words"]
    faults = [f"no access key: {key}" for key in keys if len(key.letters) != 1]

    # A date and its time are two fields behind the same words.
    owners = collections.defaultdict(list)
    for key in keys:
        if key.kind == "control" or key.text not in owners[key.letters]:
            owners[key.letters].append(key.text)
    return faults + [f"{letter} leads to {texts}" for letter, texts in owners.items()
                     if letter and len(texts) > 1]


def follow_letter(person, name):
    """Press Alt and a letter, where one is known to lead somewhere."""
    if name not in LEADS_TO:
        return
    words, heard = LEADS_TO[name]
    key = next(key for key in labelled(person.access_keys()) if key.text == words)
    person.presses(f"Alt+{key.letters}")
    person.hears(heard)
