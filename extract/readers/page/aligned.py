"""Tables without rules: columns told by where text begins, rows by what stands in the first column.

A column is a place where segments of several lines begin and that no segment from further left runs over.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from answerable.extract.readers.page.marks import is_bullet, is_finished, is_labelled
from answerable.extract.readers.page.words import Line, parted

__all__ = ["AlignedTable", "Found", "apart", "find_aligned", "headings_of"]

_FEWEST: Final = 3
_SHORTEST_PROSE: Final = 60
_FEWEST_WIDE: Final = 2
"""A plan's table has at least so many columns, and so many lines in which as many things stand apart."""
_RUN_OVER: Final = 0.1
"""The share of lines that may run over a column's edge, as words across the columns do."""
_ACROSS: Final = 0.4
"""A segment that takes so much of the width runs across columns."""
_TAB: Final = 4.0
"""Words further behind a sign or a label, in heights of a line, stand in the next column."""
_SEEN: Final = 0.12
"""The share of lines in which something must begin at a column's edge."""

Cells = dict[int, Line]
"""What one printed line holds in each column."""


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
    margin = min(line.left for line in lines)
    segments = [list(_segments(line, gap, margin)) for line in lines]
    wide = [index for index, parts in enumerate(segments) if len(parts) >= _FEWEST]
    if len(wide) < (1 if heading else _FEWEST_WIDE):
        return None
    edges = _edges([parts for parts in segments[wide[0] :] if len(parts) > 1], lines[0].height)
    if len(edges) < _FEWEST:
        return None
    start = wide[0]
    end = max(i for i, parts in enumerate(segments) if _stands_in_column(parts, edges, lines[i].height)) + 1
    while (
        end < len(lines) and lines[end].left > edges[1] and lines[end].top - lines[end - 1].bottom < lines[end].height
    ):
        end += 1  # the rest of a list item, set in
    cells = [_placed(parts, edges) for parts in segments[start:end]]
    headed = _heading_lines(cells, heading)
    right = max(line.right for line in lines[start:end])
    return Found(start, end, AlignedTable(edges, right, tuple(_rows(cells, headed)), headed > 0))


def apart(lines: Sequence[Line], gap: float) -> Iterator[Sequence[Line]]:
    """Part the lines of a page before a line of prose below a table.

    It is one segment at the margin, and an empty line stands before it or the headings of another table below.
    """
    margin = min(line.left for line in lines)
    counts = [len(list(_segments(line, gap, margin))) for line in lines]
    parts = list(_cut_before_prose(lines, counts, margin))
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


def _cut_before_prose(lines: Sequence[Line], counts: Sequence[int], margin: float) -> Iterator[Sequence[Line]]:
    start = 0
    for index, (above, line) in enumerate(pairwise(lines), start=1):
        opens = line.top - above.bottom >= line.height or max(counts[index : index + 2]) >= _FEWEST
        if counts[index] == 1 and len(line.words) > 1 and line.left <= margin + 1 and opens:
            yield lines[start:index]
            start = index
    yield lines[start:]


def _segments(line: Line, gap: float, margin: float) -> Iterator[Line]:
    """Part a line at wide gaps; the sign or label of a list item stays with the words behind it.

    At the margin it is no label but the number of a row.
    """
    waiting: Line | None = None
    for part in parted(line, gap):
        if waiting and (_is_mark(part) or part.left - waiting.right > _TAB * line.height):
            yield waiting
            waiting = None
        whole = Line((*waiting.words, *part.words)) if waiting else part
        if len(part.words) == 1 and waiting is None and part.left > margin + 1 and _is_mark(part):
            waiting = part
        else:
            yield whole
            waiting = None
    if waiting:
        yield waiting


def _is_mark(part: Line) -> bool:
    followed = Line((*part.words, *part.words))
    return is_bullet(followed) or (is_labelled(followed) and part.words[0].text.endswith((".", ")")))


def _edges(rows: Sequence[Sequence[Line]], height: float) -> tuple[float, ...]:
    """Where the columns begin."""
    width = max(part.right for parts in rows for part in parts)
    within = [part for parts in rows for part in parts if part.right - part.left < _ACROSS * width]
    begun = Counter(round(part.left) for parts in rows for part in parts)
    fullest = max(rows, key=len)
    named = {round(part.left) for part in fullest} if len(fullest) >= _FEWEST else set()
    starts: list[float] = []
    for left in sorted(begun):
        near = sum(count for other, count in begun.items() if 0 <= other - left <= height)
        over = sum(part.left < left - 1 and part.right > left for part in within)
        enough = near >= max(2, _SEEN * len(rows)) or left == min(begun) or left in named
        if enough and over <= _RUN_OVER * len(rows) and (not starts or left - starts[-1] > height):
            starts.append(left)
    return tuple(starts)


def _stands_in_column(parts: Sequence[Line], edges: Sequence[float], height: float) -> bool:
    """Whether a line belongs to the table: it has several segments, or its one stands where a later column begins."""
    if len(parts) > 1:
        return True
    return any(abs(parts[0].left - edge) <= height for edge in edges[1:])


def _placed(parts: Sequence[Line], edges: Sequence[float]) -> Cells:
    """Give each segment to the column in which it begins."""
    cells: Cells = {}
    for part in parts:
        column = max(bisect_right(edges, part.left + 1) - 1, 0)
        cells[column] = Line((*cells[column].words, *part.words)) if column in cells else part
    return cells


def _rows(printed: Sequence[Cells], headed: int) -> Iterator[dict[int, list[Line]]]:
    """Put printed lines into rows, the first `headed` of them into one."""
    row: dict[int, list[Line]] = {}
    for index, cells in enumerate(printed):
        above = printed[index - 1] if index else {}
        if row and (index == headed or (index > headed and _begins_row(above, cells))):
            yield row
            row = {}
        for column, line in cells.items():
            row.setdefault(column, []).append(line)
    if row:
        yield row


def _heading_lines(printed: Sequence[Cells], heading: Sequence[str]) -> int:
    """How many lines head the table: those that did so before, or those above the first that opens a row."""
    texts = [" ".join(line.text for _, line in sorted(cells.items())) for cells in printed]
    if heading and texts[: len(heading)] == list(heading):
        return len(heading)
    begun = (i for i, (above, cells) in enumerate(pairwise(printed), start=1) if _opens_row(above, cells))
    return next(begun, 0)


def _opens_row(above: Cells, cells: Cells) -> bool:
    """Whether something stands first that does not go on from the line above: a number, or words after none."""
    return 0 in cells and (_has_digit(cells[0]) or 0 not in above)


def _has_digit(line: Line) -> bool:
    return any(character.isdigit() for character in line.words[0].text)


def _begins_row(above: Cells, cells: Cells) -> bool:
    """Whether a line begins a row: a number stands first, or several columns begin anew after lines without words."""
    if _opens_row(above, cells):
        return True
    fresh = [column for column in cells if column not in above]
    begun = [column for column in cells if column in above and _begins(above[column], cells[column])]
    return len(fresh) > 1 and len(fresh) + len(begun) >= _FEWEST and max(cells) in fresh


def _begins(above: Line, line: Line) -> bool:
    return above.words[-1].text.endswith((".", ":", ";")) and not line.words[0].text[0].islower()


def headings_of(table: AlignedTable) -> list[str]:
    """Give the lines of a table's first row as printed lines, to know them again on the next page."""
    first = table.rows[0]
    tops = sorted({line.top for lines in first.values() for line in lines})
    return [
        " ".join(line.text for _, lines in sorted(first.items()) for line in lines if line.top == top) for top in tops
    ]
