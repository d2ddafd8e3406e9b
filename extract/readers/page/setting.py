"""How a page sets its paragraphs, learnt from the page itself.

Nothing in print says where a paragraph ends. The pitch of lines, whether paragraphs have space between them, and how
far bullets are set in are the same all down a column, so that the whole column tells what a single line cannot.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise
from statistics import median
from typing import Final

from answerable.extract.readers.page.marks import is_bullet, is_finished, may_be_bullet, sentences_within
from answerable.extract.readers.page.words import Line

__all__ = ["Break", "Column", "Setting", "usual_pitch"]

_WIDER: Final = 1.13
"""Lines whose pitch is so many times the usual one have space between them."""
_USUAL: Final = 1.2
_FEWEST_ENDS: Final = 3
_SHORTEST_PROSE: Final = 60
_SMALL: Final = 0.5
"""The share of lines below the first that begin small in prose."""
_EXACT: Final = 0.3
_UNLIKE: Final = 1.2
"""Lines of so unlike heights are a heading and what stands below it."""
_DEEPER: Final = 0.7
"""A bullet set in by so many heights of its line more than another is an item of an inner list."""


class Break(Enum):
    """What parts two lines of a column."""

    WRAP = auto()
    """The next word did not fit on the line, and no space stands between the lines."""
    HARD = auto()
    """The next word would have fitted: somebody ended the line."""
    SPACE = auto()
    """There is more space than between the lines of a paragraph."""


@dataclass(frozen=True, slots=True)
class Column:
    """Lines one above the other, where they begin, and how far to the right words may reach."""

    lines: Sequence[Line]
    left: float
    limit: float

    def fits(self, line: Line, below: Line) -> bool:
        """Whether the first word of the line below would have fitted on a line."""
        word = below.words[0]
        return line.right + line.space + (word.right - word.left) < self.limit - _EXACT

    def parts_by_space(self, line: Line) -> bool:  # noqa: ARG002 - other columns look at the line
        """Whether space below a line parts paragraphs."""
        return True


@dataclass(frozen=True, slots=True)
class Setting:
    """How columns that are alike set what stands in them.

    `pitch` is from foot to foot of the lines of a paragraph, in heights of a line; `spaced` says that space parts
    paragraphs, `prose` that they are sentences rather than a list of names or dates, and `single` that a sentence is
    mostly a paragraph of its own. `indents` are how far bullets are set in.
    """

    pitch: float = _USUAL
    spaced: bool = False
    prose: bool = False
    single: bool = False
    indents: tuple[float, ...] = ()

    @classmethod
    def of(cls, columns: Sequence[Column], whole: Setting) -> Setting:
        """Learn the setting of columns that are alike; where they say too little, the `whole` decides."""
        pairs = [(c, *pair) for c in columns for pair in pairwise(c.lines) if not is_bullet(pair[1])]
        gaps = sum(_pitch(line, below) > whole.pitch * _WIDER for _, line, below in pairs)
        ended = [(line, below) for column, line, below in pairs if column.fits(line, below)]
        tight = sum(_pitch(*pair) <= whole.pitch * _WIDER for pair in ended)
        spaced = gaps > tight if gaps + tight >= _FEWEST_ENDS else whole.spaced or gaps > tight
        finished = sum(is_finished(line) for line, _ in ended)
        within = sum(sentences_within(line) for column in columns for line in column.lines)
        prose = within + finished > 0 and _mean_length(columns) > _SHORTEST_PROSE and _runs_on(columns)
        return cls(whole.pitch, spaced, prose, finished >= within, tuple(_indents(columns)))

    def between(self, column: Column, line: Line, below: Line) -> Break:
        """Say what parts two lines."""
        unlike = max(line.height, below.height) > min(line.height, below.height) * _UNLIKE
        if unlike or (_pitch(line, below) > self.pitch * _WIDER and column.parts_by_space(line)):
            return Break.SPACE
        return Break.HARD if column.fits(line, below) else Break.WRAP

    def level(self, indent: float, height: float) -> int:
        """The depth of a list item whose sign is set in so far."""
        return max(sum(step < indent + _DEEPER * height for step in self.indents), 1)


def usual_pitch(columns: Iterable[Column], otherwise: float | None = None) -> float:
    """From foot to foot of two lines of one paragraph, in heights of a line: the pitch of lines that were full."""
    wrapped: list[float] = []
    ended: list[float] = []
    for column in columns:
        for line, below in pairwise(column.lines):
            (ended if column.fits(line, below) else wrapped).append(_pitch(line, below))
    return median(wrapped) if wrapped else otherwise or min(ended, default=_USUAL)


def _mean_length(columns: Sequence[Column]) -> float:
    """How many characters a cell holds, on average."""
    return sum(len(line.text) for column in columns for line in column.lines) / max(len(columns), 1)


def _runs_on(columns: Sequence[Column]) -> bool:
    """Whether most lines go on in small letters, as sentences do; owners and dates begin with capitals and figures."""
    wrapped = [below for column in columns for _, below in pairwise(column.lines) if not is_bullet(below)]
    small = sum(line.words[0].text[0].islower() for line in wrapped)
    return small >= _SMALL * len(wrapped)


def _pitch(line: Line, below: Line) -> float:
    return (below.bottom - line.bottom) / max(line.height, below.height, 0.1)


def _indents(columns: Sequence[Column]) -> Iterator[float]:
    """How far bullets are set in, each depth once."""
    found = sorted(
        (line.left - column.left, line.height)
        for column in columns
        for line in column.lines
        if is_bullet(line) or may_be_bullet(line)
    )
    last = float("-inf")
    for indent, height in found:
        if indent > last + _DEEPER * height:
            yield indent
            last = indent
