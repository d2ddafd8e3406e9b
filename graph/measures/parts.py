"""The connected parts of a network, in groups: what changes in one part touches the measures of its group alone."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Final
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Mapping

    from answerable.graph.measures.networks import Weights

__all__ = ["in_groups"]

_TIES: Final = 512
"""How many ties a group has, about, where no single part has more."""


def in_groups(weights: Weights) -> Mapping[str, Weights]:
    """Give the ties of whole parts, group by group; a part stays in its group while its first name stays what it is."""
    first = _first_names(weights)
    count = 1 << (len(weights) // _TIES).bit_length()
    found: defaultdict[str, dict[tuple[str, str], int]] = defaultdict(dict)
    for tie, weight in weights.items():
        found[_group(first[tie[0]], count)][tie] = weight
    return found


def _first_names(weights: Weights) -> Mapping[str, str]:
    """Give the first name, in the order of the alphabet, of the connected part that each name stands in."""
    parts: dict[str, list[str]] = {}
    for one, other in weights:
        mine, theirs = (parts.setdefault(name, [name]) for name in (one, other))
        if mine is not theirs:
            small, large = sorted((mine, theirs), key=len)
            large += small
            parts.update(dict.fromkeys(small, large))
    first: dict[str, str] = {}
    for part in parts.values():
        if part[0] not in first:
            first |= dict.fromkeys(part, min(part))
    return first


@lru_cache(maxsize=1024)
def _group(name: str, count: int) -> str:
    return f"{crc32(name.encode()) % count}-of-{count}"
