"""DEFLATE (RFC 1951) written out here, so that the same data gives the same bytes whichever zlib a machine has.

zlib's own output differs between its builds (zlib, zlib-ng, Intel's, Cloudflare's). A page must not, since its bytes
are compared. This one is slower and packs nearly as tightly; every browser's `DecompressionStream` and every zlib
reads it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Final

from answerable.exports.view.packing.huffman import codes, lengths
from answerable.exports.view.packing.matching import symbols

__all__ = ["deflate"]

_BLOCK: Final = 40_000
"""Symbols that share one code: enough to pay for it, few enough that it fits them."""
_END: Final = 256
_LENGTHS: Final = (
    *range(3, 11),
    11,
    13,
    15,
    17,
    19,
    23,
    27,
    31,
    35,
    43,
    51,
    59,
    67,
    83,
    99,
    115,
    131,
    163,
    195,
    227,
    258,
)  # fmt: skip - the table of RFC 1951
_DISTANCES: Final = (
    1,
    2,
    3,
    4,
    5,
    7,
    9,
    13,
    17,
    25,
    33,
    49,
    65,
    97,
    129,
    193,
    257,
    385,
    513,
    769,
    1025,
    1537,
    2049,
    3073,
    4097,
    6145,
    8193,
    12289,
    16385,
    24577,
)  # fmt: skip - the table of RFC 1951
_ORDER: Final = (16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15)


def deflate(data: bytes) -> bytes:
    """Pack data as a raw DEFLATE stream.

    >>> import zlib
    >>> packed = deflate(b"who carries what, " * 9)
    >>> len(packed) < 60, zlib.decompress(packed, -15) == b"who carries what, " * 9
    (True, True)
    """
    found = symbols(data)
    blocks = iter(lambda: list(islice(found, _BLOCK)), [])
    waiting = next(blocks, [])
    bits: list[str] = []
    for block in chain(blocks, (None,)):
        bits += ("1" if block is None else "0", "01", *_block(waiting))
        waiting = block or []
    stream = "".join(bits)
    return int(stream[::-1] or "0", 2).to_bytes((len(stream) + 7) // 8, "little")


def _block(block: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Give the bits of one block with codes of its own: the codes' lengths, the symbols, and the end."""
    tally = Counter(block)
    literals, distances = Counter({_END: 1}), Counter[int]()
    for (value, distance), times in tally.items():
        literals[_length_symbol(value) if distance else value] += times
        if distance:
            distances[_distance_symbol(distance)] += times
    literal_lengths, distance_lengths = lengths(literals, 286, 15), lengths(distances, 30, 15)
    yield from _head(literal_lengths, distance_lengths)
    literal_codes, distance_codes = codes(literal_lengths), codes(distance_lengths)
    said = {item: _said(item, literal_codes, distance_codes) for item in tally}
    yield from map(said.__getitem__, block)
    yield literal_codes[_END]


def _said(item: tuple[int, int], literal_codes: Sequence[str], distance_codes: Sequence[str]) -> str:
    value, distance = item
    if not distance:
        return literal_codes[value]
    length, far = _length_symbol(value), _distance_symbol(distance)
    more = 0 if length == 285 else max((length - 261) // 4, 0)
    further = max(far // 2 - 1, 0)
    return (
        literal_codes[length]
        + _number(value - _LENGTHS[length - 257], more)
        + distance_codes[far]
        + _number(distance - _DISTANCES[far], further)
    )


def _head(literal_lengths: Sequence[int], distance_lengths: Sequence[int]) -> Iterator[str]:
    """Give the lengths of all codes, themselves in a code."""
    runs = list(_runs([*literal_lengths, *distance_lengths]))
    run_lengths = lengths(Counter(symbol for symbol, _, _ in runs), 19, 7)
    run_codes = codes(run_lengths)
    yield _number(len(literal_lengths) - 257, 5) + _number(len(distance_lengths) - 1, 5) + _number(len(_ORDER) - 4, 4)
    yield from (_number(run_lengths[symbol], 3) for symbol in _ORDER)
    yield from (run_codes[symbol] + _number(more, width) for symbol, more, width in runs)


def _runs(values: Iterable[int]) -> Iterator[tuple[int, int, int]]:
    """Give code lengths as (symbol, extra, bits of extra), with runs of nought said at once."""
    noughts = 0
    for value in chain(values, (-1,)):
        if value == 0 and noughts < 138:
            noughts += 1
            continue
        if noughts > 10:
            yield 18, noughts - 11, 7
        elif noughts > 2:
            yield 17, noughts - 3, 3
        else:
            yield from [(0, 0, 0)] * noughts
        noughts = int(value == 0)
        if value > 0:
            yield value, 0, 0


def _length_symbol(length: int) -> int:
    return 256 + bisect_right(_LENGTHS, length)


def _distance_symbol(distance: int) -> int:
    return bisect_right(_DISTANCES, distance) - 1


def _number(value: int, width: int) -> str:
    """Give a number as bits, the lowest first."""
    return f"{value:0{width}b}"[::-1] if width else ""
