#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The launcher: the desktop starts the program by its entry, over the bus."""

import os
import pathlib
import re
import signal
import subprocess
import sys

from gi.repository import GLib
from journey import journey, main

NAME = "io.github.needlewise.Needlewise"
BUS = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")


class Activated:
    """A program that the bus started: as much of Popen as a journey asks for."""

    stdin = stdout = stderr = None
    returncode = None

    def __init__(self, pid):
        self.pid = pid

    def poll(self):
        try:
            state = pathlib.Path(f"/proc/{self.pid}/stat").read_text(encoding="utf-8")
        except FileNotFoundError:
            state = ") X"
        if self.returncode is None and state.rpartition(") ")[2][0] in "XZ":
            self.returncode = 0
        return self.returncode

    def terminate(self):
        os.kill(self.pid, signal.SIGTERM)

    def wait(self, timeout=None):
        """The bus, which is its parent, collects it."""


def installs(person):
    """Put the entry and the service where the desktop looks for them."""
    built = pathlib.Path(os.environ["NEEDLEWISE_DATA"])
    for suffix, folder in (("desktop", person.world.data_folder / "applications"),
                           ("service", person.world.folder / "services")):
        text = (built / f"{NAME}.{suffix}").read_text(encoding="utf-8")
        text = re.sub(r"^Exec=\S+", f"Exec={person.program}", text, flags=re.M)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{NAME}.{suffix}").write_text(text, encoding="utf-8")
    person.world.call(person.world.session, *BUS, "ReloadConfig")


def is_launched(person):
    """Choose the program in the launcher."""
    person.note("chooses Needlewise in the launcher")
    entry = person.world.data_folder / "applications" / f"{NAME}.desktop"
    subprocess.run(["gio", "launch", entry], env=person.world.env, check=True, timeout=30)
    takes_over(person)


def takes_over(person):
    """Find the program that the bus starts, and its window."""
    person.process = None
    person.waits_until(
        lambda: person.world.call(person.world.session, *BUS, "NameHasOwner",
                                  GLib.Variant("(s)", (NAME,)))[0],
        "the program on the session bus")
    pid, = person.world.call(person.world.session, *BUS, "GetConnectionUnixProcessID",
                             GLib.Variant("(s)", (NAME,)))
    person.process = Activated(pid)
    person.display.pid = pid
    person.waits_until(person.display.give_focus, "a window of the program")
    person.waits_until(person._find_program, "the program on the accessibility bus")


def chooses_action(person, action):
    """Choose an action from the launcher’s menu, as the desktop calls it."""
    person.note(f"chooses {action} in the launcher’s menu")
    person.world.call(person.world.session, NAME, "/" + NAME.replace(".", "/"),
                      "org.freedesktop.Application", "ActivateAction",
                      GLib.Variant("(sava{sv})", (action, [], {})))


def is_at(person, page):
    person.waits_until(lambda: "selected" in person.sees("page tab", page).states,
                       f"the page {page}")


@journey("The launcher starts the program, and its menu goes to a page")
def launched_and_sent_to_pages(person):
    installs(person)
    is_launched(person)
    is_at(person, "Read")
    pid = person.process.pid
    for action in ("prepare", "screen"):
        chooses_action(person, action)
        is_at(person, action.capitalize())
    takes_over(person)
    assert person.process.pid == pid, "a second program was started"


@journey("The launcher’s menu starts the program at the page chosen")
def started_by_action(person):
    installs(person)
    chooses_action(person, "prepare")
    takes_over(person)
    is_at(person, "Prepare")


# What a launcher looks for is asked of GIO, in the person’s world.
SEARCH = "import sys; from gi.repository import Gio; print(Gio.DesktopAppInfo.search(sys.argv[1]))"


@journey("Typing what one wants finds the program")
def found_by_words(person):
    installs(person)
    for words, found in (("back pain", True), ("acupuncture", True), ("insurance", True),
                         ("needle", True), ("spreadsheet", False)):
        person.note(f"types {words} in the launcher")
        answer = subprocess.run([sys.executable, "-c", SEARCH, words], env=person.world.env,
                                check=True, timeout=30, capture_output=True, text=True).stdout
        assert (f"{NAME}.desktop" in answer) == found, (words, answer)


@journey("A second start raises the window that is there")
def second_start(person):
    person.starts_the_program()
    second = subprocess.run([person.program, "--page=screen"], env=person.world.env,
                            check=False, timeout=30)
    assert second.returncode == 0, second
    is_at(person, "Screen")
    assert len(person.display.windows()) == 1, person.display.windows()


@journey("The next start is at the page where the last one ended")
def next_start(person):
    person.starts_the_program()
    is_at(person, "Read")
    person.presses("Alt+3")
    is_at(person, "Prepare")
    person.quits()
    person.starts_the_program()
    is_at(person, "Prepare")


main()
