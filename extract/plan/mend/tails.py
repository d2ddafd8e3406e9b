"""Tails: the cut-off ends of a wide cell's lines, which conversion put into the narrow column beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from answerable.extract.dates import is_date
from answerable.extract.document import Cell
from answerable.extract.plan.roles import Role
from answerable.extract.plan.rows import PlanRow
from answerable.extract.plan.sections import Section
from answerable.extract.plan.wording import any_of
from answerable.ontology import reading

__all__ = ["drop_tails"]


def drop_tails(plan: Sequence[PlanRow | Section]) -> Iterator[PlanRow | Section]:
    """Give the plan with the words in a date column that are no date, and begin small, beside the response they end."""
    for row in plan:
        yield (
            _without_tail(row) if isinstance(row, PlanRow) and not row.across and _is_tail(row.text(Role.DUE)) else row
        )


def _without_tail(row: PlanRow) -> PlanRow:
    cells = {**row.cells, Role.DUE: Cell(0)}
    return replace(row, cells=cells, tail=row.passage(Role.DUE), damaged=True)


def _is_tail(text: str) -> bool:
    """Whether words in a date column are neither a date nor a condition ("subject to funding")."""
    return text[:1].islower() and not is_date(text) and not _conditions().search(text)


@cache
def _conditions() -> re.Pattern[str]:
    return any_of(reading.words("marks", "conditions"))
