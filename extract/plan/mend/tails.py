"""Tails: the ends of a wide cell's lines, which conversion put into the narrow column beside it.

Where a tail stands whole before what belongs in that column, it goes back to the text that it ends. The ragged ends of
many lines cannot be put back each to its own: they are kept beside the text, which is marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from answerable.extract.dates import is_date
from answerable.extract.document import Cell, Passage
from answerable.extract.plan.answers import read_status, status_of
from answerable.extract.plan.holders import is_holder
from answerable.extract.plan.roles import Role
from answerable.extract.plan.rows import PlanRow
from answerable.extract.plan.sections import Section
from answerable.extract.plan.wording import goes_on, says_any
from answerable.ontology import reading

__all__ = ["return_tails"]

_SENTENCE: Final = re.compile(r"[.!?]\s+(?=[A-Z])")


def return_tails(plan: Sequence[PlanRow | Section]) -> Iterator[PlanRow | Section]:
    """Give the plan with every tail beside the text it ends."""
    above: PlanRow | None = None
    for row in plan:
        if isinstance(row, PlanRow) and not row.across:
            returned = _from_owners(_from_answers(row))
            yield returned if above and row.cut and goes_on(above.text(Role.DUE)) else _from_dates(returned)
            above = row
        else:
            yield row


def _from_answers(row: PlanRow) -> PlanRow:
    """The end of the recommendation before its answer: "often as their plan requires Agreed"."""
    cell = row.passage(Role.STATUS)
    if status_of(cell) or not cell.text[:1].islower() or Role.RECOMMENDATION not in row.cells:
        return row
    for match in re.finditer(r"\s(?=[A-Z])", cell.text):
        if read_status(cell.text[match.end() :]):
            return _returned(row, Role.RECOMMENDATION, cell.cut(0, match.start()), Role.STATUS, cell.cut(match.end()))
    return row


def _from_owners(row: PlanRow) -> PlanRow:
    """The end of the response before its owner: "and what was decided. Engagement Lead"."""
    cell = row.passage(Role.OWNER)
    if not cell.text[:1].islower() or Role.RESPONSE not in row.cells:
        return row
    for match in _SENTENCE.finditer(cell.text):
        end = match.start() + 1
        if is_holder(cell.text[match.end() :]) and not is_holder(cell.text[:end]):
            return _returned(row, Role.RESPONSE, cell.cut(0, end), Role.OWNER, cell.cut(match.end()))
    if cell.text.endswith(".") and not is_holder(cell.text):
        return _returned(row, Role.RESPONSE, cell, Role.OWNER, Passage(()))
    return row


def _returned(row: PlanRow, home: Role, tail: Passage, column: Role, rest: Passage) -> PlanRow:
    cells = {**row.cells, home: _extended(row.cells[home], tail), column: Cell.holding(rest)}
    return replace(row, cells=cells, damaged=True)


def _extended(cell: Cell, tail: Passage) -> Cell:
    """The cell with words put to the end of its last paragraph."""
    if not cell.paragraphs:
        return Cell.holding(tail)
    *others, last = cell.paragraphs
    return replace(cell, paragraphs=(*others, replace(last, lines=last.lines + tail.pieces)))


def _from_dates(row: PlanRow) -> PlanRow:
    """Words in a date column that begin small and are neither a date nor a condition ("subject to funding")."""
    cell = row.passage(Role.DUE)
    if not cell.text[:1].islower() or is_date(cell.text) or says_any(reading.words("marks", "conditions"), cell.text):
        return row
    return replace(row, cells={**row.cells, Role.DUE: Cell(0)}, tail=cell, damaged=True)
