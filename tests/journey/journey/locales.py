# SPDX-License-Identifier: GPL-3.0-or-later
"""The locale of a language. In C.UTF-8 newer C libraries speak English alone,
whatever LANGUAGE says."""

import atexit
import functools
import pathlib
import subprocess
import tempfile


@functools.cache
def folder_of(language):
    """Where a language is made, once for all worlds of a file of journeys."""
    folder = tempfile.TemporaryDirectory(prefix=f"needlewise-{language}-")
    atexit.register(folder.cleanup)
    return pathlib.Path(folder.name)


def make(name, folder):
    """Compile a locale of the system ("es_ES"). Returns what a program needs to
    live in it."""
    folder = folder / "locales"
    folder.mkdir()
    subprocess.run(["localedef", "--no-archive", f"--inputfile={name}", "--charmap=UTF-8",
                    str(folder / f"{name}.UTF-8")], check=True, capture_output=True, timeout=60)
    return {"LOCPATH": str(folder), "LC_ALL": f"{name}.UTF-8"}
