#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plant one fault at a time in a translation and see that it is found.

usage: test-check-languages.py CONTENT-DIRECTORY
"""

import contextlib
import copy
import importlib.util
import io
import json
import pathlib
import shutil
import sys
import tempfile

from tap import Tap

HERE = pathlib.Path(__file__).resolve().parent


def load_check():
    spec = importlib.util.spec_from_file_location("check_languages",
                                                  HERE / "check-languages.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def at(document, pointer):
    """The object that holds the last member of a pointer, and that member."""
    steps = [int(step) if step.isdigit() else step
             for step in pointer.strip("/").split("/")]
    for step in steps[:-1]:
        document = document[step]
    return document, steps[-1]


def put(pointer, value):
    def plant(document):
        node, member = at(document, pointer)
        node[member] = value
    return plant


def drop(pointer):
    def plant(document):
        node, member = at(document, pointer)
        del node[member]
    return plant


def double(pointer):
    def plant(document):
        node, member = at(document, pointer)
        node.append(copy.deepcopy(node[member]))
    return plant


def swap(pointer):
    def plant(document):
        node, member = at(document, pointer)
        node[member][0:2] = node[member][1::-1]
    return plant


def block(article, kind):
    """The pointer of the first block of a kind."""
    return next(f"/sections/{i}/blocks/{j}"
                for i, section in enumerate(article["sections"])
                for j, found in enumerate(section["blocks"])
                if found["type"] == kind)


def rule(form):
    """The pointer of the first condition of the form."""
    pending = [(form, "")]
    while pending:
        item, place = pending.pop(0)
        if "enableWhen" in item:
            return place + "/enableWhen/0"
        for n, child in enumerate(item.get("item", [])):
            pending.append((child, f"{place}/item/{n}"))
    return None


def faults(english):
    """The document, what the check must say of it, and the fault to plant."""
    article = english["article.json"]
    claim, frequency = block(article, "claim"), block(article, "frequency")
    return (
        ("article.json", "/version: is 2020.1.1", put("/version", "2020.1.1")),
        ("article.json", "/language: en", put("/language", "en")),
        ("article.json", "/sections/1/id", put("/sections/1/id", "relief")),
        ("article.json", "/sections/0/id", swap("/sections")),
        ("article.json", "/verdict", put(claim + "/verdict", "supported")),
        ("article.json", "lacks certainty", drop(claim + "/certainty")),
        ("article.json", "has colour", put(claim + "/colour", "red")),
        ("article.json", "/sources: has", double(claim + "/sources/0")),
        ("article.json", "/count", put(frequency + "/rows/0/count", 1)),
        ("article.json", "has the figures",
         put(frequency + "/caption", "Unas 7 de cada 100 personas.")),
        ("article.json", "is empty", put("/title", " ")),
        ("article.json", "is not translated",
         put("/summary/0", article["summary"][0])),
        ("article.json", "/sources/0/title",
         put("/sources/0/title", "Otro título")),
        ("article.json", "/sources/0/address",
         put("/sources/0/address", "https://example.org")),
        ("article.json", "/nextReview", put("/nextReview", "2030-01-01")),
        ("article.json", "expected", put("/sections/0", "una sección")),
        ("screening.json", "/linkId", put("/item/0/linkId", "start")),
        ("screening.json", "/item: has", drop("/item/1")),
        ("screening.json", "/operator",
         put(rule(english["screening.json"]) + "/operator", "exists")),
        ("screening.json", "/code", put("/contained/0/compose/include/0"
                                        "/concept/0/code", "nope")),
        ("insurance.json", "/script/0/id", swap("/script")),
        ("insurance.json", "/codes/0/code", put("/codes/0/code", "97899")),
        ("registers.json", "/standing",
         put("/countries/0/registers/0/standing", "none")),
        ("registers.json", "/confidence",
         put("/countries/0/registers/0/confidence", "low")),
        ("registers.json", "lacks address",
         drop("/countries/0/registers/0/address")),
    )


def output_of(check, content):
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        check.check_content(check.Tap(), content)
    return output.getvalue()


def check_planted(tap, check, content, name, expected, plant):
    """Plant a fault in a copy of es/, and look for what is said of it."""
    path = content / "es" / name
    good = path.read_text("utf-8")
    document = json.loads(good)
    plant(document)
    path.write_text(json.dumps(document), encoding="utf-8")
    output = output_of(check, content)
    found = "not ok" in output and any(
        expected in line for line in output.splitlines()
        if line.startswith("#"))
    tap.check(f"a planted fault is found: {name}: {expected}",
              [] if found else output.splitlines())
    path.write_text(good, encoding="utf-8")


def main(arguments):
    if len(arguments) != 2:
        sys.exit(__doc__)
    check = load_check()
    source = pathlib.Path(arguments[1])
    tap = Tap()
    with tempfile.TemporaryDirectory() as name:
        content = pathlib.Path(name)
        for code in ("en", "es"):
            shutil.copytree(source / code, content / code)
        tap.check("the content itself has no fault",
                  [line for line in output_of(check, content).splitlines()
                   if "not ok" in line])
        for fault in faults(check.documents(content / "en")):
            check_planted(tap, check, content, *fault)
        (content / "es" / "article.json").unlink()
        tap.check("a document that is lacking is found",
                  [] if "# lacks article.json" in output_of(check, content)
                  else ["not found"])
        (content / "en" / "poem.json").write_text("{}")
        tap.check("a document of an unknown kind is found",
                  [] if "# poem.json is not in TRANSLATED"
                  in output_of(check, content) else ["not found"])
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main(sys.argv))
