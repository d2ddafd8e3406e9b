"""Files that are only there to save work: compressed, written in one step, with a check sum that tells of damage."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

from answerable.graph.layout import UNFINISHED

if TYPE_CHECKING:
    from pathlib import Path

    from zstandard import ZstdCompressor, ZstdDecompressor

__all__ = ["grown", "pack", "put", "shrunk", "unpacked"]


def pack(path: Path, data: bytes) -> None:
    """Write a file compressed."""
    put(path, _press().compress(data))


def put(path: Path, data: bytes) -> None:
    """Write a file as it is; whoever reads meanwhile finds the earlier one or the new one, whole."""
    beside = path.with_name(f"{UNFINISHED}{os.getpid()}-{path.name}")
    beside.write_bytes(data)
    beside.replace(path)


def unpacked(path: Path) -> bytes | None:
    """Give what `pack` wrote; None where it is missing or damaged."""
    from zstandard import ZstdError  # noqa: PLC0415 - as below

    with suppress(OSError, ZstdError):
        # An empty file would count as an empty text.
        return _unpress().decompress(path.read_bytes() or b"damaged")
    return None


def shrunk(text: str) -> bytes:
    """Give a text compressed, to stand in a file with others."""
    return _press().compress(text.encode())


def grown(data: bytes) -> bytes:
    """Give the text that was shrunk, as bytes."""
    return _unpress().decompress(data)


@cache
def _press() -> ZstdCompressor:
    from zstandard import ZstdCompressor  # noqa: PLC0415 - loaded only where something is built

    return ZstdCompressor(level=1, write_checksum=True)


@cache
def _unpress() -> ZstdDecompressor:
    from zstandard import ZstdDecompressor  # noqa: PLC0415 - as above

    return ZstdDecompressor()
