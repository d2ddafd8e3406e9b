"""Cells that reach down over rows: what they say holds in each row that has something of its own for it to be about.

Most columns need no help: an empty number, text or owner means the one above anyway. An answer merged over several
recommendations, and a date merged over several owners, would be lost in all rows but the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from answerable.extract.document import Cell
from answerable.extract.plan.roles import Role
from answerable.extract.plan.rows import PlanRow
from answerable.extract.plan.sections import Section

__all__ = ["reach_down"]

_ABOUT: Final = {Role.STATUS: (Role.NUMBER, Role.RECOMMENDATION), Role.DUE: (Role.OWNER,)}
"""The columns whose merged cells hold further down, and those of which a row must have its own words for that."""


def reach_down(plan: Iterable[PlanRow | Section]) -> Iterator[PlanRow | Section]:
    """Give the rows of a plan with the words of covered cells where they hold; their evidence is the cell above."""
    last: dict[Role, Cell] = {}
    for item in plan:
        if isinstance(item, Section):
            yield item
            continue
        held = {role: last[role] for role in _ABOUT if role in last and _holds(item, role)}
        last.update((role, cell) for role, cell in item.cells.items() if not cell.covered)
        yield replace(item, cells={**item.cells, **held}) if held else item


def _holds(row: PlanRow, role: Role) -> bool:
    """Whether a row lies under a merged cell and has something of its own for it to be about."""
    cell = row.cells.get(role)
    return cell is not None and cell.covered and any(row.cell(about) for about in _ABOUT[role])
