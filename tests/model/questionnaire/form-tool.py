#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests needlewise-form from outside: what it prints, where, and its exit status.

    form-tool.py NEEDLEWISE-FORM CONTENT-FOLDER
"""

import json
import pathlib
import subprocess
import sys
import tempfile

TOOL = sys.argv[1]
CONTENT = pathlib.Path(sys.argv[2])

FORM = {
    "resourceType": "Questionnaire", "url": "urn:f", "version": "2", "status": "draft",
    "item": [
        {"linkId": "a", "type": "boolean", "required": True, "text": "A?"},
        {"linkId": "g", "type": "group", "repeats": True, "item": [
            {"linkId": "n", "type": "integer", "extension": [
                {"url": "http://hl7.org/fhir/StructureDefinition/maxValue", "valueInteger": 9}]},
            {"linkId": "t", "type": "display", "text": "T", "enableWhen": [
                {"question": "n", "operator": "exists", "answerBoolean": True}]}]},
    ],
}


def response(*items):
    return {"resourceType": "QuestionnaireResponse", "status": "in-progress", "item": list(items)}


def answer(link_id, **value):
    return {"linkId": link_id, "answer": [value]}


GOOD = response(answer("a", valueBoolean=False),
                {"linkId": "g", "item": [answer("n", valueInteger=1)]}, {"linkId": "g"})
BAD = response({"linkId": "g", "item": [answer("n", valueInteger=10)]}, {"linkId": "strange"})

count = 0
failed = 0


def check(name, *pairs):
    """A test: pairs of what is and what should be."""
    global count, failed
    count += 1
    faults = [(is_, should) for is_, should in pairs if is_ != should]
    failed += bool(faults)
    print(f"{'not ok' if faults else 'ok'} {count} - {name}")
    for is_, should in faults:
        print(f"# is     {is_!r}\n# should {should!r}")


def run(*arguments, text=None):
    result = subprocess.run([TOOL, *map(str, arguments)], input=text, capture_output=True,
                            text=True, timeout=60, check=False)
    return result.returncode, result.stdout, result.stderr


def check_evaluate(form, good, bad):
    status, output, errors = run("evaluate", form, good, bad)
    lines = output.splitlines()
    check("evaluate", (status, 0), (errors, ""), (len(lines), 2))
    first = json.loads(lines[0])
    check("evaluate: members in their order",
          (list(first), ["enabled", "missing", "invalid", "warnings", "outcome", "complete"]))
    check("evaluate: good",
          (first, {"enabled": ["a", "g", "n", "t", "g", "n"], "missing": [], "invalid": [],
                   "warnings": [], "outcome": None, "complete": True}))
    second = json.loads(lines[1])
    check("evaluate: bad",
          (second["enabled"], ["a", "g", "n", "t"]), (second["missing"], ["a"]),
          ([one["linkId"] for one in second["invalid"]], ["n"]),
          (second["invalid"][0]["message"], "A value of 9 or less is expected here."),
          (len(second["warnings"]), 1), (second["complete"], False))
    status, output, errors = run("evaluate", form)
    empty = json.loads(output)
    check("evaluate: no response", (status, 0), (empty["enabled"], ["a", "g", "n"]),
          (empty["missing"], ["a"]), (empty["complete"], False))
    status, output, errors = run("evaluate", "-", good, text=json.dumps(FORM))
    check("evaluate: a form from standard input", (status, 0), (json.loads(output), first))
    status, output, errors = run("evaluate", form, "-", text=json.dumps(GOOD))
    check("evaluate: a response from standard input", (status, 0), (json.loads(output), first))


def check_complete(form, good, bad):
    status, output, errors = run("complete", form, good)
    completed = json.loads(output)
    authored = completed.pop("authored", None)
    check("complete", (status, 0), (errors, ""), (authored is not None, True),
          (completed, {"resourceType": "QuestionnaireResponse", "questionnaire": "urn:f|2",
                       "status": "completed",
                       "item": [{"linkId": "a", "text": "A?", "answer": [{"valueBoolean": False}]},
                                {"linkId": "g", "item": [answer("n", valueInteger=1)]}]}))
    status, output, errors = run("complete", form, bad)
    check("complete: not yet", (status, 1), (output, ""),
          ("\na: required and not answered" in errors, True),
          ("\nn: A value of 9 or less" in errors, True))


def check_check(folder, form):
    status, output, errors = run("check", form)
    check("check", (status, 0), (output, ""), (errors, ""))
    broken = folder / "broken.json"
    broken.write_text(json.dumps({**FORM, "item": FORM["item"] + [FORM["item"][0]]}))
    status, output, errors = run("check", form, broken)
    check("check: an error", (status, 1),
          (output.startswith(f"{broken}: error: /item/2/linkId: que-2"), True))
    warned = folder / "warned.json"
    warned.write_text(json.dumps({**FORM, "colour": 1}))
    status, output, errors = run("check", warned)
    check("check: a warning", (status, 0), (output.startswith(f"{warned}: warning: /colour: "), True))
    no_json = folder / "no.json"
    no_json.write_text("{\n  \"a\": 01}")
    status, output, errors = run("check", no_json)
    check("check: no JSON", (status, 2), (output, ""),
          (errors.startswith(f"{no_json}:2:8: number with a leading zero"), True))
    status, output, errors = run("check", folder / "none.json")
    check("check: no file", (status, 2), (output, ""), ("none.json" in errors, True))


def check_usage(form, good):
    for arguments in ([], ["nonsense"], ["check"], ["evaluate"], ["complete", form], ["prove"],
                      ["complete", form, good, good], ["evaluate", "-", "-"],
                      ["check", "--nonsense", form]):
        status, output, errors = run(*arguments)
        check(f"usage: {' '.join(map(str, arguments[:1])) or 'nothing'} {len(arguments)}",
              (status, 2), (output, ""), (errors != "", True))
    for arguments in (["--help"], ["check", "--help"], ["prove", "--help"]):
        status, output, errors = run(*arguments)
        check(f"help: {arguments[0]}", (status, 0), (output.startswith("Usage:"), True))
    status, output, errors = run("evaluate", "--version")
    check("version", (status, 0), (output.startswith("needlewise-form "), True))
    status, output, errors = run("evaluate", good)
    check("a response where a form belongs", (status, 1), (output, ""),
          ("not a Questionnaire" in errors, True))


def check_content():
    """The forms of the application itself."""
    for path in sorted(CONTENT.glob("*/screening.json")):
        language = path.parent.name
        status, output, errors = run("check", path)
        check(f"the screening passes check ({language})", (status, 0), (output + errors, ""))
        status, output, errors = run("prove", path)
        check(f"the screening passes prove ({language})", (status, 0), (errors, ""),
              ("violation" in output, False),
              (", 0 failures" in output or not path.with_suffix(".tests.json").exists(), True))


def check_prove(folder):
    form = json.loads((CONTENT / "en" / "screening.json").read_text())
    holed = folder / "holed.json"
    # Without one of its conditions, the reassuring outcome stands beside a warning.
    text = json.dumps(form)
    level = next(item for item in walk(form["item"]) if item["linkId"] == "outcome.nothing-found")
    level["enableWhen"] = [rule for rule in level["enableWhen"]
                           if rule["question"] != "implants.has"]
    holed.write_text(json.dumps(form))
    status, output, errors = run("prove", holed)
    check("prove: a hole", (json.dumps(form) != text, True), (status, 1),
          ("violation: nothing-found" in output, True))


def walk(items):
    for item in items:
        yield item
        yield from walk(item.get("item", []))


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        form, good, bad = (folder / name for name in ("form.json", "good.json", "bad.json"))
        form.write_text(json.dumps(FORM))
        good.write_text(json.dumps(GOOD))
        bad.write_text(json.dumps(BAD))
        check_evaluate(form, good, bad)
        check_complete(form, good, bad)
        check_check(folder, form)
        check_usage(form, good)
        check_prove(folder)
        check_content()
    print(f"1..{count}")
    return 1 if failed else 0


sys.exit(main())
