"""Pages that end in the middle of a row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tests.damage.kinds import Chance, Change, Damage, Kind
from tests.damage.layout import PageEnd, Role, Row
from tests.damage.markup import cut, cuts_within, paragraphs, words

__all__ = ["page_cut", "parted_by_page"]

_LISTS: Final = (Role.OWNER, Role.DUE, Role.REVISED)
_LABEL: Final = re.compile(r"\d+\.\d+\.?")
_SHORTEST: Final = 12


def page_cut(rows: Sequence[Row], chance: Chance) -> Change | None:
    """End the page in the middle of a sentence of the response, and perhaps of an owner, a date, an update."""
    parts = parted_by_page(rows[0], chance)
    if parts is None:
        return None
    return Change((parts[0], PageEnd(), parts[1]), Damage(Kind.PAGE_CUT, rows[0].number, Role.RESPONSE))


def parted_by_page(row: Row, chance: Chance) -> tuple[Row, Row] | None:
    """Give what stands before and after the end of the page; None where the response is too short to be cut."""
    response_cut = _sentence_cut(row.cell(Role.RESPONSE), chance)
    if not response_cut:
        return None
    cuts = {Role.RESPONSE: response_cut}
    for role, probability in ((Role.UPDATE, 0.7), (Role.TEXT, 0.25)):
        if chance.happens(probability) and (halves := _sentence_cut(row.cell(role), chance)):
            cuts[role] = halves
    if chance.happens(0.5):
        cuts |= _list_cuts(row, chance)
    before = row.with_cells({role: halves[0] for role, halves in cuts.items()})
    return before, row.only({role: halves[1] for role, halves in cuts.items()})


def _sentence_cut(cell: str, chance: Chance) -> tuple[str, str] | None:
    count = len(words(cell))
    edges = [edge for edge in cuts_within(cell) if count // 5 <= edge <= count - count // 5]
    return cut(cell, chance.dice.choice(edges)) if count >= _SHORTEST and edges else None


def _list_cuts(row: Row, chance: Chance) -> dict[Role, tuple[str, str]]:
    """Cut the lists of owners and dates at one entry, before it or in the middle of it.

    Nothing is cut where they differ in length, which would move an owner from one date to another.
    """
    cells = {role: row.cell(role) for role in _LISTS if row.text(role)}
    lengths = {len(paragraphs(cell)) for cell in cells.values()}
    if len(lengths) != 1:
        return {}
    entry = chance.dice.randrange(*lengths)
    cuts = {role: _entry_cut(cell, entry, chance) for role, cell in cells.items()}
    return {role: halves for role, halves in cuts.items() if all(halves)}


def _entry_cut(cell: str, entry: int, chance: Chance) -> tuple[str, str]:
    """Cut within an entry where it has several words, else behind it."""
    starts = [0]
    for text, _ in paragraphs(cell):
        starts.append(starts[-1] + len(text.split()))
    first = starts[entry] + bool(_LABEL.fullmatch(words(cell)[starts[entry]]))  # a label is printed with its entry
    inside = [edge for edge in cuts_within(cell) if first < edge < starts[entry + 1]]
    return cut(cell, chance.dice.choice(inside) if inside and chance.happens(0.7) else starts[entry + 1])
