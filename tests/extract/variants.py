"""The same plan printed otherwise: other pages, other columns, other white space, and rows that say nothing.

Each variant takes the text of a plan and a source of chance, and changes what a reader should not be moved by.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from random import Random
from typing import Final

__all__ = ["VARIANTS", "Sheet"]

_WIDE: Final = 5
"""The plan's own table has at least as many columns, and no other table has."""
_NUMBER: Final = re.compile(r"\W*(\d\W+)?(rec|no|ref|rec no)\W*$", re.IGNORECASE)
_TAG: Final = re.compile(r"(<[^<>]*>)")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of a plan: a line of prose is a text, a row of a table its cells."""

    lines: tuple[str | tuple[str, ...], ...]
    piped: bool

    @classmethod
    def of(cls, text: str) -> Sheet:
        """Take a text apart, as lines of prose and rows of cells."""
        piped = bool(re.search(r"^\|", text, re.MULTILINE))
        return cls(tuple(_cells(line, piped=piped) or line for line in text.split("\n")), piped)

    def text(self) -> str:
        """Put the text together again."""
        return "\n".join(line if isinstance(line, str) else self._row(line) for line in self.lines)

    def _row(self, cells: tuple[str, ...]) -> str:
        return f"| {' | '.join(cells)} |" if self.piped else "\t".join(cells)

    @property
    def top(self) -> int:
        """Which line holds the headings of the plan."""
        return next(i for i, line in enumerate(self.lines) if not isinstance(line, str) and len(line) >= _WIDE)

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings of the plan."""
        return tuple(self.lines[self.top])

    def rows(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """The rows below the headings, boxes aside, each with its line."""
        for index, line in enumerate(self.lines):
            if index > self.top and not isinstance(line, str) and len(line) > 2:
                yield index, line

    def first_rows(self) -> list[int]:
        """Which lines begin a recommendation that prints its number."""
        column = next(i for i, heading in enumerate(self.headings) if _NUMBER.match(_TAG.sub(" ", heading)))
        full = ((i, row) for i, row in self.rows() if len(row) == len(self.headings))
        return [i for i, row in full if re.search(r"\d", row[column]) and not self._idle(row)]

    def _idle(self, row: tuple[str, ...]) -> bool:
        return row == self.headings or not re.search(r"\w", "".join(row))

    def over(self, change: Callable[[tuple[str, ...]], tuple[str, ...]]) -> Sheet:
        """Change the headings and every row below them."""
        changed = {index: change(row) for index, row in [(self.top, self.headings), *self.rows()]}
        return replace(self, lines=tuple(changed.get(i, line) for i, line in enumerate(self.lines)))

    def insert(self, index: int, *lines: str | tuple[str, ...]) -> Sheet:
        """Insert lines before a line."""
        return replace(self, lines=(*self.lines[:index], *lines, *self.lines[index:]))


def _cells(line: str, *, piped: bool) -> tuple[str, ...] | None:
    if piped:
        return tuple(cell.strip() for cell in line.strip().strip("|").split("|")) if line.startswith("|") else None
    return tuple(line.split("\t")) if "\t" in line else None


def pages(sheet: Sheet, chance: Random) -> Sheet:
    """A page ends before a recommendation."""
    return sheet.insert(chance.choice(sheet.first_rows()), "", "", "")


def foot(sheet: Sheet, chance: Random) -> Sheet:
    """A page ends before a recommendation, and says its number."""
    return sheet.insert(chance.choice(sheet.first_rows()), "", f"Page {chance.randint(1, 9)} of 9", "", "")


def headings_again(sheet: Sheet, chance: Random) -> Sheet:
    """A page begins with the headings of the table."""
    return sheet.insert(chance.choice(sheet.first_rows()), "", "", sheet.headings)


def rule(sheet: Sheet, chance: Random) -> Sheet:
    """A row of strokes stands between two recommendations."""
    return sheet.insert(chance.choice(sheet.first_rows()), ("–",) * len(sheet.headings))


def empty_row(sheet: Sheet, chance: Random) -> Sheet:
    """A row of empty cells stands between two recommendations."""
    return sheet.insert(chance.choice(sheet.first_rows()), ("",) * len(sheet.headings))


def banner(sheet: Sheet, chance: Random) -> Sheet:
    """A line of capitals, in a row of its own, comes again on some pages."""
    row = ("ACTION PLAN: ALL REGIONS", *[""] * (len(sheet.headings) - 1))
    for index in sorted(chance.sample(sheet.first_rows(), 2), reverse=True):
        sheet = sheet.insert(index, row)
    return sheet


def cut(sheet: Sheet, chance: Random) -> Sheet:
    """A page cuts the last sentence of a response, between two words of small letters."""
    column = max(range(len(sheet.headings)), key=lambda i: sum(len(row[i]) for _, row in sheet.rows() if i < len(row)))
    places = [
        (index, row, match.start())
        for index, row in sheet.rows()
        if len(row) == len(sheet.headings)
        for match in _WITHIN.finditer(row[column], _LINE)
        if _in_last_paragraph(row[column], match.start())
    ]
    if not places:
        return sheet
    index, row, place = chance.choice(places)
    before, after = row[column][:place], row[column][place:].strip()
    opened = re.findall(r"<(p|ul|li|b)>", before)
    closed = re.findall(r"</(p|ul|li|b)>", before)
    still_open = [tag for i, tag in enumerate(opened) if opened[: i + 1].count(tag) > closed.count(tag)]
    first = (*row[:column], before + "".join(f"</{tag}>" for tag in reversed(still_open)), *row[column + 1 :])
    second = tuple("".join(f"<{tag}>" for tag in still_open) + after if i == column else "" for i in range(len(row)))
    sheet = replace(sheet, lines=(*sheet.lines[:index], first, *sheet.lines[index + 1 :]))
    return sheet.insert(index + 1, "", "", second)


_LINE: Final = 80
"""What a page leaves of a response is longer than a line: of less it cannot be said whether a sentence is open."""
_WITHIN: Final = re.compile(r"(?<=[a-z]) (?=[a-z]+ [a-z]+ [a-z]+)")


def _in_last_paragraph(cell: str, place: int) -> bool:
    """Whether a place is well within the last paragraph, with nothing but words and closing tags behind it."""
    return not re.search(r"<(p|li|br|ul|b)\b|[•]", cell[place:]) and len(re.split(r"[.>:•]", cell[:place])[-1]) > 50


def turned(sheet: Sheet, chance: Random) -> Sheet:
    """The columns stand in another order; only where no row has lost some."""
    if any(len(row) != len(sheet.headings) for _, row in sheet.rows()):
        return sheet
    order = list(range(len(sheet.headings)))
    chance.shuffle(order)
    return sheet.over(lambda row: tuple(row[i] for i in order))


def blank_column(sheet: Sheet, _: Random) -> Sheet:
    """Every row ends in an empty cell."""
    return sheet.over(lambda row: (*row, ""))


def spaces(sheet: Sheet, chance: Random) -> Sheet:
    """White space between words is of other kinds and lengths."""
    return sheet.over(lambda row: tuple(_spaced(cell, chance) for cell in row))


def _spaced(cell: str, chance: Random) -> str:
    parts = _TAG.split(cell)
    return "".join(part if _TAG.match(part) else _SPACE.sub(lambda _: chance.choice(_SPACES), part) for part in parts)


_SPACE: Final = re.compile(r"(?<!\S [-–]) ")
"""A space, but not behind a dash amid words: with its plain space that may be the mark of an item."""
_SPACES: Final = (" ", "  ", "\u00a0", "&nbsp;", " \u00a0")


VARIANTS: Final[Mapping[str, Callable[[Sheet, Random], Sheet]]] = {
    variant.__name__.replace("_", " "): variant
    for variant in (turned, cut, pages, foot, headings_again, rule, empty_row, banner, blank_column, spaces)
}
"""Ways to print a plan otherwise, in the order in which several go together."""
