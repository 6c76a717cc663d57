#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check the words of every other document of the content: forms, registers,
insurance, guides.

usage: check-forms.py CONTENT-DIRECTORY

Takes each JSON file of each language's folder but article.json and the
*.tests.json beside a form. Every text that a person reads is checked for
proper signs, for words that promise or forbid, and for long sentences; every
address for its form. Questions and advice are measured too: all questions of
a document together, and all other sentences together. plain_XX.py states the
measure of each language, with its limits for questions, for the advice of a
Questionnaire and for other notes.
"""

import json
import pathlib
import sys

import known_hosts
import plain_words
from tap import Tap

PARAGRAPH_WORDS = 20  # Shorter texts are measured with all others.
CLOSING = "”»"

# Members that a program reads and a person does not.
TECHNICAL = {
    "resourceType", "id", "linkId", "system", "code", "codes", "version",
    "status", "date", "name", "type", "question", "operator", "language",
    "file", "target", "kind", "subjectType", "enableBehavior", "definition",
    "reviewed", "nextReview", "checked", "lastChecked", "country", "region",
    "valueCode", "valueUri", "valueExpression", "valueString", "key", "icon",
    "level", "emergency", "marking", "mark", "confidence",
}
ADDRESSES = {"address", "url", "link", "lookup", "search", "website",
             "valueUrl"}
ASKING = {"boolean", "choice", "open-choice", "integer", "decimal", "quantity",
          "date", "dateTime", "time", "string", "text", "url"}


def strings(node, place=""):
    """Yield each text that a person reads, with its JSON pointer."""
    if isinstance(node, dict):
        for name, value in node.items():
            if name in TECHNICAL or name in ADDRESSES:
                if isinstance(value, (dict, list)):
                    yield from strings(value, f"{place}/{name}")
            elif isinstance(value, str):
                if not value.startswith(("http://", "https://", "urn:")):
                    yield f"{place}/{name}", value
            else:
                yield from strings(value, f"{place}/{name}")
    elif isinstance(node, list):
        for n, value in enumerate(node):
            if isinstance(value, str):
                yield f"{place}/{n}", value
            else:
                yield from strings(value, f"{place}/{n}")


def addresses(node, place=""):
    if isinstance(node, dict):
        for name, value in node.items():
            if (name in ADDRESSES and isinstance(value, str)
                    and not value.startswith("urn:")):
                yield f"{place}/{name}", value
            else:
                yield from addresses(value, f"{place}/{name}")
    elif isinstance(node, list):
        for n, value in enumerate(node):
            yield from addresses(value, f"{place}/{n}")


def items(node, place=""):
    """Every item of a Questionnaire, however deep, with its pointer."""
    pending = [(node, place)]
    while pending:
        parent, at = pending.pop(0)
        for n, item in enumerate(parent.get("item", [])):
            here = f"{at}/item/{n}"
            yield here, item
            pending.append((item, here))


def is_question(item):
    return (item.get("type") in ASKING and not item.get("readOnly")
            and bool(item.get("text")))


def questions_and_advice(document):
    """Two lists of (place, text): what is asked and what is told."""
    asked, told = [], []
    if document.get("resourceType") == "Questionnaire":
        for place, item in items(document):
            if is_question(item):
                asked.append((place + "/text", item["text"]))
            elif item.get("type") == "display" and item.get("text"):
                told.append((place + "/text", item["text"]))
        return asked, told
    for place, text in strings(document):
        if text.rstrip(CLOSING).endswith("?"):
            asked.append((place, text))
        elif text.rstrip(CLOSING).endswith((".", "!")):
            told.append((place, text))
    return asked, told


def check_typography(document, plain):
    for place, text in strings(document):
        for fault in plain.wrong_signs(text):
            yield f"{place}: {fault}"


def check_forbidden(document, plain):
    for place, text in strings(document):
        for fault in plain.forbidden_words(text):
            yield f"{place}: {fault}"


def check_sentences(document, plain):
    for place, text in strings(document):
        for sentence in plain_words.long_sentences(text, plain.sentence):
            yield f"{place}: over {plain.sentence} words: {sentence}"


def check_addresses(document):
    for place, address in addresses(document):
        fault = known_hosts.address_fault(address)
        if fault:
            yield f"{place}: {address} {fault}"


def check_reading(document, path):
    """Each link to the article names a section that is there."""
    prefix = "urn:needlewise:article:"
    links = [(place, extension["valueUri"])
             for place, item in items(document)
             for extension in item.get("extension", [])
             if extension.get("valueUri", "").startswith(prefix)]
    if not links:
        return
    article = json.loads((path.parent / "article.json").read_text("utf-8"))
    sections = {section["id"] for section in article["sections"]}
    for place, link in links:
        if link[len(prefix):] not in sections:
            yield f"{place}: {link}: there is no such section"


def check_questions(asked, plain):
    for place, text in asked:
        for sentence in plain_words.sentences(text):
            count = len(plain_words.words(sentence))
            if sentence.endswith("?") and count > plain.question_words:
                yield f"{place}: a question of {count} words: {sentence}"
        if text.rstrip(CLOSING).endswith("?"):
            for sentence in plain.double_negatives(text):
                yield f"{place}: a double negative: {sentence}"


def check_paragraphs(told, plain):
    for place, text in told:
        if len(plain_words.words(text)) >= PARAGRAPH_WORDS:
            value = plain.too_hard(text, plain.paragraph)
            if value is not None:
                yield f"{place}: {value:.1f}: {text}"


def hardest(texts, plain):
    """The texts to look at first, where all together are too hard."""
    order = sorted(texts, key=lambda pair: -plain.hardness(pair[1]))
    return [f"{plain.score(text):.1f} {place}: {text}"
            for place, text in order[:8]]


def check_measure(tap, name, what, texts, limit, plain):
    if not texts:
        return
    together = [text for place, text in texts]
    tap.note(f"{name}: {what}: {plain.measure} {plain.score(together):.1f} "
             f"(limit {limit:g})")
    tap.check(f"{name}: {what} read at {plain.bound(limit)}",
              [] if plain.too_hard(together, limit) is None
              else hardest(texts, plain))


def check_document(tap, path):
    name = f"{path.parent.name}/{path.name}"
    with open(path, encoding="utf-8") as stream:
        document = json.load(stream)
    tap.check(f"{name}: addresses are well formed", check_addresses(document))
    tap.check(f"{name}: links to the article lead to a section",
              check_reading(document, path))
    try:
        plain = plain_words.language(path.parent.name)
    except ModuleNotFoundError as error:
        tap.check(f"{name}: has a measure of reading",
                  [f"{error}; tests/content/plain_words.py says how to add one"])
        return
    asked, told = questions_and_advice(document)
    form = document.get("resourceType") == "Questionnaire"
    tap.check(f"{name}: proper quotes, dashes and spaces",
              check_typography(document, plain))
    tap.check(f"{name}: no word promises or forbids",
              check_forbidden(document, plain))
    tap.check(f"{name}: no sentence is too long",
              check_sentences(document, plain))
    tap.check(f"{name}: questions are short and plain",
              check_questions(asked, plain))
    tap.check(f"{name}: each paragraph reads at {plain.bound(plain.paragraph)}",
              check_paragraphs(told, plain))
    check_measure(tap, name, "questions", asked, plain.questions, plain)
    check_measure(tap, name, "advice" if form else "notes", told,
                  plain.advice if form else plain.notes, plain)


def main(arguments):
    if len(arguments) != 2:
        sys.exit(__doc__)
    tap = Tap()
    found = [path for path in sorted(pathlib.Path(arguments[1]).glob("*/*.json"))
             if path.name != "article.json"
             and not path.name.endswith(".tests.json")]
    tap.note(f"{len(found)} documents beside the article")
    tap.check("the folder of the content is there",
              [] if pathlib.Path(arguments[1]).is_dir() else [arguments[1]])
    for path in found:
        check_document(tap, path)
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main(sys.argv))
