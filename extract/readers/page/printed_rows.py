"""The rows of a table without rules: told by what stands in the first column, or by columns that begin anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from answerable.extract.readers.page.columns import FEWEST, Cells
from answerable.extract.readers.page.words import Line

__all__ = ["count_heading_lines", "put_into_rows"]


def put_into_rows(printed: Sequence[Cells], headed: int) -> Iterator[dict[int, list[Line]]]:
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


def count_heading_lines(printed: Sequence[Cells], heading: Sequence[str]) -> int:
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
    return len(fresh) > 1 and len(fresh) + len(begun) >= FEWEST and max(cells) in fresh


def _begins(above: Line, line: Line) -> bool:
    return above.words[-1].text.endswith((".", ":", ";")) and not line.words[0].text[0].islower()
