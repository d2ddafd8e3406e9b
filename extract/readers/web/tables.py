"""Where a page's tables stand, their rows and cells, from its tags alone; well-formed or not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from answerable.extract.readers.web.visible import Span

__all__ = ["FoundCell", "FoundTable", "parts"]

_TAG: Final = re.compile(
    r"<(?P<close>/?)(?P<name>table|tr|td|th)\b(?P<more>(?:[^<>\"']|\"[^\"]{0,4000}\"|'[^']{0,4000}')*+)>", re.IGNORECASE
)
_REACH: Final = re.compile(r"\b(?P<way>col|row)span\s*=\s*[\"']?\s*(?P<count>\d{1,6})", re.IGNORECASE)
_MOST_ACROSS: Final = 100
_MOST_DOWN: Final = 10_000
_MOST_FRAMES: Final = 4


@dataclass(slots=True)
class FoundCell:
    """A cell: where its content stands, and over how many columns and rows it reaches; 0 rows is all that follow."""

    start: int
    end: int
    across: int = 1
    down: int = 1


@dataclass(slots=True)
class FoundTable:
    """A table: where it stands, its rows of cells, and whether tables stand within it."""

    start: int
    end: int = 0
    rows: list[list[FoundCell]] = field(default_factory=list)
    nests: bool = False

    @property
    def frames(self) -> bool:
        """Whether the table only lays a page out: one cell with other tables in it."""
        return self.nests and len(self.rows) == 1 and len(self.rows[0]) == 1


def parts(source: str, spans: Iterable[Span], frames: int = _MOST_FRAMES) -> Iterator[Span | FoundTable]:
    """Give the stretches of prose and the tables between them, in order, of what a page shows.

    Tables that only frame others are looked into, `frames` deep.
    """
    spans = list(spans)
    if not spans:
        return
    position, last = spans[0][0], spans[-1][1]
    for table in _tables(source, spans):
        if position < table.start:
            yield position, table.start
        if table.frames and frames:
            cell = table.rows[0][0]
            inner = [(max(low, cell.start), min(high, cell.end)) for low, high in spans]
            yield from parts(source, [(low, high) for low, high in inner if low < high], frames - 1)
        else:
            yield table
        position = table.end
    if position < last:
        yield position, last


def _tables(source: str, spans: Iterable[Span]) -> Iterator[FoundTable]:
    table: FoundTable | None = None
    depth = end = 0
    for low, high in spans:
        end = high
        for tag in _TAG.finditer(source, low, high):
            name, closing = tag["name"].lower(), bool(tag["close"])
            if name == "table":
                depth = max(depth + (-1 if closing else 1), 0)
                if table is None and not closing:
                    table = FoundTable(tag.start())
                elif table and not depth:
                    yield _closed(table, tag.start(), tag.end())
                    table = None
                elif table and not closing:
                    table.nests = True
            elif table and depth == 1:
                _take(table, tag, name, closing=closing)
    if table:
        yield _closed(table, end, end)


def _take(table: FoundTable, tag: re.Match[str], name: str, *, closing: bool) -> None:
    """Take the tag of a row or a cell; each also ends a cell that is still open."""
    _end_cell(table, tag.start())
    if name == "tr":
        if not closing:
            table.rows.append([])
    elif not closing:
        if not table.rows:
            table.rows.append([])
        reach = {found["way"].lower(): int(found["count"]) for found in _REACH.finditer(tag["more"])}
        across, down = min(max(reach.get("col", 1), 1), _MOST_ACROSS), min(reach.get("row", 1), _MOST_DOWN)
        table.rows[-1].append(FoundCell(tag.end(), -1, across, down))


def _end_cell(table: FoundTable, place: int) -> None:
    if table.rows and table.rows[-1] and table.rows[-1][-1].end < 0:
        table.rows[-1][-1].end = place


def _closed(table: FoundTable, inner: int, outer: int) -> FoundTable:
    _end_cell(table, inner)
    table.end = outer
    return table
