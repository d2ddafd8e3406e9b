"""Tables printed line by line: some conversions give each printed line of a cell a row of its own.

Such rows are merged into the rows of the print: a new one begins where an owner stands again after lines without one.
Echoes, garbled second copies of a line, are dropped and reported; the lexicon says which of the two is the garbled one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import groupby, pairwise
from typing import Final

from answerable.extract.document import Cell, Paragraph, Piece, Place
from answerable.extract.plan.mend.lexicon import Lexicon
from answerable.extract.plan.roles import Role
from answerable.extract.plan.rows import PlanRow
from answerable.extract.plan.sections import Section
from answerable.extract.plan.wording import fold, goes_on, is_finished

__all__ = ["merge_lines"]

_FEWEST_LINES: Final = 3
_LONGEST_LINE: Final = 100
_LIKE: Final = 0.72
_SHORTEST_ECHO: Final = 12  # less could be chance
_LONGEST_ECHO: Final = 160  # an echo is a line, not a paragraph
_STRANGE: Final = 0.15
_SHORT_LINE: Final = 0.75
_PROSE: Final = (Role.RESPONSE, Role.UPDATE)
_ECHOED: Final = (*_PROSE, Role.RECOMMENDATION)
_BROKEN: Final = (*_ECHOED, Role.OWNER)


def merge_lines(plan: Sequence[PlanRow | Section], lexicon: Lexicon, echoes: list[Place]) -> list[PlanRow | Section]:
    """Give the plan with line-printed rows merged; the places of rows that only echo others are added to `echoes`."""
    merged: list[PlanRow | Section] = []
    for key, run in groupby(plan, key=lambda item: item.place.table if isinstance(item, PlanRow) else None):
        rows = list(run)
        if key is None:
            merged.extend(rows)
            continue
        kept = list(_without_echoes([row for row in rows if isinstance(row, PlanRow)], lexicon, echoes))
        merged.extend(_merged_runs(kept))
    return merged


def _merged_runs(rows: Sequence[PlanRow]) -> Iterator[PlanRow]:
    """Merge the stretches of a table that are printed line by line, and leave the rest as it is.

    Where nearly all of a table is, a longer line is one too.
    """
    if sum(not _is_line(row) for row in rows) * 10 <= len(rows) and _is_line_printed(rows):
        yield from _rows_of_lines(rows)
        return
    for run in _runs(rows):
        yield from _rows_of_lines(run) if _is_line_printed(run) else run


def _runs(rows: Sequence[PlanRow]) -> Iterator[list[PlanRow]]:
    """Part rows into stretches of short lines and single others; a number or an answer begins a stretch."""
    run: list[PlanRow] = []
    for row in rows:
        if run and (row.cell(Role.NUMBER) or row.cell(Role.STATUS) or not (_is_line(row) and _is_line(run[-1]))):
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _is_line(row: PlanRow) -> bool:
    """Whether no cell of a row holds more than a printed line."""
    return all(len(row.text(role)) <= _LONGEST_LINE for role in (*_PROSE, Role.RECOMMENDATION))


def _is_line_printed(lines: Sequence[PlanRow]) -> bool:
    """Whether many lines break off in mid-sentence and go on in the next, which whole cells do not."""
    broken = sum(
        any(_breaks_off(line.text(role), below.text(role)) for role in _BROKEN) for line, below in pairwise(lines)
    )
    return len(lines) >= _FEWEST_LINES and broken * 5 >= len(lines) * 2


def _breaks_off(text: str, below: str) -> bool:
    return bool(text and below) and not is_finished(text) and (below[:1].islower() or goes_on(text))


def _rows_of_lines(lines: Sequence[PlanRow]) -> Iterator[PlanRow]:
    waiting: list[PlanRow] = []
    for line in lines:
        if waiting and _begins_row(waiting[-1], line):
            yield _merged(waiting)
            waiting = []
        waiting.append(line)
    if waiting:
        yield _merged(waiting)


def _begins_row(above: PlanRow, line: PlanRow) -> bool:
    """An owner after lines without one, or any answer or number, opens another row of the print."""
    return bool(line.cell(Role.STATUS) or line.cell(Role.NUMBER)) or (
        bool(line.cell(Role.OWNER)) and not above.cell(Role.OWNER)
    )


def _merged(lines: Sequence[PlanRow]) -> PlanRow:
    roles = dict.fromkeys(role for line in lines for role in line.cells)
    cells = {role: _column([line for line in lines if line.cell(role)], role) for role in roles}
    return replace(lines[0], cells=cells, damaged=True)


def _column(lines: Sequence[PlanRow], role: Role) -> Cell:
    pieces = [piece for line in lines for paragraph in line.cell(role) for piece in paragraph.lines]
    if role in _PROSE:
        return Cell(0, tuple(_by_width(pieces)))
    return Cell(0, (Paragraph(tuple(_unrepeated(pieces))),) if pieces else ())


def _by_width(lines: Sequence[Piece]) -> Iterator[Paragraph]:
    """A line that ends a sentence well before the edge ends a paragraph."""
    width = max((len(line.text) for line in lines), default=0)
    waiting: list[Piece] = []
    for line in lines:
        waiting.append(line)
        if is_finished(line.text) and len(line.text) < width * _SHORT_LINE:
            yield Paragraph(tuple(waiting))
            waiting = []
    if waiting:
        yield Paragraph(tuple(waiting))


def _unrepeated(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """An owner's line that only repeats the end of the line above it is an echo."""
    above = ""
    for piece in pieces:
        if not above or not fold(above).endswith(fold(piece.text)):
            yield piece
        above = piece.text


def _without_echoes(rows: Sequence[PlanRow], lexicon: Lexicon, echoes: list[Place]) -> Iterator[PlanRow]:
    dropped: set[int] = set()
    for index, row in enumerate(rows):
        if index + 1 < len(rows) and (echo := _echo(row, rows[index + 1], lexicon)) is not None:
            dropped.add(index + echo)
    for index, row in enumerate(rows):
        if index in dropped:
            echoes.append(row.place)
        else:
            yield row


def _echo(first: PlanRow, second: PlanRow, lexicon: Lexicon) -> int | None:
    """Say which of two neighbouring rows echoes the other: 0, 1, or None.

    The cheap questions come first: few rows are alike, and of few of those the document prints a word only once.
    """
    role = next((role for role in _ECHOED if first.text(role) and second.text(role)), None)
    if role is None or second.cell(Role.NUMBER):
        return None
    one, other = first.text(role), second.text(role)
    heads = _heads(one, other)
    if one == other or heads is None or _most_alike(*heads) < _LIKE:
        return None
    if max(lexicon.most_strange(one), lexicon.most_strange(other)) < _STRANGE or not _alike(*heads):
        return None
    strange = lexicon.strangeness(one), lexicon.strangeness(other)
    if max(strange) < _STRANGE or strange[0] == strange[1]:
        return None
    return 0 if strange[0] > strange[1] else 1


def _heads(one: str, other: str) -> tuple[str, str] | None:
    """Two texts as far as the shorter goes; None where an echo is not so short or long."""
    length = min(len(one), len(other))
    if not _SHORTEST_ECHO <= length <= _LONGEST_ECHO:
        return None
    return one[: length + 4].lower(), other[: length + 4].lower()


def _alike(one: str, other: str) -> bool:
    """Whether two texts are nearly the same."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _LIKE


def _most_alike(one: str, other: str) -> float:
    """The ratio that two texts reach at the most: blocks that match in order are a common subsequence."""
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - only rows that could be lines of print are compared

    return 2.0 * LCSseq.similarity(one, other) / (len(one) + len(other))
