"""Finding what was said before: bytes as literals and as matches with earlier bytes (the LZ77 half of DEFLATE)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

__all__ = ["LONGEST", "WINDOW", "symbols"]

WINDOW: Final = 32_768
LONGEST: Final = 258
_SHORTEST: Final = 4
"""DEFLATE allows 3, which seldom pays."""
_AT_ONCE: Final = 32
"""Bytes that are compared as one number, whose lowest bit that differs says how many agree."""
_GOOD: Final = 48
"""A match as long as this is taken without a look at the next place."""
_TRIED: Final = 4
"""How many of the last places with the same beginning are looked at."""
_NONE: Final = (0, 0)


def symbols(data: bytes) -> Iterator[tuple[int, int]]:
    """Give data as (byte, 0) for what is new and (length, distance) for what stands in the last 32 KB already."""
    earlier = _earlier(data)
    at, size = 0, len(data)
    found = _match(data, earlier, 0) if data else _NONE
    while at < size:
        following = _match(data, earlier, at + 1) if found[0] < _GOOD else _NONE
        if found[0] < _SHORTEST or following[0] > found[0]:
            yield data[at], 0
            at, found = at + 1, following
        else:
            yield found
            at += found[0]
            found = _match(data, earlier, at)


def _earlier(data: bytes) -> Sequence[int]:
    """Give for each place where its next bytes stood last, -1 for nowhere; and for the end, where nothing stands."""
    keys = [0] * max(len(data) - _SHORTEST + 1, 0)
    for start in range(min(_SHORTEST, len(keys))):
        whole = (len(data) - start) // _SHORTEST * _SHORTEST
        keys[start::_SHORTEST] = memoryview(data[start : start + whole]).cast("I")  # four bytes as one number
    latest: dict[int, int] = {}
    earlier = []
    for place, key in enumerate(keys):
        earlier.append(latest.get(key, -1))
        latest[key] = place
    return earlier + [-1] * (len(data) + 1 - len(earlier))


def _match(data: bytes, earlier: Sequence[int], at: int) -> tuple[int, int]:
    """Give the longest of the last few matches at a place."""
    place = earlier[at]
    if place < 0 or at - place > WINDOW:
        return _NONE
    best, nearest, most = 0, 0, len(data) - at
    own = int.from_bytes(data[at : at + _AT_ONCE], "little")
    for _ in range(_TRIED):
        if data[place + best] == data[at + best]:  # else it is no longer than the best
            differing = own ^ int.from_bytes(data[place : place + _AT_ONCE], "little")
            length = ((differing & -differing).bit_length() - 1) // 8 if differing else _common(data, place, at)
            if length > best:
                best, nearest = length, at - place
                if best >= most:  # beyond the end there are noughts
                    return most, nearest
        place = earlier[place]
        if place < 0 or at - place > WINDOW:
            break
    return best, nearest


def _common(data: bytes, one: int, two: int) -> int:
    """Give how many bytes agree from two places on, of which the first are known to; no more than DEFLATE can say."""
    most = min(LONGEST, len(data) - two)
    length = _AT_ONCE
    while length < most:
        if data[one + length : one + length + _AT_ONCE] != data[two + length : two + length + _AT_ONCE]:
            break
        length += _AT_ONCE
    while length < most and data[one + length] == data[two + length]:
        length += 1
    return min(length, most)
