#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check that the measures of plain words measure what they say."""

import sys

import plain_words
from tap import Tap

SYLLABLES = {
    "a": 1, "back": 1, "pain": 1, "needle": 2, "needles": 2, "muscle": 2,
    "acupuncture": 4, "practitioner": 4, "treated": 2, "needed": 2, "helped": 1,
    "asked": 1, "changes": 2, "sizes": 2, "diseases": 3, "medicines": 3,
    "quiet": 2, "science": 2, "patient": 2, "area": 3, "trial": 2,
    "insurance": 3, "physiotherapy": 6, "emergency": 4, "people": 2,
    "believe": 2, "infection": 3, "serious": 3, "period": 3, "video": 3,
    "usual": 3, "long-lasting": 3, "doctor’s": 2, "NHS": 3, "12": 2, "2.7": 2,
}

SENTENCES = {
    "One. Two? Three!": 3,
    "An average of 2.7 is mild.": 1,
    "Ask: “Does it hurt?” Then wait.": 2,
    "No full stop": 1,
    "It hurts … It passes.": 2,
    "": 0,
}

# Text, and how many faults of each kind it has.
FORBIDDEN = {
    "It is safe for you.": 1,
    "You are cleared and eligible.": 2,
    "You can have it today.": 1,
    "You cannot have acupuncture.": 1,
    "The safety of needles is known.": 0,
    "Almost anyone can have it.": 0,
    "An unsuitable or approved plan.": 2,
}

TYPOGRAPHY = {
    "Don't": 1, "Don’t": 0, 'a "word"': 1, "one -- two": 1, "wait...": 1,
    "wait…": 0, "10-15 visits": 1, "10–15 visits": 0, "a - b": 1,
    "two  spaces": 1, " at an end": 1, "see <b>this": 1, "what ?": 1,
    "a well-known fact": 0,
}

DOUBLE = {
    "Do you not have no implant?": 1,
    "Have you never been without pain?": 1,
    "Do you have a pacemaker?": 0,
    "Is it not under the skin?": 0,
}


def differing(table, measure):
    for text, expected in table.items():
        value = measure(text)
        if value != expected:
            yield f"{text!r}: expected {expected}, got {value}"


def check_grade():
    plain = "The cat sat on the mat. It was warm."
    value = plain_words.grade(plain)
    expected = 0.39 * 9 / 2 + 11.8 * 9 / 9 - 15.59
    if abs(value - expected) > 1e-9:
        yield f"expected {expected:.3f}, got {value:.3f}"
    hard = ("Interdisciplinary rehabilitation necessitates individualised "
            "psychological consultation.")
    if plain_words.grade(hard) < 20:
        yield f"a hard text has grade {plain_words.grade(hard):.1f}"
    if plain_words.grade("") != 0:
        yield "an empty text has a grade"


def main():
    tap = Tap()
    tap.check("syllables", differing(SYLLABLES, plain_words.syllables))
    tap.check("sentences",
              differing(SENTENCES, lambda t: len(plain_words.sentences(t))))
    tap.check("forbidden words",
              differing(FORBIDDEN, lambda t: len(plain_words.forbidden(t))))
    tap.check("typography",
              differing(TYPOGRAPHY, lambda t: len(plain_words.typography(t))))
    tap.check("double negatives",
              differing(DOUBLE, lambda t: len(plain_words.double_negative(t))))
    tap.check("reading grade", check_grade())
    long = " ".join(["word"] * 26) + "."
    tap.check("long sentences",
              [] if len(plain_words.long_sentences(long, 25)) == 1
              and not plain_words.long_sentences(long, 26) else ["miscounted"])
    passive = plain_words.passive_share("It was given. She gave it.")
    tap.check("passive voice", [] if passive == 0.5 else [f"{passive}"])
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main())
