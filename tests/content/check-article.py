#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check the article of every language: its form, its sources, its words.

usage: check-article.py CONTENT-DIRECTORY

CONTENT-DIRECTORY holds one folder a language with an article.json, and the
folder "pictures". Prints TAP. How plain the words are is measured in each
language by its own method, stated with its limits in plain_XX.py.
"""

import datetime
import json
import pathlib
import re
import sys

import article as form
import known_hosts
import plain_words
from tap import Tap

PARAGRAPH_WORDS = 20  # Shorter texts are measured with their whole block.


def check_shape(article):
    for name, kind in (("format", int), ("version", str), ("language", str),
                       ("title", str), ("summary", list), ("reviewed", str),
                       ("nextReview", str), ("sections", list),
                       ("sources", list)):
        if not isinstance(article.get(name), kind):
            yield f"/{name}: expected {kind.__name__}"
    if not 3 <= len(article["summary"]) <= 5:
        yield "/summary: expected 3 to 5 sentences"
    for section, block, place in form.blocks(article):
        must, may = form.MEMBERS.get(block.get("type"), (None, None))
        if must is None:
            yield f"{place}/type: unknown: {block.get('type')}"
            continue
        have = set(block) - {"type"}
        for name in sorted(must - have):
            yield f"{place}: lacks {name}"
        for name in sorted(have - must - may):
            yield f"{place}: has an unknown member {name}"


def check_values(article):
    for section, block, place in form.blocks(article):
        if block["type"] == "claim":
            if block["verdict"] not in form.VERDICTS:
                yield f"{place}/verdict: {block['verdict']}"
            if block["certainty"] not in form.CERTAINTIES:
                yield f"{place}/certainty: {block['certainty']}"
            if not 1 <= len(block["findings"]) <= 3:
                yield f"{place}/findings: expected 1 to 3"
        if block["type"] == "action" and block["target"] not in form.TARGETS:
            yield f"{place}/target: {block['target']}"
        if block["type"] == "urgent" and \
                block.get("urgency", "help-now") not in form.URGENCIES:
            yield f"{place}/urgency: {block['urgency']}"
    for n, source in enumerate(article["sources"]):
        if source["kind"] not in form.KINDS:
            yield f"/sources/{n}/kind: {source['kind']}"
        if not isinstance(source.get("year", 2000), int):
            yield f"/sources/{n}/year: expected a number"


def check_dates(article):
    reviewed = datetime.date.fromisoformat(article["reviewed"])
    due = datetime.date.fromisoformat(article["nextReview"])
    if not 0 < (due - reviewed).days <= 366:
        yield "/nextReview: expected within a year after /reviewed"
    if not article["version"].startswith(f"{reviewed.year}.{reviewed.month}."):
        yield "/version: expected the year and month of /reviewed"


def check_order(article):
    ids = tuple(s["id"] for s in article["sections"])
    if ids != form.SECTIONS:
        yield f"sections are {', '.join(ids)}"
    numbers = [(s["id"], s["number"]) for s in article["sections"]
               if "number" in s]
    if numbers != list(zip(form.SECTIONS[1:5], range(1, 5))):
        yield f"numbered sections are {numbers}"


def check_ways_on(article):
    for section in article["sections"][:8]:
        if not any(b["type"] == "action" for b in section["blocks"]):
            yield f"{section['id']}: leads nowhere"
    wanted = {"almost-anyone": {"screen"},
              "keep-in-mind": {"prepare:licence", "prepare:insurance"}}
    for section in article["sections"]:
        targets = {b["target"] for b in section["blocks"]
                   if b["type"] == "action"}
        for target in sorted(wanted.get(section["id"], set()) - targets):
            yield f"{section['id']}: has no way to {target}"


def check_ids(article):
    seen = set()
    for thing in article["sections"] + article["sources"]:
        if thing["id"] in seen:
            yield f"“{thing['id']}” is there twice"
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", thing["id"]):
            yield f"“{thing['id']}” is not lower-case with hyphens"
        seen.add(thing["id"])


def check_sources(article):
    order = list(dict.fromkeys(form.cited(article["sections"])))
    known = [s["id"] for s in article["sources"]]
    for name in order:
        if name not in known:
            yield f"“{name}” is cited but not listed"
    for name in known:
        if name not in order:
            yield f"“{name}” is listed but not cited"
    if set(order) == set(known) and order != known:
        at = next(n for n, pair in enumerate(zip(order, known))
                  if pair[0] != pair[1])
        yield (f"/sources/{at}: “{known[at]}” stands where “{order[at]}” "
               "is first used")


def check_citations(article):
    for section, block, place in form.blocks(article):
        if block["type"] in ("claim", "frequency", "urgent", "further"):
            if not block["sources"]:
                yield f"{place}: has no source"
        for part in ("items", "rows"):
            if block["type"] in ("views", "options"):
                for n, item in enumerate(block.get(part, [])):
                    if not item["sources"]:
                        yield f"{place}/{part}/{n}: has no source"
        if block["type"] == "further":
            listed = {s["id"]: s for s in article["sources"]}
            for name in block["sources"]:
                if not listed.get(name, {}).get("goodFor"):
                    yield f"{place}: “{name}” does not say what it is good for"


def check_figures(article):
    for text in form.texts(article):
        if text.section in ("", "about") or text.sources:
            continue
        if re.search(r"\d", re.sub(r"\(112 [^)]*\)", "", text.text)):
            yield f"{text.place}: a figure without a source: {text.text}"


def check_addresses(article):
    for n, source in enumerate(article["sources"]):
        fault = (known_hosts.address_fault(source["address"])
                 or known_hosts.host_fault(source["organisation"],
                                           source["address"]))
        if fault:
            yield f"/sources/{n}/address: {fault}"


def check_frequencies(article):
    for section, block, place in form.blocks(article):
        if block["type"] != "frequency":
            continue
        if block["per"] != 100:
            yield f"{place}/per: {block['per']}"
        for n, row in enumerate(block["rows"]):
            if not isinstance(row["count"], int):
                yield f"{place}/rows/{n}/count: expected a whole number"
            elif not 0 <= row["count"] <= block["per"]:
                yield f"{place}/rows/{n}/count: more than {block['per']}"
            if str(row["count"]) not in re.findall(r"\d+", block["alternative"]):
                yield f"{place}/alternative: does not say {row['count']}"
        if not re.search(rf"\b{block['per']}\b", block["alternative"]):
            yield f"{place}/alternative: does not say out of how many"


def check_options(article):
    for section, block, place in form.blocks(article):
        if block["type"] != "options":
            continue
        for n, row in enumerate(block["rows"]):
            if len(row["cells"]) != len(block["columns"]):
                yield f"{place}/rows/{n}: has {len(row['cells'])} cells"
        for m, column in enumerate(block["columns"]):
            sizes = [len(plain_words.words(r["cells"][m])) for r in block["rows"]
                     if m < len(r["cells"])]
            if max(sizes) > 1.5 * min(sizes):
                yield f"{place}: “{column}” is not of equal detail: {sizes}"


def check_pictures(article, folder):
    wanted = {"opening": "session.svg", "session": "back.svg",
              "almost-anyone": "needle.svg"}
    for section, block, place in form.blocks(article):
        if block["type"] != "picture":
            continue
        if wanted.pop(section["id"], None) != block["file"]:
            yield f"{place}/file: {block['file']} does not belong here"
        for name in ("caption", "alternative"):
            if not block[name].strip():
                yield f"{place}/{name}: is empty"
        if folder.is_dir() and not (folder / block["file"]).is_file():
            yield f"{place}/file: {block['file']} is not in {folder.name}"
    for section, name in wanted.items():
        yield f"{section}: lacks the picture {name}"


def check_forbidden(article, plain):
    for text in form.texts(article):
        for fault in plain.forbidden_words(text.text):
            yield f"{text.place}: {fault}"


def check_typography(article, plain):
    for text in form.texts(article):
        for fault in plain.wrong_signs(text.text):
            yield f"{text.place}: {fault}"


def check_titles(article):
    """Titles of sources are quoted as they are, so only in their own signs."""
    english = plain_words.language("en")
    for n, source in enumerate(article["sources"]):
        for name in ("title", "organisation"):
            for fault in english.wrong_signs(source[name]):
                yield f"/sources/{n}/{name}: {fault}"


def check_buttons(article, plain):
    for section, block, place in form.blocks(article):
        if block["type"] != "action":
            continue
        fault = plain.button_fault(block["text"])
        if fault:
            yield f"{place}/text: {fault}"
        if block["text"].endswith("."):
            yield f"{place}/text: ends with a full stop"


def check_sentence_length(article, plain):
    for text in form.texts(article):
        for sentence in plain_words.long_sentences(text.text, plain.sentence):
            yield f"{text.place}: over {plain.sentence} words: {sentence}"


def check_paragraphs(article, plain):
    """No paragraph over the limit; short texts count with their block."""
    gathered = {}
    for text in form.texts(article):
        if not text.prose:
            continue
        gathered.setdefault(text.block, []).append(text.text)
        if len(plain_words.words(text.text)) >= PARAGRAPH_WORDS:
            value = plain.too_hard(text.text, plain.paragraph)
            if value is not None:
                yield f"{text.place}: {value:.1f}: {text.text}"
    for place, parts in gathered.items():
        value = plain.too_hard(parts, plain.paragraph)
        if len(plain_words.words(" ".join(parts))) >= PARAGRAPH_WORDS \
                and value is not None:
            yield f"{place}: {value:.1f} as a whole"


def check_glossary(article, plain):
    together = {}
    for text in form.texts(article):
        together.setdefault(text.block or text.place, []).append(text)
    for term, explained in plain.glossary.items():
        for parts in together.values():
            body = " ".join(p.text for p in parts if p.prose)
            if re.search(term, body):
                if not re.search(explained, body):
                    yield f"{parts[0].place}: {term} is not explained"
                break
        else:
            yield f"{term} does not occur; take it out of the list"


def check_stated_score(article, plain, value):
    """What the guide says of its own measure is what is measured."""
    told = [m for text in form.texts(article) if text.section == "about"
            for m in re.findall(plain.stated, text.text)]
    modest = value - 0.5 if plain.higher_is_easier else value + 0.5
    if told != [f"{value:.0f}"] and told != [f"{modest:.0f}"]:
        yield f"the guide says {told}, measured {value:.1f}"


def check_words(tap, language, article, plain):
    prose = [t.text for t in form.texts(article) if t.prose]
    value = plain.score(prose)
    mean = plain_words.mean_sentence(prose)
    passive = plain.passive_share(prose)
    count = sum(len(plain_words.words(t)) for t in prose)
    tap.note(f"{language}: {plain.measure} {value:.1f} "
             f"(limit {plain.article:g}, aim {plain.article_aim:g}), "
             f"{count} words, {mean:.1f} words a sentence, "
             f"{100 * passive:.0f} % passive")
    tap.check(f"{language}: the whole reads at {plain.bound(plain.article)}",
              [] if plain.too_hard(prose, plain.article) is None
              else [f"{plain.measure} {value:.1f}"])
    tap.check(f"{language}: tells how plain it is itself",
              check_stated_score(article, plain, value))
    tap.check(f"{language}: each paragraph reads at "
              f"{plain.bound(plain.paragraph)}",
              check_paragraphs(article, plain))
    tap.check(f"{language}: sentences have {plain.sentence_mean:g} words or "
              "fewer in the mean",
              [] if mean <= plain.sentence_mean else [f"{mean:.1f} words"])
    tap.check(f"{language}: few sentences are in the passive",
              [] if passive <= plain.passive_limit
              else [f"{100 * passive:.0f} %"])
    for name, check in (
            ("explains technical words at first use", check_glossary),
            ("has no word that promises or forbids", check_forbidden),
            ("writes buttons as the language does", check_buttons),
            ("has proper quotes, dashes and spaces", check_typography),
            ("has no sentence that is too long", check_sentence_length)):
        tap.check(f"{language}: {name}", check(article, plain))


CHECKS = (
    ("has known verdicts, certainties, kinds and targets", check_values),
    ("is dated, with the next review within a year", check_dates),
    ("has its sections in order", check_order),
    ("leads on from each section", check_ways_on),
    ("has no id twice", check_ids),
    ("lists each source once, in the order of first use", check_sources),
    ("cites a source for each claim, figure and view", check_citations),
    ("gives no figure without a source", check_figures),
    ("has addresses that lead to the organisation named", check_addresses),
    ("gives counts that fit and are told in words", check_frequencies),
    ("gives each option equal room", check_options),
    ("quotes the titles of sources in proper signs", check_titles),
)


def check_language(tap, path):
    language = path.parent.name
    with open(path, encoding="utf-8") as stream:
        article = json.load(stream)
    tap.check(f"{language}: says its own language",
              [] if article.get("language") == language
              else [f"/language: {article.get('language')}"])
    faults = list(check_shape(article))
    tap.check(f"{language}: has the documented form", faults)
    if faults:
        return  # The other checks rely on the form.
    for name, check in CHECKS:
        tap.check(f"{language}: {name}", check(article))
    tap.check(f"{language}: has its pictures, each with words for it",
              check_pictures(article, path.parent.parent / "pictures"))
    try:
        check_words(tap, language, article, plain_words.language(language))
    except ModuleNotFoundError as error:
        tap.check(f"{language}: has a measure of reading",
                  [f"{error}; tests/content/plain_words.py says how to add one"])


def main(arguments):
    if len(arguments) != 2:
        sys.exit(__doc__)
    tap = Tap()
    found = sorted(pathlib.Path(arguments[1]).glob("*/article.json"))
    tap.check("there is an article", [] if found else ["none found"])
    for path in found:
        check_language(tap, path)
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main(sys.argv))
