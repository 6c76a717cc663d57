#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One way to each of the five results, all in one sitting, and what each says next."""

import re

from journey import journey, main

NONE = "None of these"
# What is answered from the second page on, the result, and whether it leads on
# to Prepare.
WAYS = [
    ([["Chest pain along with the back pain"]], "Get Help Now", False),
    ([[NONE], ["Fever, chills or feeling very unwell"], ["No"], ["No"], ["No"], [NONE]],
     "Get Medical Advice Soon", True),
    ([[NONE], [NONE], ["No"], ["Yes", "Pacemaker"], ["No"], [NONE]], "Ask First", True),
    ([[NONE], [NONE], ["No"], ["No"], ["No"], ["Epilepsy or fits"]], "Tell Them", True),
    ([[NONE], [NONE], ["No"], ["No"], ["No"], [NONE]],
     "Nothing Found by These Questions", True),
]


@journey("Each of the five results is come to by keyboard",
         environment={"LANGUAGE": "en_DE"})
def five_levels(person):
    person.starts_the_program("--page=screen")
    for pages, level, leads_on in WAYS:
        person.tabs_to("button", "Begin")
        person.presses("Return")
        for number, answers in enumerate([["Myself", "No"], *pages], start=1):
            person.hears(f"Question {number} of")
            for answer in answers:
                person.chooses(answer)
            person.presses("Return")
        person.hears("Your Answers")
        person.tabs_to("button", "Show My Result")
        person.presses("Return")
        person.hears(f"Your result: {level}")
        person.reads("The emergency number is 112 (Germany).")
        person.sees("button", re.compile("^Read: "))
        if leads_on:
            person.sees("button", "Go to Prepare")
        else:
            person.sees_no("button", "Go to Prepare")
        person.tabs_to("button", "Start Again")
        person.presses("Return")
        person.hears("Questions Before Acupuncture")


@journey("The result leads to the section of the article about it, and is still there after")
def reads_on(person):
    person.starts_the_program("--page=screen")
    person.tabs_to("button", "Begin")
    person.presses("Return")
    for number, answers in enumerate([["Myself", "No"], *WAYS[0][0]], start=1):
        person.hears(f"Question {number} of")
        for answer in answers:
            person.chooses(answer)
        person.presses("Return")
    person.hears("Your Answers")
    person.tabs_to("button", "Show My Result")
    person.presses("Return")
    person.hears("Your result: Get Help Now")
    person.tabs_to("button", "Read: When not to wait")
    person.presses("Return")
    person.hears("When not to wait")
    person.presses("Alt+2")
    person.reads("Get Help Now")


main()
