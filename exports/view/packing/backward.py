"""Everything once: what was said before is said again by how long ago it was first said."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

__all__ = ["Backward"]

Item = TypeVar("Item", bound=Hashable)


class Backward(Generic[Item]):
    """Gives items as numbers: 0 for none, 1 for the next new one, 2 for the newest so far, 3 for the one before that.

    Counted backwards, the same patterns give the same numbers wherever they stand, and pack well.

    >>> said = Backward()
    >>> [said.say(item) for item in ("a", "b", "a", "b", None, "c")], said.items
    ([1, 1, 3, 2, 0, 1], ['a', 'b', 'c'])
    """

    def __init__(self) -> None:
        self._places: dict[Item, int] = {}

    def say(self, item: Item | None) -> int:
        """Give the number of an item, and remember it."""
        if item is None:
            return 0
        place = self._places.get(item)
        if place is None:
            self._places[item] = len(self._places)
            return 1
        return len(self._places) - place + 1

    @property
    def items(self) -> list[Item]:
        """All items in the order in which they were first said."""
        return list(self._places)
