#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Flatpak manifest asks for a window and for nothing else: no network, no
files and no other program but through the portals, which need no asking."""

import json
import pathlib
import sys

APPLICATION = "io.github.needlewise.Needlewise"
# A window, on Wayland or else on X, and its picture by the graphics card.
ALLOWED = {"--share=ipc", "--socket=fallback-x11", "--socket=wayland", "--device=dri"}

root = pathlib.Path(sys.argv[1])
manifest = json.loads((root / "build-aux" / "flatpak" / f"{APPLICATION}.json").read_text())
module, = manifest["modules"]
source, = module["sources"]

CHECKS = {
    "the manifest is this application’s": manifest["id"] == APPLICATION,
    "it starts the program": manifest["command"] == "needlewise",
    "it asks for a window and for nothing else": set(manifest["finish-args"]) == ALLOWED,
    "it builds what stands here, and nothing from elsewhere":
        source["type"] == "dir"
        and (root / "build-aux" / "flatpak" / source["path"]).resolve() == root.resolve(),
}

print(f"1..{len(CHECKS)}")
for number, (name, passed) in enumerate(CHECKS.items(), 1):
    print(f"{'ok' if passed else 'not ok'} {number} - {name}")
