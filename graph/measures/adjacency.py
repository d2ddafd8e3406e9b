"""A network as numbers: what every measure reads, without an object for each node or tie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["Adjacency"]


@dataclass(frozen=True, slots=True)
class Adjacency:
    """For each node, numbered from 0, the nodes that it has ties with and what each of these weighs, in the same order.

    Every tie stands at both of its ends; no node has a tie with itself.
    """

    neighbours: Sequence[Sequence[int]]
    weights: Sequence[Sequence[int]]

    def __len__(self) -> int:
        return len(self.neighbours)

    @classmethod
    def of(cls, ties: Mapping[tuple[int, int], int], count: int) -> Adjacency:
        """Lay out the weights of ties among `count` nodes; neighbours come in the order of their numbers."""
        neighbours: list[list[int]] = [[] for _ in range(count)]
        weights: list[list[int]] = [[] for _ in range(count)]
        for (one, other), weight in sorted([*ties.items(), *((tie[::-1], weight) for tie, weight in ties.items())]):
            neighbours[one].append(other)
            weights[one].append(weight)
        return cls(neighbours, weights)

    def parts(self) -> Iterator[list[int]]:
        """Give the nodes of each connected part, in order."""
        seen = [False] * len(self)
        for first in range(len(self)):
            if not seen[first]:
                yield sorted(self._reached(first, seen))

    def _reached(self, first: int, seen: list[bool]) -> list[int]:
        reached, seen[first] = [first], True
        for node in reached:
            for other in self.neighbours[node]:
                if not seen[other]:
                    seen[other] = True
                    reached.append(other)
        return reached
