#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plant one fault at a time in a small tree and see that it is found."""

import contextlib
import importlib.util
import io
import pathlib
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent

SOURCE = """/* A source. */
const char *a = _("_Close");
const char *b = _("Print…");
const char *c = C_("page", "Read");
char *d = g_strdup_printf (ngettext ("%u day", "%u days", n), n);
"""
WINDOW = """<interface><object class="GtkLabel">
<property name="label" translatable="yes">Who is it?</property>
</object></interface>
"""
CATALOG = r"""msgid ""
msgstr ""
"Language: es\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

msgid "_Close"
msgstr "_Cerrar"

msgid "Print…"
msgstr "Imprimir…"

msgctxt "page"
msgid "Read"
msgstr "Leer"

#, c-format
msgid "%u day"
msgid_plural "%u days"
msgstr[0] "%u día"
msgstr[1] "%u días"

msgid "Who is it?"
msgstr "¿Quién es?"
"""
GOOD = {
    "src/a.c": SOURCE,
    "ui/b.ui": WINDOW,
    "po/POTFILES": "src/a.c\nui/b.ui\n",
    "po/LINGUAS": "es\n",
    "po/es.po": CATALOG,
}

# What must fail, what must be said, and the file, its text and the new text.
FAULTS = (
    ("POTFILES", "is not sorted", "po/POTFILES", "src/a.c\nui/b.ui",
     "ui/b.ui\nsrc/a.c"),
    ("POTFILES", "is there twice", "po/POTFILES", "src/a.c", "src/a.c\nsrc/a.c"),
    ("POTFILES", "lacks ui/b.ui", "po/POTFILES", "ui/b.ui\n", ""),
    ("POTFILES", "does not exist", "po/POTFILES", "src/a.c", "src/0.c\nsrc/a.c"),
    ("POTFILES", "ui/b.ui has no string", "ui/b.ui", ' translatable="yes"', ""),
    ("LINGUAS", "do not agree", "po/LINGUAS", "es", "es fr"),
    ("LINGUAS", "is not sorted", "po/LINGUAS", "es", "fr es"),
    ("English has proper words", "three dots", "src/a.c", "Print…", "Print..."),
    ("English has proper words", "promises safety", "src/a.c", "Print…",
     "It is safe…"),
    ("translates every string", "is not translated: 'Who", "po/es.po",
     "¿Quién es?", ""),
    ("translates every string", "is not translated: 'Where", "ui/b.ui",
     "Who is it?", "Where is it?"),
    ("translates every string", "is not certain", "po/es.po",
     'msgid "Print…"', '#, fuzzy\nmsgid "Print…"'),
    ("no string that is gone", "Who is it?", "ui/b.ui", "Who is it?", "Where?"),
    ("a sound form", "msgstr[0]", "po/es.po", "%u día\"", "%s día\""),
    ("a sound form", "plural", "po/es.po", 'msgstr[1] "%u días"\n', ""),
    ("same access keys", "wants one access key", "po/es.po", "_Cerrar",
     "Cerrar"),
    ("same access keys", "wants one access key", "po/es.po", "_Cerrar",
     "_Ce_rrar"),
    ("same access keys", "ends otherwise", "po/es.po", "Imprimir…", "Imprimir"),
    ("proper words and signs", "not opened with ¿", "po/es.po", "¿Quién",
     "Quién"),
    ("proper words and signs", "promises safety", "po/es.po", "¿Quién es?",
     "Es segura."),
)


def load_check():
    sys.path.insert(0, str(HERE))
    spec = importlib.util.spec_from_file_location("check_interface",
                                                  HERE / "check-interface.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def output_of(check, root, changed):
    """What the check prints of the small tree with some files changed."""
    for name, text in {**GOOD, **changed}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        try:
            check.check_root(check.Tap(), root)
        except (OSError, check.catalog.subprocess.CalledProcessError) as error:
            print(f"# stopped: {error}")
    return output.getvalue()


def is_found(output, expected, told):
    """Whether the check that is expected fails and says what is wrong."""
    failing = False
    for line in output.splitlines():
        if line.startswith(("ok", "not ok")):
            failing = line.startswith("not ok") and expected in line
        elif failing and told in line:
            return True
    return False


def main():
    check = load_check()
    tap = check.Tap()
    with tempfile.TemporaryDirectory() as name:
        root = pathlib.Path(name)
        output = output_of(check, root, {})
        tap.check("the small tree itself has no fault",
                  [line for line in output.splitlines() if "not ok" in line])
        for expected, told, file, old, new in FAULTS:
            assert old in GOOD[file]
            output = output_of(check, root,
                               {file: GOOD[file].replace(old, new, 1)})
            tap.check(f"a planted fault is found: {expected}: {told}",
                      [] if is_found(output, expected, told)
                      else output.splitlines())
        (root / "po" / "fr.po").write_text(CATALOG.replace("es\\n", "fr\\n"),
                                           encoding="utf-8")
        output = output_of(check, root, {"po/LINGUAS": "es\nfr\n"})
        tap.check("a language without measures is found",
                  [] if is_found(output, "fr: it is known", "plain_fr")
                  else output.splitlines())
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main())
