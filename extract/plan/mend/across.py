"""Recommendations that run across their row.

The print has them above their answer, over all columns, and conversion cuts them at the columns' edges. Such a row is
told by what stands where the answer should, or by the answer in the row below; its words are put into the
recommendation's column, in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from answerable.extract.dates import is_date
from answerable.extract.document import Cell, Passage
from answerable.extract.plan.answers import leading_status, read_status, status_of
from answerable.extract.plan.holders import is_holder
from answerable.extract.plan.roles import NUMBER, Role
from answerable.extract.plan.rows import PlanRow
from answerable.extract.plan.sections import Section
from answerable.extract.plan.wording import any_of, is_void
from answerable.ontology import reading

__all__ = ["lift_headings"]

_LEADING_NUMBER: Final = re.compile(r"(\d{1,3})[.)]?\s+(?=[A-Z])")


def lift_headings(plan: Sequence[PlanRow | Section]) -> Iterator[PlanRow | Section]:
    """Give the plan with every recommendation in its own column, and every answer in its own."""
    rows = [_with_answer_apart(row) if isinstance(row, PlanRow) else row for row in plan]
    for index, row in enumerate(rows):
        below = next((other for other in rows[index + 1 :] if isinstance(other, PlanRow)), None)
        if isinstance(row, PlanRow) and _runs_across(row, below):
            yield _lifted(row)
        else:
            yield row


def _with_answer_apart(row: PlanRow) -> PlanRow:
    """Where the column of answers is lost, the answer stands at the head of the response."""
    response = row.passage(Role.RESPONSE)
    if row.passage(Role.STATUS) or (Role.STATUS in row.cells and Role.RECOMMENDATION in row.cells):
        return row
    if not (found := leading_status(response.text)):
        return row
    apart = {Role.STATUS: Cell.holding(response.cut(0, found[1])), Role.RESPONSE: Cell.holding(response.cut(found[1]))}
    return replace(row, cells={**row.cells, **apart})


def _runs_across(row: PlanRow, below: PlanRow | None) -> bool:
    """Whether a row is a recommendation above its answer, rather than a row of responses."""
    if status_of(row.passage(Role.STATUS)):
        return False
    if Role.RECOMMENDATION in row.cells:
        return bool(row.cell(Role.STATUS)) and not _owned(row) and _only_answers(below)
    if NUMBER.match(row.text(Role.NUMBER)):
        return True
    return not _owned(row) and (bool(row.cell(Role.STATUS)) or _only_answers(below))


def _only_answers(row: PlanRow | None) -> bool:
    """Whether a row has an answer but neither number nor text, so that they must stand above it."""
    if row is None or not status_of(row.passage(Role.STATUS)):
        return False
    return not row.cell(Role.NUMBER) and not row.cell(Role.RECOMMENDATION)


def _owned(row: PlanRow) -> bool:
    """Whether a row has an owner or a date, and so is a response and no heading."""
    owner, due = row.text(Role.OWNER), row.text(Role.DUE)
    return is_holder(owner) or (is_date(due) and not due[:1].islower())


def _lifted(row: PlanRow) -> PlanRow:
    cells: dict[Role, Cell] = {}
    parts = []
    for role, cell in row.cells.items():
        words = cell.passage
        if role is Role.NUMBER and NUMBER.match(words.text):
            cells[Role.NUMBER] = cell
        elif not is_void(words.text):
            parts.append(words)
    text = Passage.joined(parts)
    if Role.NUMBER not in cells and (match := _LEADING_NUMBER.match(text.text)):
        cells[Role.NUMBER] = Cell.holding(text.cut(0, match.end()))
        text = text.cut(match.end())
    text = _without_answer(text, cells)
    cells |= _response_apart(text)
    return PlanRow(row.place, cells, row.cut, across=len(parts) > 0)


def _without_answer(text: Passage, cells: dict[Role, Cell]) -> Passage:
    """An answer can stand at the end of the first cell, in the middle of the sentence that runs across."""
    first = text.pieces[0].text if text.pieces else ""
    for match in re.finditer(r"\s(?=[A-Z])", first):
        if read_status(first[match.end() :]):
            cells[Role.STATUS] = Cell.holding(text.cut(match.end(), len(first)))
            before, after = text.cut(0, match.start()), text.cut(len(first))
            return before + after
    return text


def _response_apart(text: Passage) -> Mapping[Role, Cell]:
    """Where the response follows in the same cell, the formula that opens it shows where."""
    match = _formula().search(text.text)
    if not match or not match.start():
        return {Role.RECOMMENDATION: Cell.holding(text)}
    return {
        Role.RECOMMENDATION: Cell.holding(text.cut(0, match.start())),
        Role.RESPONSE: Cell.holding(text.cut(match.start())),
    }


@cache
def _formula() -> re.Pattern[str]:
    phrases = reading.words("answers", "formula", "phrases")
    return any_of(tuple(phrase for phrase in phrases if phrase.startswith("this recommendation")))
