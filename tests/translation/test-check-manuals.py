#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plant one fault at a time in a manual page and see that it is found."""

import contextlib
import importlib.util
import io
import pathlib
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent

PAGE = r""".TH TRY 1 2026-11-22 "Needlewise 0.1.0" "Commands"
.SH NAME
try \- a page
.SH OPTIONS
.TP
.BR \-h ", " \-\-help
Help.
.TP
.B \-\-version
Version.
"""

# What must be said, and the old and the new text of the translation.
FAULTS = (
    ("sections", ".SH OPTIONS", ".B OPTIONS"),
    ("paragraphs", ".TP\n.B", ".B"),
    ("options", r"\-\-version", r"\-\-versión"),
    ("options", r"\-h", r"\-a"),
    ("version", "2026-11-22", "2025-11-22"),
    ("warning", ".BR", ".BRR"),
)


def load_check():
    sys.path.insert(0, str(HERE))
    spec = importlib.util.spec_from_file_location("check_manuals",
                                                  HERE / "check-manuals.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def faults_of(check, root, translation):
    """The lines that a check prints where it fails."""
    folder = root / "data" / "man"
    (folder / "es").mkdir(parents=True, exist_ok=True)
    (root / "po").mkdir(exist_ok=True)
    (root / "po" / "LINGUAS").write_text("es\n")
    (folder / "try.1").write_text(PAGE)
    if translation is None:
        (folder / "es" / "try.1").unlink()
    else:
        (folder / "es" / "try.1").write_text(translation, encoding="utf-8")
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        tap = check.Tap()
        check.check_manuals(tap, root)
    return output.getvalue() if tap.failed else ""


def main():
    check = load_check()
    tap = check.Tap()
    with tempfile.TemporaryDirectory() as name:
        root = pathlib.Path(name)
        tap.check("a good page has no fault",
                  faults_of(check, root, PAGE).splitlines())
        for expected, old, new in FAULTS:
            if expected == "warning" and not check.shutil.which("groff"):
                continue
            assert old in PAGE
            found = faults_of(check, root, PAGE.replace(old, new))
            tap.check(f"a planted fault is found: {expected}",
                      [] if expected in found else [found or "none"])
        found = faults_of(check, root, None)
        tap.check("a page that is lacking is found",
                  [] if "# try.1" in found else [found or "none"])
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main())
