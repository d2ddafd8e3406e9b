"""Ends of cells that stand where they do not belong."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Final

from tests.damage.cut_headings import WIDTHS
from tests.damage.kinds import Chance, Change, Damage, Kind
from tests.damage.layout import Role, Row
from tests.damage.markup import after_first_tags, before_last_tags, cut, cuts_within, paragraphs, plain, words
from tests.damage.seams import Seam, tear

__all__ = ["tail"]

_TALKING: Final = (Role.TEXT, Role.RESPONSE, Role.OWNER, Role.UPDATE)
_LONGEST: Final = 6
_FEWEST_RAGGED: Final = 2
_MOST_RAGGED: Final = 4
_TEARABLE: Final = 4
"""Letters of a word that can be torn."""


def tail(rows: Sequence[Row], chance: Chance) -> Change | None:
    """Let the end of a cell stand in the next column or the next row, or the ends of its lines in the next column."""
    ways = [_into_next_column, _into_next_row, _ragged_edge]
    for way in chance.dice.sample(ways, len(ways)):
        for role in chance.dice.sample(_TALKING, len(_TALKING)):
            if role in rows[0].roles and (change := way(rows, role, chance)):
                return change
    return None


def _into_next_column(rows: Sequence[Row], role: Role, chance: Chance) -> Change | None:
    row = rows[0]
    neighbour = _neighbour(row, role)
    parts = _parted(row.cell(role), chance)
    if neighbour is None or parts is None:
        return None
    kept, moved = parts
    seam = _torn_within_first(plain(moved), chance)
    cells = {
        role: before_last_tags(kept, seam.left) if seam.left else kept,
        neighbour: after_first_tags(row.cell(neighbour), seam.right),
    }
    return Change((row.with_cells(cells),), _damage(row, role, [seam]))


def _into_next_row(rows: Sequence[Row], role: Role, chance: Chance) -> Change | None:
    """Only within one recommendation: rows of two are printed with a rule between them."""
    if len(rows) < 2 or rows[1].opens or rows[1].roles != rows[0].roles:
        return None
    parts = _parted(rows[0].cell(role), chance)
    if parts is None:
        return None
    kept, moved = parts
    below = rows[1].with_cells({role: after_first_tags(rows[1].cell(role), plain(moved))})
    return Change((rows[0].with_cells({role: kept}), below), _damage(rows[0], role, []), used=2)


def _ragged_edge(rows: Sequence[Row], role: Role, chance: Chance) -> Change | None:
    """Cut some printed lines of a cell in their last word; the ends stand, one after the other, in the next column."""
    row = rows[0]
    neighbour = _neighbour(row, role)
    if neighbour is None or row.text(neighbour) or len(paragraphs(row.cell(role))) != 1:
        return None
    lines = textwrap.wrap(row.text(role), WIDTHS[role])
    tearable = [index for index, line in enumerate(lines) if len(_last(line)) >= _TEARABLE]
    if len(tearable) < _FEWEST_RAGGED:
        return None
    torn = chance.dice.sample(tearable, chance.dice.randint(_FEWEST_RAGGED, min(len(tearable), _MOST_RAGGED)))
    seams = [_torn_within_last(line, chance) if at in torn else Seam(line, "") for at, line in enumerate(lines)]
    cells = {
        role: " ".join(seam.left for seam in seams),
        neighbour: " ".join(filter(None, (seam.right for seam in seams))),
    }
    return Change((row.with_cells(cells),), _damage(row, role, seams))


def _damage(row: Row, role: Role, seams: Sequence[Seam]) -> Damage:
    cut_words = tuple(word for seam in seams for word in seam.cut)
    return Damage(
        Kind.TAIL, row.number, role, cut=cut_words, pieces=tuple(piece for seam in seams for piece in seam.pieces)
    )


def _neighbour(row: Row, role: Role) -> Role | None:
    column = row.column(role)
    return None if column is None or column + 1 == len(row.roles) else row.roles[column + 1]


def _parted(cell: str, chance: Chance) -> tuple[str, str] | None:
    """Cut a cell in its last paragraph, a few words before its end."""
    count = len(words(cell))
    edges = [edge for edge in cuts_within(cell) if count - _LONGEST <= edge]
    return cut(cell, chance.dice.choice(edges)) if edges else None


def _torn_within_first(text: str, chance: Chance) -> Seam:
    """Tear a text within its first word now and then, else leave it whole on the right."""
    size = len(text.split(maxsplit=1)[0])
    if size < _TEARABLE or not chance.happens(0.3):
        return Seam("", text)
    return tear(text, chance.dice.randint(1, size - 2), chance)


def _torn_within_last(text: str, chance: Chance) -> Seam:
    """Tear a text within its last word."""
    size = len(_last(text))
    return tear(text, len(text) - size + chance.dice.randint(1, size - 2), chance)


def _last(text: str) -> str:
    return text.rsplit(maxsplit=1)[-1]
