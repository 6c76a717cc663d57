# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody at the keyboard, who hears what the focus comes to."""

import dataclasses
import os
import pathlib
import re
import signal
import subprocess
import time

from gi.repository import Gio, GLib

from .display import Display
from .picture import Part
from .tree import Gone, Reader
from .wayland import WaylandDisplay
from .world import PATIENCE_S, end_process

# A look at the tree costs the program some work: not more often than this.
LOOK_AGAIN_MS = 50

DISPLAYS = {"x11": Display, "wayland": WaylandDisplay}

APPLICATION_ID = "io.github.needlewise.Needlewise"


@dataclasses.dataclass
class AccessKey:
    """A control as one sees it who holds Alt: see layout-keys.c."""
    kind: str
    widget: str
    letters: str
    text: str

    def __str__(self):
        return f"{self.kind} {self.widget} “{self.text}” [{self.letters}]"


class Lost(AssertionError):
    """What was expected did not come."""


class Person:
    """Starts the program, presses keys, listens, and looks.

    Whatever is expected is waited for, and only for a bounded time.
    """

    def __init__(self, world, program, stem):
        self.world = world
        self.program = program
        self.stem = stem
        self.reader = Reader(world)
        self.display = DISPLAYS[world.display_system](world)
        self.process = None
        self.bus_name = None
        self.transcript = []
        self.heard_since_key = []
        self.announced = []
        self.focus = None
        self.focus_of_window = {}
        for signal_name, detail in (("Announcement", None),
                                    ("PropertyChange", "accessible-description")):
            world.accessibility.signal_subscribe(
                None, "org.a11y.atspi.Event.Object", signal_name, None, detail,
                Gio.DBusSignalFlags.NONE, self._hear_in_passing)
        for state, heard in (("focused", self._hear_focus), ("active", self._hear_window)):
            world.accessibility.signal_subscribe(
                None, "org.a11y.atspi.Event.Object", "StateChanged", None, state,
                Gio.DBusSignalFlags.NONE, heard)

    # Starting and ending

    def starts_the_program(self, *arguments):
        """Start it, and wait until its window has the keyboard."""
        self.note(f"starts needlewise {' '.join(arguments)}".rstrip())
        self.focus = None
        with open(f"{self.stem}.output.txt", "ab") as output:
            self.process = self.world.run(
                [self.program, *arguments], self._probe_environment(),
                stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT)
        self.display.pid = self.process.pid
        self.waits_until(self.display.give_focus, "a window of the program")
        self.waits_until(self._find_program, "the program on the accessibility bus")
        self.waits_until(self._find_focus, "something that has the focus")

    def quits(self, key="Ctrl+Q"):
        """Quit by key, and see to it that the program ends well."""
        self.presses(key)
        self._wait_for_end()

    def leaves(self):
        """At the end of a journey, from wherever one is: the program still ends well."""
        if self.process is None or self.process.poll() is not None:
            return
        # Any key takes back a tooltip that is about to come. One that comes to
        # a menu which went with its window makes GTK 4.8 complain.
        self.display.press("Shift_L")
        self.world.call(self.world.session, APPLICATION_ID, "/" + APPLICATION_ID.replace(".", "/"),
                        "org.gtk.Actions", "Activate",
                        GLib.Variant("(sava{sv})", ("quit", [], {})))
        self._wait_for_end()

    def ends(self):
        """End the program, however it is."""
        if self.process is not None:
            end_process(self.process)

    # Keys

    def presses(self, *keys):
        """Press keys, one after the other: `presses("Tab", "Alt+2")`."""
        for key in keys:
            self._check_alive()
            self.note(f"presses {key}")
            self.heard_since_key = []
            self.display.press(key)

    def types(self, text):
        """Type text into what has the focus."""
        self._check_alive()
        self.note(f"types {text}")
        self.heard_since_key = []
        self.display.type(text)

    def tabs_to(self, role, name=None, key="Tab", limit=150):
        """Press Tab until the focus is on the element of that role and name."""
        passed = set()
        while len(passed) < limit:
            if self.focus is not None and self.focus.matches(role, name):
                return self.focus
            self.tabs(key)
            if self.focus.key in passed:
                break
            passed.add(self.focus.key)
        raise Lost(f"{key} never came to {role} {shown(name)}")

    def chooses(self, answer):
        """Choose an answer of a question: Tab into the question, then the arrow
        keys among radio buttons, where one Tab stop stands for all of them."""
        if " radio button checked" in self.transcript_of_focus():
            # This question is answered; the answer belongs to the next.
            self.tabs()
        while self.focus.role not in ("radio button", "check box"):
            self.tabs()
        if self.focus.role == "check box":
            self.tabs_to("check box", answer)
        else:
            first = self.focus.key
            while self.focus.name != answer:
                self.tabs("Down")
                if self.focus.key == first:
                    raise Lost(f"there is no answer {shown(answer)}")
        self.presses("space")
        self.hears(re.compile(f"“{re.escape(answer)}” .*(?<!not )checked"))

    def tabs(self, key="Tab"):
        """Press Tab and hear where the focus goes."""
        self.presses(key)
        self.waits_until(lambda: self.heard_since_key, f"a new focus after {key}")
        return self.focus

    def tab_order(self, key="Tab", limit=200):
        """Go once around with Tab. Returns where the focus came, in order."""
        first = self.focus
        stops = [first]
        while len(stops) < limit:
            self.tabs(key)
            if self.focus.key == first.key:
                return stops
            stops.append(self.focus)
        raise Lost(f"{key} came to {limit} places and never back to {first.spoken()}")

    # Hearing

    def hears(self, wanted):
        """Hear `wanted` (text, or a pattern) of what has got the focus by now."""
        def heard():
            return self.focus is not None and found_in(wanted, self.transcript_of_focus())
        self.waits_until(heard, f"to hear {shown(wanted)}",
                         lambda: f"heard last: {self.transcript_of_focus()}")
        return self.focus

    def hears_in_passing(self, wanted):
        """Hear `wanted` (text, or a pattern), wherever the focus is: once since this was asked
        before. GTK 4.14 and later announce it; before, it is for a moment the description of
        what has the focus. Returns all that was said in passing by then."""
        self.waits_until(lambda: any(found_in(wanted, text) for text in self.announced),
                         f"to hear in passing {shown(wanted)}",
                         lambda: f"heard in passing: {self.announced}")
        announced, self.announced = self.announced, []
        assert sum(found_in(wanted, text) for text in announced) == 1, announced
        return announced

    def transcript_of_focus(self):
        """What is said of the place where the focus is, with the groups around it.

        It is read again, because a state may have changed under the focus.
        """
        if self.focus is None:
            return ""
        try:
            node = self.reader.read_node(*self.focus.key)
        except Gone:
            return ""
        return " › ".join([*groups_around(node), node.spoken()])

    # Looking

    def sees(self, role=None, name=None):
        """Find the element of that role and name, waiting for it. Returns the node."""
        def look():
            return next((node for node in self.tree().walk() if node.matches(role, name)), None)
        return self.waits_until(look, f"{role or 'an element'} {shown(name)}")

    def sees_no(self, role=None, name=None):
        """Wait until there is no such element."""
        def look():
            return not any(node.matches(role, name) for node in self.tree().walk())
        self.waits_until(look, f"the end of {role or 'an element'} {shown(name)}")

    def reads(self, wanted):
        """See `wanted` (text, or a pattern) somewhere in the window."""
        def look():
            return any(found_in(wanted, text) for node in self.tree().walk()
                       for text in (node.name, node.text))
        self.waits_until(look, f"the text {shown(wanted)}")

    def tree(self):
        """All that the program shows now, read freshly."""
        self._check_alive()
        for _attempt in range(5):
            try:
                return self.reader.read_tree(self.bus_name)
            except Gone:
                # The page changed while it was read.
                self.listens(LOOK_AGAIN_MS)
        self._check_alive()
        return self.reader.read_tree(self.bus_name)

    def tree_as_shown(self):
        """The same in the language of the world, not in English."""
        return Reader(self.world, as_shown=True).read_tree(self.bus_name)

    def layout_faults(self):
        """What the layout probe finds wrong once the window has come to rest."""
        before = None
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            faults = [" ".join(line) for line in self._ask_probe("faults")]
            if faults == before:
                return faults
            before = faults
        raise Lost(f"the layout did not come to rest in {PATIENCE_S} s")

    def mirror_faults(self):
        """The same, and then as in a language written from the right, where all
        has to be mirrored, too. Afterwards the window is as it was."""
        faults = self.layout_faults()
        self._ask_probe("turn-around")
        faults += [f"from the right: {fault}" for fault in self.layout_faults()]
        return faults + [" ".join(line) for line in self._ask_probe("turn-back")]

    def parts(self):
        """Where texts, icons and controls stand, by the layout probe."""
        return [Part(kind, *(int(number) for number in numbers), widget, text)
                for kind, *numbers, widget, text in self._ask_probe("parts")]

    def access_keys(self):
        """What is underlined while Alt is held: a list of AccessKey."""
        self.display.hold("Alt")
        try:
            lines = self.waits_until(self._find_keys, "the underlined letters")
        finally:
            self.display.let_go("Alt")
        return [AccessKey(*line, self.reader.understand(text)) for *line, text in lines]

    def animates(self):
        """Whether the program may animate what it shows."""
        return self._ask_probe("motion") == [["yes"]]

    def draws_focus(self, drawn):
        """Let the focus be drawn or not; it stays where it is."""
        self._ask_probe("show-focus" if drawn else "hide-focus")

    def looks(self):
        """What is on the display, pixel by pixel."""
        return self.display.pixels()

    def takes_picture(self, name):
        """Keep a picture of the window beside the logs. Returns its path."""
        path = pathlib.Path(self.stem.parent, f"{name}.png")
        self.display.picture(path, self.display.windows()[-1])
        return path

    # Waiting

    def waits_until(self, condition, what, explain=None):
        """Wait until `condition()` is true; returns its value."""
        deadline = time.monotonic() + PATIENCE_S
        while True:
            value = condition()
            if value:
                return value
            if self.process is not None and self.process.poll() is not None:
                self._check_end()
            if time.monotonic() > deadline:
                why = f"; {explain()}" if explain is not None else ""
                raise Lost(f"waited {PATIENCE_S} s for {what}{why}")
            if not self.listens(LOOK_AGAIN_MS):
                self.display.give_focus()

    def listens(self, milliseconds):
        """Let events come in, at most so long; returns as soon as one came, and
        whether one did."""
        context = GLib.MainContext.default()
        over = []
        source = GLib.timeout_source_new(milliseconds)
        source.set_callback(lambda *_ignored: over.append(True))
        source.attach(context)
        context.iteration(True)
        source.destroy()
        while context.iteration(False):
            pass
        return not over

    # Traces

    def note(self, line):
        """Add a line to the transcript."""
        self.transcript.append(line)

    def leaves_traces(self):
        """Keep what explains a failure. Returns lines that name the files."""
        traces = [("transcript", ".transcript.txt", lambda: "\n".join(self.transcript) + "\n"),
                  ("tree", ".tree.txt", lambda: self.tree().dump() + "\n")]
        lines = []
        for what, suffix, make in traces:
            path = pathlib.Path(f"{self.stem}{suffix}")
            try:
                path.write_text(make())
                lines.append(f"{what}: {path}")
            except (Gone, Lost, GLib.Error) as error:
                lines.append(f"no {what}: {error}")
        path = f"{self.stem}.png"
        try:
            self.display.picture(path)
            lines.append(f"picture: {path}")
        except RuntimeError as error:
            lines.append(f"no picture: {error}")
        output = pathlib.Path(f"{self.stem}.output.txt")
        lines.append(f"output: {output}")
        if output.exists():
            said = output.read_text(errors="replace").splitlines()
            lines += ["the last words of the program:", *(f"  {line}" for line in said[-8:])]
        return [*lines, "the last steps:", *(f"  {line}" for line in self.transcript[-12:])]

    # Private

    def _probe_environment(self):
        module = os.environ.get("LAYOUT_PROBE_MODULE")
        if module is None:
            return {}
        return {"LD_PRELOAD": module, "LAYOUT_PROBE": str(self.world.folder / "layout-probe")}

    def _ask_probe(self, order):
        """Ask the layout probe. Returns the lines of its answer, cut at the tabs."""
        report = self.world.folder / "layout-probe"
        report.with_suffix(".order").write_text(order)
        report.unlink(missing_ok=True)
        self.process.send_signal(signal.SIGUSR1)
        self.waits_until(report.exists, "the layout probe")
        return [line.split("\t") for line in report.read_text().splitlines()]

    def _find_keys(self):
        (state, *_ignored), *lines = self._ask_probe("keys")
        return lines if state == "shown" else None

    def _find_program(self):
        self.bus_name = self.reader.find_program(self.process.pid)
        return self.bus_name is not None

    def _find_focus(self):
        """Where the focus was before we listened."""
        if self.focus is None:
            try:
                node = self.reader.find_state(self.bus_name, "focused")
            except Gone:
                # The page changed while it was read.
                node = None
            if node is not None:
                self._come_to(node)
        return self.focus

    def _wait_for_end(self):
        self.waits_until(lambda: self.process.poll() is not None, "the end of the program")
        self._check_end()

    def _check_alive(self):
        if self.process is None or self.process.poll() is not None:
            self._check_end()
            raise Lost("the program does not run")

    def _check_end(self):
        if self.process is not None and self.process.returncode not in (None, 0):
            raise Lost(f"the program ended with {self.process.returncode}; "
                       f"its output is in {self.stem}.output.txt")

    def _hear_focus(self, _bus, sender, path, _interface, _signal, arguments):
        if arguments.unpack()[1] != 1:
            return
        try:
            node = self.reader.read_node(sender, path)
        except Gone:
            return
        self._come_to(node)

    def _hear_in_passing(self, _bus, sender, path, _interface, signal_name, arguments):
        text = arguments.unpack()[3]
        if not isinstance(text, str) or not text:
            return
        elsewhere = self.focus is not None and self.focus.key != (sender, path)
        if signal_name == "PropertyChange" and elsewhere:
            return
        self.announced.append(text)
        self.note(f"  hears in passing “{text}”")

    def _hear_window(self, _bus, sender, path, _interface, _signal, arguments):
        """Of two windows the active one has the keyboard, whichever spoke last:
        GTK 4.8 tells of a new window's focus before the old one's last words."""
        node = self.focus_of_window.get((sender, path))
        if arguments.unpack()[1] == 1 and node not in (None, self.focus):
            self._come_to(node)

    def _come_to(self, node):
        self.focus_of_window[window_of(node)] = node
        before = groups_around(self.focus) if self.focus is not None else []
        self.focus = node
        entered = [group for group in groups_around(node) if group not in before]
        line = " › ".join([*entered, node.spoken()])
        self.heard_since_key.append(line)
        self.note(f"  hears {line}")


def window_of(node):
    """The key of the window that a node is in."""
    return next((above.key for above in [*node.ancestors(), node]
                 if above.role in ("frame", "dialog", "window")), None)


def groups_around(node):
    """The named groups that a screen reader speaks on the way in."""
    return [f"“{above.name}” {above.role}" for above in node.ancestors()
            if above.name and above.role in ("dialog", "grouping", "list", "section")]


def found_in(wanted, text):
    if isinstance(wanted, re.Pattern):
        return wanted.search(text) is not None
    return wanted in text


def shown(wanted):
    if wanted is None:
        return ""
    return f"/{wanted.pattern}/" if isinstance(wanted, re.Pattern) else f"“{wanted}”"
