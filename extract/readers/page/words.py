"""Words and lines with their places on a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, NamedTuple

from answerable.extract.document import Box

__all__ = ["Line", "Word", "enclosing", "lines_of", "parted"]

_SAME_LINE: Final = 0.4
"""How much of the lower of two words must stand beside the other for both to stand on one line."""
_SPACE: Final = 0.3
_RAISED: Final = 0.82
"""A word so much lower than its line, and above its foot, is raised."""


class Word(NamedTuple):
    """Characters without white space between them, their box from the top left, and where they stand in a text file.

    `glued` says that no white space is printed before the word.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    glued: bool = False
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True)
class Line:
    """Words side by side, from left to right."""

    words: tuple[Word, ...]
    left: float = field(init=False)
    top: float = field(init=False)
    right: float = field(init=False)
    bottom: float = field(init=False)

    def __post_init__(self) -> None:
        tallest = max(self.words, key=_height)
        object.__setattr__(self, "left", self.words[0].left)
        object.__setattr__(self, "right", max(word.right for word in self.words))
        object.__setattr__(self, "top", tallest.top)
        object.__setattr__(self, "bottom", tallest.bottom)

    @property
    def height(self) -> float:
        """How high its tallest word is."""
        return self.bottom - self.top

    @property
    def text(self) -> str:
        """Its words, as far apart as they are printed."""
        first, *others = self.words
        return first.text + "".join(
            word.text if joins(before, word, self.height) else f" {word.text}"
            for before, word in zip(self.words, others, strict=False)
        )

    @property
    def space(self) -> float:
        """How wide its spaces are."""
        gaps = [after.left - word.right for word, after in pairwise(self.words) if after.left > word.right]
        return min(gaps, default=self.height * _SPACE)

    def without(self, count: int) -> Line:
        """The line without its first words."""
        return Line(self.words[count:])


def joins(before: Word, word: Word, height: float) -> bool:
    """Whether a word goes on where the one before ends, as raised letters do after a number."""
    return word.glued and word.left - before.right < height * 0.12


def lines_of(words: Iterable[Word]) -> list[Line]:
    """Put words that stand side by side into lines, from top to bottom."""
    lines: list[list[Word]] = []
    tallest: Word | None = None
    for word in sorted(words, key=lambda word: (word.top + word.bottom, word.left)):
        if tallest and _beside(tallest, word):
            lines[-1].append(word)
            tallest = max(tallest, word, key=_height)
        else:
            lines.append([word])
            tallest = word
    return [Line(tuple(sorted(line, key=lambda word: word.left))) for line in _with_raised(lines)]


def _height(word: Word) -> float:
    return word.bottom - word.top


def _beside(tallest: Word, word: Word) -> bool:
    shared = min(tallest.bottom, word.bottom) - max(tallest.top, word.top)
    return shared > _SAME_LINE * min(_height(tallest), _height(word))


def _with_raised(lines: list[list[Word]]) -> Iterator[list[Word]]:
    """Put a line of nothing but small letters, raised above the line that they overlap, into that line."""
    waiting: list[Word] = []
    for line, below in pairwise([*lines, []]):
        if below and _is_raised(line, max(below, key=_height)):
            waiting = [*waiting, *line]
        else:
            yield [*waiting, *line]
            waiting = []


def _is_raised(line: Sequence[Word], tallest: Word) -> bool:
    return _beside(tallest, line[0]) and max(map(_height, line)) < _RAISED * _height(tallest)


def parted(line: Line, gap: float) -> Iterator[Line]:
    """Part a line where nothing is printed for so many times its height."""
    start = 0
    for index, (word, after) in enumerate(pairwise(line.words), start=1):
        if after.left - word.right > gap * line.height:
            yield Line(line.words[start:index])
            start = index
    yield Line(line.words[start:])


def enclosing(lines: Sequence[Line]) -> Box:
    """Give the box around lines, to a hundredth."""
    return Box(
        round(min(line.left for line in lines), 2),
        round(min(line.top for line in lines), 2),
        round(max(line.right for line in lines), 2),
        round(max(line.bottom for line in lines), 2),
    )
