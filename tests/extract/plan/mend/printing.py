"""Rows of a plan as a damaged table prints them, for what mends them."""

from __future__ import annotations

from answerable.extract.document import Cell, Passage, Piece, Place
from answerable.extract.plan.roles import Role
from answerable.extract.plan.rows import PlanRow

__all__ = ["cell", "printed", "row", "rows"]

COLUMNS = list(Role)


def cell(text: str, place: Place) -> Cell:
    """A cell of one paragraph whose lines a stroke parts; empty where there is no text."""
    return Cell.holding(Passage(tuple(Piece(line, place) for line in text.split("|") if line)))


def row(index: int = 1, /, *, table: int = 1, cut: bool = False, **cells: str) -> PlanRow:
    """A row with cells by the names of their roles, in that order from left to right."""
    places = {Role(name): Place(1, table, index, COLUMNS.index(Role(name)) + 1) for name in cells}
    held = {role: cell(cells[role], place) for role, place in places.items()}
    return PlanRow(Place(1, table, index), held, cut)


def rows(*lines: dict[str, str], table: int = 1) -> list[PlanRow]:
    """Rows of one table, one below the other."""
    return [row(index, table=table, **line) for index, line in enumerate(lines, start=1)]


def printed(line: PlanRow) -> dict[str, str]:
    """What the cells of a row print, the paragraphs of each parted by strokes."""
    texts = {role.value: "|".join(part.text for part in line.cells[role].paragraphs) for role in line.cells}
    return {role: text for role, text in texts.items() if text}
