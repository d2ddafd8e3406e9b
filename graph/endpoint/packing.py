"""Answers compressed where the client takes that: whole ones at once, long ones as they come."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator
from typing import Final

__all__ = ["packed", "packed_stream", "takes_gzip"]

_LEVEL: Final = 4
_GZIP: Final = 16 + zlib.MAX_WBITS


def takes_gzip(accept_encoding: str) -> bool:
    """Whether a client takes gzip.

    >>> takes_gzip("br, gzip;q=0")
    False
    """
    for part in accept_encoding.lower().split(","):
        name, _, quality = part.partition(";")
        if name.strip() in {"gzip", "*"}:
            return quality.strip().replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}
    return False


def packed(data: bytes) -> bytes:
    """Compress a whole answer."""
    press = zlib.compressobj(_LEVEL, wbits=_GZIP)
    return press.compress(data) + press.flush()


async def packed_stream(chunks: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """Compress an answer as it comes; the end is only written where the answer has one."""
    press = zlib.compressobj(_LEVEL, wbits=_GZIP)
    async for chunk in chunks:
        if small := press.compress(chunk):
            yield small
    yield press.flush()
