"""The lines that were made of each part of a build, and the gist of them, so that neither has to be made again.

What is kept of a part is found under a key of all that it depends on, and so is never out of date. Only the newest of
each part is kept.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from answerable.graph.snapshots.gist import Gist
from answerable.graph.snapshots.packed import pack, unpacked

__all__ = ["KeptLines"]

_LINES_END: Final = ".nq.z"
_GIST_END: Final = ".gist.z"


class KeptLines:
    """Lines in a folder, each part of a build in a folder of its own, for builds under some base."""

    def __init__(self, folder: Path, base: str) -> None:
        self._folder = folder
        self._base = base

    def lines(self, part: str, key: str) -> bytes | None:
        """Give the sorted lines of a part as one text; None where they have to be made."""
        return unpacked(self._folder / part / (key + _LINES_END))

    def gist(self, part: str, key: str) -> bytes | None:
        """Give the gist of the lines as JSON; None where it has to be made."""
        return unpacked(self._folder / part / (key + _GIST_END))

    def has(self, part: str, key: str) -> bool:
        """Whether lines and gist are there, damaged or not."""
        return all((self._folder / part / (key + end)).is_file() for end in (_LINES_END, _GIST_END))

    def keep(self, part: str, key: str, lines: bytes) -> bytes:
        """Keep the lines of a part in the place of earlier ones, and give their gist."""
        folder = self._folder / part
        folder.mkdir(parents=True, exist_ok=True)
        for earlier in (path for end in (_LINES_END, _GIST_END) for path in folder.glob("*" + end)):
            earlier.unlink()
        gist = Gist(self._base)
        gist.take(lines)
        told = gist.to_json()
        pack(folder / (key + _LINES_END), lines)
        pack(folder / (key + _GIST_END), told)
        return told
