# SPDX-License-Identifier: GPL-3.0-or-later
"""Collect journeys, run each in a world of its own, and say how they went in
the Test Anything Protocol."""

import os
import pathlib
import re
import sys
import traceback

from .person import Person
from .world import World, missing_tools

JOURNEYS = []


def journey(title, *arguments, **world):
    """Make a journey of a function that is given a `Person`, and `arguments`.

    `world` is what the `World` is made with: `settings`, `environment`,
    `screen`, `desktop`, `smooth`, `display_system`,
    `language`.
    """
    def collect(function):
        JOURNEYS.append((title, function, arguments, world))
        return function
    return collect


def main(wanting=None):
    """Run the journeys of this file, or only those whose title holds an argument.

    The program comes from $NEEDLEWISE, the folder for what is left behind by
    failures from $JOURNEY_LOGS. `wanting` names what these journeys need and
    the system has not.
    """
    wanted = sys.argv[1:]
    chosen = [one for one in JOURNEYS if all(word in one[0] for word in wanted)]
    systems = sorted({world.get("display_system", "x11") for *_ignored, world in chosen})
    missing = [tool for system in systems for tool in missing_tools(system)]
    missing += [wanting] if wanting else []
    if missing:
        print(f"1..0 # SKIP this system has no {', '.join(missing)}")
        return

    print(f"1..{len(chosen)}", flush=True)
    failed = 0
    for number, (title, function, arguments, world) in enumerate(chosen, 1):
        error = make(title, function, arguments, world)
        print(f"{'not ok' if error else 'ok'} {number} - {title}")
        for line in (error or "").splitlines():
            print(f"# {line}")
        sys.stdout.flush()
        failed += error is not None
    sys.exit(1 if failed else 0)


def make(title, function, arguments, world):
    """Make one journey. Returns None, or what went wrong."""
    logs = pathlib.Path(os.environ.get("JOURNEY_LOGS", "."))
    logs.mkdir(parents=True, exist_ok=True)
    stem = logs / re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
    for old in (".png", ".tree.txt", ".transcript.txt", ".output.txt"):
        pathlib.Path(f"{stem}{old}").unlink(missing_ok=True)

    with World(**world) as place:
        person = Person(place, os.environ["NEEDLEWISE"], stem)
        try:
            function(person, *arguments)
            person.leaves()
        except Exception:
            trace = traceback.format_exc(limit=-6)
            return "\n".join([trace.rstrip(), *person.leaves_traces()])
        finally:
            person.ends()
    return None
