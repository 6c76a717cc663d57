#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reminders as real processes, on a private bus with a server of notifications.

    NEEDLEWISE=_build/src/needlewise tests/reminders/test-reminders.py
"""

import datetime
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

PROGRAM = os.environ["NEEDLEWISE"]
NAME = "io.github.needlewise.Needlewise"
SERVER = "org.freedesktop.Notifications"
INTERFACE = Gio.DBusNodeInfo.new_for_xml("""
<node><interface name='org.freedesktop.Notifications'>
  <method name='Notify'>
    <arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/>
    <arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='as' direction='in'/>
    <arg type='a{sv}' direction='in'/><arg type='i' direction='in'/><arg type='u' direction='out'/>
  </method>
  <method name='CloseNotification'><arg type='u' direction='in'/></method>
</interface></node>""").interfaces[0]

APPLICATION = Gio.DBusNodeInfo.new_for_xml("""
<node><interface name='org.freedesktop.Application'>
  <method name='ActivateAction'>
    <arg type='s' direction='in'/><arg type='av' direction='in'/><arg type='a{sv}' direction='in'/>
  </method>
</interface></node>""").interfaces[0]


class World:
    """A home and a bus of its own."""

    def __init__(self, server=True):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="nw-reminders-"))
        self.dbus = Gio.TestDBus.new(Gio.TestDBusFlags.NONE)
        self.dbus.up()
        self.bus = Gio.DBusConnection.new_for_address_sync(
            self.dbus.get_bus_address(),
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        self.shown = []
        self.closed = []
        self.refusals = 0
        self.processes = []
        self.env = {key: value for key, value in os.environ.items()
                    if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
        self.env.update(HOME=str(self.home), XDG_DATA_HOME=str(self.home / "data"),
                        XDG_CONFIG_HOME=str(self.home / "config"),
                        XDG_CACHE_HOME=str(self.home / "cache"),
                        DBUS_SESSION_BUS_ADDRESS=self.dbus.get_bus_address())
        if server:
            self.start_server()

    def start_server(self):
        self.bus.register_object("/org/freedesktop/Notifications", INTERFACE, self.called,
                                 None, None)
        Gio.bus_own_name_on_connection(self.bus, SERVER, Gio.BusNameOwnerFlags.NONE, None, None)

    def called(self, _bus, _sender, _path, _interface, method, arguments, invocation):
        values = arguments.unpack()
        if method == "Notify" and self.refusals > 0:
            self.refusals -= 1
            invocation.return_dbus_error("org.freedesktop.DBus.Error.LimitsExceeded", "not now")
        elif method == "Notify":
            self.shown.append(values)
            invocation.return_value(GLib.Variant("(u)", (len(self.shown),)))
        else:
            self.closed.append(values[0])
            invocation.return_value(None)

    @property
    def plan(self):
        return self.home / "data" / "needlewise" / "plan.json"

    def keep(self, days, **more):
        when = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=days)
        text = {"format": 1, "appointment": {"at": when.strftime("%Y-%m-%dT%H:%M"), "zone": "UTC"},
                **more}
        self.plan.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        new = self.plan.with_suffix(".new")
        new.write_text(json.dumps(text), encoding="utf-8")
        new.rename(self.plan)

    def prefers(self, **settings):
        """What the person has set."""
        self.env["GSETTINGS_BACKEND"] = "keyfile"
        path = self.home / "config" / "glib-2.0" / "settings" / "keyfile"
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = [f"{name.replace('_', '-')}={value}" for name, value in settings.items()]
        path.write_text("\n".join(["[io/github/needlewise/Needlewise]", *lines, ""]),
                        encoding="utf-8")

    def start(self):
        process = subprocess.Popen([PROGRAM, "--check-reminders"], env=self.env,
                                   stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.processes.append(process)
        return process

    def is_owned(self, name):
        reply = self.bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus",
                                   "org.freedesktop.DBus", "NameHasOwner",
                                   GLib.Variant("(s)", (name,)), None,
                                   Gio.DBusCallFlags.NONE, -1, None)
        return reply.unpack()[0]

    def answer(self, number, key):
        self.bus.emit_signal(None, "/org/freedesktop/Notifications", SERVER, "ActionInvoked",
                             GLib.Variant("(us)", (number, key)))

    def gives_token(self, number, token):
        self.bus.emit_signal(None, "/org/freedesktop/Notifications", SERVER, "ActivationToken",
                             GLib.Variant("(us)", (number, token)))

    def dismiss(self, number):
        self.bus.emit_signal(None, "/org/freedesktop/Notifications", SERVER, "NotificationClosed",
                             GLib.Variant("(uu)", (number, 2)))

    def until(self, condition, what, seconds=15):
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                raise AssertionError(f"waited {seconds} s for {what}; shown: {self.shown}")
            self.run(0.02)

    @staticmethod
    def run(seconds):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            while GLib.MainContext.default().iteration(False):
                pass
            time.sleep(0.01)

    def ends(self, process, seconds=15):
        self.until(lambda: process.poll() is not None, "the end of the program", seconds)
        assert process.returncode == 0, (process.returncode, process.stdout.read())

    def close(self):
        for process in self.processes:
            if process.poll() is None:
                process.kill()
            process.wait()
            process.stdout.close()
        self.bus.close_sync(None)
        self.dbus.stop()
        shutil.rmtree(self.home, ignore_errors=True)


DONE = {"insurance": {"doneOn": "2026-01-01"}}
CANARY = "Kanarienvogel"
FIXTURES = pathlib.Path(__file__).resolve().parents[1] / "fixtures"


def nothing_to_do_ends_at_once(world):
    start = time.monotonic()
    world.ends(world.start())
    world.keep(-3)
    world.ends(world.start())
    world.keep(2, licence={"doneOn": "2026-01-01"}, **DONE)
    world.ends(world.start())
    assert time.monotonic() - start < 10
    assert world.shown == []


def late_login_shows_each_once(world):
    world.keep(2)
    first = world.start()
    world.until(lambda: len(world.shown) == 2, "two reminders")
    world.run(1)
    assert len(world.shown) == 2
    world.dismiss(1)
    world.dismiss(2)
    world.ends(first)
    world.ends(world.start())
    assert len(world.shown) == 2


def two_at_once_show_once(world):
    world.keep(2, **DONE)
    processes = [world.start() for _ in range(5)]
    world.until(lambda: len(world.shown) == 1, "a reminder")
    world.until(lambda: sum(process.poll() == 0 for process in processes) == 4, "four to end")
    world.run(1)
    assert len(world.shown) == 1


def killed_is_not_lost(world):
    world.keep(2, **DONE)
    for wanted in (1, 2):
        process = world.start()
        world.until(lambda: world.shown, "a reminder")
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert 1 <= len(world.shown) <= wanted


def waits_for_the_time(world):
    until = int(time.time()) + 4
    world.keep(2, licence={"putOffUntil": until}, **DONE)
    process = world.start()
    world.run(1)
    assert world.shown == [] and process.poll() is None
    world.until(lambda: world.shown, "the reminder")
    assert time.time() >= until


def waits_without_gtk(world):
    world.keep(10)
    process = world.start()
    world.until(lambda: world.is_owned(NAME + ".Reminders"), "the service")
    libraries = pathlib.Path(f"/proc/{process.pid}/maps").read_text(encoding="utf-8")
    assert "libgio-2.0" in libraries and "libgtk" not in libraries and "X11" not in libraries


def keep_canaries(world):
    """A plan and saved answers that hold the canary wherever a person may write."""
    world.keep(2, country="DE", told=["a." + CANARY],
               licence={key: CANARY for key in
                        ("register", "practitioner", "number", "checkedBy", "note")},
               insurance={**{key: CANARY for key in ("spokeTo", "reference", "note")},
                          "answers": {"covered": CANARY}},
               questions={"own": [{"id": "1", "text": CANARY}]})
    world.plan.with_name("answers.json").write_text(
        (FIXTURES / "kept" / "answers-1.json").read_text(encoding="utf-8")
        .replace("intro", CANARY), encoding="utf-8")


def shows_no_canary(world):
    """Two reminders: in them, in the log, the arguments and what is noted, no canary."""
    world.env["G_MESSAGES_DEBUG"] = "all"
    keep_canaries(world)
    process = world.start()
    world.until(lambda: len(world.shown) == 2, "two reminders")
    noted = world.plan.parent / "reminders" / "reminders.json"
    world.until(noted.exists, "a note of what was shown")
    for values in world.shown:
        assert CANARY not in str(values), values
        assert values[5][0::2] == ["default", "done", "tomorrow"], values
        assert values[6]["desktop-entry"] == NAME
    for number, path in enumerate((pathlib.Path(f"/proc/{process.pid}/cmdline"), noted)):
        assert CANARY not in path.read_text(encoding="utf-8", errors="replace"), (number, path)
    process.terminate()
    said = process.communicate()[0]
    assert "DEBUG" in said and CANARY not in said, said
    return sorted((values[3], values[4]) for values in world.shown)


def neutral_on_a_lock_screen(world):
    texts = shows_no_canary(world)
    assert {title for title, _body in texts} == {"A reminder from Needlewise"}, texts
    for word in ("licence", "insur", "acupuncture", "practitioner", "appointment"):
        assert word not in str(texts).lower(), texts


def details_name_the_check_and_no_more(world):
    world.prefers(reminders="true", reminder_details="true")
    assert shows_no_canary(world) == [
        ("Call the Insurer", "Does your insurance pay? Call before the first appointment."),
        ("Check the Licence",
         "Is the practitioner licensed? Look them up before the first appointment.")]


def a_click_is_one_answer(world):
    """Servers send a token for the window before a click, with an answer's types."""
    calls = []

    def called(_bus, _sender, _path, _interface, _method, arguments, invocation):
        calls.append(arguments.unpack())
        invocation.return_value(None)

    world.bus.register_object("/io/github/needlewise/Needlewise", APPLICATION, called, None, None)
    Gio.bus_own_name_on_connection(world.bus, NAME, Gio.BusNameOwnerFlags.NONE, None, None)
    world.keep(2, **DONE)
    world.start()
    world.until(lambda: world.shown, "a reminder")
    world.gives_token(1, "a-token")
    world.answer(1, "default")
    world.until(lambda: calls, "the click to come")
    world.run(0.5)
    assert calls == [("show-place", ["prepare:licence"],
                      {"activation-token": "a-token", "desktop-startup-id": "a-token"})], calls


def turned_off_while_it_waits(world):
    world.prefers(reminders="true")
    world.keep(2, **DONE)
    process = world.start()
    world.until(lambda: world.shown, "a reminder")
    world.prefers(reminders="false")
    world.ends(process)
    world.until(lambda: world.closed == [1], "the reminder to be taken back")


def refused_is_tried_again(world):
    world.refusals = 1
    world.keep(2, **DONE)
    world.start()
    world.until(lambda: world.shown, "a reminder", seconds=20)
    assert world.refusals == 0
    world.run(1)
    assert len(world.shown) == 1


def done_is_kept(world):
    world.keep(2, **DONE)
    process = world.start()
    world.until(lambda: world.shown, "a reminder")
    world.answer(1, "done")
    world.ends(process)
    licence = json.loads(world.plan.read_text(encoding="utf-8"))["licence"]
    assert licence["doneOn"] == datetime.date.today().isoformat() or licence["doneOn"], licence
    world.until(lambda: world.closed == [1], "the reminder to be taken back")
    world.ends(world.start())
    assert len(world.shown) == 1


def tomorrow_is_tomorrow(world):
    world.keep(2.5, **DONE)
    process = world.start()
    world.until(lambda: world.shown, "a reminder")
    world.answer(1, "tomorrow")
    world.until(lambda: "putOffUntil" in json.loads(world.plan.read_text(encoding="utf-8"))
                .get("licence", {}), "the plan")
    until = json.loads(world.plan.read_text(encoding="utf-8"))["licence"]["putOffUntil"]
    assert 0 < until - time.time() < 34 * 3600
    world.run(0.5)
    assert process.poll() is None and len(world.shown) == 1


def changes_elsewhere_are_followed(world):
    world.keep(10, **DONE)
    process = world.start()
    world.run(1)
    assert process.poll() is None and world.shown == []
    world.keep(2, **DONE)
    world.until(lambda: world.shown, "a reminder for the earlier date")
    world.keep(2, licence={"doneOn": "2026-01-01"}, **DONE)
    world.until(lambda: world.closed == [1], "the reminder to be taken back")
    world.ends(process)


def no_server_yet(world):
    world.keep(2, **DONE)
    process = world.start()
    world.run(1)
    assert process.poll() is None
    world.start_server()
    world.until(lambda: world.shown, "a reminder once a server is there")


def no_bus(world):
    world.keep(2)
    env = dict(world.env, DBUS_SESSION_BUS_ADDRESS="unix:path=/nonexistent")
    process = subprocess.run([PROGRAM, "--check-reminders"], env=env, capture_output=True,
                             text=True, timeout=20, check=False)
    assert process.returncode == 1 and process.stderr.startswith("needlewise: "), process


def main():
    tests = [nothing_to_do_ends_at_once, late_login_shows_each_once, two_at_once_show_once,
             killed_is_not_lost, waits_for_the_time, waits_without_gtk, neutral_on_a_lock_screen,
             details_name_the_check_and_no_more, a_click_is_one_answer, turned_off_while_it_waits, refused_is_tried_again,
             done_is_kept, tomorrow_is_tomorrow, changes_elsewhere_are_followed, no_server_yet,
             no_bus]
    tests = [test for test in tests if len(sys.argv) < 2 or sys.argv[1] in test.__name__]
    failed = 0
    print(f"1..{len(tests)}", flush=True)
    for number, test in enumerate(tests, 1):
        world = World(server=test is not no_server_yet)
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
