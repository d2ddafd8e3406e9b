"""What is kept of each document between builds: its record, its outline and the lines that were made of it.

This is only to save work: whatever is missing is made again. A document is known by a key of all that its reading
depends on, its lines by a key of all that they depend on, so that what is found under a key is never out of date.
Records and lines are kept compressed, with a check sum that tells when a file was damaged.
"""

from __future__ import annotations

import os
import shutil
import zlib
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import Final

from answerable.extract.records import PlanRecord
from answerable.graph.errors import SnapshotError
from answerable.graph.layout import UNFINISHED
from answerable.graph.outline import Outline, outline, read_outline
from answerable.graph.settings import BuildSettings
from answerable.graph.snapshots.rules import mapping_rules

__all__ = ["KeptDocuments"]

_OUTLINE: Final = "outline-"
_RECORD: Final = "record.z"
_LINES_END: Final = ".nq.z"
_QUICK: Final = 1


class KeptDocuments:
    """The documents kept in a folder, each in a folder of its own that its key names, for builds of some settings."""

    def __init__(self, folder: Path, settings: BuildSettings) -> None:
        self._folder = folder
        self._settings = settings
        self._outline = f"{_OUTLINE}{mapping_rules()[:16]}.json"

    def outline(self, key: str) -> Outline | None:
        """Give the outline of a document that was read before; None where it has to be read.

        An outline is made by the rules of mapping: where those have changed it is made anew of the record.
        """
        with suppress(OSError, ValueError):
            return read_outline((self._folder / key / self._outline).read_bytes())
        with suppress(SnapshotError, ValueError):
            return self._outlined(key, self.record(key))
        return None

    def keep(self, key: str, record: PlanRecord) -> Outline:
        """Keep a record and give its outline."""
        folder = self._folder / key
        folder.mkdir(parents=True, exist_ok=True)
        _put(folder / _RECORD, zlib.compress((record.to_json() + "\n").encode(), _QUICK))
        return self._outlined(key, record)

    def _outlined(self, key: str, record: PlanRecord) -> Outline:
        for earlier in (self._folder / key).glob(_OUTLINE + "*"):
            earlier.unlink()
        made = outline(record, self._settings.base, self._settings.own_names())
        _put(self._folder / key / self._outline, made.to_json().encode())
        return made

    def record_line(self, key: str) -> bytes:
        """Give a record as its line of JSON; raises SnapshotError where what was kept is damaged."""
        data = _unpacked(self._folder / key / _RECORD)
        if data is None:
            raise SnapshotError(f"{self._folder / key} is damaged; read every document anew: answerable build --full")
        return data

    def record(self, key: str) -> PlanRecord:
        """Give a record; raises as `record_line` does."""
        return PlanRecord.model_validate_json(self.record_line(key))

    def lines(self, key: str, lines_key: str) -> bytes | None:
        """Give the sorted lines of a document as one text; None where they have to be made."""
        return _unpacked(self._folder / key / (lines_key + _LINES_END))

    def has_lines(self, key: str, lines_key: str) -> bool:
        """Whether the lines of a document are there, damaged or not."""
        return (self._folder / key / (lines_key + _LINES_END)).is_file()

    def keep_lines(self, key: str, lines_key: str, lines: bytes) -> None:
        """Keep the lines of a document, in the place of earlier ones."""
        folder = self._folder / key
        for earlier in folder.glob("*" + _LINES_END):
            earlier.unlink()
        _put(folder / (lines_key + _LINES_END), zlib.compress(lines, _QUICK))

    def forget_all_but(self, keys: Collection[str]) -> None:
        """Drop the documents that have no part in the build any more."""
        for folder in self._folder.iterdir() if self._folder.is_dir() else ():
            if folder.name not in keys:
                shutil.rmtree(folder, ignore_errors=True)


def _put(path: Path, data: bytes) -> None:
    beside = path.with_name(f"{UNFINISHED}{os.getpid()}-{path.name}")
    beside.write_bytes(data)
    beside.replace(path)


def _unpacked(path: Path) -> bytes | None:
    with suppress(OSError, zlib.error):
        return zlib.decompress(path.read_bytes())
    return None
