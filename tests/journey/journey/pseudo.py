# SPDX-License-Identifier: GPL-3.0-or-later
"""A language that nobody speaks: English with accents, 40 % longer and between
brackets. Whatever is shown without brackets is not translated; whatever lacks
a bracket is cut; and whatever breaks is too narrow for a longer language.

Made from the sources and the English content each time, so it is complete.
"""

import functools
import json
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[3]
sys.path[1:1] = [str(ROOT / "tests" / "translation"), str(ROOT / "tests" / "content")]

import catalog  # noqa: E402
from . import locales  # noqa: E402
from translated import TRANSLATED, is_translated  # noqa: E402

CODE = "qps"
CONTENT = "/io/github/needlewise/Needlewise/content"

OPEN, CLOSE, FILLER = "⟦", "⟧", "ŋ"
LONGER = 0.4
PLAIN = "AEIOUYNCSZaeiouyncsz"
ACCENTED = "ÁÉÍÓÚÝÑÇŠŽáéíóúýñçšž"
ACCENTS = str.maketrans(PLAIN, ACCENTED)
NO_ACCENTS = str.maketrans(ACCENTED, PLAIN)

# What a program takes for more than text: formats of printf and of strftime.
FORMAT = re.compile(r"%[-+#0']*(?:\d+\$)?\d*(?:\.\d+)?[hlzqjtLE]*[A-Za-z%]")
ADDED = re.compile(f" ?{FILLER}+|[{OPEN}{CLOSE}]")


def lengthen(text):
    """A text in the language."""
    if not re.search(r"[A-Za-z]", FORMAT.sub("", text)):
        return text
    parts = FORMAT.split(text)
    formats = FORMAT.findall(text) + [""]
    accented = "".join(part.translate(ACCENTS) + form for part, form in zip(parts, formats))
    more = max(2, round(len(text) * LONGER))
    # In words, so that lines may break there as in any language.
    words = [FILLER * min(6, more - start) for start in range(0, more, 7) if more > start]
    ending = re.search(r"\s*$", accented).group()
    body = accented.removesuffix(ending)
    return f"{OPEN}{body} {' '.join(words)}{CLOSE}{ending}"


def shorten(text):
    """The English that a text was made from."""
    return ADDED.sub("", text).translate(NO_ACCENTS)


def is_foreign(text):
    """Whether the text has words that are not of the language: what stands
    between brackets is, also within one another, unless it has letters that
    the language writes with an accent."""
    depth = 0
    outside = []
    for sign in text:
        depth += (sign == OPEN) - (sign == CLOSE)
        if depth == 0 and sign != CLOSE:
            outside.append(sign)
    return (re.search(r"[A-Za-z]{2}", "".join(outside)) is not None
            or re.search(rf"[A-Za-z][{PLAIN}]|[{PLAIN}][A-Za-z]", text) is not None)


def quoted(document):
    """What a document quotes as it was written: its sources and their makers."""
    if isinstance(document, dict):
        for source in document.get("sources", []):
            if isinstance(source, dict):
                yield from (source[key] for key in ("title", "organisation") if key in source)
        for part in document.values():
            yield from quoted(part)
    elif isinstance(document, list):
        for part in document:
            yield from quoted(part)


def read_content(name):
    return json.loads((ROOT / "data" / "content" / "en" / name).read_text("utf-8"))


@functools.cache
def make():
    """Make the language. Returns what a program needs to speak it."""
    folder = locales.folder_of(CODE)
    locale = folder / "locale"
    write_catalog(folder, locale / CODE / "LC_MESSAGES" / "needlewise.mo")
    content = folder / "content"
    content.mkdir()
    for name in TRANSLATED:
        translated = {**translate(name, read_content(name)), "language": CODE}
        (content / name).write_text(json.dumps(translated, ensure_ascii=False), "utf-8")
    return {
        "LANGUAGE": CODE,
        "G_RESOURCE_OVERLAYS": f"{CONTENT}/{CODE}={content}",
        "NEEDLEWISE_LOCALEDIR": str(locale),
        **locales.make("en_US", folder),
    }


def translate(name, value, path=()):
    """A document, or a part of it, with its texts in the language."""
    if isinstance(value, dict):
        return {key: translate(name, part, (*path, key)) for key, part in value.items()}
    if isinstance(value, list):
        return [translate(name, part, (*path, number)) for number, part in enumerate(value)]
    if isinstance(value, str) and is_translated(name, path):
        return lengthen(value)
    return value


def write_catalog(folder, compiled):
    """The strings of the interface, as the program reads them."""
    template = folder / "template.pot"
    catalog.extract(ROOT, catalog.listed(ROOT), template)
    source = folder / f"{CODE}.po"
    lines = ['msgid ""', 'msgstr ""', quote("Content-Type: text/plain; charset=UTF-8\n"),
             quote("Plural-Forms: nplurals=2; plural=(n != 1);\n"), ""]
    for message in catalog.read(template):
        lines += write_message(message)
    source.write_text("\n".join(lines) + "\n", "utf-8")
    compiled.parent.mkdir(parents=True)
    subprocess.run(["msgfmt", f"--output-file={compiled}", str(source)], check=True,
                   env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}, timeout=60)


def write_message(message):
    if message.context:
        yield f"msgctxt {quote(message.context)}"
    yield f"msgid {quote(message.ids[0])}"
    if len(message.ids) == 1:
        yield f"msgstr {quote(lengthen(message.ids[0]))}"
    else:
        yield f"msgid_plural {quote(message.ids[1])}"
        for number, text in enumerate(message.ids):
            yield f"msgstr[{number}] {quote(lengthen(text))}"
    yield ""


def quote(text):
    return json.dumps(text, ensure_ascii=False)
