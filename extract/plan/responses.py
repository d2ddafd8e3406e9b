"""Responses: the paragraphs and bullets of a recommendation's answer, put together again where a page cut them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from answerable.extract.document import Paragraph, Passage
from answerable.extract.plan.roles import Role
from answerable.extract.plan.rows import PlanRow
from answerable.extract.plan.wording import goes_on, is_finished

__all__ = ["Unit", "read_units", "runs_on"]

_LABEL: Final = re.compile(
    r"(?:(?P<dotted>\d{1,2}(?:\.\d{1,2}){1,2}[a-z]?)[.):]?|(?P<plain>\d{1,2})[.)]|\((?P<letter>[a-z]|[ivx]{1,4})\)|(?P<bare>[a-h])\))\s+(?=\S)"
)
_NEW_LINE: Final = re.compile(r"[\"'“‘(]?[A-Z0-9]")
_SHORT: Final = 40


class Unit(NamedTuple):
    """One paragraph or bullet of a response; it begins in `row` of its recommendation and stands in all of `rows`."""

    passage: Passage
    row: int
    level: int = 0
    label: str | None = None
    rows: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """Its words."""
        return self.passage.text

    def with_end(self, end: Unit) -> Unit:
        """The unit with words that stand in a later row put to it."""
        return self._replace(passage=self.passage + end.passage, rows=(*self.rows, end.row))


def read_units(rows: Sequence[PlanRow]) -> list[Unit]:
    """Give the paragraphs and bullets of a response in order, across all rows of its recommendation."""
    units: list[Unit] = []
    for index, row in enumerate(rows):
        found = [_unit(paragraph, index) for paragraph in _paragraphs(row.cell(Role.RESPONSE))]
        for unit in filter(lambda unit: unit.passage, found):
            if units and unit is found[0] and _continues(units[-1], unit, rows, len(found)):
                units[-1] = units[-1].with_end(unit)
            else:
                units.append(unit)
    return units


def _continues(last: Unit, unit: Unit, rows: Sequence[PlanRow], begun: int) -> bool:
    """Whether the first paragraph of a row ends the last one of the row above.

    A cut alone does not say so where every paragraph of the row has an owner or a date of its own.
    """
    row, above = rows[unit.row], rows[unit.row - 1]
    own = max(len(row.cell(Role.DUE)), len(row.cell(Role.OWNER)))
    owned = begun <= own and bool(above.cell(Role.OWNER) or above.cell(Role.DUE))
    return runs_on(last.text, unit.text, cut=row.cut and not owned, marked=bool(unit.label or unit.level))


def _unit(paragraph: Paragraph, row: int) -> Unit:
    passage = paragraph.passage
    match = _LABEL.match(passage.text)
    if not match:
        return Unit(passage, row, paragraph.level, None, (row,))
    label = match["dotted"] or match["plain"] or match["letter"] or match["bare"]
    return Unit(passage.cut(match.end()), row, paragraph.level, label, (row,))


def runs_on(before: str, after: str, *, cut: bool, marked: bool = False) -> bool:
    """Whether words in the next row continue words of the row before.

    A small letter or an open end says so anywhere; where a page cut the table, an unfinished sentence says so too.
    `marked` tells that the words after begin with a bullet or a label, and so something new.
    """
    if is_finished(before) and not goes_on(before):
        return False
    if marked and (not cut or before[:1].islower()):  # a list whose items all begin small proves nothing
        return False
    if after[:1].islower():
        return True
    if marked:
        return False
    return goes_on(before) or (cut and len(before) > _SHORT)


def _paragraphs(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    for paragraph in paragraphs:
        if paragraph.loose and len(paragraph.lines) > 1:
            yield from _by_sense(paragraph)
        else:
            yield paragraph


def _by_sense(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Where only line breaks part a cell, tell the end of a paragraph from the end of a printed line."""
    every_line = not any(line.text[:1].islower() for line in paragraph.lines) and not any(
        goes_on(line.text) for line in paragraph.lines[:-1]
    )
    start = 0
    for index, line in enumerate(paragraph.lines[1:], start=1):
        before = paragraph.lines[index - 1].text
        if every_line or _LABEL.match(line.text) or (is_finished(before) and _NEW_LINE.match(line.text)):
            yield Paragraph(paragraph.lines[start:index], paragraph.level)
            start = index
    yield Paragraph(paragraph.lines[start:], paragraph.level)
