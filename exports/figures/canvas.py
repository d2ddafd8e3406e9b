"""A page of marks that grows downwards, and the words around a picture: what was found, over what, and from where."""

from __future__ import annotations

from dataclasses import dataclass

from answerable.exports.figures.lettering import wrapped
from answerable.exports.figures.marks import Mark, Symbol, Text

__all__ = ["WIDTH", "Canvas", "Words", "framed"]

WIDTH = 482.0
"""Points: as wide as the text of an A4 page with margins of 20 mm."""

_GAP = 12.0


@dataclass(frozen=True, slots=True)
class Words:
    """What stands around a picture: `title` says the finding, `scope` over what, `source` where it comes from.

    `alt` tells the picture to those who do not see it; `note` says what was left out to keep it readable.
    """

    title: str
    scope: str
    source: str
    alt: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Canvas:
    """Marks in the order in which they are drawn, and the height they need, in points."""

    marks: tuple[Mark, ...]
    height: float

    def lowered(self, by: float) -> Canvas:
        """Give the same marks further down."""
        return Canvas(tuple(_lowered(mark, by) for mark in self.marks), self.height + by)


def _lowered(mark: Mark, by: float) -> Mark:
    from dataclasses import replace  # noqa: PLC0415 - no other place moves a mark

    from answerable.exports.figures.marks import Arrow, Box, Line  # noqa: PLC0415 - only where figures are drawn

    if isinstance(mark, Line):
        return replace(mark, points=tuple((x, y + by) for x, y in mark.points))
    if isinstance(mark, Arrow):
        return replace(mark, y1=mark.y1 + by, y2=mark.y2 + by)
    assert isinstance(mark, Text | Box | Symbol)
    return replace(mark, y=mark.y + by)


def framed(words: Words, body: Canvas) -> Canvas:
    """Put the words around a picture: title and scope above, the note and the source line below."""
    above, top = _lines(words.title, 0.0, size=14.0, colour="ink", bold=True)
    scope, top = _lines(words.scope, top + 4, size=9.0, colour="soft")
    moved = body.lowered(top + _GAP)
    note, bottom = _lines(words.note, moved.height + 8, size=8.5, colour="ink")
    source, bottom = _lines(words.source, bottom + 4, size=7.5, colour="soft")
    return Canvas((*above, *scope, *moved.marks, *note, *source), bottom + 2)


def _lines(text: str, top: float, *, size: float, colour: str, bold: bool = False) -> tuple[list[Text], float]:
    lines = wrapped(text, size, WIDTH, bold=bold)
    leading = size * 1.35
    marks = [Text(0, top + leading * (place + 0.5), line, size, colour, bold) for place, line in enumerate(lines)]
    return marks, top + leading * len(lines)
