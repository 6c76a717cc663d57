# SPDX-License-Identifier: GPL-3.0-or-later
"""Extract the strings of the interface, and read a catalog of translations."""

import ast
import pathlib
import re
import subprocess
from dataclasses import dataclass, field

# What meson’s preset “glib” passes to xgettext, for the same strings.
KEYWORDS = ("_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2",
            "g_dngettext:2,3", "g_dpgettext2:2c,3", "ngettext:1,2")
# Where strings can stand.
SOURCES = ("src/**/*.c", "src/**/*.h", "ui/**/*.ui", "data/*.desktop.in",
           "data/*.metainfo.xml.in", "data/*.gschema.xml")


@dataclass
class Message:
    """One string with its translations; a plural has several of both."""
    context: str = ""
    ids: list = field(default_factory=list)
    texts: list = field(default_factory=list)
    files: list = field(default_factory=list)
    flags: list = field(default_factory=list)


def run(*command):
    return subprocess.run(command, check=True, capture_output=True,
                          encoding="utf-8").stdout


def candidates(root):
    """Every file that may have a string, from the top of the tree."""
    return sorted({str(path.relative_to(root)) for pattern in SOURCES
                   for path in root.glob(pattern)})


def listed(root):
    """The files of POTFILES, in its order."""
    lines = (root / "po" / "POTFILES").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def extract(root, files, template):
    """Write the strings of the files to a template."""
    names = template.with_suffix(".files")
    names.write_text("\n".join(files) + "\n", encoding="utf-8")
    run("xgettext", f"--directory={root}", f"--files-from={names}",
        "--from-code=UTF-8", "--force-po", "--add-location=file",
        f"--output={template}", *(f"--keyword={k}" for k in KEYWORDS))


def read(path):
    """The messages of a catalog, without its header."""
    found, entry, filling = [], Message(), None

    def finish():
        if entry.ids and entry.ids[0]:
            found.append(entry)

    for line in path.read_text("utf-8").splitlines() + [""]:
        if not line:
            finish()
            entry, filling = Message(), None
        elif line.startswith("#~"):
            continue
        elif line.startswith("#:"):
            entry.files += line[2:].split()
        elif line.startswith("#,"):
            entry.flags += [flag.strip() for flag in line[2:].split(",")]
        elif not line.startswith("#"):
            filling = read_line(entry, line, filling)
    return found


def read_line(entry, line, filling):
    """Take in one line of an entry; returns what further lines add to."""
    kind, text = re.fullmatch(r'(?:(\w+)(?:\[\d+\])?\s+)?(".*")', line).groups()
    text = ast.literal_eval(text)
    if kind is None:
        if filling == "context":
            entry.context += text
        else:
            filling[-1] += text
        return filling
    if kind == "msgctxt":
        entry.context = text
        return "context"
    target = entry.ids if kind in ("msgid", "msgid_plural") else entry.texts
    target.append(text)
    return target


def obsolete(path):
    """The strings of a catalog that no source has any more."""
    return [line for line in path.read_text("utf-8").splitlines()
            if line.startswith("#~ msgid ")]


def merge(catalog, template, output):
    """Bring a catalog up to date with a template, guessing nothing."""
    run("msgmerge", "--quiet", "--no-fuzzy-matching", "--no-wrap",
        f"--output-file={output}", str(catalog), str(template))


def format_faults(path):
    """What msgfmt has to say of the catalog’s form, its plurals and formats."""
    result = subprocess.run(["msgfmt", "--check", "--output-file=/dev/null",
                             str(path)], capture_output=True, encoding="utf-8",
                            env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"})
    return result.stderr.splitlines() if result.returncode else []


def languages(root):
    """The codes of LINGUAS, in its order."""
    text = pathlib.Path(root, "po", "LINGUAS").read_text("utf-8")
    return [code for line in text.splitlines() if not line.startswith("#")
            for code in line.split()]
