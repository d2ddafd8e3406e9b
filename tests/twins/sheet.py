"""A plan laid out as a table: rows of cells, some of which reach over others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tests.twins.plan import Block, Duty, Plan, Reply, Topic

__all__ = ["COVERED", "Grid", "Line", "Spread", "lay_out"]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a cell: a bullet where `level` is above 0, and with the label that is printed before it."""

    text: str
    level: int = 0
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Spread:
    """A cell that reaches over so many columns and rows."""

    lines: tuple[Line, ...] = ()
    across: int = 1
    down: int = 1


COVERED: Final = Spread(down=0)
"""A place over which another cell reaches."""

Grid = list[list[Spread]]

_FIRST: Final = ("number", "text", "status")


def lay_out(plan: Plan) -> Grid:
    """Give the rows of the plan's table below its headings; every row has a cell for each column."""
    return [row for item in plan.items for row in _rows(plan, item)]


def _rows(plan: Plan, item: Reply | Topic) -> Iterator[list[Spread]]:
    width = len(plan.columns)
    if isinstance(item, Topic):
        yield _across([], Line(item.text), width)
        return
    if plan.above:
        yield _across([_cell(item.number)], Line(item.text), width)
    for index, block in enumerate(item.blocks):
        yield [_place(plan, item, block, role, index) for role in plan.columns]


def _across(first: list[Spread], line: Line, width: int) -> list[Spread]:
    rest = width - len(first)
    return [*first, Spread((line,), across=rest), *[COVERED] * (rest - 1)]


def _place(plan: Plan, reply: Reply, block: Block, role: str, index: int) -> Spread:
    if role in _FIRST:
        return _leading(plan, reply, role, index)
    if role == "response":
        return Spread(tuple(Line(deed.text, deed.level, deed.label) for deed in block.deeds))
    return Spread(tuple(Line(text) for text in _column(block.duties, role) if text))


def _leading(plan: Plan, reply: Reply, role: str, index: int) -> Spread:
    """A cell that names the recommendation: in its first row, merged over the others where the plan has it so."""
    if index:
        return COVERED if plan.merged else Spread()
    if plan.above and role != "status":
        return Spread()
    text = {"number": reply.number, "text": reply.text, "status": reply.status or ""}[role]
    return Spread(_cell(text).lines, down=len(reply.blocks) if plan.merged else 1)


def _column(duties: Sequence[Duty], role: str) -> Iterator[str]:
    for duty in duties:
        yield {"owner": duty.owner, "due": duty.due, "update": duty.update, "revised": duty.revised}[role] or ""


def _cell(text: str) -> Spread:
    return Spread((Line(text),) if text else ())
