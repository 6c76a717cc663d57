# SPDX-License-Identifier: GPL-3.0-or-later
"""Every place of the program that a person can come to, and the keys to it."""

import datetime
import json
import pathlib
import re

# Who looks at many places need not wait for what moves on the way.
STILL = {"gtk-enable-animations": "0"}

FORM = pathlib.Path(__file__).resolve().parents[1] / "fixtures" / "clinic-form.json"


# In English the menu writes it with capitals; in Spanish nothing is written so.
LARGER_TEXT = re.compile("Larger Text", re.IGNORECASE)


def read(person):
    person.starts_the_program("--page=read")


def screen(person):
    person.starts_the_program("--page=screen")


def question(person):
    screen(person)
    person.tabs_to("button", "Begin")
    person.presses("Return")
    person.hears("Question 1 of 7")


def error(person):
    question(person)
    person.presses("Return")
    person.hears("Please choose an answer.")


def saved(person):
    """The card with the answers that were saved before the program was quit."""
    question(person)
    person.chooses("Myself")
    person.presses("Ctrl+S")
    person.reads("Saved on this computer, for you alone.")
    person.quits()
    screen(person)
    person.reads("You saved answers")


def review(person, look=lambda person: None):
    """All answers of the screening, all of them harmless. At each question
    somebody may look around."""
    question(person)
    ways = (("Myself", "No"), ("None of these",), ("None of these",), ("No",), ("No",), ("No",),
            ("None of these",))
    for number, answers in enumerate(ways, start=1):
        person.hears(f"Question {number} of")
        look(person)
        for answer in answers:
            person.chooses(answer)
        person.presses("Return")
    person.hears("“Your Answers”")


def result(person):
    review(person)
    person.tabs_to("button", "Show My Result")
    person.presses("Return")
    person.hears("Nothing Found by These Questions")


def form(person):
    """The first page of a clinic's form, with what is known of it."""
    person.starts_the_program(str(FORM))
    person.hears("Before Your First Visit")


def form_question(person):
    form(person)
    person.tabs_to("button", "Begin")
    person.presses("Return")
    person.hears("Question 1 of 2")


def saved_form(person):
    """The card with a clinic's form that was saved with its answers."""
    form_question(person)
    person.chooses("Neck")
    person.presses("Ctrl+S")
    person.reads("Saved on this computer, for you alone.")
    person.quits()
    screen(person)
    person.reads("You saved answers to “Before Your First Visit”")


def form_result(person):
    form_question(person)
    person.chooses("Neck")
    person.presses("Return")
    person.hears("Question 2 of 2")
    person.tabs_to("button", "Next")
    person.presses("Return")
    person.tabs_to("button", "Show My Result")
    person.presses("Return")
    person.hears("The Form Is Filled In")


def prepare(person):
    person.starts_the_program("--page=prepare")


def appointment(person):
    prepare(person)
    person.tabs_to("button", "Set the Date")
    person.presses("Return")
    person.hears("“Date” text")


def licence(person):
    prepare(person)
    person.tabs_to("button", "Check the Licence")
    person.presses("Return")
    person.hears("“Find your country”")


def insurance(person):
    prepare(person)
    person.tabs_to("button", "Go Through the Call")
    person.presses("Return")
    person.hears("“Go Through the Call” grouping")
    person.tabs()


def call(person):
    insurance(person)
    person.tabs_to("radio button", "All questions at once")
    person.presses("Down")
    person.hears("“One at a time, during the call” radio button checked")
    person.tabs()
    person.hears("“Question 1 of 10”")


def questions(person):
    prepare(person)
    person.tabs_to("button", "Choose Questions")
    person.presses("Return")
    person.hears("“Questions for the Practitioner” grouping")
    person.tabs()


def preview(person):
    """The list of questions as it will be on paper."""
    questions(person)
    person.presses("Ctrl+P")
    person.hears("Page 1 of 1")


def menu(person):
    person.starts_the_program("--page=read")
    person.presses("F10")
    person.hears(LARGER_TEXT)


def preferences(person):
    person.starts_the_program("--page=read")
    person.presses("Ctrl+,")
    person.hears(LARGER_TEXT)


def privacy(person):
    person.starts_the_program("--page=read")
    person.presses("F10", "Up", "Up", "Return")
    person.sees("frame", "Privacy")
    # The menu’s button has the focus once more while its menu goes.
    person.presses("Tab")
    person.hears("“Answers” grouping")
    person.presses("Shift+Tab")
    person.hears("“Network” grouping")


def country(person):
    preferences(person)
    person.tabs_to("button", "Choose the Country")
    person.presses("Return")
    person.hears("Find your country")


def shortcuts(person):
    person.starts_the_program("--page=read")
    person.presses("Ctrl+?")
    person.sees(name="Keyboard Shortcuts")
    person.tabs()


def about(person):
    person.starts_the_program("--page=read")
    person.presses("F10", "Up", "Return")
    person.sees(name="About Needlewise")
    person.tabs()


def has_an_appointment(person, days):
    """Kept before the program starts: an appointment in so many days."""
    when = datetime.datetime.now() + datetime.timedelta(days=days)
    folder = person.world.data_folder / "needlewise"
    folder.mkdir(mode=0o700)
    (folder / "plan.json").write_text(json.dumps({
        "format": 1, "appointment": {"at": when.strftime("%Y-%m-%dT10:30"), "zone": "UTC"}}))


PLACES = {
    "read": read,
    "screen": screen,
    "question": question,
    "error": error,
    "saved": saved,
    "review": review,
    "result": result,
    "form": form,
    "form-question": form_question,
    "form-result": form_result,
    "saved-form": saved_form,
    "prepare": prepare,
    "appointment": appointment,
    "licence": licence,
    "insurance": insurance,
    "call": call,
    "questions": questions,
    "preview": preview,
    "menu": menu,
    "preferences": preferences,
    "privacy": privacy,
    "country": country,
    "shortcuts": shortcuts,
    "about": about,
}

# What they show is a clinic’s, in the language of the clinic.
NOT_OURS = ("form", "form-question", "form-result", "saved-form")
