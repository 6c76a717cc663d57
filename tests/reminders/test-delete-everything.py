#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The autostart entry comes and goes with what there is to remind of; Delete
Everything leaves nothing behind. Wants a display."""

import importlib.util
import os
import pathlib
import subprocess
import sys

from gi.repository import Gio, GLib

HERE = pathlib.Path(__file__).parent
spec = importlib.util.spec_from_file_location("reminders", HERE / "test-reminders.py")
reminders = importlib.util.module_from_spec(spec)
spec.loader.exec_module(reminders)

CANARY = "Dr Canary Kanarienvogel"


def start_window(world):
    env = dict(world.env, DISPLAY=os.environ["DISPLAY"], GDK_BACKEND="x11",
               GSETTINGS_BACKEND="keyfile", GTK_A11Y="none")
    process = subprocess.Popen([reminders.PROGRAM, "--page=prepare"], env=env,
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    world.processes.append(process)
    world.until(lambda: has_name(world, reminders.NAME), "the program")
    return process


def has_name(world, name):
    return world.bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus",
                               "org.freedesktop.DBus", "NameHasOwner",
                               GLib.Variant("(s)", (name,)), None,
                               Gio.DBusCallFlags.NONE, -1, None).unpack()[0]


def act(world, action, *target):
    world.bus.call_sync(reminders.NAME, "/io/github/needlewise/Needlewise",
                        "org.freedesktop.Application", "ActivateAction",
                        GLib.Variant("(sava{sv})", (action, [GLib.Variant("s", word)
                                                             for word in target], {})),
                        None, Gio.DBusCallFlags.NONE, 20000, None)


def agree(world):
    path = world.home / "config" / "glib-2.0" / "settings" / "keyfile"
    path.parent.mkdir(parents=True)
    path.write_text("[io/github/needlewise/Needlewise]\nreminders=true\ntext-scale=1.5\n",
                    encoding="utf-8")


def holds_canary(path):
    try:
        return path.is_file() and CANARY.encode() in path.read_bytes()
    except FileNotFoundError:  # a file that was being written has its own name now
        return False


def find_canary(world):
    return [path for path in world.home.rglob("*") if holds_canary(path)]


def without_agreement_nothing_starts(world):
    world.keep(10)
    process = start_window(world)
    world.run(3)
    assert not list(world.home.rglob("autostart/*"))
    assert not has_name(world, reminders.NAME + ".Reminders")
    act(world, "quit")
    world.ends(process)


def comes_and_goes(world):
    agree(world)
    world.keep(10, licence={"practitioner": CANARY}, **reminders.DONE)
    process = start_window(world)
    entry = world.home / "config" / "autostart" / (reminders.NAME + ".desktop")
    world.until(entry.exists, "the autostart entry")
    text = entry.read_text(encoding="utf-8")
    assert "--check-reminders" in text and "licence" not in text.lower(), text
    world.until(lambda: has_name(world, reminders.NAME + ".Reminders"), "the reminders")
    act(world, "reminder-done", "licence")
    world.until(lambda: not entry.exists(), "the entry to go once all is done")
    world.until(lambda: not has_name(world, reminders.NAME + ".Reminders"), "the reminders to end")
    act(world, "quit")
    world.ends(process)


def everything_is_deleted(world):
    agree(world)
    world.keep(2, licence={"practitioner": CANARY}, **reminders.DONE)
    process = start_window(world)
    world.until(lambda: world.shown, "a reminder")
    entry = world.home / "config" / "autostart" / (reminders.NAME + ".desktop")
    assert entry.exists() and find_canary(world)
    act(world, "reminder-put-off", "licence")
    world.until(lambda: world.plan.with_name("plan.previous.json").exists(), "a saved change")
    act(world, "delete-everything")
    world.until(lambda: not world.plan.parent.exists(), "the folder to go")
    world.until(lambda: not has_name(world, reminders.NAME + ".Reminders"), "the reminders to end")
    act(world, "quit")
    world.ends(process)
    assert not entry.exists() and not find_canary(world)
    assert not world.plan.parent.exists(), list(world.plan.parent.rglob("*"))
    settings = world.home / "config" / "glib-2.0" / "settings" / "keyfile"
    assert not settings.exists() or "text-scale" not in settings.read_text(encoding="utf-8")


def agrees(world):
    path = world.home / "config" / "glib-2.0" / "settings" / "keyfile"
    return "reminders=true" in path.read_text(encoding="utf-8")


def cannot_start_is_told(world):
    """A file lies where the folder of what starts at login should be."""
    agree(world)
    (world.home / "config" / "autostart").write_text("", encoding="utf-8")
    world.keep(10, **reminders.DONE)
    process = start_window(world)
    world.until(lambda: not agrees(world), "the switch to go off")
    act(world, "quit")
    world.ends(process)
    assert not has_name(world, reminders.NAME + ".Reminders")


def main():
    tests = [without_agreement_nothing_starts, comes_and_goes, cannot_start_is_told,
             everything_is_deleted]
    print(f"1..{len(tests)}", flush=True)
    failed = 0
    for number, test in enumerate(tests, 1):
        if "DISPLAY" not in os.environ:
            print(f"ok {number} - {test.__name__} # SKIP no display")
            continue
        world = reminders.World()
        try:
            test(world)
            print(f"ok {number} - {test.__name__}", flush=True)
        except AssertionError as error:
            failed += 1
            print(f"not ok {number} - {test.__name__}: {error}", flush=True)
        finally:
            world.close()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
