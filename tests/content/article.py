# SPDX-License-Identifier: GPL-3.0-or-later
"""Read article.json as a flat list of texts, each with its place."""

from dataclasses import dataclass, field

SECTIONS = ("opening", "endorphins", "immune", "almost-anyone", "keep-in-mind",
            "options", "session", "not-wait", "further", "about")
VERDICTS = ("supported", "partly-supported", "not-supported")
CERTAINTIES = ("high", "moderate", "low", "very-low")
KINDS = ("guideline", "review", "trial", "survey", "agency", "law", "other")
URGENCIES = ("help-now", "advice-soon")
TARGETS = ("screen", "prepare", "prepare:licence", "prepare:insurance")

# For each type of block: members that must be there, members that may be.
MEMBERS = {
    "paragraph": ({"text"}, {"sources"}),
    "list": ({"items"}, {"ordered"}),
    "subheading": ({"text"}, set()),
    "picture": ({"file", "caption", "alternative"}, set()),
    "claim": ({"claim", "verdict", "findings", "certainty", "certaintyText",
               "meaning", "sources"}, set()),
    "frequency": ({"label", "per", "rows", "caption", "alternative",
                   "sources"}, set()),
    "views": ({"label", "items"}, set()),
    "options": ({"columns", "rows"}, set()),
    "urgent": ({"label", "lead", "items", "sources"}, {"after", "urgency"}),
    "action": ({"text", "target"}, set()),
    "further": ({"sources"}, set()),
}


@dataclass
class Text:
    """A text that a reader sees. Prose is measured; a label is not."""
    place: str
    text: str
    prose: bool = True
    sources: list = field(default_factory=list)
    section: str = ""
    block: str = ""


def blocks(article):
    """Yield each block with its section and its JSON pointer."""
    for i, section in enumerate(article["sections"]):
        for j, block in enumerate(section["blocks"]):
            yield section, block, f"/sections/{i}/blocks/{j}"


def block_texts(block, place):
    """Every text of a block, in the order in which it is read."""
    kind = block["type"]
    own = block.get("sources", [])
    if kind == "paragraph":
        yield Text(place + "/text", block["text"], True, own)
    elif kind == "list":
        for n, item in enumerate(block["items"]):
            yield Text(f"{place}/items/{n}/text", item["text"], True,
                       item.get("sources", []))
    elif kind in ("subheading", "action"):
        yield Text(place + "/text", block["text"], False)
    elif kind == "picture":
        yield Text(place + "/caption", block["caption"])
        yield Text(place + "/alternative", block["alternative"])
    elif kind == "claim":
        yield Text(place + "/claim", block["claim"], True, own)
        yield Text(place + "/findings", " ".join(block["findings"]), True, own)
        yield Text(place + "/certaintyText", block["certaintyText"], True, own)
        yield Text(place + "/meaning", block["meaning"], True, own)
    elif kind == "frequency":
        yield Text(place + "/label", block["label"], False, own)
        for n, row in enumerate(block["rows"]):
            yield Text(f"{place}/rows/{n}/text", row["text"], False, own)
        yield Text(place + "/caption", block["caption"], True, own)
        yield Text(place + "/alternative", block["alternative"], True, own)
    elif kind == "views":
        yield from view_texts(block, place)
    elif kind == "options":
        yield from option_texts(block, place)
    elif kind == "urgent":
        yield Text(place + "/label", block["label"], False, own)
        yield Text(place + "/lead", block["lead"], True, own)
        for n, item in enumerate(block["items"]):
            yield Text(f"{place}/items/{n}", item, True, own)
        if "after" in block:
            yield Text(place + "/after", block["after"], True, own)


def view_texts(block, place):
    yield Text(place + "/label", block["label"], False)
    for n, item in enumerate(block["items"]):
        own = item["sources"]
        yield Text(f"{place}/items/{n}/who", item["who"], False, own)
        yield Text(f"{place}/items/{n}/says", item["says"], True, own)
        if "why" in item:
            yield Text(f"{place}/items/{n}/why", item["why"], True, own)


def option_texts(block, place):
    for n, column in enumerate(block["columns"]):
        yield Text(f"{place}/columns/{n}", column, False)
    for n, row in enumerate(block["rows"]):
        yield Text(f"{place}/rows/{n}/name", row["name"], False)
        for m, cell in enumerate(row["cells"]):
            yield Text(f"{place}/rows/{n}/cells/{m}", cell, True, row["sources"])


def texts(article):
    """Every text of the article, with its section and block filled in."""
    yield Text("/title", article["title"], False)
    for n, point in enumerate(article["summary"]):
        yield Text(f"/summary/{n}", point, block="/summary")
    for i, section in enumerate(article["sections"]):
        for name in ("heading", "short"):
            yield Text(f"/sections/{i}/{name}", section[name], False)
        for j, block in enumerate(section["blocks"]):
            place = f"/sections/{i}/blocks/{j}"
            for text in block_texts(block, place):
                text.section, text.block = section["id"], place
                yield text
    for n, source in enumerate(article["sources"]):
        if "goodFor" in source:
            yield Text(f"/sources/{n}/goodFor", source["goodFor"],
                       block=f"/sources/{n}")


def cited(node):
    """Every source id below a node, in document order, with repeats."""
    if isinstance(node, dict):
        for name, value in node.items():
            if name == "sources":
                yield from value
            else:
                yield from cited(value)
    elif isinstance(node, list):
        for value in node:
            yield from cited(value)
