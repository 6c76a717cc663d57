# SPDX-License-Identifier: GPL-3.0-or-later
"""Print the results of content checks in the Test Anything Protocol."""


class Tap:
    """Count checks; each check is a name and the list of faults it found."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    def check(self, name, faults):
        self.count += 1
        faults = list(faults)
        if faults:
            self.failed += 1
        print(f"{'not ok' if faults else 'ok'} {self.count} - {name}")
        for fault in faults:
            print(f"# {fault}")

    def skip(self, name, why):
        self.count += 1
        print(f"ok {self.count} - {name} # SKIP {why}")

    def note(self, text):
        print(f"# {text}")

    def finish(self):
        print(f"1..{self.count}")
        return 1 if self.failed else 0
