# SPDX-License-Identifier: GPL-3.0-or-later
"""The keyboard and the eyes: keys, typed text and pictures under Wayland."""

import json

from .display import Display, split_key


class WaylandDisplay(Display):
    """The same as a Display, by a keyboard that the compositor takes for a real
    one, and by what the compositor tells of its windows."""

    def windows(self):
        return [str(node["id"]) for node in self._window_nodes()]

    def give_focus(self):
        windows = self._window_nodes()
        if not windows:
            return False
        if not windows[-1]["focused"]:
            self._run("swaymsg", f"[con_id={windows[-1]['id']}]", "focus", check=False)
        return True

    def press(self, key):
        self.give_focus()
        modifiers, name = split_key(key)
        self._run("wtype", *(word for modifier in modifiers for word in ("-M", modifier)),
                  "-k", name,
                  *(word for modifier in reversed(modifiers) for word in ("-m", modifier)))

    def type(self, text):
        self.give_focus()
        self._run("wtype", text)

    def picture(self, path, window=None):
        # A window fills the output, so it is the same as all there is to see.
        self._run("grim", str(path))

    def _window_nodes(self):
        tree = json.loads(self._run("swaymsg", "--raw", "--type", "get_tree"))
        return [node for node in nodes(tree) if node.get("pid") == self.pid]


def nodes(node):
    """A node of the compositor’s tree and all below it, the oldest first."""
    yield node
    for child in node["nodes"] + node["floating_nodes"]:
        yield from nodes(child)
