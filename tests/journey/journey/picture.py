# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures as pixels, and how well one colour is told from another."""

import collections
import dataclasses
import functools
import sys


@dataclasses.dataclass(frozen=True)
class Part:
    """A piece of the window, as the layout probe tells of it."""

    kind: str
    x: int
    y: int
    width: int
    height: int
    widget: str
    text: str

    def grown(self, pixels):
        """The same, larger on each side."""
        return dataclasses.replace(
            self, x=self.x - pixels, y=self.y - pixels,
            width=self.width + 2 * pixels, height=self.height + 2 * pixels)

    def __str__(self):
        return (f"{self.kind} {self.widget} “{self.text[:60]}” "
                f"at {self.x},{self.y}, {self.width}×{self.height}")


class Picture:
    """A picture of the display; a colour is (red, green, blue)."""

    def __init__(self, width, height, data):
        self.width = width
        self.height = height
        self._pixels = memoryview(data).cast("I")

    def row(self, x, y, width):
        """The pixels of a row, as far as they are within the picture."""
        if not 0 <= y < self.height:
            return self._pixels[0:0]
        start = min(max(x, 0), self.width)
        end = min(max(x + width, start), self.width)
        return self._pixels[y * self.width + start:y * self.width + end]

    def colours(self, part):
        """How often each colour stands in the part: a Counter."""
        counter = collections.Counter()
        for y in range(part.y, part.y + part.height):
            counter.update(self.row(part.x, y, part.width))
        return as_colours(counter)

    def ring(self, part):
        """The same for a line of one pixel just within the part’s four sides."""
        counter = collections.Counter()
        for y in (part.y, part.y + part.height - 1):
            counter.update(self.row(part.x, y, part.width))
        for y in range(part.y + 1, part.y + part.height - 1):
            counter.update(self.row(part.x, y, 1))
            counter.update(self.row(part.x + part.width - 1, y, 1))
        return as_colours(counter)

    def changes(self, other, part):
        """The pixels of the part that another picture shows otherwise, as pairs
        of colours: a Counter."""
        counter = collections.Counter()
        for y in range(part.y, part.y + part.height):
            mine, others = self.row(part.x, y, part.width), other.row(part.x, y, part.width)
            if mine != others:
                counter.update(pair for pair in zip(mine, others) if pair[0] != pair[1])
        return collections.Counter({(colour(a), colour(b)): count
                                    for (a, b), count in counter.items()})


def as_colours(counter):
    return collections.Counter({colour(pixel): count for pixel, count in counter.items()})


def colour(pixel):
    return tuple(pixel.to_bytes(4, sys.byteorder)[:3])


def luminance(rgb):
    """The relative luminance of WCAG 2.2."""
    red, green, blue = (value / 255 / 12.92 if value / 255 <= 0.04045
                        else ((value / 255 + 0.055) / 1.055) ** 2.4 for value in rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@functools.lru_cache(maxsize=None)
def contrast(one, other):
    """From 1, the same, to 21, black on white."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def named(rgb):
    return "#%02x%02x%02x" % rgb
