# SPDX-License-Identifier: GPL-3.0-or-later
"""Which members of the documents are translated; all others are the same in
every language."""

# The members of each document that are translated. All others must be equal.
TRANSLATED = {
    "article.json": {
        "title", "summary", "heading", "short", "text", "caption",
        "alternative", "claim", "findings", "certaintyText", "meaning",
        "label", "lead", "items", "after", "who", "says", "why", "name",
        "cells", "columns", "goodFor"},
    "screening.json": {"title", "description", "copyright", "text", "display"},
    "insurance.json": {
        "note", "question", "hint", "missing", "text", "title", "intro",
        "steps", "meaning", "codesNote", "electricalNote", "why", "warning"},
    "registers.json": {
        "advice", "missing", "name", "regionName", "who", "title", "tells",
        "doubt"},
}


def is_translated(name, path):
    """Whether the text at a path, a tuple of members and numbers, is translated."""
    members = [step for step in path if isinstance(step, str)]
    if not members or members[-1] not in TRANSLATED[name]:
        return False
    # A source is quoted under its own title, and a condition is a rule.
    return not (members[-1] == "title" and "sources" in members
                or "enableWhen" in members)
