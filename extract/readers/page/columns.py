"""The columns of a table without rules: what stands apart in a line, and where several lines have something begin."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from answerable.extract.readers.page.marks import is_bullet, is_labelled
from answerable.extract.readers.page.words import Line, parted

__all__ = ["FEWEST", "Cells", "column_edges", "placed", "segments", "stands_in_column"]

FEWEST: Final = 3
"""A plan's table has at least so many columns."""
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


def segments(line: Line, gap: float, margin: float) -> Iterator[Line]:
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


def column_edges(rows: Sequence[Sequence[Line]], height: float) -> tuple[float, ...]:
    """Give where the columns begin, from the segments of lines that have several; `height` is a line's.

    A column is a place where segments of several lines begin and that no segment from further left runs over.
    """
    begun = Counter(round(part.left) for parts in rows for part in parts)
    within = _within_columns(rows)
    sure = {min(begun), *_begun_in_fullest(rows)}
    starts: list[float] = []
    for left in sorted(begun):
        near = sum(count for other, count in begun.items() if 0 <= other - left <= height)
        enough = left in sure or near >= max(2, _SEEN * len(rows))
        if enough and _runs_over(left, within) <= _RUN_OVER * len(rows) and _is_clear_of(starts, left, height):
            starts.append(left)
    return tuple(starts)


def _within_columns(rows: Sequence[Sequence[Line]]) -> list[Line]:
    """The segments that are not so wide that they run across columns."""
    width = max(part.right for parts in rows for part in parts)
    return [part for parts in rows for part in parts if part.right - part.left < _ACROSS * width]


def _begun_in_fullest(rows: Sequence[Sequence[Line]]) -> set[int]:
    """Where the segments of the fullest line begin, which names or fills all columns, if it has enough of them."""
    fullest = max(rows, key=len)
    return {round(part.left) for part in fullest} if len(fullest) >= FEWEST else set()


def _runs_over(left: float, segments: Sequence[Line]) -> int:
    """How many segments begin before a place and end behind it."""
    return sum(part.left < left - 1 and part.right > left for part in segments)


def _is_clear_of(starts: Sequence[float], left: float, height: float) -> bool:
    return not starts or left - starts[-1] > height


def stands_in_column(parts: Sequence[Line], edges: Sequence[float], height: float) -> bool:
    """Whether a line belongs to the table: it has several segments, or its one stands where a later column begins."""
    if len(parts) > 1:
        return True
    return any(abs(parts[0].left - edge) <= height for edge in edges[1:])


def placed(parts: Sequence[Line], edges: Sequence[float]) -> Cells:
    """Give each segment to the column in which it begins."""
    cells: Cells = {}
    for part in parts:
        column = max(bisect_right(edges, part.left + 1) - 1, 0)
        cells[column] = Line((*cells[column].words, *part.words)) if column in cells else part
    return cells
