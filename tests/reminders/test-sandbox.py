#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""In a sandbox the desktop is asked to start the reminders, here a stand-in for
its background portal. Wants a display."""

import importlib.util
import os
import pathlib
import sys

from gi.repository import Gio, GLib

HERE = pathlib.Path(__file__).parent
spec = importlib.util.spec_from_file_location("everything", HERE / "test-delete-everything.py")
everything = importlib.util.module_from_spec(spec)
spec.loader.exec_module(everything)
reminders = everything.reminders

PORTAL = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
INTERFACE = Gio.DBusNodeInfo.new_for_xml("""
<node><interface name='org.freedesktop.portal.Background'>
  <method name='RequestBackground'>
    <arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>
    <arg type='o' direction='out'/>
  </method>
</interface></node>""").interfaces[0]
NOTIFICATION = Gio.DBusNodeInfo.new_for_xml("""
<node><interface name='org.freedesktop.portal.Notification'>
  <method name='AddNotification'>
    <arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>
  </method>
  <method name='RemoveNotification'><arg type='s' direction='in'/></method>
</interface></node>""").interfaces[0]


class Portal:
    """Answers as it is told, and keeps what it was asked."""

    def __init__(self, world, grants):
        self.asked = []
        self.grants = grants
        self.shown = []
        self.removed = []
        world.bus.register_object(PATH, INTERFACE, self.called, None, None)
        world.bus.register_object(PATH, NOTIFICATION, self.notified, None, None)
        Gio.bus_own_name_on_connection(world.bus, PORTAL, Gio.BusNameOwnerFlags.NONE, None, None)

    def notified(self, _bus, _sender, _path, _interface, method, arguments, invocation):
        if method == "AddNotification":
            self.shown.append(arguments.unpack())
        else:
            self.removed.append(arguments.unpack()[0])
        invocation.return_value(None)

    def called(self, bus, sender, _path, _interface, _method, arguments, invocation):
        options = arguments.unpack()[1]
        self.asked.append(options)
        name = sender[1:].replace(".", "_")
        handle = f"{PATH}/request/{name}/{options['handle_token']}"
        invocation.return_value(GLib.Variant("(o)", (handle,)))
        results = {"autostart": GLib.Variant("b", self.grants and options["autostart"]),
                   "background": GLib.Variant("b", self.grants)}
        bus.emit_signal(sender, handle, "org.freedesktop.portal.Request", "Response",
                        GLib.Variant("(ua{sv})", (0 if self.grants else 1, results)))


def start(world):
    world.env["FLATPAK_ID"] = reminders.NAME
    everything.agree(world)
    world.keep(10, **reminders.DONE)
    return everything.start_window(world)


def leaves(world, process):
    assert not list(world.home.rglob("autostart/*")), "an entry of our own"
    everything.act(world, "quit")
    world.ends(process)


def granted(world):
    portal = Portal(world, True)
    process = start(world)
    world.until(lambda: portal.asked, "the question")
    asked = portal.asked[0]
    assert asked["autostart"] is True, asked
    assert asked["commandline"] == ["needlewise", "--check-reminders"], asked
    assert "licen" not in asked["reason"].lower(), asked
    everything.act(world, "reminder-done", "licence")
    world.until(lambda: len(portal.asked) == 2, "the start to be taken back")
    assert portal.asked[1]["autostart"] is False, portal.asked
    assert everything.agrees(world)
    leaves(world, process)


def refused(world):
    portal = Portal(world, False)
    process = start(world)
    world.until(lambda: portal.asked and not everything.agrees(world), "the switch to go off")
    leaves(world, process)


def no_portal(world):
    process = start(world)
    world.until(lambda: not everything.agrees(world), "the switch to go off")
    leaves(world, process)


def reminds_by_the_portal(world):
    """A sandbox has no way to the desktop's own server of notifications."""
    portal = Portal(world, True)
    world.env["FLATPAK_ID"] = reminders.NAME
    world.keep(2, **reminders.DONE)
    process = world.start()
    world.until(lambda: portal.shown, "a reminder")
    name, shown = portal.shown[0]
    assert name == "licence" and not world.shown, (name, world.shown)
    assert shown["title"] == "A reminder from Needlewise", shown
    assert (shown["default-action"], shown["default-action-target"]) == \
        ("app.show-place", "prepare:licence"), shown
    assert [(button["action"], button["target"]) for button in shown["buttons"]] == \
        [("app.reminder-done", "licence"), ("app.reminder-put-off", "licence")], shown
    world.keep(2, licence={"doneOn": "2026-01-01"}, **reminders.DONE)
    world.until(lambda: portal.removed == ["licence"], "the reminder to be taken back")
    world.ends(process)


def main():
    tests = [granted, refused, no_portal, reminds_by_the_portal]
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
