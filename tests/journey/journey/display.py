# SPDX-License-Identifier: GPL-3.0-or-later
"""The keyboard and the eyes: keys, typed text and pictures under X."""

import re
import subprocess

from .picture import Picture


class Display:
    """Presses keys on a world’s display and looks at it.

    There is no window manager, so the display itself gives the keyboard to the
    newest window of the program, as a desktop would.
    """

    def __init__(self, world):
        self.world = world
        self.pid = None

    def windows(self):
        """The program’s windows with a title, the oldest first. Popovers and tooltips
        have none, or the program’s name, and must not be given the keyboard."""
        found = self._run("xdotool", "search", "--onlyvisible", "--pid", str(self.pid),
                          "--name", ".", check=False).split()
        if len(found) < 2:
            return found
        return [window for window in found if not re.match("needlewise|$", self._name(window))]

    def give_focus(self):
        """Let the keyboard reach the program. Returns whether it does."""
        return self._act()

    def press(self, key):
        """Press a key such as `Tab`, `Alt+2` or `Shift+Tab`."""
        modifiers, name = split_key(key)
        self._act("key", "--clearmodifiers", "+".join([*modifiers, name]))

    def hold(self, key):
        """Press a modifier such as `Alt` down, and leave it down."""
        self._act("keydown", key.lower())

    def let_go(self, key):
        """Let a modifier come up again."""
        self._run("xdotool", "keyup", key.lower())

    def type(self, text):
        """Type text into whatever has the keyboard."""
        self._act("type", "--clearmodifiers", "--delay", "5", text)

    def resize(self, width, height):
        """Make the program’s newest window so large."""
        self._run("xdotool", "windowsize", self.windows()[-1], str(width), str(height))

    def picture(self, path, window=None):
        """Keep what is seen, of one window or of the whole display."""
        self._run("import", "-window", window or "root", str(path))

    def pixels(self):
        """What is seen on the whole display, as a Picture."""
        result = subprocess.run(["import", "-window", "root", "-depth", "8", "rgba:-"],
                                env=self.world.env, check=True, capture_output=True, timeout=30)
        return Picture(*self.world.screen, result.stdout)

    def _act(self, *command):
        """Give the newest window the keyboard, and do that. Returns whether there
        is a window."""
        windows = self.windows()
        done = False
        if windows:
            done = self._try("xdotool", "windowfocus", windows[-1], *command).returncode == 0
        if command and not done:
            # The window went meanwhile, or there was none.
            self._run("xdotool", *command)
        return bool(windows)

    def _name(self, window):
        """The title of a window; none where it has just gone."""
        return self._run("xdotool", "getwindowname", window, check=False).strip()

    def _run(self, *command, check=True):
        result = self._try(*command)
        if check and result.returncode != 0:
            raise RuntimeError(f"{' '.join(command)}: {result.stderr.strip()}")
        return result.stdout

    def _try(self, *command):
        return subprocess.run(command, env=self.world.env, check=False,
                              capture_output=True, text=True, timeout=30)


def split_key(key):
    """`Alt+2` as its modifiers and the name of its key in X and in Wayland."""
    names = {"?": "question", "+": "plus", "-": "minus", ",": "comma"}
    *modifiers, last = key.split("+") if key[-1] != "+" else [*key[:-2].split("+"), "+"]
    return ([modifier.lower() for modifier in modifiers if modifier],
            names.get(last, last.lower() if len(last) == 1 else last))
