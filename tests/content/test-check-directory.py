#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plant one fault at a time in the directory and see that a check finds it.

usage: test-check-directory.py CONTENT-DIRECTORY
"""

import contextlib
import copy
import importlib.util
import io
import json
import pathlib
import sys
import tempfile

from tap import Tap

HERE = pathlib.Path(__file__).resolve().parent
FILES = ("registers", "insurance")
GONE = object()


def load_check():
    spec = importlib.util.spec_from_file_location("check_directory",
                                                  HERE / "check-directory.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# The check that must fail, the file, where in it, and what to put there.
FAULTS = (
    ("documented form", "registers", ("colour",), "red"),
    ("documented form", "registers", ("missing",), GONE),
    ("documented form", "insurance", ("warning",), ""),
    ("says what it is", "registers", ("format",), 2),
    ("says what it is", "registers", ("language",), "xx"),
    ("says what it is", "insurance", ("version",), "1999.1.1"),
    ("a code and a name", "registers", ("countries", 0, "code"), "Au"),
    ("a code and a name", "registers", ("countries", 0, "code"), "US"),
    ("a code and a name", "registers", ("countries", 0, "name"), "Zealand"),
    ("a code and a name", "registers", ("countries", 0, "emergency"), "nine"),
    ("each register", "registers",
     ("countries", 0, "registers", 0, "standing"), "perhaps"),
    ("each register", "registers",
     ("countries", 0, "registers", 0, "checked"), "22.11.2026"),
    ("each register", "registers",
     ("countries", 0, "registers", 0, "address"), "www.ahpra.gov.au"),
    ("each register", "registers",
     ("countries", 0, "registers", 0, "confidence"), "medium"),
    ("each register", "registers",
     ("countries", 0, "registers", 0, "id"), "au-ahpra"),
    ("each register", "registers",
     ("countries", 0, "registers", 0, "tells"), GONE),
    ("each region", "registers",
     ("countries", 0, "registers", 0, "region"), "NSW"),
    ("each question", "insurance", ("script", 0, "id"), "cost"),
    ("each question", "insurance", ("script", 0, "question"), "Tell me."),
    ("each question", "insurance", ("practitioner", 0, "only"), "winter"),
    ("each question", "insurance", ("four", 0), GONE),
    ("each fact", "insurance", ("countries", 0, "code"), "XX"),
    ("each fact", "insurance",
     ("countries", 0, "facts", 0, "confidence"), "sure"),
    ("each fact", "insurance", ("example", "steps"), []),
    ("the codes", "insurance", ("codes", 0, "electrical"), "no"),
    ("the codes", "insurance", ("codes", 0, "electrical"), True),
)


def plant(document, path, value):
    for step in path[:-1]:
        document = document[step]
    if value is GONE:
        del document[path[-1]]
    else:
        document[path[-1]] = value


def failed_checks(check, documents, folder):
    """The names of the checks that fail for these documents."""
    language = folder / "en"
    language.mkdir(exist_ok=True)
    for name, document in documents.items():
        (language / f"{name}.json").write_text(json.dumps(document), "utf-8")
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        try:
            check.check_language(check.Tap(), language)
        except KeyError as error:
            print(f"not ok - stopped at {error}")
    return [line for line in output.getvalue().splitlines()
            if line.startswith("not ok")]


def main(arguments):
    if len(arguments) != 2:
        sys.exit(__doc__)
    check = load_check()
    good = {name: json.loads((pathlib.Path(arguments[1]) / "en" /
                              f"{name}.json").read_text("utf-8"))
            for name in FILES}
    tap = Tap()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        tap.check("the documents themselves have no fault",
                  failed_checks(check, good, folder))
        for expected, file, path, value in FAULTS:
            bad = copy.deepcopy(good)
            plant(bad[file], path, value)
            found = failed_checks(check, bad, folder)
            tap.check(f"a planted fault is found: {file} {path}",
                      [] if any(expected in line for line in found)
                      else [f"only {found} failed"])
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main(sys.argv))
