#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check that each language says the same as English, as far as a program can.

usage: check-languages.py CONTENT-DIRECTORY

Every document of en/ has to be in every other folder, with the same version,
ids, sources, figures, options, rules, dates and addresses, in the same order.
Only the members of TRANSLATED may differ; they have to be there, to be
translated, and to carry the same figures. Whether they mean the same, a person
has to read. Prints TAP.
"""

import collections
import json
import pathlib
import re
import sys

import plain_words
from tap import Tap
from translated import TRANSLATED, is_translated

# Names that may read the same in two languages.
NAMES = {"who", "title", "name", "regionName"}
WORDS_THAT_TELL = 4  # A text of fewer words may be the same by chance.

NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*")


def figures(text):
    """The numbers of a text, without what groups or parts their digits."""
    return collections.Counter(re.sub(r"\D", "", n) for n in NUMBER.findall(text))


def text_faults(path, english, text):
    """Faults of one translated text."""
    if not text.strip():
        yield "is empty"
    elif (text == english and path[-1] not in NAMES
          and len(plain_words.words(text)) >= WORDS_THAT_TELL):
        yield f"is not translated: {text}"
    if re.search(plain_words.language("en").stated, english):
        return  # Each language tells its own measure of reading.
    if figures(english) != figures(text):
        yield (f"has the figures {sorted(figures(text).elements())}, English "
               f"has {sorted(figures(english).elements())}")


def differences(name, english, other, path=()):
    """Yield each fault of a translation with its JSON pointer."""
    here = "/" + "/".join(map(str, path))
    if type(english) is not type(other):
        yield f"{here}: expected {json.dumps(english)[:60]}"
    elif isinstance(english, dict):
        for member in english:
            if member not in other:
                yield f"{here}: lacks {member}"
            else:
                yield from differences(name, english[member], other[member],
                                       path + (member,))
        for member in other:
            if member not in english:
                yield f"{here}: has {member}, English has not"
    elif isinstance(english, list):
        if len(english) != len(other):
            yield f"{here}: has {len(other)} entries, English has {len(english)}"
        for n, pair in enumerate(zip(english, other)):
            yield from differences(name, *pair, path + (n,))
    elif isinstance(english, str) and is_translated(name, path):
        for fault in text_faults(path, english, other):
            yield f"{here}: {fault}"
    elif path != ("language",) and english != other:
        yield f"{here}: expected {json.dumps(english)}, got {json.dumps(other)}"


def check_version(english, other):
    if english["version"] != other.get("version"):
        yield (f"/version: is {other.get('version')}, English is "
               f"{english['version']}: readers get the English text instead")


def documents(folder):
    """The documents of one language, by name; examples are not translated."""
    found = {}
    for path in sorted(folder.glob("*.json")):
        if not path.name.endswith(".tests.json"):
            found[path.name] = json.loads(path.read_text("utf-8"))
    return found


def check_language(tap, folder, english):
    code = folder.name
    others = documents(folder)
    tap.check(f"{code}: has every document of English, and no other",
              [f"lacks {name}" for name in english if name not in others]
              + [f"has {name}" for name in others if name not in english])
    for name in english:
        if name not in others or name not in TRANSLATED:
            continue
        tap.check(f"{code}/{name}: says its language",
                  [] if others[name].get("language") == code
                  else [f"/language: {others[name].get('language')}"])
        tap.check(f"{code}/{name}: has the version of the English text",
                  check_version(english[name], others[name]))
        tap.check(f"{code}/{name}: has the same ids, sources, figures and rules",
                  differences(name, english[name], others[name]))


def check_content(tap, content):
    english = documents(content / "en")
    tap.check("English has its documents",
              [f"lacks {name}" for name in TRANSLATED if name not in english])
    tap.check("it is known what is translated of each document",
              [f"{name} is not in TRANSLATED" for name in english
               if name not in TRANSLATED])
    folders = [path for path in sorted(content.iterdir())
               if path.name != "en" and list(path.glob("*.json"))]
    tap.note(f"languages beside English: "
             f"{', '.join(path.name for path in folders) or 'none'}")
    for folder in folders:
        check_language(tap, folder, english)


def main(arguments):
    if len(arguments) != 2:
        sys.exit(__doc__)
    tap = Tap()
    check_content(tap, pathlib.Path(arguments[1]))
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main(sys.argv))
