"""Entries of a list of which only the lines are known: a line of print may end an entry, or only be full."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise
from math import comb
from typing import Final

from answerable.extract.document import Paragraph, Passage
from answerable.extract.plan.holders import is_closed, is_cut, is_holder, is_unfinished, person_and_post
from answerable.extract.plan.line_ends import in_lines
from answerable.extract.plan.wording import goes_on

__all__ = ["entries_of_print"]

_MOST_WAYS: Final = 2000
_WHOLE, _HOLDER, _NEITHER = 2, 1, -3


def entries_of_print(cell: Sequence[Paragraph], wanted: int) -> list[Passage] | None:
    """Part the lines of an owner cell into so many holders, each as whole as can be; None where no way stands out.

    Where a paragraph ends an entry ends too; the rest of the ends are chosen among those of full lines.
    """
    lines = [line for paragraph in cell for line in paragraph.lines]
    fixed = _ends_of(cell)
    open_ends = [end for end in range(1, len(lines)) if end not in fixed]
    more = wanted - len(fixed) - 1
    if not 0 < more <= len(open_ends) or comb(len(open_ends), more) > _MOST_WAYS:
        return None
    ways = [
        [Passage(tuple(lines[start:end])) for start, end in pairwise(sorted((0, *fixed, *chosen, len(lines))))]
        for chosen in combinations(open_ends, more)
    ]
    best = max(map(_wholeness, ways))
    found = [way for way in ways if _wholeness(way) == best]
    return found[0] if len(found) == 1 and best > 0 else None


def _ends_of(cell: Sequence[Paragraph]) -> list[int]:
    """After how many lines each paragraph but the last ends."""
    ends: list[int] = []
    for paragraph in cell[:-1]:
        ends.append((ends[-1] if ends else 0) + len(paragraph.lines))
    return ends


def _wholeness(entries: Sequence[Passage]) -> int:
    return sum(map(_rank, map(in_lines, entries)))


def _rank(text: str) -> int:
    if goes_on(text) or is_unfinished(text) or is_cut(text) or not is_holder(text):
        return _NEITHER
    return _WHOLE if is_closed(text) or person_and_post(text)[1] else _HOLDER
