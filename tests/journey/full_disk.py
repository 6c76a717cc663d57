#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A disk that does not take what a person writes: the window tells, and trying again works."""

import os
import re

from journey import journey, main


def lets_calls_fail(person, call, error):
    """Start the program with a library that fails calls as long as a file is there."""
    switch = person.world.folder / "fails"
    path = person.world.folder / "start"
    path.write_text(f"""#!/bin/sh
export LD_PRELOAD='{os.environ["FAULTS_LIBRARY"]}' FAULT_FOLDER='{person.world.data_folder}/needlewise'
export FAULT_CALL={call} FAULT_ERRNO={error} FAULT_AT=1 FAULT_ON=1 FAULT_WHILE='{switch}'
exec '{person.program}' "$@"
""")
    path.chmod(0o700)
    person.program = str(path)
    return switch


def writes_a_name(person, name):
    """Write down whom to look up."""
    person.presses("Alt+3")
    person.tabs_to("button", "Check the Licence")
    person.presses("Return")
    person.tabs_to("text", "Practitioner’s full name")
    person.types(name)


def holds(person, name):
    plan = person.world.data_folder / "needlewise" / "plan.json"
    return plan.exists() and name in plan.read_text()


@journey("A full disk is told in the window, and trying again keeps what was written")
def full_disk(person):
    switch = lets_calls_fail(person, "write", 28)
    person.starts_the_program()
    switch.touch()
    writes_a_name(person, "Ann Example")
    person.reads(re.compile("not kept yet .*No space left on device"))
    assert not holds(person, "Ann Example")
    switch.unlink()
    person.tabs_to("button", "Try Again")
    person.presses("Return")
    person.waits_until(lambda: holds(person, "Ann Example"), "the name on the disk")
    person.sees_no("button", "Try Again")


@journey("A damaged file is told in the window, and set aside")
def damaged(person):
    folder = person.world.data_folder / "needlewise"
    folder.mkdir(mode=0o700)
    (folder / "plan.json").write_text('{"format":1,"licence":{"practition')
    (folder / "plan.previous.json").write_text(
        '{"format":1,"licence":{"practitioner":"Ann Example"}}')
    person.starts_the_program("--page=prepare")
    person.reads(re.compile("were damaged.*plan.damaged-20"))
    person.tabs_to("button", "Check the Licence")
    person.presses("Return")
    person.tabs_to("text", "Practitioner’s full name")
    person.presses("End")
    person.types(" again")
    person.waits_until(lambda: holds(person, "Ann Example again"), "the copy, gone on with")
    assert len(list(folder.glob("plan.damaged-20*.json"))) == 1


main()
