# SPDX-License-Identifier: GPL-3.0-or-later
"""The real screen reader, with nothing to be heard: what it speaks is read from
its own log."""

import ast
import json
import os
import pathlib
import pty
import re
import shutil
import socket
import subprocess
import threading
import tty

SPEECH = re.compile(r"SPEECH OUTPUT: ('.*?'|\".*?\") ?\{")

# A synthesizer that takes every sentence and says nothing.
SERVER = """LogLevel 1
LogDir "{folder}"
CommunicationMethod "unix_socket"
SocketPath "default"
AddModule "silent" "sd_generic" "silent.conf"
DefaultModule silent
AudioOutputMethod "libao"
DefaultLanguage "en"
DisableAutoSpawn
"""
SILENT = """GenericExecuteSynth "true"
GenericLanguage "en" "en" "utf-8"
AddVoice "en" "MALE1" "en"
DefaultVoice "en"
"""
# The keys a person presses are in the transcript already.
PROFILE = {"profile": ["Default", "default"], "enableKeyEcho": False, "enableEchoByWord": False}


def version():
    """The major version of Orca, or None where it is not installed."""
    if shutil.which("orca") is None or shutil.which("speech-dispatcher") is None:
        return None
    # Without a display it warns, which must not be what ends it.
    env = {name: value for name, value in os.environ.items() if name != "G_DEBUG"}
    answer = subprocess.run(["orca", "--version"], capture_output=True, text=True,
                            timeout=30, check=False, env=env).stdout
    # Orca 43 says only the number, Orca 48 more.
    number = re.search(r"\d+", answer)
    return number.group() if number else None


def answers(path):
    """Whether a server takes connections at the socket `path`."""
    with socket.socket(socket.AF_UNIX) as connection:
        return connection.connect_ex(str(path)) == 0


class Orca:
    """Speaks what the person does in the program from its start on."""

    def __init__(self, person, *arguments):
        self.person = person
        self.log = pathlib.Path(f"{person.stem}.orca-log.txt")
        self.log.unlink(missing_ok=True)
        self.output = open(f"{person.stem}.orca.txt", "wb")
        self.transcript = [f"[needlewise {' '.join(arguments)}]"]
        self.taken = 0
        self._start_speech()
        self._start_reader()
        person.starts_the_program(*arguments)
        self.hears(person.focus.name)

    def presses(self, *keys):
        """Press keys, one after the other."""
        for key in keys:
            self._keep()
            self.transcript.append(f"[{key}]")
            self.person.presses(key)

    def types(self, text):
        self._keep()
        self.transcript.append(f"[types {text}]")
        self.person.types(text)

    def hears(self, wanted):
        """Wait until `wanted` is spoken; what is expected last after a key."""
        self.person.waits_until(
            lambda: any(wanted in sentence for sentence in self._spoken()[self.taken:]),
            f"Orca to say “{wanted}”",
            lambda: f"it said {self._spoken()[self.taken:]}")
        self._keep()

    def tabs(self, key="Tab"):
        """Press Tab, and hear what gets the focus."""
        self._keep()
        self.transcript.append(f"[{key}]")
        self.person.tabs(key)
        self.hears(self.person.focus.name)

    def tabs_to(self, role, name, key="Tab", limit=60):
        """Press Tab until the focus is on the element of that role and name."""
        for _time in range(limit):
            if self.person.focus.matches(role, name):
                return
            self.tabs(key)
        raise AssertionError(f"{key} never came to {role} {name}")

    def chooses(self, answer):
        """Choose an answer of the question that is next."""
        if " radio button checked" in self.person.transcript_of_focus():
            self.tabs()
        while self.person.focus.role not in ("radio button", "check box"):
            self.tabs()
        radio = self.person.focus.role == "radio button"
        while self.person.focus.name != answer:
            self.tabs("Down" if radio else "Tab")
        if " radio button checked" in self.person.transcript_of_focus():
            # The arrow key that led here chose it.
            return
        self.presses("space")
        self.hears("selected" if radio else "checked")

    def _keep(self):
        spoken = self._spoken()
        self.transcript += spoken[self.taken:]
        self.taken = len(spoken)

    def _spoken(self):
        """All sentences since the program started."""
        sentences = [ast.literal_eval(quoted).strip() for quoted in SPEECH.findall(self._log())]
        return [sentence for sentence in sentences
                if sentence and not sentence.startswith("Screen reader o")]

    def _log(self):
        return self.log.read_text(encoding="utf-8", errors="replace") if self.log.exists() else ""

    def _start_speech(self):
        world = self.person.world
        folder = pathlib.Path(world.env["XDG_CONFIG_HOME"]) / "speech-dispatcher"
        (folder / "modules").mkdir(parents=True)
        (folder / "speechd.conf").write_text(SERVER.format(folder=folder))
        (folder / "modules" / "silent.conf").write_text(SILENT)
        world.run(["speech-dispatcher", "--run-single", "--config-dir", str(folder)],
                  stdin=subprocess.DEVNULL, stdout=self.output, stderr=subprocess.STDOUT)
        path = pathlib.Path(world.env["XDG_RUNTIME_DIR"]) / "speech-dispatcher" / "speechd.sock"
        self.person.waits_until(lambda: answers(path), "the speech server")

    def _open_log(self):
        """Python writes a file in blocks, and to a terminal line by line."""
        master, slave = pty.openpty()
        tty.setraw(slave)

        def copy():
            with open(self.log, "wb", buffering=0) as log:
                try:
                    while data := os.read(master, 65536):
                        log.write(data)
                except OSError:
                    # The last that wrote has gone.
                    pass
                os.close(master)

        threading.Thread(target=copy, daemon=True).start()
        return slave

    def _start_reader(self):
        slave = self._open_log()
        world = self.person.world
        settings = world.data_folder / "orca" / "user-settings.conf"
        settings.parent.mkdir(parents=True)
        settings.write_text(json.dumps({
            "general": PROFILE, "profiles": {"default": PROFILE},
            "pronunciations": {}, "keybindings": {}}))
        world.run(["orca", "--debug-file", os.ttyname(slave)],
                  {"G_DEBUG": "", "MALLOC_CHECK_": ""},
                  stdin=subprocess.DEVNULL, stdout=self.output, stderr=subprocess.STDOUT)
        self.person.waits_until(
            lambda: "Screen reader on" in self._log(), "the screen reader")
        os.close(slave)
        self.taken = len(self._spoken())
