#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check the form of registers.json and insurance.json of every language.

usage: check-directory.py CONTENT-DIRECTORY

data/content/README.md describes both. Prints TAP. The words are checked by
check-forms.py.
"""

import datetime
import json
import pathlib
import re
import sys

import known_hosts
from tap import Tap

STANDINGS = {"law", "voluntary", "mixed", "none", "unsettled"}
CONFIDENCES = {"high", "medium", "low"}
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

# For each kind of object: members that must be there, members that may be.
REGISTERS = ({"format", "version", "language", "checked", "advice", "missing",
              "countries"}, set())
COUNTRY = ({"code", "name", "registers"}, {"emergency", "urgentLine"})
REGISTER = ({"id", "who", "standing", "tells", "checked", "confidence"},
            {"region", "regionName", "title", "address", "doubt"})
INSURANCE = ({"format", "version", "language", "checked", "note", "script",
              "missing", "countries", "example", "codes", "codesNote",
              "electricalNote", "practitioner", "warning", "four"}, set())
COVER = ({"code", "facts"}, set())
FACT = ({"text", "checked", "confidence"}, {"address"})
EXAMPLE = ({"country", "title", "intro", "steps", "checked", "confidence",
            "address"}, set())
QUESTION = ({"id", "question"}, {"hint", "why", "only"})
CODE = ({"code", "meaning", "electrical"}, set())


def shaped(node, place, shape):
    """Faults of the members of one object."""
    must, may = shape
    for name in sorted(must - set(node)):
        yield f"{place}: lacks {name}"
    for name in sorted(set(node) - must - may):
        yield f"{place}: has an unknown member {name}"
    for name, value in node.items():
        if value in ("", [], {}, None):
            yield f"{place}/{name}: is empty"


def dated(node, place):
    """Faults of a date, of how sure it is, and of an address."""
    try:
        datetime.date.fromisoformat(node["checked"])
    except (KeyError, ValueError) as error:
        yield f"{place}/checked: {error}"
    if node.get("confidence") not in CONFIDENCES:
        yield f"{place}/confidence: {node.get('confidence')}"
    if "address" in node:
        fault = known_hosts.address_fault(node["address"])
        if fault:
            yield f"{place}/address: {fault}"


def unique(values, what):
    seen = set()
    for value in values:
        if value in seen:
            yield f"{what} “{value}” is there twice"
        seen.add(value)


def headed(document, language):
    if document["format"] != 1:
        yield f"/format: {document['format']}"
    if document["language"] != language:
        yield f"/language: {document['language']}"
    checked = datetime.date.fromisoformat(document["checked"])
    if not document["version"].startswith(f"{checked.year}.{checked.month}."):
        yield "/version: expected the year and month of /checked"


def each_register(document):
    for n, country in enumerate(document["countries"]):
        for m, register in enumerate(country["registers"]):
            yield f"/countries/{n}/registers/{m}", register


def check_countries(document):
    for n, country in enumerate(document["countries"]):
        place = f"/countries/{n}"
        yield from shaped(country, place, COUNTRY)
        if not re.fullmatch(r"[A-Z]{2}", country["code"]):
            yield f"{place}/code: {country['code']}"
        for name in ("emergency", "urgentLine"):
            if not re.fullmatch(r"\d{3}", country.get(name, "000")):
                yield f"{place}/{name}: {country[name]}"
    yield from unique([c["code"] for c in document["countries"]], "code")
    names = [c["name"] for c in document["countries"]]
    if document["language"] == "en" and names != sorted(names):
        yield "the countries are not in the order of their names"


def check_registers(document):
    for place, register in each_register(document):
        yield from shaped(register, place, REGISTER)
        yield from dated(register, place)
        if not ID.fullmatch(register["id"]):
            yield f"{place}/id: {register['id']}"
        if register["standing"] not in STANDINGS:
            yield f"{place}/standing: {register['standing']}"
        if register["confidence"] != "high" and "doubt" not in register:
            yield f"{place}: does not say what is in doubt"
    yield from unique([r["id"] for p, r in each_register(document)], "id")


def check_regions(document):
    for n, country in enumerate(document["countries"]):
        names = {}
        for m, register in enumerate(country["registers"]):
            place = f"/countries/{n}/registers/{m}"
            if ("region" in register) != ("regionName" in register):
                yield f"{place}: has only one of region and regionName"
            elif "region" in register:
                name = names.setdefault(register["region"],
                                        register["regionName"])
                if name != register["regionName"]:
                    yield f"{place}/regionName: was “{name}” before"


def check_questions(document):
    for part in ("script", "practitioner", "four"):
        for n, question in enumerate(document[part]):
            place = f"/{part}/{n}"
            yield from shaped(question, place, QUESTION)
            if not ID.fullmatch(question["id"]):
                yield f"{place}/id: {question['id']}"
            if question.get("only", "device") not in ("device", "pregnancy"):
                yield f"{place}/only: {question['only']}"
            if not question["question"].endswith("?"):
                yield f"{place}/question: is no question"
        yield from unique([q["id"] for q in document[part]], "id")
    if len(document["script"]) != 10:
        yield f"/script: has {len(document['script'])} questions"
    if len(document["four"]) != 4:
        yield f"/four: has {len(document['four'])} questions"


def check_cover(document, named):
    for n, country in enumerate(document["countries"]):
        place = f"/countries/{n}"
        yield from shaped(country, place, COVER)
        if country["code"] not in named:
            yield f"{place}/code: {country['code']} has no name in registers.json"
        for m, fact in enumerate(country["facts"]):
            yield from shaped(fact, f"{place}/facts/{m}", FACT)
            yield from dated(fact, f"{place}/facts/{m}")
    yield from unique([c["code"] for c in document["countries"]], "code")
    yield from shaped(document["example"], "/example", EXAMPLE)
    yield from dated(document["example"], "/example")


def check_codes(document):
    for n, code in enumerate(document["codes"]):
        yield from shaped(code, f"/codes/{n}", CODE)
        if not isinstance(code["electrical"], bool):
            yield f"/codes/{n}/electrical: expected true or false"
        elif code["electrical"] and code["code"] not in document["electricalNote"]:
            yield f"/electricalNote: does not name {code['code']}"
    yield from unique([c["code"] for c in document["codes"]], "code")


def check_language(tap, folder):
    registers = json.loads((folder / "registers.json").read_text("utf-8"))
    insurance = json.loads((folder / "insurance.json").read_text("utf-8"))
    name = folder.name
    for file, document, shape in (("registers", registers, REGISTERS),
                                  ("insurance", insurance, INSURANCE)):
        tap.check(f"{name}/{file}.json: has the documented form",
                  shaped(document, "", shape))
        tap.check(f"{name}/{file}.json: says what it is",
                  headed(document, name))
    tap.check(f"{name}: each country has a code and a name",
              check_countries(registers))
    tap.check(f"{name}: each register is whole, dated and named once",
              check_registers(registers))
    tap.check(f"{name}: each region has one name", check_regions(registers))
    tap.check(f"{name}: each question is one, and named once",
              check_questions(insurance))
    tap.check(f"{name}: each fact about cover is dated, in a named country",
              check_cover(insurance, {c["code"] for c in registers["countries"]}))
    tap.check(f"{name}: the codes with current are flagged",
              check_codes(insurance))


def main(arguments):
    if len(arguments) != 2:
        sys.exit(__doc__)
    tap = Tap()
    found = sorted(pathlib.Path(arguments[1]).glob("*/registers.json"))
    tap.check("there is a directory", [] if found else ["no registers.json"])
    for path in found:
        check_language(tap, path.parent)
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main(sys.argv))
