"""Finding what was said before: bytes as literals and as matches with earlier bytes (the LZ77 half of DEFLATE)."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from typing import Final

__all__ = ["LONGEST", "WINDOW", "symbols"]

WINDOW: Final = 32_768
LONGEST: Final = 258
_SHORTEST: Final = 4
"""DEFLATE allows 3, which seldom pays."""
_STRIDE: Final = 32
_GOOD: Final = 48
"""A match as long as this is taken without a look at the next place."""


def symbols(data: bytes) -> Iterator[tuple[int, int]]:
    """Give data as (byte, 0) for what is new and (length, distance) for what stands in the last 32 KB already."""
    latest: dict[bytes, int] = {}
    earlier = array("i", bytes(4 * len(data)))
    seen = at = 0
    while at < len(data):
        seen = _remember(data, latest, earlier, seen, at + 2)
        length, distance = _match(data, earlier, at)
        if _SHORTEST <= length < _GOOD and _match(data, earlier, at + 1)[0] > length:
            length = 0
        if length < _SHORTEST:
            yield data[at], 0
            at += 1
        else:
            yield length, distance
            at += length


def _remember(data: bytes, latest: dict[bytes, int], earlier: array[int], start: int, end: int) -> int:
    """Note for each place up to `end` where its next bytes stood last, counted from 1; 0 for nowhere."""
    for place in range(start, min(end, len(data))):
        key = data[place : place + _SHORTEST]
        earlier[place] = latest.get(key, 0)
        latest[key] = place + 1
    return max(start, end)


def _match(data: bytes, earlier: array[int], at: int) -> tuple[int, int]:
    """Give the longest of the last few matches at a place."""
    best, distance = 0, 0
    place = at
    for _ in range(4 if at < len(data) else 0):
        place = earlier[place] - 1
        if place < 0 or at - place > WINDOW:
            break
        length = _common(data, place, at, best)
        if length > best:
            best, distance = length, at - place
    return best, distance


def _common(data: bytes, one: int, two: int, least: int) -> int:
    """Give how many bytes agree from two places on; 0 at once where fewer than `least` do."""
    if data[one : one + least] != data[two : two + least]:
        return 0
    most = min(LONGEST, len(data) - two)
    length = least
    while length < most and data[one + length : one + length + _STRIDE] == data[two + length : two + length + _STRIDE]:
        length += _STRIDE
    while length < most and data[one + length] == data[two + length]:
        length += 1
    return min(length, most)
