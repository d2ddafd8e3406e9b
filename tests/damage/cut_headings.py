"""Recommendations that run across their row and are cut at the edges of its columns."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Final

from tests.damage.kinds import Chance, Change, Damage, Kind
from tests.damage.layout import Role, Row
from tests.damage.seams import Seam, tear

__all__ = ["WIDTHS", "band", "cut_heading"]

WIDTHS: Final[Mapping[Role, int]] = {
    Role.NUMBER: 6,
    Role.TEXT: 28,
    Role.STATUS: 10,
    Role.RESPONSE: 55,
    Role.OWNER: 20,
    Role.DUE: 16,
    Role.UPDATE: 60,
    Role.REVISED: 14,
}
"""Letters that a printed line of a column holds, as on landscape pages of real plans."""
_SHORTEST: Final = 6


def cut_heading(rows: Sequence[Row], chance: Chance) -> Change | None:
    """Print the recommendation across its row; what else stood in the row stands below it."""
    row = rows[0]
    text = row.text(Role.TEXT)
    if not row.opens or len(text.split()) < _SHORTEST:
        return None
    seams = [list(_across(line, band(row), chance)) for line in textwrap.wrap(text, sum(w for _, w in band(row)))]
    pieces = [" ".join(filter(None, cell)) for cell in zip_longest(*([s.left for s in line] for line in seams))]
    cells = dict(zip([role for role, _ in band(row)], pieces, strict=False))
    cut, left = _told(seam for line in seams for seam in line)
    damage = Damage(Kind.CUT_HEADING, row.number, Role.TEXT, cut=cut, pieces=left)
    return Change((row.only({**cells, Role.NUMBER: row.cell(Role.NUMBER)}), *_answer(row)), damage)


def band(row: Row) -> list[tuple[Role, int]]:
    """Give the columns that a recommendation can run across, with their widths: all from its own on."""
    columns: list[tuple[Role, int]] = [(role, WIDTHS[role]) for role in row.roles if role is not Role.NUMBER]
    if Role.STATUS not in row.roles and columns[0][0] is Role.TEXT:  # it stands in the column of the answers
        columns[0] = (Role.TEXT, WIDTHS[Role.STATUS])
    return columns


def _across(line: str, columns: list[tuple[Role, int]], chance: Chance) -> Iterator[Seam]:
    for _, width in columns[:-1]:
        if len(line) <= width:
            break
        seam = tear(line, width, chance)
        yield seam
        line = seam.right
    yield Seam(line, "")


def _told(seams: Iterable[Seam]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the words that were cut and their pieces; a long word may be cut at two edges."""
    words: list[str] = []
    pieces: list[str] = []
    for seam in seams:
        if seam.cut and pieces[-1:] == list(seam.cut):
            pieces.pop()
        else:
            words += seam.cut
        pieces += seam.pieces
    return tuple(words), tuple(pieces)


def _answer(row: Row) -> tuple[Row, ...]:
    rest = row.with_cells({Role.NUMBER: "", Role.TEXT: ""})
    return (rest,) if any(rest.cells) else ()
