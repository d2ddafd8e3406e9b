"""Files that are only there to save work: compressed, written in one step, with a check sum that tells of damage."""

from __future__ import annotations

import os
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from answerable.graph.layout import UNFINISHED

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["grown", "pack", "put", "shrunk", "unpacked"]

_QUICK: Final = 1


def pack(path: Path, data: bytes) -> None:
    """Write a file compressed."""
    put(path, zlib.compress(data, _QUICK))


def put(path: Path, data: bytes) -> None:
    """Write a file as it is; whoever reads meanwhile finds the earlier one or the new one, whole."""
    beside = path.with_name(f"{UNFINISHED}{os.getpid()}-{path.name}")
    beside.write_bytes(data)
    beside.replace(path)


def unpacked(path: Path) -> bytes | None:
    """Give what `pack` wrote; None where it is missing or damaged."""
    with suppress(OSError, zlib.error):
        return zlib.decompress(path.read_bytes())
    return None


def shrunk(text: str) -> bytes:
    """Give a text compressed, to stand in a file with others."""
    return zlib.compress(text.encode(), _QUICK)


def grown(data: bytes) -> bytes:
    """Give the text that was shrunk, as bytes."""
    return zlib.decompress(data)
