"""Tables made from a page's own rules.

Rules that touch belong to one table. Where they stand are its rows and columns; where one is missing between two
squares, the squares are one merged cell. What a page cuts off has no closing rule: the table ends where its rules end.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from answerable.extract.readers.pdf.rules import Rule

__all__ = ["Grid", "find_grids"]

_NEAR: Final = 3.0
"""Edges nearer than this are one, and a rule that ends nearer than this to an edge reaches it."""
_MOST_RULES: Final = 4000

Square = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Grid:
    """The edges of a table's rows and columns, and for each square (row, column) the first one of its cell."""

    rows: tuple[float, ...]
    columns: tuple[float, ...]
    cells: dict[Square, Square]

    @property
    def height(self) -> int:
        """How many rows it has."""
        return len(self.rows) - 1

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(self.columns) - 1

    def square(self, x: float, y: float) -> Square | None:
        """Give the first square of the cell in which a point stands, or None outside the table."""
        row, column = bisect_right(self.rows, y) - 1, bisect_right(self.columns, x) - 1
        return self.cells[row, column] if 0 <= row < self.height and 0 <= column < self.width else None

    def right_of(self, first: Square) -> float:
        """Where the cell that begins with a square ends on the right."""
        row, column = first
        while column + 1 < self.width and self.cells[row, column + 1] == first:
            column += 1
        return self.columns[column + 1]

    def holds(self, other: Grid) -> bool:
        """Whether another table stands within this one."""
        return (
            self.rows[0] - _NEAR < other.rows[0]
            and other.rows[-1] < self.rows[-1] + _NEAR
            and self.columns[0] - _NEAR < other.columns[0]
            and other.columns[-1] < self.columns[-1] + _NEAR
        )


def find_grids(across: Sequence[Rule], down: Sequence[Rule]) -> list[Grid]:
    """Give the tables that rules make, from top to bottom; one column is no table, nor one within another's cell."""
    if len(across) + len(down) > _MOST_RULES:
        return []
    parts = (one for part in _touching(across, down) for one in _apart(*part))
    grids = [grid for part in parts if (grid := _grid(*part)) and grid.width > 1]
    outer = [grid for grid in grids if not any(other is not grid and other.holds(grid) for other in grids)]
    return sorted(outer, key=lambda grid: (grid.rows[0], grid.columns[0]))


def _touching(across: Sequence[Rule], down: Sequence[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Part rules into those that meet one another."""
    owner = list(range(len(across) + len(down)))

    def root(index: int) -> int:
        while owner[index] != index:
            owner[index] = owner[owner[index]]
            index = owner[index]
        return index

    for i, flat in enumerate(across):
        for j, steep in enumerate(down, start=len(across)):
            if _meet(flat, steep):
                owner[root(i)] = root(j)
    parts: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for index in range(len(owner)):
        flats, steeps = parts.setdefault(root(index), ([], []))
        if index < len(across):
            flats.append(across[index])
        else:
            steeps.append(down[index - len(across)])
    yield from parts.values()


def _meet(flat: Rule, steep: Rule) -> bool:
    return flat.start - _NEAR <= steep.at <= flat.end + _NEAR and steep.start - _NEAR <= flat.at <= steep.end + _NEAR


def _apart(across: list[Rule], down: list[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Part rules where one table stands directly on another; a rule between two tables belongs to both."""
    heights = [rule.at for rule in across]
    cuts = [place for place in (_edges(heights, heights) if heights else ()) if _meets(place, down)]
    if not cuts:
        yield across, down
        return
    for top, bottom in pairwise((float("-inf"), *cuts, float("inf"))):
        walls = [
            Rule(rule.at, max(rule.start, top), min(rule.end, bottom))
            for rule in down
            if rule.start < bottom - _NEAR and rule.end > top + _NEAR
        ]
        floors = [rule for rule in across if top - _NEAR < rule.at < bottom + _NEAR]
        yield [_within(rule, floors, walls) if _is_near(rule.at, cuts) else rule for rule in floors], walls


def _within(rule: Rule, floors: Sequence[Rule], walls: Sequence[Rule]) -> Rule:
    """A rule between two tables, as long as the one that is meant is wide."""
    own = [end for floor in floors if abs(floor.at - rule.at) >= _NEAR for end in floor[1:]]
    ends = [*own, *(wall.at for wall in walls)]
    return Rule(rule.at, max(rule.start, min(ends)), min(rule.end, max(ends)))


def _is_near(place: float, others: Iterable[float]) -> bool:
    return any(abs(place - other) < _NEAR for other in others)


def _meets(place: float, down: Sequence[Rule]) -> bool:
    """Whether two tables meet at a height: each has inner rules there, and hardly any of them is the other's too."""
    above = _inner(rule.at for rule in down if rule.start < place - _NEAR <= rule.end)
    below = _inner(rule.at for rule in down if rule.start <= place + _NEAR < rule.end)
    shared = sum(_is_near(one, below) for one in above)
    return bool(above and below) and 2 * shared < min(len(above), len(below))


def _inner(at: Iterable[float]) -> list[float]:
    """Where rules stand between the outermost."""
    places = list(at)
    return _edges(places, places)[1:-1] if places else []


def _grid(across: Sequence[Rule], down: Sequence[Rule]) -> Grid | None:
    if not across or not down:
        return None
    rows = _edges((rule.at for rule in across), [end for rule in down for end in rule[1:]])
    columns = _edges((rule.at for rule in down), [end for rule in across for end in rule[1:]])
    rows, columns = _drawn(rows, _covered(across, rows, columns)), _drawn(columns, _covered(down, columns, rows))
    floors, walls = _covered(across, rows, columns), _covered(down, columns, rows)
    return Grid(tuple(rows), tuple(columns), _cells(len(rows) - 1, len(columns) - 1, floors, walls))


def _edges(at: Iterable[float], ends: Sequence[float]) -> list[float]:
    """Where the rules stand, and where those that cross them end beyond the outermost."""
    edges: list[list[float]] = []
    for place in sorted(at):
        if edges and place - edges[-1][-1] < _NEAR:
            edges[-1].append(place)
        else:
            edges.append([place])
    found = [sum(edge) / len(edge) for edge in edges]
    low, high = min(ends), max(ends)
    return [*([low] if low < found[0] - _NEAR else []), *found, *([high] if high > found[-1] + _NEAR else [])]


def _covered(rules: Sequence[Rule], edges: Sequence[float], bands: Sequence[float]) -> set[tuple[int, int]]:
    """Give (edge, band) where a rule on the edge runs all along the band between two edges of the other direction."""
    found = set()
    for rule in rules:
        edge = min(range(len(edges)), key=lambda i: abs(edges[i] - rule.at))
        for band, (start, end) in enumerate(pairwise(bands)):
            if rule.start <= start + _NEAR and rule.end >= end - _NEAR:
                found.add((edge, band))
    return found


def _drawn(edges: Sequence[float], covered: set[tuple[int, int]]) -> list[float]:
    """Leave out inner edges on which no rule runs along any band."""
    kept = {edge for edge, _ in covered} | {0, len(edges) - 1}
    return [place for index, place in enumerate(edges) if index in kept]


def _cells(height: int, width: int, floors: set[tuple[int, int]], walls: set[tuple[int, int]]) -> dict[Square, Square]:
    """Say for each square which is the first of its cell: squares without a rule between them are one cell."""
    cells: dict[Square, Square] = {}
    for row in range(height):
        for column in range(width):
            cells[row, column] = (row, column)
            if column and (column, row) not in walls:
                cells[row, column] = cells[row, column - 1]
            elif row and (row, column) not in floors:
                cells[row, column] = cells[row - 1, column]
    return cells
