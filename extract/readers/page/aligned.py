"""Tables without rules among the lines of a page: where one begins and ends, and what is prose below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from answerable.extract.readers.page.columns import FEWEST, column_edges, placed, segments, stands_in_column
from answerable.extract.readers.page.marks import is_finished
from answerable.extract.readers.page.printed_rows import count_heading_lines, put_into_rows
from answerable.extract.readers.page.words import Line

__all__ = ["AlignedTable", "Found", "apart", "find_aligned", "headings_of"]

_SHORTEST_PROSE: Final = 60
_FEWEST_WIDE: Final = 2
"""A plan's table has at least so many lines in which as many things stand apart as it must have columns."""


@dataclass(frozen=True, slots=True)
class AlignedTable:
    """A table: where its columns begin, where the last one ends, and its rows, each as cells of lines."""

    edges: tuple[float, ...]
    right: float
    rows: tuple[dict[int, list[Line]], ...]
    headed: bool = True

    def is_prose(self, column: int) -> bool:
        """Whether a column holds sentences rather than names or dates."""
        cells = [row[column] for row in self.rows if column in row]
        length = sum(len(line.text) for lines in cells for line in lines)
        return length > _SHORTEST_PROSE * len(cells) and any(is_finished(line) for lines in cells for line in lines)

    def foot(self) -> int:
        """The column that goes on at the end of the table, the one with most words where several do."""
        row = self.rows[-1]
        last = max(lines[-1].top for lines in row.values())
        return max((c for c, lines in row.items() if lines[-1].top == last), key=lambda c: len(row[c]))

    def limit(self, column: int) -> float:
        """Where a column ends."""
        return self.edges[column + 1] if column + 1 < len(self.edges) else self.right


class Found(NamedTuple):
    """A table among lines: the first of them that is its, and the one after its last."""

    start: int
    end: int
    table: AlignedTable


def find_aligned(lines: Sequence[Line], gap: float, heading: Sequence[str] = ()) -> Found | None:
    """Find the table among the lines of a page.

    `gap` parts segments, in heights of a line; `heading` are the lines that head the table on the page before, of which
    one line with as many things set apart is then enough.
    """
    parted = _parted(lines, gap)
    wide = [index for index, parts in enumerate(parted) if len(parts) >= FEWEST]
    if len(wide) < (1 if heading else _FEWEST_WIDE):
        return None
    start = wide[0]
    edges = column_edges([parts for parts in parted[start:] if len(parts) > 1], lines[0].height)
    if len(edges) < FEWEST:
        return None
    end = _end(lines, parted, edges)
    cells = [placed(parts, edges) for parts in parted[start:end]]
    headed = count_heading_lines(cells, heading)
    right = max(line.right for line in lines[start:end])
    return Found(start, end, AlignedTable(edges, right, tuple(put_into_rows(cells, headed)), headed > 0))


def _parted(lines: Sequence[Line], gap: float) -> list[list[Line]]:
    margin = min(line.left for line in lines)
    return [list(segments(line, gap, margin)) for line in lines]


def _end(lines: Sequence[Line], parted: Sequence[Sequence[Line]], edges: Sequence[float]) -> int:
    """The line after the last of the table, which the rest of a list item, set in, may follow."""
    end = max(i for i, parts in enumerate(parted) if stands_in_column(parts, edges, lines[i].height)) + 1
    while end < len(lines) and lines[end].left > edges[1] and _follows(lines[end - 1], lines[end]):
        end += 1
    return end


def _follows(above: Line, line: Line) -> bool:
    """Whether no empty line stands between two."""
    return line.top - above.bottom < line.height


def apart(lines: Sequence[Line], gap: float) -> Iterator[Sequence[Line]]:
    """Part the lines of a page before a line of prose below a table.

    It is one segment at the margin, and an empty line stands before it or the headings of another table below.
    """
    counts = [len(parts) for parts in _parted(lines, gap)]
    parts = list(_cut_before_prose(lines, counts))
    whole = list(parts[0])
    for part in parts[1:]:
        if _is_one_table(whole, part, gap):
            whole.extend(part)
        else:
            yield whole
            whole = list(part)
    yield whole


def _is_one_table(above: Sequence[Line], below: Sequence[Line], gap: float) -> bool:
    """Whether what stands above and below a line of prose has the same columns, so that the line heads a section."""
    own, joined = find_aligned(below, gap), find_aligned([*above, *below], gap)
    return bool(own and joined and joined.start < len(above) and len(joined.table.edges) >= len(own.table.edges))


def _cut_before_prose(lines: Sequence[Line], counts: Sequence[int]) -> Iterator[Sequence[Line]]:
    margin = min(line.left for line in lines)
    start = 0
    for index, (above, line) in enumerate(pairwise(lines), start=1):
        opens = not _follows(above, line) or max(counts[index : index + 2]) >= FEWEST
        if counts[index] == 1 and len(line.words) > 1 and line.left <= margin + 1 and opens:
            yield lines[start:index]
            start = index
    yield lines[start:]


def headings_of(table: AlignedTable) -> list[str]:
    """Give the lines of a table's first row as printed lines, to know them again on the next page."""
    first = table.rows[0]
    tops = sorted({line.top for lines in first.values() for line in lines})
    return [
        " ".join(line.text for _, lines in sorted(first.items()) for line in lines if line.top == top) for top in tops
    ]
