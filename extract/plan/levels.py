"""Levels: in print an owner or a date stands beside the action it belongs to, which links where order cannot.

Only where it is beyond doubt: everything concerned has a box, and each owner or date begins on a level with something
of its own. A list that merely stands at the top of its cell does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from answerable.extract.document import Passage

__all__ = ["each_beside", "is_beside", "is_padded"]

_LEVEL: Final = 5.0
"""Points; less than half a line of the smallest print."""
_PADDING: Final = 14.0
"""Points; more than the space after any paragraph."""


def is_padded(passages: Sequence[Passage]) -> bool:
    """Whether somebody moved entries of a list down: more space parts two of them than parts paragraphs."""
    boxes = [passage.pieces[-1].place.box for passage in passages if passage]
    tops = [passage.place.box for passage in passages if passage]
    return any(box and top and top.top - box.bottom > _PADDING for box, top in zip(boxes, tops[1:], strict=False))


def is_beside(one: Passage, other: Passage) -> bool:
    """Whether two passages begin on a level, on one page."""
    if not one or not other:
        return False
    box, box_of_other = one.place.box, other.place.box
    if box is None or box_of_other is None or one.place.page != other.place.page:
        return False
    return abs(box.top - box_of_other.top) <= _LEVEL


def each_beside(few: Sequence[Passage], many: Sequence[Passage]) -> list[int] | None:
    """Give for each of a few passages which of many it stands beside, in order; None unless each has one of its own."""
    found: list[int] = []
    for passage in few:
        beside = [index for index, other in enumerate(many) if is_beside(passage, other)]
        if len(beside) != 1:
            return None
        found.extend(beside)
    return found if all(above < below for above, below in pairwise(found)) else None
