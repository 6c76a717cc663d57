#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plant one fault at a time in the article and see that a check finds it.

usage: test-check-article.py CONTENT-DIRECTORY
"""

import contextlib
import copy
import importlib.util
import io
import json
import pathlib
import sys
import tempfile

import article as form
from tap import Tap

HERE = pathlib.Path(__file__).resolve().parent


def load_check():
    spec = importlib.util.spec_from_file_location("check_article",
                                                  HERE / "check-article.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def first(article, kind):
    return next(b for s, b, p in form.blocks(article) if b["type"] == kind)


def set_member(kind, name, value):
    def plant(article):
        first(article, kind)[name] = value
    return plant


def set_top(name, value):
    def plant(article):
        article[name] = value
    return plant


def set_source(name, value, at=0):
    def plant(article):
        article["sources"][at][name] = value
    return plant


def drop_member(article):
    del first(article, "frequency")["rows"]


def swap_sections(article):
    article["sections"][1:3] = article["sections"][2:0:-1]


def swap_sources(article):
    article["sources"][0:2] = article["sources"][1::-1]


def drop_source(article):
    article["sources"].pop()


def add_source(article):
    article["sources"].append(dict(article["sources"][0], id="nobody-cites-me"))


def repeat_id(article):
    article["sources"][1]["id"] = article["sources"][0]["id"]


def drop_actions(article):
    section = article["sections"][3]
    section["blocks"] = [b for b in section["blocks"] if b["type"] != "action"]


def add_figure(article):
    article["sections"][0]["blocks"][0]["text"] += " It helps 9 in 10 people."


def raise_count(article):
    first(article, "frequency")["rows"][0]["count"] = 101


def other_count(article):
    first(article, "frequency")["rows"][0]["count"] += 1


def long_cell(article):
    cells = first(article, "options")["rows"][0]["cells"]
    cells[1] = cells[1] + " " + cells[1]


def hard_words(article):
    hard = ("Comprehensive interdisciplinary rehabilitation necessitates "
            "considerable individualised psychological consultation. "
            "Appropriate multidisciplinary organisations customarily "
            "coordinate administrative responsibilities accordingly. "
            "Uncomplicated vocabulary facilitates comprehension.")
    spanish = article["language"] == "es"
    for section, block, place in form.blocks(article):
        if block["type"] == "paragraph":
            block["text"] = HARD_SPANISH if spanish else hard


def unexplained(article):
    article["sections"][0]["blocks"][0]["text"] = (
        "A practitioner puts thin needles through your skin.")


# The check that must fail, and the fault to plant.
FAULTS = (
    ("documented form", set_member("paragraph", "colour", "red")),
    ("documented form", set_member("paragraph", "type", "poem")),
    ("documented form", set_top("summary", ["One."])),
    ("documented form", drop_member),
    ("known verdicts", set_member("claim", "verdict", "maybe")),
    ("known verdicts", set_member("claim", "certainty", "quite")),
    ("known verdicts", set_member("action", "target", "shop")),
    ("known verdicts", set_member("urgent", "urgency", "sometime")),
    ("counts that fit", set_member("frequency", "per", 1000)),
    ("known verdicts", set_source("kind", "blog")),
    ("is dated", set_top("nextReview", "2030-01-01")),
    ("says its own language", set_top("language", "xx")),
    ("sections in order", swap_sections),
    ("leads on", drop_actions),
    ("no id twice", repeat_id),
    ("each source once", swap_sources),
    ("each source once", drop_source),
    ("each source once", add_source),
    ("cites a source for each", set_member("claim", "sources", [])),
    ("no figure without", add_figure),
    ("addresses that lead", set_source("address", "ftp://nbt.nhs.uk/")),
    ("addresses that lead", set_source("address", "https://example.org/")),
    ("addresses that lead", set_source("organisation", "Nobody")),
    ("counts that fit", raise_count),
    ("counts that fit", other_count),
    ("equal room", long_cell),
    ("has its pictures", set_member("picture", "file", "none.svg")),
    ("has its pictures", set_member("picture", "alternative", " ")),
    ("proper quotes", set_member("paragraph", "text", "Don't wait.")),
    ("proper quotes", set_member("claim", "meaning", "Wait...")),
    ("sentence that is too long",
     set_member("paragraph", "text", "go " * 26 + "on.")),
    ("the whole reads at 8 or lower", hard_words),
    ("tells how plain it is", hard_words),
    ("each paragraph reads at", hard_words),
    ("explains technical words", unexplained),
    ("promises or forbids",
     set_member("claim", "meaning", "It is safe for you.")),
    ("writes buttons", set_member("action", "text", "Check this now")),
    ("quotes the titles", set_source("title", "A doctor's view")),
)

HARD_SPANISH = ("La rehabilitación interdisciplinar individualizada requiere "
                "valoraciones psicológicas multidimensionales. Determinadas "
                "organizaciones multidisciplinares coordinan responsabilidades "
                "administrativas complementarias. Terminologías simplificadas "
                "facilitan considerablemente la comprensión.")

SPANISH_FAULTS = (
    ("the whole reads at 70 or higher", hard_words),
    ("tells how plain it is", hard_words),
    ("each paragraph reads at", hard_words),
    ("explains technical words",
     set_member("paragraph", "text", "El profesional le pone agujas finas.")),
    ("promises or forbids",
     set_member("claim", "meaning", "Es segura para usted.")),
    ("writes buttons", set_member("action", "text", "comprobar esto")),
    ("proper quotes", set_member("paragraph", "text", "Duele?")),
    ("sentence that is too long",
     set_member("paragraph", "text", "va " * 26 + "y viene.")),
)


def failed_checks(check, article, folder, language="en"):
    """The names of the checks that fail for this article."""
    path = folder / language / "article.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(article), encoding="utf-8")
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        check.check_language(check.Tap(), path)
    return [line for line in output.getvalue().splitlines()
            if line.startswith("not ok")]


def plant_faults(tap, check, good, folder, language, faults):
    tap.check(f"{language}: the article itself has no fault",
              failed_checks(check, good, folder, language))
    for expected, plant in faults:
        bad = copy.deepcopy(good)
        plant(bad)
        found = failed_checks(check, bad, folder, language)
        tap.check(f"{language}: a planted fault is found: {expected}",
                  [] if any(expected in line for line in found)
                  else [f"only {found} failed"])


def main(arguments):
    if len(arguments) != 2:
        sys.exit(__doc__)
    check = load_check()
    content = pathlib.Path(arguments[1])
    tap = Tap()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "pictures").symlink_to((content / "pictures").resolve())
        good = {code: json.loads((content / code / "article.json")
                                 .read_text("utf-8")) for code in ("en", "es")}
        plant_faults(tap, check, good["en"], folder, "en", FAULTS)
        plant_faults(tap, check, good["es"], folder, "es", SPANISH_FAULTS)
        tap.check("a language without a measure is a fault",
                  [] if any("measure of reading" in line for line in
                            failed_checks(check, dict(good["en"],
                                                      language="xx"),
                                          folder, "xx")) else ["passes"])
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main(sys.argv))
