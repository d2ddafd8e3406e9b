"""Columns: which cell of a row plays which role, also where a page cut rows down to fewer cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from answerable.extract.document import Cell, Row
from answerable.extract.plan.roles import Role, affinity

__all__ = ["Columns"]

_Fit = tuple[tuple[Role, int], ...]
"""Roles and the indexes of the cells that play them."""
_UNFIT: Final = -1.0
_CLEARLY: Final = 4.0


@dataclass(frozen=True, slots=True)
class Columns:
    """The roles of a table's columns, from left to right, and whether they speak of concerns."""

    roles: tuple[Role, ...]
    concerns: bool = False

    def assign(self, rows: Sequence[Row]) -> list[dict[Role, Cell]]:
        """Say for each row of one physical table which cell plays which role.

        A table that a page cut off often has fewer cells than its heading; the cells keep their order, so the choice
        is which columns are missing, and content decides. All rows of a table are cut alike.
        """
        fits = {
            width: self._fit([row for row in rows if len(row.cells) == width]) for width in {len(r.cells) for r in rows}
        }
        return [self._played(row, fits[len(row.cells)]) for row in rows]

    def _played(self, row: Row, fit: _Fit) -> dict[Role, Cell]:
        """Give a row's cells their roles; one whose cells all slipped by one column is put back."""
        if len(row.cells) == len(self.roles) and _score(row, fit) < _UNFIT:
            slipped = max((_slip(fit, 1), _slip(fit, -1)), key=lambda other: _slipped_score(row, other))
            if _slipped_score(row, slipped) > _score(row, fit) + _CLEARLY:
                fit = slipped
        return {role: row.cells[index] for role, index in fit}

    def _fit(self, rows: Sequence[Row]) -> _Fit:
        """Choose which columns the cells of equally wide rows belong to; cells beyond all columns must be empty."""
        width, full = len(rows[0].cells), len(self.roles)
        plain = tuple(zip(self.roles, range(full), strict=True))
        if width == full:
            return plain
        if width > full:
            filled = [i for i in range(width) if any(row.cells[i] for row in rows)]
            if filled and filled[-1] < full and sum(_score(row, plain) for row in rows) >= _UNFIT:
                return plain
            if len(filled) >= full:
                return tuple(zip(self.roles, filled, strict=False))
            return self._best(rows, filled)
        return self._best(rows, list(range(width)))

    def _best(self, rows: Sequence[Row], cells: list[int]) -> _Fit:
        """The choice of columns, in order, that the content of the cells fits best; on the right when in doubt."""
        choices = combinations(range(len(self.roles)), len(cells))
        missing = len(self.roles) - len(cells)
        fits = [  # of each row: which of the cells are filled, and how well each fits every role
            [
                (position, [affinity(role, row.cells[index]) for role in self.roles])
                for position, index in enumerate(cells)
                if row.cells[index].filled
            ]
            for row in rows
        ]

        def score(choice: tuple[int, ...]) -> float:
            kept_right = sum([index == position + missing for position, index in enumerate(choice)])
            fit = sum([sum([roles[choice[position]] for position, roles in row]) for row in fits])
            return fit + kept_right / 100

        return tuple(zip((self.roles[i] for i in max(choices, key=score)), cells, strict=True))


def _score(row: Row, fit: _Fit) -> float:
    return sum([affinity(role, row.cells[index]) for role, index in fit if row.cells[index].filled])


def _slip(fit: _Fit, by: int) -> _Fit:
    """The same roles, each played by the cell a column further on."""
    return tuple((role, index + by) for role, index in fit if 0 <= index + by < len(fit))


def _slipped_score(row: Row, fit: _Fit) -> float:
    """How well a row fits once put back; nothing may be left over."""
    left_out = set(range(len(row.cells))) - {index for _, index in fit}
    return float("-inf") if any(row.cells[i] for i in left_out) else _score(row, fit)
