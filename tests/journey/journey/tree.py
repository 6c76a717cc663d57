# SPDX-License-Identifier: GPL-3.0-or-later
"""The accessibility tree, read freshly from the program each time.

The program is asked over D-Bus itself and not through libatspi, which keeps a
cache: GTK 4.8 does not say when widgets are added, so the cache grows old.
"""

import dataclasses
import functools
import re

from gi.repository import Gio, GLib

from .world import PATIENCE_S

ACCESSIBLE = "org.a11y.atspi.Accessible"
ROOT = "/org/a11y/atspi/accessible/root"
NULL_PATH = "/org/a11y/atspi/null"

# GTK 4.8 gives nothing where the end is -1, for all of it.
MOST_TEXT = 1_000_000

# Numbers, because the words have changed: 43 was “push button” and is “button”.
# 39 is a panel; what GTK 4.8 calls a panel is a grouping on GTK 4.18. 109 is
# an article, which there is what on GTK 4.8 is a group: a heading that takes the
# focus.
ROLES = {
    2: "alert", 7: "check box", 8: "check menu item", 10: "column header", 11: "combo box", 16: "dialog",
    20: "filler", 23: "frame", 26: "icon", 27: "image", 29: "label", 31: "list",
    32: "list item", 33: "menu", 34: "menu bar", 35: "menu item", 37: "page tab",
    38: "page tab list", 39: "grouping", 40: "password text", 41: "popup menu",
    42: "progress bar", 43: "button", 44: "radio button", 45: "radio menu item",
    47: "row header", 48: "scroll bar", 49: "scroll pane", 50: "separator", 51: "slider",
    52: "spin button", 54: "status bar", 55: "table", 56: "table cell",
    57: "column header", 58: "row header", 61: "text", 62: "toggle button",
    63: "tool bar", 64: "tool tip", 67: "unknown", 68: "viewport", 69: "window",
    71: "header", 73: "paragraph", 75: "application", 79: "entry", 83: "heading",
    85: "section", 87: "form", 88: "link", 90: "table row", 98: "list box", 99: "grouping",
    101: "notification", 102: "info bar", 103: "level bar", 105: "block quote",
    109: "grouping", 110: "landmark",
}

STATES = (
    "invalid active armed busy checked collapsed defunct editable enabled expandable "
    "expanded focusable focused has-tooltip horizontal iconified modal multi-line "
    "multiselectable opaque pressed resizable selectable selected sensitive showing "
    "single-line stale transient vertical visible manages-descendants indeterminate "
    "required truncated animated invalid-entry supports-autocompletion selectable-text "
    "is-default visited checkable has-popup read-only").split()

# What a person acts on. A node of one of these roles has to have a name.
INTERACTIVE = frozenset((
    "button", "check box", "check menu item", "combo box", "entry", "link", "list item",
    "menu item", "page tab", "radio button", "radio menu item", "slider", "spin button",
    "text", "toggle button"))


class Gone(Exception):
    """The node or the whole program is not there any more."""


@dataclasses.dataclass(eq=False)
class Node:
    """What one element was when it was read; it does not change afterwards."""

    bus_name: str
    path: str
    role: str = ""
    name: str = ""
    description: str = ""
    states: frozenset = frozenset()
    text: str = ""
    parent: "Node" = None
    children: list = dataclasses.field(default_factory=list)

    @property
    def key(self):
        return (self.bus_name, self.path)

    def walk(self):
        """This node and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def ancestors(self):
        """From the root down to the parent."""
        above = []
        node = self.parent
        while node is not None:
            above.insert(0, node)
            node = node.parent
        return above

    def matches(self, role=None, name=None):
        if role is not None and self.role != role:
            return False
        if name is None:
            return True
        if isinstance(name, re.Pattern):
            return name.search(self.name) is not None
        return self.name == name

    def spoken(self):
        """The element in the words of a screen reader, short."""
        words = [f"“{self.name}”" if self.name else "(no name)", self.role]
        if self.role in ("check box", "radio button"):
            words.append("checked" if "checked" in self.states else "not checked")
        if self.role == "toggle button" and "pressed" in self.states:
            words.append("pressed")
        if "expandable" in self.states:
            words.append("expanded" if "expanded" in self.states else "collapsed")
        if self.role in ("text", "entry") and self.text:
            words.append(f"holds “{self.text}”")
        if "required" in self.states:
            words.append("required")
        if "invalid" in self.states:
            words.append("invalid")
        if "sensitive" not in self.states:
            words.append("grayed")
        if self.description:
            words.append(f"({self.description})")
        return " ".join(words)

    def dump(self, depth=0):
        """The tree below, one line for each node."""
        states = " ".join(sorted(self.states - {"enabled", "sensitive", "visible", "opaque"}))
        lines = [f"{'  ' * depth}{self.spoken()} [{states}]"]
        for child in self.children:
            lines.append(child.dump(depth + 1))
        return "\n".join(lines)


class Reader:
    """Asks programs on the accessibility bus what they show.

    Where they speak another language, it is told in English, so that a
    journey goes the same way in both; unless one wants to hear it `as_shown`.
    """

    def __init__(self, world, as_shown=False):
        self.world = world
        self.understand = (lambda text: text) if as_shown else world.understand
        # The path of the node above each, when it was last read.
        self.parents = {}

    def find_program(self, pid):
        """The bus name under which the process `pid` describes itself, or None."""
        children, = self._call("org.a11y.atspi.Registry", ROOT, ACCESSIBLE, "GetChildren")
        for bus_name, _path in children:
            try:
                owner, = self._call("org.freedesktop.DBus", "/org/freedesktop/DBus",
                                    "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                                    GLib.Variant("(s)", (bus_name,)))
            except Gone:
                continue
            if owner == pid:
                return bus_name
        return None

    def read_tree(self, bus_name):
        """The whole tree of a program as it is now.

        All questions about one level are asked at once: an article has more
        than a thousand elements.
        """
        root = Node(bus_name, ROOT)
        level = [root]
        seen = {root.key}
        while level:
            self._fill(level)
            self.parents.update({child.path: node.path
                                 for node in level for child in node.children})
            level = [child for node in level for child in node.children if child.key not in seen]
            seen.update(child.key for child in level)
        return root

    def find_state(self, bus_name, state):
        """The first element in reading order that is in that state, with its
        ancestors; or None. No more of the tree is read than lies before it."""
        waiting = [(bus_name, ROOT)]
        while waiting:
            _bus_name, path = key = waiting.pop()
            states, children = self._call_all([
                (key, ACCESSIBLE, method, None) for method in ("GetState", "GetChildren")])
            if state in read_states(states):
                return self.read_node(*key)
            below = [child for child in reversed(children.unpack()) if child[1] != NULL_PATH]
            self.parents.update({child: path for _bus_name, child in below})
            waiting += below
        return None

    def read_node(self, bus_name, path):
        """One node alone, with the roles and names of its ancestors."""
        node = below = Node(bus_name, path)
        parent, = self._fill([node])
        while below.path != ROOT and parent not in (NULL_PATH, below.path):
            try:
                above = self._read_above(bus_name, parent)
            except Gone:
                if not self.parents:
                    raise
                self.parents.clear()
                continue
            for each, parent in above:
                below.parent = each
                below = each
        return node

    def _read_above(self, bus_name, path):
        """A node and those above it, as far as they are where they were last
        seen: (node, the path of its parent). All are asked at once."""
        guess = [path]
        while self.parents.get(guess[-1], path) not in guess:
            guess.append(self.parents[guess[-1]])
        nodes = [Node(bus_name, each) for each in guess]
        known = []
        for node, parent in zip(nodes, self._fill(nodes, whole=False)):
            if known and known[-1][1] != node.path:
                break
            known.append((node, parent))
            if node.path != ROOT and parent not in (NULL_PATH, node.path):
                self.parents[node.path] = parent
        return known

    def relations(self, node):
        """The node’s relations: {AtspiRelationType number: [node, …]}."""
        sets, = self._call(node.bus_name, node.path, ACCESSIBLE, "GetRelationSet")
        return {kind: [self._read_one(*target) for target in targets] for kind, targets in sets}

    def extents(self, node):
        """x, y, width and height within the window, or None where it has no place."""
        component = "org.a11y.atspi.Component"
        interfaces, = self._call(node.bus_name, node.path, ACCESSIBLE, "GetInterfaces")
        if component not in interfaces:
            return None
        extents, = self._call(node.bus_name, node.path, component, "GetExtents",
                              GLib.Variant("(u)", (1,)))
        return extents

    def activate(self, node):
        """Do what the node does first; for where keys cannot be pressed."""
        return self._call(node.bus_name, node.path, "org.a11y.atspi.Action", "DoAction",
                          GLib.Variant("(i)", (0,)))[0]

    def grab_focus(self, node):
        """Ask for the keyboard focus, as assistive technology may."""
        return self._call(node.bus_name, node.path, "org.a11y.atspi.Component", "GrabFocus")[0]

    def _read_one(self, bus_name, path):
        node = Node(bus_name, path)
        self._fill([node])
        return node

    def _fill(self, nodes, whole=True):
        """Ask for all about these nodes and for their children, or only for their
        names and roles. Returns the paths of their parents."""
        properties = GLib.Variant("(s)", (ACCESSIBLE,))
        questions = [("org.freedesktop.DBus.Properties", "GetAll", properties),
                     (ACCESSIBLE, "GetRole", None)]
        if whole:
            questions += [(ACCESSIBLE, "GetState", None), (ACCESSIBLE, "GetChildren", None)]
        answers = iter(self._call_all([
            (node.key, *question) for node in nodes for question in questions]))
        parents = []
        for node in nodes:
            known = next(answers)
            role = next(answers).get_uint32()
            # Not unpacked as a whole, which takes Python far longer.
            name, description, parent = (
                known.lookup_value(key, None) for key in ("Name", "Description", "Parent"))
            node.name = self.understand(name.get_string())
            node.description = self.understand(description.get_string())
            node.role = ROLES.get(role, str(role))
            parents.append(parent.unpack()[1])
            if whole:
                self._fill_states(node, read_states(next(answers)))
                node.children = [Node(*child, parent=node) for child in next(answers).unpack()
                                 if child[1] != NULL_PATH]
        if whole:
            self._fill_texts([node for node in nodes if node.role in ("entry", "text")])
        return parents

    @staticmethod
    def _fill_states(node, states):
        """GTK 4.18 has words of its own for two things that GTK 4.8 shows otherwise."""
        node.states = states
        if "invalid-entry" in states:
            node.states |= {"invalid"}
        if node.role == "toggle button" and states & {"expandable", "has-popup"}:
            node.role = "button"

    def _fill_texts(self, nodes):
        """Ask for the text of those of these nodes that have one."""
        interfaces = self._call_all([
            (node.key, ACCESSIBLE, "GetInterfaces", None) for node in nodes])
        nodes = [node for node, implemented in zip(nodes, interfaces)
                 if "org.a11y.atspi.Text" in implemented.get_strv()]
        texts = self._call_all([
            (node.key, "org.a11y.atspi.Text", "GetText", GLib.Variant("(ii)", (0, MOST_TEXT)))
            for node in nodes])
        for node, text in zip(nodes, texts):
            node.text = self.understand(text.get_string())

    def _call_all(self, questions):
        """Ask all at once. Returns the answers in order, as variants."""
        answers = [None] * len(questions)
        context = GLib.MainContext.new()
        waiting = [len(questions)]

        def answered(connection, result, number):
            try:
                answers[number] = connection.call_finish(result).get_child_value(0)
            except GLib.Error as error:
                answers[number] = Gone(f"{questions[number][2]}: {error.message}")
            waiting[0] -= 1

        # Events wait until the tree is read.
        context.push_thread_default()
        try:
            for number, (key, interface, method, arguments) in enumerate(questions):
                self.world.accessibility.call(
                    *key, interface, method, arguments, None,
                    Gio.DBusCallFlags.NONE, PATIENCE_S * 1000, None, answered, number)
            while waiting[0] > 0:
                context.iteration(True)
        finally:
            context.pop_thread_default()

        for answer in answers:
            if isinstance(answer, Gone):
                raise answer
        return answers

    def _call(self, bus_name, path, interface, method, arguments=None):
        try:
            return self.world.call(self.world.accessibility, bus_name, path,
                                   interface, method, arguments)
        except GLib.Error as error:
            if error.matches(Gio.io_error_quark(), Gio.IOErrorEnum.TIMED_OUT):
                raise
            raise Gone(f"{method} of {path}: {error.message}") from error


@functools.cache
def name_states(low, high):
    """The words for the bits of two numbers."""
    bits = low | high << 32
    return frozenset(state for number, state in enumerate(STATES) if bits >> number & 1)


def read_states(answer):
    """The words for what GetState answers."""
    return name_states(*answer.unpack())
