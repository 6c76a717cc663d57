#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check the strings of the interface, and that each language has them all.

usage: check-interface.py SOURCE-ROOT

po/POTFILES has to list every file with a string, sorted. Each language of
po/LINGUAS has to translate every string of today’s sources, with the same
formats, access keys and ends, and in the words that its content may use
(tests/content/plain_XX.py). Prints TAP.
"""

import pathlib
import re
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "content"))

import catalog
import plain_words
from tap import Tap

# A colon, an ellipsis or a semicolon at the end says something.
ENDS = (":", "…", ";", "\n")
# What is typed is not prose: options, formats, dates, names of norms.
TYPED = re.compile(r"--[\w-]+|%-?\d*\$?[A-Za-z]|\d{4}-\d{2}-\d{2}|ISO [\d-]+")
# A launcher’s keywords, and the tool that prints in columns.
NOT_PROSE = ("data/io.github.needlewise.Needlewise.desktop.in", "src/form-main.c")
ACCESS_KEY = re.compile(r"(?<!_)_(?=\w)")


def check_potfiles(root, template):
    """Every file with a string is listed, once, in order, and no other."""
    files = catalog.listed(root)
    if files != sorted(files):
        yield "is not sorted"
    for name in sorted({name for name in files if files.count(name) > 1}):
        yield f"{name} is there twice"
    missing = [name for name in files if not (root / name).is_file()]
    for name in missing:
        yield f"{name} does not exist"
    if missing:
        return
    catalog.extract(root, catalog.candidates(root), template)
    having = {name for message in catalog.read(template)
              for name in message.files}
    for name in sorted(having - set(files)):
        yield f"lacks {name}"
    for name in sorted(set(files) - having):
        yield f"{name} has no string"


def check_linguas(root):
    codes = catalog.languages(root)
    if codes != sorted(set(codes)):
        yield "is not sorted, or names a language twice"
    there = {path.stem for path in (root / "po").glob("*.po")}
    for code in sorted(there ^ set(codes)):
        yield f"{code}: the catalog and the list do not agree"


def is_access_key(message):
    """Whether an underscore in it is an access key, not part of a name."""
    return any(re.search(r"\b_\w|\w_\w", i) for i in message.ids) \
        and "=" not in message.ids[0]


def check_complete(messages):
    for message in messages:
        if "fuzzy" in message.flags:
            yield f"is not certain: {message.ids[0]!r}"
        elif not all(message.texts):
            yield f"is not translated: {message.ids[0]!r}"


def check_marks(messages):
    """Access keys and ends are those of the English string."""
    for message in messages:
        for text in message.texts:
            if not text:
                continue
            if is_access_key(message) and (
                    len(ACCESS_KEY.findall(message.ids[0]))
                    != len(ACCESS_KEY.findall(text))):
                yield f"wants one access key as in {message.ids[0]!r}: {text!r}"
            for end in ENDS:
                if message.ids[0].endswith(end) != text.endswith(end):
                    yield f"ends otherwise than {message.ids[0]!r}: {text!r}"


def check_words(messages, plain, chosen):
    """The signs, and no word that promises or forbids."""
    for message in messages:
        if set(message.files) <= set(NOT_PROSE):
            continue
        for text in chosen(message):
            told = TYPED.sub("x", text).strip("\n")
            for fault in plain.forbidden_words(told) + plain.wrong_signs(told):
                yield f"{fault}: {text!r}"


def check_language(tap, root, code, template, folder):
    path = root / "po" / f"{code}.po"
    merged = folder / f"{code}.po"
    catalog.merge(path, template, merged)
    messages = catalog.read(merged)
    tap.note(f"{code}: {len(messages)} strings")
    tap.check(f"{code}: has a sound form, plurals and formats",
              catalog.format_faults(path))
    tap.check(f"{code}: translates every string", check_complete(messages))
    tap.check(f"{code}: has no string that is gone", catalog.obsolete(merged))
    tap.check(f"{code}: has the same access keys and ends",
              check_marks(messages))
    try:
        plain = plain_words.language(code)
    except ModuleNotFoundError as error:
        tap.check(f"{code}: it is known what its words may say", [str(error)])
        return
    tap.check(f"{code}: has proper words and signs",
              check_words(messages, plain, lambda message: message.texts))


def check_root(tap, root):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        template = folder / "all.pot"
        faults = list(check_potfiles(root, template))
        tap.check("POTFILES lists every file with a string, in order", faults)
        tap.check("LINGUAS lists every catalog, in order", check_linguas(root))
        if not template.exists():
            return
        tap.check("English has proper words and signs",
                  check_words(catalog.read(template), plain_words.language("en"),
                              lambda message: message.ids))
        for code in catalog.languages(root):
            check_language(tap, root, code, template, folder)


def main(arguments):
    if len(arguments) != 2:
        sys.exit(__doc__)
    tap = Tap()
    check_root(tap, pathlib.Path(arguments[1]).resolve())
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main(sys.argv))
