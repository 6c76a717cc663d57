# SPDX-License-Identifier: GPL-3.0-or-later
"""A private world: a home, a display, a session bus and an accessibility bus."""

import os
import pathlib
import shutil
import subprocess
import tempfile

from gi.repository import Gio, GLib

from . import pseudo, translation

# Long, because it is only waited for in full when something is broken. Tools that
# watch the memory need more.
PATIENCE_S = int(os.environ.get("JOURNEY_PATIENCE", "20"))

BUS_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={folder}/bus</listen>
  <auth>EXTERNAL</auth>
  <servicedir>{folder}/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""

# Letters without smoothing: each pixel is letter or paper.
ROUGH_LETTERS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <match target="pattern"><edit name="antialias" mode="assign"><bool>false</bool></edit></match>
  <match target="font"><edit name="antialias" mode="assign"><bool>false</bool></edit></match>
</fontconfig>
"""

# Nothing of the person who runs the tests may leak in.
KEPT_VARIABLES = (
    "ASAN_OPTIONS",
    "G_DEBUG",
    "GIO_USE_VFS",
    "GSETTINGS_SCHEMA_DIR",
    "GSK_RENDERER",
    "LSAN_OPTIONS",
    "MALLOC_CHECK_",
    "PATH",
    "UBSAN_OPTIONS",
)


# Notes the address, and opens nothing: no browser of the machine's is started.
BROWSER = """[Desktop Entry]
Type=Application
Name=Browser
Exec=sh -c 'echo "$1" >> "{visited}"' browser %u
"""
DEFAULT_APPLICATIONS = """[Default Applications]
x-scheme-handler/http=browser.desktop
x-scheme-handler/https=browser.desktop
"""

# A compositor without a screen: one output, which the one window fills.
SWAY_CONFIG = """xwayland disable
output * resolution {width}x{height}
default_border none
exec echo "$WAYLAND_DISPLAY $SWAYSOCK" >&{ready}
"""


def missing_tools(display_system="x11"):
    """The programs that a world needs and that this system has not."""
    tools = {"x11": ["Xvfb", "xdotool", "import"],
             "wayland": ["sway", "wtype", "grim"]}[display_system]
    missing = [tool for tool in ["dbus-daemon", *tools] if shutil.which(tool) is None]
    if find_service("org.a11y.Bus") is None:
        missing.append("at-spi2-core")
    return missing


def find_service(name):
    """The file by which a session bus starts the service `name`, or None."""
    folders = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    for folder in folders.split(":") + ["/usr/share"]:
        path = pathlib.Path(folder, "dbus-1", "services", f"{name}.service")
        if path.exists():
            return path
    return None


class World:
    """Everything that a desktop gives to a program, and nobody else in it.

    Use it as a context manager. The home lives as long as the world, so a
    program started twice finds what it kept.
    """

    def __init__(self, settings=None, environment=None, screen=(1280, 1000), desktop=None,
                 smooth=True, display_system="x11", language=None):
        self.settings = dict(settings or {})
        self.desktop = dict(desktop or {})
        self.smooth = smooth
        self.environment = dict(environment or {})
        self.screen = screen
        self.display_system = display_system
        self.language = language
        self.processes = []
        self.folder = None
        self.env = {}
        self.session = None
        self.accessibility = None

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="needlewise-journey-"))
        try:
            self._make_home()
            if self.display_system == "wayland":
                self._start_compositor()
            else:
                self._start_display()
            self._start_session_bus()
            self._start_accessibility()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(self, *_exception):
        for connection in (self.accessibility, self.session):
            if connection is not None and not connection.is_closed():
                connection.close_sync(None)
        for process in reversed(self.processes):
            end_process(process)
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def data_folder(self):
        """Where the program keeps what the person records."""
        return self.folder / "home" / "data"

    def visited(self):
        """The addresses that the program had opened by a browser."""
        path = self.folder / "visited"
        return path.read_text().splitlines() if path.exists() else []

    def understand(self, text):
        """The English of what stands in the window."""
        if self.language is None:
            return text
        if self.language == pseudo.CODE:
            return pseudo.shorten(text)
        return translation.learn(self.language)(text)

    def run(self, command, environment=None, **arguments):
        """Start a process of this world; it ends with the world."""
        process = subprocess.Popen(command, env={**self.env, **(environment or {})}, **arguments)
        self.processes.append(process)
        return process

    def call(self, connection, name, path, interface, method, arguments=None):
        """One method call over a bus of this world, waited for."""
        reply = connection.call_sync(
            name, path, interface, method, arguments, None,
            Gio.DBusCallFlags.NONE, PATIENCE_S * 1000, None)
        return reply.unpack()

    def _make_home(self):
        home = self.folder / "home"
        folders = {
            "HOME": home,
            "XDG_CONFIG_HOME": home / "config",
            "XDG_DATA_HOME": home / "data",
            "XDG_CACHE_HOME": home / "cache",
            "XDG_STATE_HOME": home / "state",
            "XDG_RUNTIME_DIR": self.folder / "runtime",
        }
        for folder in folders.values():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)

        self.env = {key: os.environ[key] for key in KEPT_VARIABLES if key in os.environ}
        self.env.update({key: str(folder) for key, folder in folders.items()})
        self.env.update({
            "GDK_BACKEND": self.display_system,
            "GSETTINGS_BACKEND": "keyfile",
            "GTK_A11Y": "atspi",
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
        })
        if self.language == pseudo.CODE:
            self.env.update(pseudo.make())
        elif self.language is not None:
            self.env.update(translation.make(self.language))
        self.env.update(self.environment)
        self._write_settings(home / "config")
        applications = home / "data" / "applications"
        applications.mkdir()
        (applications / "browser.desktop").write_text(
            BROWSER.format(visited=self.folder / "visited"))
        (home / "config" / "mimeapps.list").write_text(DEFAULT_APPLICATIONS)

    def _write_settings(self, config):
        """What the person had set before, here (`{"text-scale": "2.0"}`, as GVariant
        text) and for all programs (`{"gtk-theme-name": "HighContrast"}`)."""
        if not self.smooth:
            file = config / "fontconfig" / "fonts.conf"
            file.parent.mkdir(parents=True)
            file.write_text(ROUGH_LETTERS)
        if self.desktop:
            file = config / "gtk-4.0" / "settings.ini"
            file.parent.mkdir(parents=True)
            lines = [f"{key}={value}" for key, value in self.desktop.items()]
            file.write_text("[Settings]\n" + "\n".join(lines) + "\n")
        if not self.settings:
            return
        file = config / "glib-2.0" / "settings" / "keyfile"
        file.parent.mkdir(parents=True)
        lines = [f"{key}={value}" for key, value in self.settings.items()]
        file.write_text("[io/github/needlewise/Needlewise]\n" + "\n".join(lines) + "\n")

    def _start_display(self):
        reader, writer = os.pipe()
        width, height = self.screen
        self.run(
            ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{width}x{height}x24",
             "-nolisten", "tcp", "-noreset"],
            pass_fds=[writer], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(writer)
        with os.fdopen(reader) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        self.env["DISPLAY"] = f":{number}"
        # Out of the way, so that nothing is pointed at.
        subprocess.run(["xdotool", "mousemove", str(width), str(height)],
                       env=self.env, check=True, timeout=30)

    def _start_compositor(self):
        reader, writer = os.pipe()
        width, height = self.screen
        config = self.folder / "sway.conf"
        config.write_text(SWAY_CONFIG.format(width=width, height=height, ready=writer))
        self.run(
            [*other_user(), "sway", "--config", str(config)],
            {"WLR_BACKENDS": "headless", "WLR_LIBINPUT_NO_DEVICES": "1", "WLR_RENDERER": "pixman"},
            pass_fds=[writer], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(writer)
        with os.fdopen(reader) as pipe:
            names = pipe.readline().split()
        if len(names) != 2:
            raise RuntimeError("sway did not start")
        self.env["WAYLAND_DISPLAY"], self.env["SWAYSOCK"] = names
        # The keyboard of the next key goes with that key; this one stays, since
        # without any keyboard no window has the focus.
        self.run(["wtype", "-s", "86400000"])

    def _start_session_bus(self):
        services = self.folder / "services"
        services.mkdir()
        # Only this service: no portal, no settings daemon of the machine's.
        shutil.copy(find_service("org.a11y.Bus"), services)
        config = self.folder / "bus.conf"
        config.write_text(BUS_CONFIG.format(folder=self.folder))
        daemon = self.run(
            ["dbus-daemon", f"--config-file={config}", "--print-address=1", "--nofork"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        address = daemon.stdout.readline().strip()
        self.env["DBUS_SESSION_BUS_ADDRESS"] = address
        self.session = connect(address)

    def _start_accessibility(self):
        """Make the bus on which programs describe themselves, as if a screen
        reader were running."""
        for state in ("IsEnabled", "ScreenReaderEnabled"):
            self.call(self.session, "org.a11y.Bus", "/org/a11y/bus",
                      "org.freedesktop.DBus.Properties", "Set",
                      GLib.Variant("(ssv)", ("org.a11y.Status", state, GLib.Variant("b", True))))
        address, = self.call(self.session, "org.a11y.Bus", "/org/a11y/bus",
                             "org.a11y.Bus", "GetAddress")
        self.accessibility = connect(address)
        for event in ("object:state-changed:focused", "window:activate"):
            self.call(self.accessibility, "org.a11y.atspi.Registry", "/org/a11y/atspi/registry",
                      "org.a11y.atspi.Registry", "RegisterEvent",
                      GLib.Variant("(sass)", (event, [], "")))


def other_user():
    """What sway has to be started with: to be another user than root, at least
    in its own eyes, as sway 1.7 wants; where that cannot be, it is too new to."""
    if os.geteuid() != 0:
        return []
    command = ["unshare", "--user", "--map-user=1000"]
    tried = subprocess.run([*command, "true"], check=False, stderr=subprocess.DEVNULL, timeout=30)
    return command if tried.returncode == 0 else []


def connect(address):
    """A connection to the message bus at `address`."""
    return Gio.DBusConnection.new_for_address_sync(
        address,
        Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
        | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION,
        None, None)


def end_process(process):
    """End a process that we started, and collect it."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(timeout=PATIENCE_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    for stream in (process.stdin, process.stdout, process.stderr):
        if stream is not None:
            stream.close()
