# SPDX-License-Identifier: GPL-3.0-or-later
"""A language that the program comes with, and how to read it: what is shown is
told in English again, so that a journey goes the same way in both."""

import functools
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[3]
sys.path[1:1] = [str(ROOT / "tests" / "translation"), str(ROOT / "tests" / "content")]

import catalog  # noqa: E402
from . import locales  # noqa: E402
from translated import TRANSLATED, is_translated  # noqa: E402

# What printf puts something in for, and the mark of an access key.
FORMAT = re.compile(r"%(?:(\d+)\$)?[-+#0']*\d*(?:\.\d+)?[hlzqjt]*[sdiufgx]")
ACCESS_KEY = re.compile(r"_(?=\w)")
# Whose dates and numbers go with the language.
REGIONS = {"es": "es_ES"}
# A text that holds others is put together from at least these.
SHORTEST_PART = 4


@functools.cache
def make(code):
    """Make the strings of the interface as the program reads them. Returns what
    it needs to speak the language; the content is its own already."""
    folder = locales.folder_of(code)
    compiled = folder / "locale" / code / "LC_MESSAGES" / "needlewise.mo"
    compiled.parent.mkdir(parents=True)
    subprocess.run(["msgfmt", f"--output-file={compiled}", str(ROOT / "po" / f"{code}.po")],
                   check=True, timeout=60)
    return {"LANGUAGE": code, "NEEDLEWISE_LOCALEDIR": str(folder / "locale"),
            **locales.make(REGIONS[code], folder)}


@functools.cache
def learn(code):
    """Returns what gives the English of a text in the language."""
    exact, formats = {}, []
    for text, english in (*interface(code), *content(code)):
        if FORMAT.sub("", text).strip() == "":
            continue
        if FORMAT.search(text):
            formats.append((pattern_of(text), order_of(text), english))
        else:
            exact.setdefault(text, english)
    # The more a format says itself, the surer it is the one.
    formats.sort(key=lambda form: len(form[0].pattern), reverse=True)
    parts = sorted((text for text in exact if len(text) >= SHORTEST_PART), key=len, reverse=True)
    held = re.compile("|".join(rf"(?<!\w){re.escape(text)}(?!\w)" for text in parts))

    @functools.cache
    def understand(text):
        if text in exact:
            return exact[text]
        for pattern, order, english in formats:
            found = pattern.fullmatch(text)
            if found:
                parts = dict(zip(order, map(understand, found.groups())))
                numbers = iter(order_of(english))
                return FORMAT.sub(lambda _form: parts.get(next(numbers), ""), english)
        return held.sub(lambda part: exact[part.group()], text)

    return understand


@functools.cache
def english(code):
    """What is not to be seen in the language: texts that read otherwise there."""
    pairs = [*interface(code), *content(code)]
    same = {translated for translated, _text in pairs} | set(labels_of_sources())
    return {text for _translated, text in pairs} - same


def labels_of_sources():
    """Sources are named as they name themselves: “World Health Organization, 2023”."""
    article = (ROOT / "data" / "content" / "en" / "article.json").read_text("utf-8")
    for source in json.loads(article)["sources"]:
        if "year" in source:
            yield f"{source['organisation']}, {source['year']}"


def interface(code):
    """The strings of the interface, each with its English."""
    for message in catalog.read(ROOT / "po" / f"{code}.po"):
        plurals = zip(message.texts, (*message.ids, *message.ids[-1:] * len(message.texts)))
        for text, english in plurals:
            yield ACCESS_KEY.sub("", text), ACCESS_KEY.sub("", english)


def content(code):
    """The texts of the documents, each with its English."""
    for name in TRANSLATED:
        translated, english = (
            json.loads((ROOT / "data" / "content" / folder / name).read_text("utf-8"))
            for folder in (code, "en"))
        yield from texts(name, translated, english)


def texts(name, translated, english, path=()):
    if isinstance(english, dict):
        for key in english:
            yield from texts(name, translated[key], english[key], (*path, key))
    elif isinstance(english, list):
        for number, part in enumerate(english):
            yield from texts(name, translated[number], part, (*path, number))
    elif isinstance(english, str) and is_translated(name, path):
        yield translated, english


def order_of(text):
    """Which argument each form of a format stands for, from 1 on."""
    return [int(number or place) for place, number in enumerate(FORMAT.findall(text), start=1)]


def pattern_of(text):
    """What matches a text with something filled in."""
    literals = [re.escape(literal) for literal in FORMAT.split(text)[::2]]
    return re.compile("(.+?)".join(literals), re.DOTALL)
