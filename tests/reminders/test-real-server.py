#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reminders on a real server of notifications, dunst, which says what it
shows. Wants a display."""

import importlib.util
import os
import pathlib
import re
import shutil
import subprocess
import sys

from gi.repository import Gio, GLib

HERE = pathlib.Path(__file__).parent
spec = importlib.util.spec_from_file_location("reminders", HERE / "test-reminders.py")
reminders = importlib.util.module_from_spec(spec)
spec.loader.exec_module(reminders)


class Dunst:
    """The server, and what it has printed."""

    def __init__(self, world):
        self.world = world
        self.path = world.home / "dunst.txt"
        # Its own warnings are no concern of ours.
        env = {key: value for key, value in world.env.items() if key != "G_DEBUG"}
        self.process = subprocess.Popen(
            ["stdbuf", "-oL", "dunst", "-print", "-config", "/dev/null"],
            env=dict(env, DISPLAY=os.environ["DISPLAY"]),
            stdout=self.path.open("w"), stderr=subprocess.DEVNULL)
        world.until(self.owns_name, "dunst on the bus")

    def owns_name(self):
        return self.world.bus.call_sync(
            "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
            "NameHasOwner", GLib.Variant("(s)", (reminders.SERVER,)), None,
            Gio.DBusCallFlags.NONE, -1, None).unpack()[0]

    def shown(self):
        """For each notification: its fields as dunst prints them."""
        return [dict(re.findall(r"^\s*(\w+): '?(.*?)'?$", part, re.M))
                for part in re.split(r"^\{$", self.path.read_text(), flags=re.M)[1:]]

    def displayed(self):
        return self.world.bus.call_sync(
            reminders.SERVER, "/org/freedesktop/Notifications",
            "org.freedesktop.DBus.Properties", "Get",
            GLib.Variant("(ss)", ("org.dunstproject.cmd0", "displayedLength")), None,
            Gio.DBusCallFlags.NONE, -1, None).unpack()[0]

    def click(self):
        self.world.bus.call_sync(
            reminders.SERVER, "/org/freedesktop/Notifications", "org.dunstproject.cmd0",
            "NotificationAction", GLib.Variant("(u)", (0,)), None,
            Gio.DBusCallFlags.NONE, -1, None)

    def close(self):
        self.process.kill()
        self.process.wait()


def title_and_text(world, dunst):
    world.keep(2, **reminders.DONE)
    world.start()
    world.until(lambda: dunst.displayed() == 1, "a reminder on the screen")
    world.until(lambda: "actions" in dunst.path.read_text(), "what is shown")
    assert len(dunst.shown()) == 1, dunst.shown()
    shown = dunst.shown()[0]
    assert shown["summary"] == "A reminder from Needlewise", shown
    assert shown["body"] == "Open Needlewise to see what is due.", shown
    assert shown["appname"] == "Needlewise", shown
    assert shown["desktop_entry"] == reminders.NAME, shown
    printed = dunst.path.read_text()
    for action in ('"done": "Done"', '"tomorrow": "Remind Me Tomorrow"', '"default": "Open"'):
        assert action in printed, (action, printed)


def a_click_opens_the_place(world, dunst):
    calls = []

    def called(_bus, _sender, _path, _interface, _method, arguments, invocation):
        calls.append(arguments.unpack()[:2])
        invocation.return_value(None)

    world.bus.register_object("/io/github/needlewise/Needlewise", reminders.APPLICATION, called, None, None)
    Gio.bus_own_name_on_connection(world.bus, reminders.NAME, Gio.BusNameOwnerFlags.NONE,
                                   None, None)
    world.keep(2, **reminders.DONE)
    world.start()
    world.until(lambda: dunst.displayed() == 1, "a reminder on the screen")
    dunst.click()
    world.until(lambda: calls, "the click to come")
    assert calls == [("show-place", ["prepare:licence"])], calls


def taken_back_when_done(world, dunst):
    world.keep(2, **reminders.DONE)
    process = world.start()
    world.until(lambda: dunst.displayed() == 1, "a reminder on the screen")
    world.keep(2, licence={"doneOn": "2026-01-01"}, **reminders.DONE)
    world.until(lambda: dunst.displayed() == 0, "the reminder to go")
    world.ends(process)


def main():
    tests = [title_and_text, a_click_opens_the_place, taken_back_when_done]
    print(f"1..{len(tests)}", flush=True)
    missing = "no display" if "DISPLAY" not in os.environ else None
    if shutil.which("dunst") is None:
        missing = "no dunst"
    failed = 0
    for number, test in enumerate(tests, 1):
        if missing:
            print(f"ok {number} - {test.__name__} # SKIP {missing}")
            continue
        world = reminders.World(server=False)
        dunst = None
        try:
            dunst = Dunst(world)
            test(world, dunst)
            print(f"ok {number} - {test.__name__}", flush=True)
        except AssertionError as error:
            failed += 1
            print(f"not ok {number} - {test.__name__}: {error}", flush=True)
        finally:
            if dunst is not None:
                dunst.close()
            world.close()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
