# SPDX-License-Identifier: GPL-3.0-or-later
"""Drive the built program from outside, the way a person does who has no mouse
and no screen: press keys, and read what a screen reader would read.

A journey is a function that is given a `Person`:

    from journey import journey, main

    @journey("The second page opens by key")
    def second_page(person):
        person.starts_the_program()
        person.presses("Alt+2")
        person.hears("Question 1")

    main()

README.md says what a person can do and what is left behind when one is lost.
"""

from .person import Lost, Person
from .tap import journey, main
from .tree import Node

__all__ = ["Lost", "Node", "Person", "journey", "main"]
