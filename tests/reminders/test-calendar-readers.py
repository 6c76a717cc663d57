#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two independent readers take the calendar file: icalendar and vobject.

    test-calendar-readers.py TEST-CALENDAR
"""

import datetime
import os
import pathlib
import subprocess
import sys
import tempfile

UTC = datetime.timezone.utc
EXPECTED = [
    ("Check the licence", datetime.datetime(2026, 12, 9, 8, 0, tzinfo=UTC)),
    ("Call the insurer", datetime.datetime(2026, 12, 9, 8, 0, tzinfo=UTC)),
    ("First appointment", datetime.datetime(2026, 12, 12, 9, 30, tzinfo=UTC)),
]
# What the test gives for the notes: folded, and with everything that is escaped.
NOTES = ("Llévese las notas, por favor; así no olvida nada.\nAñada un \\ si quiere: «"
         + ", ".join(["ñandú"] * 10) + "» — ya está.")


def read_by_icalendar(text):
    import icalendar
    found = []
    for event in icalendar.Calendar.from_ical(text).walk("VEVENT"):
        alarms = [part for part in event.subcomponents if part.name == "VALARM"]
        assert len(alarms) == 1 and str(alarms[0]["ACTION"]) == "DISPLAY", alarms
        assert alarms[0]["TRIGGER"].dt <= datetime.timedelta(0)
        assert (str(event["DESCRIPTION"]) == NOTES) == ("appointment-" in event["UID"]), event
        found.append((str(event["SUMMARY"]), event["DTSTART"].dt.astimezone(UTC)))
    return found


def read_by_vobject(text):
    import vobject
    found = []
    for event in vobject.readOne(text).vevent_list:
        assert len(event.valarm_list) == 1 and event.valarm.action.value == "DISPLAY"
        assert (event.description.value == NOTES) == ("appointment-" in event.uid.value), event
        found.append((event.summary.value, event.dtstart.value.astimezone(UTC)))
    return found


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "first-appointment.ics"
        subprocess.run([sys.argv[1]], env=dict(os.environ, NW_CALENDAR_OUT=str(path)),
                       check=True, stdout=subprocess.DEVNULL)
        text = path.read_bytes().decode("utf-8")

    print("1..2")
    failed = False
    for number, read in enumerate((read_by_icalendar, read_by_vobject), 1):
        try:
            found = read(text)
        except ImportError as error:
            print(f"ok {number} - {read.__name__} # SKIP {error}")
            continue
        good = sorted(found) == sorted(EXPECTED)
        failed = failed or not good
        print(f"{'ok' if good else 'not ok'} {number} - {read.__name__}: {found}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
