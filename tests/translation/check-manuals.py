#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check that each language has every manual page, of the same parts.

usage: check-manuals.py SOURCE-ROOT

data/man/NAME.1 is the English page, data/man/LL/NAME.1 a translation, for each
language of po/LINGUAS. They have to have the same options, commands and
macros in the same order. Where groff is installed, it has to set each page
without a warning. Prints TAP.
"""

import pathlib
import re
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "content"))

import catalog
from tap import Tap

OPTION = re.compile(r"(?<![\w\\])((?:\\-){1,2}[a-z][a-z\\-]*)")


def parts(text):
    """What a translation has in common with the original."""
    lines = [line for line in text.splitlines() if not line.startswith(".\\\"")]
    return {
        "sections": sum(line.startswith(".SH") for line in lines),
        "paragraphs": sum(line in (".TP", ".PP", ".br") for line in lines),
        "options": sorted(set(OPTION.findall(text))),
        "commands": re.findall(r"^\.B needlewise\S*(?: \w+)?$", text, re.M),
        "keys": len(re.findall(r"^[^.\n|]+\|[^|\n]+$", text, re.M)),
        "version": re.findall(r"^\.TH .* (\d+ [\d-]+ \"[^\"]+\")", text, re.M),
    }


def compare(original, translation):
    other = parts(translation)
    for what, value in parts(original).items():
        if other[what] != value:
            yield f"{what}: expected {value}, got {other[what]}"


def warnings(path):
    """What groff says while it sets the page."""
    result = subprocess.run(["groff", "-t", "-man", "-k", "-ww", "-Tutf8", "-z",
                             str(path)], capture_output=True, encoding="utf-8")
    return result.stderr.splitlines()


def check_manuals(tap, root):
    folder = root / "data" / "man"
    pages = sorted(path.name for path in folder.glob("*.1"))
    tap.check("there are manual pages", [] if pages else [str(folder)])
    everything = [folder / name for name in pages]
    for code in catalog.languages(root):
        there = sorted(path.name for path in (folder / code).glob("*.1"))
        tap.check(f"{code}: has every manual page, and no other",
                  sorted(set(pages) ^ set(there)))
        for name in sorted(set(pages) & set(there)):
            everything.append(folder / code / name)
            tap.check(f"{code}/{name}: has the parts of the English page",
                      compare((folder / name).read_text("utf-8"),
                              (folder / code / name).read_text("utf-8")))
    for path in everything:
        name = f"{path.relative_to(folder)}: is set without a warning"
        if shutil.which("groff"):
            tap.check(name, warnings(path))
        else:
            tap.skip(name, "groff is not installed")


def main(arguments):
    if len(arguments) != 2:
        sys.exit(__doc__)
    tap = Tap()
    check_manuals(tap, pathlib.Path(arguments[1]).resolve())
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main(sys.argv))
