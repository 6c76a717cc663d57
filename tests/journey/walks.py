#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Random walks by keyboard through made-up forms: no answer is ever lost, there
is always a way on, and what is asked agrees with needlewise-form evaluate.

JOURNEY_WALKS=100 tests/journey/walks.py walks through as many forms, and
JOURNEY_WALKS=11-20 through these, as when one of them is to be walked again.
"""

import collections
import copy
import json
import os
import random
import re
import subprocess

from journey import journey, main

FORM_TOOL = os.environ.get("NEEDLEWISE_FORM", "needlewise-form")
WALKS = os.environ.get("JOURNEY_WALKS", "3")
STEPS = 14
MOST = 3
UNKNOWN = object()
WORDS = ("after work", "in the morning", "since May", "rarely", "both sides")
COLOURS = ("Red", "Green", "Blue", "Grey", "Black")
VALUES = {"boolean": "valueBoolean", "choice": "valueString", "string": "valueString",
          "integer": "valueInteger"}


class Question:
    """An item of a made-up form, and the answers that were given to it."""

    def __init__(self, number, page, chance, conditions):
        self.page = page
        self.section = None
        self.item = {"linkId": f"q{number}", "text": f"What of matter {number}?",
                     "type": chance.choice(("boolean", "choice", "choice", "integer", "string"))}
        self.options = []
        if self.item["type"] == "boolean":
            self.options = ["Yes", "No"]
        elif self.item["type"] == "choice":
            self.options = list(COLOURS[:chance.randint(2, 5)])
            self.item["answerOption"] = [{"valueString": option} for option in self.options]
            self.item["repeats"] = chance.random() < 0.4
        if chance.random() < 0.5:
            self.item["required"] = True
        if conditions and chance.random() < 0.6:
            self.item["enableWhen"] = [chance.choice(conditions).condition(chance)]
        self.answers = []

    @property
    def text(self):
        return self.item["text"]

    @property
    def key(self):
        """What tells it from others on the page: in a group that repeats, its
        text stands there several times."""
        return f"{self.section}: {self.text}" if self.section else self.text

    @property
    def takes_many(self):
        return self.item.get("repeats", False)

    def values(self):
        """The answers as FHIR has them."""
        kind = VALUES[self.item["type"]]
        if self.item["type"] == "boolean":
            return [{kind: answer == "Yes"} for answer in self.answers]
        if self.item["type"] == "integer":
            return [{kind: int(answer)} for answer in self.answers]
        return [{kind: answer} for answer in self.answers]

    def condition(self, chance):
        """A rule on this question for one that comes after it."""
        if self.item["type"] == "boolean":
            return {"question": self.item["linkId"], "operator": chance.choice(("=", "!=")),
                    "answerBoolean": chance.random() < 0.5}
        if self.item["type"] == "choice":
            return {"question": self.item["linkId"], "operator": "=",
                    "answerString": chance.choice(self.options)}
        return {"question": self.item["linkId"], "operator": "exists", "answerBoolean": True}


class Group:
    """A group that repeats, at the end of a page: its questions as often as it is there."""

    def __init__(self, number, page, chance, conditions):
        self.page = page
        self.title = f"Matter of kind {number}"
        self.questions = [Question(100 * number + i, page, chance, [])
                          for i in range(1, chance.randint(1, 2) + 1)]
        self.item = {"linkId": f"g{number}", "type": "group", "text": self.title, "repeats": True,
                     "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/"
                                           "questionnaire-maxOccurs", "valueInteger": MOST}],
                     "item": [question.item for question in self.questions]}
        if conditions and chance.random() < 0.3:
            self.item["enableWhen"] = [chance.choice(conditions).condition(chance)]
        self.occurrences = []
        self.add()

    def add(self):
        occurrence = [copy.copy(question) for question in self.questions]
        for question in occurrence:
            question.answers = []
        self.put_back(len(self.occurrences), occurrence)
        return occurrence

    def put_back(self, index, occurrence):
        self.occurrences.insert(index, occurrence)
        self.number()

    def remove(self, index):
        occurrence = self.occurrences.pop(index)
        self.number()
        return occurrence

    def number(self):
        for number, occurrence in enumerate(self.occurrences, start=1):
            for question in occurrence:
                question.section = f"{self.title} {number}"

    def response(self):
        return [{"linkId": self.item["linkId"], "item": answered(occurrence)}
                for occurrence in self.occurrences]


def answered(questions):
    """What a response holds of these questions."""
    return [{"linkId": question.item["linkId"], "answer": question.values()}
            for question in questions if question.answers]


class Form:
    """A made-up form of a few pages, and all that was answered so far."""

    def __init__(self, seed):
        chance = random.Random(seed)
        self.titles = [f"Part {number}" for number in range(1, chance.randint(2, 4) + 1)]
        self.questions = []
        for page in range(len(self.titles)):
            for _number in range(chance.randint(1, 4)):
                self.questions.append(
                    Question(len(self.questions) + 1, page, chance, self.questions))
        # By chances of their own, so that what is made up around them stays as it was.
        chance = random.Random(f"groups of {seed}")
        self.groups = [Group(page + 1, page, chance,
                             [question for question in self.questions if question.page < page])
                       for page in range(len(self.titles)) if chance.random() < 0.6]

    def questionnaire(self):
        return {"resourceType": "Questionnaire", "status": "active", "title": "Made Up",
                "url": "urn:example:made-up", "version": "1",
                "item": [{"linkId": f"p{page}", "type": "group", "text": title,
                          "item": [question.item for question in self.on(page)]
                                  + [group.item for group in self.groups if group.page == page]}
                         for page, title in enumerate(self.titles)]}

    def response(self):
        """All that was answered, also to questions that are not asked any more."""
        return {"resourceType": "QuestionnaireResponse", "status": "in-progress",
                "questionnaire": "urn:example:made-up|1",
                "item": [{"linkId": f"p{page}",
                          "item": answered(self.on(page))
                                  + [item for group in self.groups if group.page == page
                                     for item in group.response()]}
                         for page in range(len(self.titles))]}

    def on(self, page):
        """The questions of a page that are there once."""
        return [question for question in self.questions if question.page == page]

    def all(self):
        """All questions in their order, those of groups as often as they are there."""
        return [question for page in range(len(self.titles))
                for question in self.on(page)
                + [question for group in self.groups if group.page == page
                   for occurrence in group.occurrences for question in occurrence]]


class Walk:
    """One person with one form, who remembers every answer."""

    def __init__(self, person, seed):
        self.person = person
        self.chance = random.Random(-seed)
        self.form = Form(seed)
        self.folder = person.world.folder
        self.file = self.folder / "made-up.json"
        self.file.write_text(json.dumps(self.form.questionnaire()))
        self.page = None
        self.last = None
        # The question with the focus, or None for the heading; and on each page
        # that was left. UNKNOWN is after what may have put it anywhere.
        self.at = None
        self.places = {}
        # Whether one has tried to go on from this page, so that it says what it needs.
        self.tried = False

    def asked(self):
        """The questions that are asked, by what needlewise-form says."""
        response = self.folder / "response.json"
        response.write_text(json.dumps(self.form.response()))
        result = subprocess.run([FORM_TOOL, "evaluate", str(self.file), str(response)],
                                capture_output=True, text=True, timeout=60, check=False)
        assert result.returncode in (0, 1), result.stderr
        enabled = set(json.loads(result.stdout)["enabled"])
        return [question for question in self.form.all() if question.item["linkId"] in enabled]

    def pages(self):
        """The pages with a question on them, in order."""
        return sorted({question.page for question in self.asked()})

    def on_page(self):
        return [question for question in self.asked() if question.page == self.page]

    def missing(self):
        return [question for question in self.on_page()
                if question.item.get("required") and not question.answers]

    def group_on_page(self):
        """The group of the page, where it is asked."""
        asked = self.on_page()
        return next((group for group in self.form.groups
                     if group.occurrences[0][0] in asked), None)

    # What is seen

    def leaves(self):
        self.places[self.page] = self.at

    def comes_to(self, page):
        """Be on a page, or on the one with all answers where `page` is None."""
        self.page = page
        self.at = None
        self.tried = False
        if page is None:
            self.person.hears("“Your Answers”")
            return
        pages = self.pages()
        self.person.hears(f"“Question {pages.index(page) + 1} of {len(pages)}: ")
        self.looks()

    def looks(self):
        """The page asks what has to be asked, and holds every answer given. What is
        needed and not there is said of each question where one has tried to go on,
        and of none before."""
        wanted = {question.key: sorted(question.answers) for question in self.on_page()}
        lacking = {question.key for question in self.missing()} if self.tried else set()
        seen = {}
        wrong = set()

        def same():
            tree = self.person.tree()
            seen.clear()
            seen.update(answers_shown(tree))
            wrong.clear()
            wrong.update(errors_shown(tree))
            return seen == wanted and wrong == lacking
        self.person.waits_until(same, f"the answers {wanted} and errors at {lacking}",
                                lambda: f"there is {seen} and errors at {wrong}")

    def looks_over(self):
        """The page of all answers tells every answer to what is asked."""
        times = collections.Counter()
        for question in self.asked():
            told = ", ".join(question.answers)
            # Several answers are told in the order of the form.
            if question.takes_many:
                told = [option for option in question.options if option in question.answers]
            self.person.waits_until(
                lambda text=question.text, told=told, skip=times[question.text]:
                is_told(self.person.tree(), text, told, skip),
                f"{told or 'nothing'} for “{question.key}”")
            times[question.text] += 1

    # What is done

    def is_at(self, question):
        focus = self.person.focus
        return section_of(focus) == question.section and (
            focus.name == question.text or (
                focus.role in ("radio button", "check box")
                and focus.parent.name == question.text))

    def goes_to(self, question):
        """Tab to the question; stay where the focus is there already."""
        for _stop in range(60):
            if self.is_at(question):
                return
            self.person.tabs()
        raise AssertionError(f"Tab never came to “{question.key}”")

    def answers(self, question):
        self.goes_to(question)
        self.last = self.at = question
        if not question.options:
            answer = (str(self.chance.randint(0, 99)) if question.item["type"] == "integer"
                      else self.chance.choice(WORDS))
            self.person.presses("Ctrl+a")
            self.person.types(answer)
            question.answers = [answer]
        else:
            number = self.chance.randrange(len(question.options))
            option = question.options[number]
            self.person.presses(str(number + 1))
            if not question.takes_many:
                question.answers = [option]
            elif option in question.answers:
                question.answers.remove(option)
            else:
                question.answers.append(option)
        self.looks()

    def goes_on(self):
        """Return: to the next page, or to the first question that needs an answer."""
        missing = self.missing()
        later = [page for page in self.pages() if page > self.page]
        self.person.presses("Return")
        if missing:
            self.person.waits_until(
                lambda: self.is_at(missing[0]) and "(Please " in self.person.transcript_of_focus(),
                f"“{missing[0].key}” with the focus and its error")
            self.at = missing[0]
            self.tried = True
            self.looks()
        else:
            self.leaves()
            self.comes_to(later[0] if later else None)

    def comes_to_occurrence(self, group, index):
        """The focus is on the first question of an occurrence, and all is as it should be."""
        question = group.occurrences[index][0]
        self.person.waits_until(lambda: self.is_at(question), f"the focus on “{question.key}”",
                                self.person.transcript_of_focus)
        self.at = question
        self.looks()

    def adds(self, group):
        add = f"Add Another: {group.title}"
        if len(group.occurrences) == MOST:
            self.person.sees_no("button", add)
            return
        self.person.tabs_to("button", add)
        self.person.presses("Return")
        group.add()
        self.comes_to_occurrence(group, len(group.occurrences) - 1)
        self.last = group

    def removes(self, group):
        """Remove one, and perhaps take that back and do it again."""
        index = self.chance.randrange(len(group.occurrences))
        remove = f"Remove {group.title} {index + 1}"
        if len(group.occurrences) == 1:
            self.person.sees_no("button", remove)
            return
        self.person.tabs_to("button", remove)
        self.person.presses("Return")
        gone = group.remove(index)
        self.comes_to_occurrence(group, min(index, len(group.occurrences) - 1))
        self.last = group
        if self.chance.random() < 0.5:
            self.person.presses("Ctrl+z")
            self.tried = False
            group.put_back(index, gone)
            self.looks()
            self.person.presses("Shift+Ctrl+z")
            group.remove(index)
            self.at = UNKNOWN
            self.looks()

    def goes_back(self):
        earlier = [page for page in self.pages() if page < self.page]
        if earlier:
            self.leaves()
            self.person.presses("Alt+Left")
            self.comes_to_again(earlier[-1])

    def comes_to_again(self, page):
        """Back on a page: the focus is where it was, and which page it is is heard."""
        self.page = page
        self.tried = False
        pages = self.pages()
        self.person.hears(f"Question {pages.index(page) + 1} of {len(pages)}")
        self.at = self.places.get(page)
        if self.at is not UNKNOWN and self.at in self.on_page():
            self.person.waits_until(lambda: self.is_at(self.at),
                                    f"the focus on “{self.at.key}” again",
                                    self.person.transcript_of_focus)
        self.looks()

    def undoes(self):
        """Ctrl+Z and Shift+Ctrl+Z: all is as before, on the page of the last answer."""
        if self.last is not None:
            self.person.presses("Ctrl+z", "Shift+Ctrl+z")
            self.page = self.last.page
            self.at = UNKNOWN
            self.tried = False
            self.looks()

    def leaves_and_returns(self):
        self.person.presses("Alt+1")
        self.person.sees("frame", "Read · Needlewise")
        self.person.presses("Alt+2")
        self.person.sees("frame", "Screen · Needlewise")
        assert "sensitive" in self.person.sees("button", "Next").states, "Next is dead"
        self.looks()

    def steps(self):
        """One thing that a person might do."""
        what = self.chance.random()
        group = self.group_on_page()
        if group is not None and self.chance.random() < 0.35:
            self.chance.choice((self.adds, self.adds, self.removes))(group)
        elif what < 0.6:
            self.answers(self.chance.choice(self.on_page()))
        elif what < 0.85:
            self.goes_on()
        elif what < 0.95:
            self.goes_back()
        else:
            self.undoes()

    def finishes(self):
        """From wherever one is, answering what is needed leads to the end."""
        for _page in self.form.titles:
            if self.page is None:
                break
            while lacking := self.missing():
                self.answers(lacking[0])
            self.goes_on()
        assert self.page is None, "There is no way to the end"


def section_of(node):
    """The name of the occurrence of a group that a node is in."""
    while node is not None:
        if node.role in ("grouping", "panel") and node.name.startswith("Matter of kind"):
            return node.name
        node = node.parent
    return None


def questions_shown(tree):
    """The elements that are named as a question is, each with what tells it from others."""
    for node in tree.walk():
        if node.name.startswith("What of matter"):
            section = section_of(node)
            yield node, f"{section}: {node.name}" if section else node.name


def errors_shown(tree):
    """The questions of which it is said that they need an answer."""
    return {key for node, key in questions_shown(tree) if "Please " in (node.description or "")}


def answers_shown(tree):
    """{question: [answers]} of what stands on the page."""
    seen = {}
    for node, key in questions_shown(tree):
        if node.role == "grouping":
            seen[key] = sorted(below.name for below in node.walk()
                                     if below.role in ("radio button", "check box")
                                     and "checked" in below.states)
        elif node.role in ("text", "entry", "spin button"):
            seen[key] = [node.text] if node.text else []
    return seen


def is_told(tree, question, told, skip):
    """Whether the answers stand below the question, on the page of all answers;
    the first `skip` questions with that text are others."""
    for node in tree.walk():
        if node.children and node.children[0].name == question:
            if skip > 0:
                skip -= 1
                continue
            names = [below.name for below in node.walk() if below.role == "label"]
            rest = " ".join(names[1:])
            if not told:
                return re.search("Left empty|Not answered", rest) is not None
            return all(word in rest for word in ([told] if isinstance(told, str) else told))
    return False


def walk_at_random(person, seed):
    walk = Walk(person, seed)
    person.starts_the_program(str(walk.file))
    person.tabs_to("button", "Begin")
    person.presses("Return")
    walk.comes_to(walk.pages()[0])
    walk.leaves_and_returns()
    for _step in range(STEPS):
        if walk.page is None:
            break
        walk.steps()
    if walk.page is not None:
        walk.finishes()
    walk.looks_over()
    person.tabs_to("button", "Show My Result")
    person.presses("Return")
    person.hears("The Form Is Filled In")
    walk.looks_over()


first, last = map(int, WALKS.split("-") if "-" in WALKS else (1, WALKS))
for number in range(first, last + 1):
    journey(f"A random walk through a made-up form: {number}", number)(walk_at_random)

main()
