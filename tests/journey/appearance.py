#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Dark colours, high contrast and motion follow the desktop’s settings portal while
the program runs, and a portal that never answers holds nothing up."""

from gi.repository import Gio, GLib
from journey import journey, main
from journey.picture import Part, contrast, luminance

NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
GROUP = "org.freedesktop.appearance"
INTERFACE = """<node><interface name="org.freedesktop.portal.Settings">
  <method name="ReadAll">
    <arg type="as" direction="in"/><arg type="a{sa{sv}}" direction="out"/>
  </method>
  <signal name="SettingChanged"><arg type="s"/><arg type="s"/><arg type="v"/></signal>
</interface></node>"""
PAGE = Part("page", 100, 100, 700, 500, "NwWindow", "")
QUIET = "You can go back and change any answer, at any time."


class Portal:
    """The desktop’s settings portal, as far as the program may ask it."""

    def __init__(self, person, answers=True, **values):
        self.bus = person.world.session
        self.answers = answers
        self.values = {key.replace("_", "-"): value for key, value in values.items()}
        self.waiting = []
        interface = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0]
        self.bus.register_object(PATH, interface, self._called, None, None)
        person.world.call(self.bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                          "org.freedesktop.DBus", "RequestName", GLib.Variant("(su)", (NAME, 0)))

    def changes(self, key, value):
        """The person changes a setting of the desktop; who reads late, reads it so."""
        self.values[key] = value
        self.bus.emit_signal(None, PATH, "org.freedesktop.portal.Settings", "SettingChanged",
                             GLib.Variant("(ssv)", (GROUP, key, value)))

    def _called(self, _bus, _sender, _path, _interface, _method, _arguments, invocation):
        if self.answers:
            invocation.return_value(GLib.Variant("(a{sa{sv}})", ({GROUP: self.values},)))
        else:
            self.waiting.append(invocation)


def paper(person):
    """How light the page is, from 0 to 1."""
    return luminance(person.looks().colours(PAGE).most_common(1)[0][0])


def is_dark(person):
    person.waits_until(lambda: paper(person) < 0.1, "a dark page")


def is_light(person):
    person.waits_until(lambda: paper(person) > 0.8, "a light page")


def quiet_words(person):
    """How well the quiet words are told from the page."""
    part, = (part for part in person.parts() if part.text == QUIET)
    colours = person.looks().colours(part)
    page = colours.most_common(1)[0][0]
    return max(contrast(colour, page) for colour in colours)


@journey("Dark colours come with the start where the desktop wishes them")
def dark_from_the_start(person):
    Portal(person, color_scheme=GLib.Variant("u", 1))
    person.starts_the_program("--page=screen")
    is_dark(person)


@journey("Dark colours come and go while the program runs")
def dark_live(person):
    portal = Portal(person, color_scheme=GLib.Variant("u", 0))
    person.starts_the_program("--page=screen")
    is_light(person)
    portal.changes("color-scheme", GLib.Variant("u", 1))
    is_dark(person)
    portal.changes("color-scheme", GLib.Variant("u", 2))
    is_light(person)
    person.presses("Alt+3")
    person.hears("First Appointment")
    portal.changes("color-scheme", GLib.Variant("u", 1))
    is_dark(person)


@journey("A dark theme whose name does not say so gets dark colours", smooth=False,
         environment={"GTK_THEME": "Evening"})
def dark_by_another_name(person):
    folder = person.world.data_folder / "themes" / "Evening" / "gtk-4.0"
    folder.mkdir(parents=True)
    (folder / "gtk.css").write_text(
        '@import url("resource:///org/gtk/libgtk/theme/Default/Default-dark.css");')
    person.starts_the_program("--page=screen")
    is_dark(person)
    assert quiet_words(person) > 4.5, quiet_words(person)


@journey("High contrast comes and goes while the program runs", smooth=False)
def contrast_live(person):
    portal = Portal(person, contrast=GLib.Variant("u", 0))
    person.starts_the_program("--page=screen")
    usual = quiet_words(person)
    portal.changes("contrast", GLib.Variant("u", 1))
    person.waits_until(lambda: quiet_words(person) > usual + 2, "words in high contrast")
    portal.changes("contrast", GLib.Variant("u", 0))
    person.waits_until(lambda: quiet_words(person) == usual, "words in usual contrast")


@journey("A desktop’s dark colours stay where its portal has no wish",
         desktop={"gtk-application-prefer-dark-theme": "1"})
def no_wish(person):
    portal = Portal(person, color_scheme=GLib.Variant("u", 0))
    person.starts_the_program("--page=screen")
    is_dark(person)
    portal.changes("color-scheme", GLib.Variant("u", 2))
    is_light(person)
    portal.changes("color-scheme", GLib.Variant("u", 0))
    is_dark(person)


def motion_live(person, usual):
    portal = Portal(person, reduced_motion=GLib.Variant("u", 1))
    person.starts_the_program("--page=screen")
    person.waits_until(lambda: not person.animates(), "no motion from the start")
    portal.changes("reduced-motion", GLib.Variant("u", 0))
    person.waits_until(lambda: person.animates() == usual, "motion as usual")
    portal.changes("reduced-motion", GLib.Variant("u", 1))
    person.waits_until(lambda: not person.animates(), "no motion once more")


# What then moves and what does not is measured by tests/view/test-motion.c.
journey("Motion goes and comes while the program runs", True)(motion_live)
journey("Motion that the desktop has switched off elsewhere stays off", False,
        desktop={"gtk-enable-animations": "0"})(motion_live)


@journey("What a portal of another day says is passed over")
def odd_values(person):
    portal = Portal(person, color_scheme=GLib.Variant("s", "dark"), contrast=GLib.Variant("u", 9))
    person.starts_the_program("--page=screen")
    is_light(person)
    portal.changes("color-scheme", GLib.Variant("u", 7))
    portal.changes("accent-color", GLib.Variant("(ddd)", (1.0, 0.0, 0.0)))
    portal.changes("contrast", GLib.Variant("b", True))
    person.presses("Alt+3")
    person.hears("First Appointment")
    is_light(person)


@journey("A portal that never answers holds nothing up, and is listened to later")
def silent_portal(person):
    portal = Portal(person, answers=False)
    person.starts_the_program("--page=screen")
    person.waits_until(lambda: portal.waiting, "the program’s question to the portal")
    person.presses("Alt+3")
    person.hears("First Appointment")
    person.presses("Alt+2")
    person.hears("Begin")
    portal.changes("color-scheme", GLib.Variant("u", 1))
    is_dark(person)


main()
