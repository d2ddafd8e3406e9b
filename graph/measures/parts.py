"""The connected parts of a network, in groups: what changes in one part touches the measures of its group alone."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final
from zlib import crc32

from answerable.graph.measures.networks import graph_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from answerable.graph.measures.networks import Weights

__all__ = ["in_groups"]

_TIES: Final = 512
"""How many ties a group has, about, where no single part has more."""


def in_groups(weights: Weights) -> Mapping[str, Weights]:
    """Give the ties of whole parts, group by group; a part stays in its group while its first name stays what it is."""
    graph, names = graph_of(weights)
    count = 1 << (len(weights) // _TIES).bit_length()
    groups = {names[place]: _group(names[part[0]], count) for part in graph.parts() for place in part}
    found: defaultdict[str, dict[tuple[str, str], int]] = defaultdict(dict)
    for tie, weight in weights.items():
        found[groups[tie[0]]][tie] = weight
    return found


def _group(name: str, count: int) -> str:
    return f"{crc32(name.encode()) % count}-of-{count}"
