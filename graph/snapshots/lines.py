"""The lines that were made of each part of a build, so that they need not be made again.

What is kept of a part is found under a key of all that it depends on, and so is never out of date. Only the newest of
each part is kept.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Final

from answerable.graph.snapshots.packed import pack, unpacked

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["KeptLines"]

_END: Final = ".nq.zst"


class KeptLines:
    """Lines in a folder, each part of a build in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def lines(self, part: str, key: str) -> bytes | None:
        """Give the sorted lines of a part as one text; None where they have to be made."""
        return unpacked(self._folder / part / (key + _END))

    def keep(self, part: str, key: str, lines: bytes) -> None:
        """Keep the lines of a part in the place of earlier ones."""
        folder = self._folder / part
        folder.mkdir(parents=True, exist_ok=True)
        for earlier in folder.glob("*" + _END):
            earlier.unlink()
        pack(folder / (key + _END), lines)

    def drop(self, part: str) -> None:
        """Drop a part that no build has any more."""
        shutil.rmtree(self._folder / part, ignore_errors=True)
