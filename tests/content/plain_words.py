# SPDX-License-Identifier: GPL-3.0-or-later
"""Measure how plain a text is, and find what must not stand in it.

What differs between languages stands in plain_XX.py, one file a language: the
measure of reading and its limits, the words that promise or forbid, the signs.
A new language of data/content needs such a file; language() loads it.

Words: runs of letters and digits with the apostrophes and hyphens inside
them. "long-lasting" is one word.

Sentences: a text is cut after . ! or ? (and a closing quote or bracket)
where a space follows or the text ends. A piece without such a sign, such as a
line of a list, is a sentence too.
"""

import functools
import importlib
import re
from dataclasses import dataclass, field
from typing import Callable

WORD = re.compile(r"[^\W_]+(?:[’'.,‑\u00a0-][^\W_]+)*")
SENTENCE_END = re.compile(r"(?<=[.!?…])[”’»)]*\.?\s+")

# What is wrong in every language.
TYPOGRAPHY = (
    (r"'", "straight apostrophe or quote"),
    (r'"', "straight double quote"),
    (r"--", "two hyphens for a dash"),
    (r"\.\.\.", "three dots for an ellipsis"),
    (r" - ", "hyphen for a dash"),
    (r"\b\d{1,4}-\d{1,4}\b(?!-)", "hyphen in a range"),
    (r"  ", "two spaces"),
    (r"^\s|\s$", "space at an end"),
    (r"[\n\t]", "line break or tab"),
    (r"</?\w|\*\*|\bhttps?:", "markup or an address"),
    (r"\s[,.;:!?…]", "space before a sign"),
)


# The same text is asked about many times, so what was found is kept.
@functools.cache
def words(text):
    return tuple(WORD.findall(text))


@functools.cache
def sentences(text):
    return tuple(s for s in SENTENCE_END.split(text.strip()) if words(s))


def all_sentences(texts):
    """The sentences of one text, or of several read on end."""
    texts = [texts] if isinstance(texts, str) else texts
    return [s for text in texts for s in sentences(text)]


def counts(texts, syllables):
    """How many sentences, words and syllables there are."""
    said = all_sentences(texts)
    spoken = [w for s in said for w in words(s)]
    return len(said), len(spoken), sum(syllables(w) for w in spoken)


def mean_sentence(texts):
    said = all_sentences(texts)
    return sum(len(words(s)) for s in said) / len(said) if said else 0.0


def long_sentences(text, limit):
    return [s for s in sentences(text) if len(words(s)) > limit]


@dataclass
class Language:
    """What is measured and looked for in one language.

    The limits are in the unit of the measure; a text is plain enough if it is
    at the limit or on its easier side. Lengths are in words.
    """
    measure: str
    higher_is_easier: bool
    score: Callable
    syllables: Callable
    article: float
    article_aim: float
    paragraph: float
    questions: float
    advice: float
    notes: float
    sentence: int
    sentence_mean: float
    question_words: int
    passive_limit: float
    stated: str  # How the guide tells its own score.
    forbidden: tuple
    typography: tuple
    double_negative: str
    passive: str
    glossary: dict = field(repr=False)
    button_fault: Callable = field(repr=False)

    def __post_init__(self):
        def compiled(table):
            return [(re.compile(pattern, re.I), why) for pattern, why in table]
        self.forbidden = compiled(self.forbidden)
        self.typography = compiled(TYPOGRAPHY + tuple(self.typography))
        self.double_negative = re.compile(self.double_negative, re.I)
        self.passive = re.compile(self.passive, re.I)

    def too_hard(self, texts, limit):
        """The score if it is on the wrong side of the limit, or None."""
        value = self.score(texts)
        wrong = value < limit if self.higher_is_easier else value > limit
        return value if wrong else None

    def hardness(self, texts):
        """A number to sort by, hard texts last."""
        return -self.score(texts) if self.higher_is_easier else self.score(texts)

    def bound(self, limit):
        return f"{limit:g} or {'higher' if self.higher_is_easier else 'lower'}"

    def passive_share(self, texts):
        """A rough share of sentences in the passive voice, by their form."""
        said = all_sentences(texts)
        passive = sum(bool(self.passive.search(s)) for s in said)
        return passive / len(said) if said else 0.0

    def forbidden_words(self, text):
        return [f"“{m.group(0)}” {why}"
                for pattern, why in self.forbidden
                for m in pattern.finditer(text)]

    def wrong_signs(self, text):
        return [f"{why} in “{text[:60]}”"
                for pattern, why in self.typography if pattern.search(text)]

    def double_negatives(self, text):
        return [s for s in sentences(text) if self.double_negative.search(s)]


def language(code):
    """The Language of a code such as “es”; its file says how it measures."""
    return importlib.import_module(f"plain_{code}").LANGUAGE
