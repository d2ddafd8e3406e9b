"""Betweenness by Brandes's method, from many nodes at once: ways are counted outwards from each and shared out back.

A slot is a place in one long row for each node that each source can reach, so that numpy takes the steps from all
sources together: first to what lies one tie away, then two, and so on.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import TypeAlias

    import numpy as np
    from numpy.typing import NDArray

    from answerable.graph.measures.adjacency import Adjacency

    Ints: TypeAlias = NDArray[np.int64]
    Floats: TypeAlias = NDArray[np.float64]
    Source: TypeAlias = tuple[int, Sequence[int]]

__all__ = ["betweenness"]

_AT_ONCE: Final = 200_000
"""How many slots are filled together: some 15 MB. What comes out is the same for any number."""


def betweenness(graph: Adjacency, *, exact: int, pivots: int, seed: int) -> list[float]:
    """Give for each node how many of the shortest ways between two others lead through it, shared where several do.

    Each connected part is measured by itself. In a part of more than `exact` nodes, ways are counted from `pivots` of
    its nodes alone, drawn with `seed`, and told as if from all.
    """
    import numpy as np  # noqa: PLC0415 - loaded only where a build is measured

    field, scale, sources = _Field.of(graph), np.zeros(len(graph)), []
    for part in graph.parts():
        # Without pivots, every way is found from both of its ends.
        drawn = part if len(part) <= exact else Random(seed).sample(part, pivots)  # noqa: S311 - a sample, no secret
        scale[part] = 0.5 if drawn is part else (len(part) - 1) / (2 * pivots)
        if drawn is not part:  # between the ends of ways from the other pivots alone
            scale[drawn] = (len(part) - 1) / (2 * (pivots - 1))
        sources += [(node, part) for node in drawn if len(part) > 2]  # two nodes have nothing between them
    values = np.zeros(len(graph))
    for batch in _batches(sources):
        field.share(batch, values)
    result: list[float] = (values * scale).tolist()
    return result


def _batches(sources: Iterable[Source]) -> Iterator[list[Source]]:
    batch: list[Source] = []
    slots = 0
    for node, part in sources:
        if batch and slots + len(part) > _AT_ONCE:
            yield batch
            batch, slots = [], 0
        batch.append((node, part))
        slots += len(part)
    if batch:
        yield batch


@dataclass(frozen=True, slots=True)
class _Field:
    """The neighbours of node n are `ends[starts[n] : starts[n + 1]]`; `place` says where in its part it stands."""

    starts: Ints
    ends: Ints
    place: Ints

    @classmethod
    def of(cls, graph: Adjacency) -> _Field:
        import numpy as np  # noqa: PLC0415 - loaded only where a build is measured

        place = np.zeros(len(graph), np.int64)
        for part in graph.parts():
            place[part] = np.arange(len(part))
        ends = [end for others in graph.neighbours for end in others]
        return cls(np.cumsum([0, *map(len, graph.neighbours)]), np.array(ends, np.int64), place)

    def share(self, sources: Sequence[Source], values: Floats) -> None:
        """Add to each node how many of the shortest ways from these sources to others lead through it."""
        import numpy as np  # noqa: PLC0415 - loaded only where a build is measured

        nodes = np.concatenate([np.array(part, np.int64) for _, part in sources])
        sizes = np.array([len(part) for _, part in sources])
        first = np.cumsum(sizes) - sizes
        begin = first + self.place[[node for node, _ in sources]]
        ways, shares = np.zeros(len(nodes)), np.zeros(len(nodes))
        ways[begin] = 1
        for near, far in reversed(list(self._steps(nodes, np.repeat(first, sizes), begin, ways))):
            np.add.at(shares, near, ways[near] * ((1 + shares[far]) / ways[far]))
        shares[begin] = 0
        np.add.at(values, nodes, shares)

    def _steps(self, nodes: Ints, first: Ints, begin: Ints, ways: Floats) -> Iterator[tuple[Ints, Ints]]:
        """Give the slots of both ends of every tie that a shortest way follows, by distance, and count the ways."""
        import numpy as np  # noqa: PLC0415 - loaded only where a build is measured

        met, mark, front = ways > 0, np.zeros(len(nodes), np.int64), begin
        while len(front):
            near, ends = self._followed(front, nodes[front])
            far = first[near] + self.place[ends]
            near, far = near[~met[far]], far[~met[far]]
            np.add.at(ways, far, ways[near])
            met[far] = True
            yield near, far
            count = np.arange(len(far))
            mark[far] = count
            front = far[mark[far] == count]  # each once

    def _followed(self, slots: Ints, nodes: Ints) -> tuple[Ints, Ints]:
        """Give each slot once for each neighbour of its node, and these neighbours."""
        import numpy as np  # noqa: PLC0415 - loaded only where a build is measured

        counts = self.starts[nodes + 1] - self.starts[nodes]
        skipped = np.repeat(self.starts[nodes] - (np.cumsum(counts) - counts), counts)
        return np.repeat(slots, counts), self.ends[skipped + np.arange(len(skipped))]
