"""What is kept of each document between builds: its record, and the lines that were made of it.

This is only to save work: whatever is missing is made again. A document is known by a key of all that its reading
depends on, so that what is found under a key is never out of date.
"""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Final

from answerable.extract.records import PlanRecord
from answerable.graph.errors import SnapshotError
from answerable.graph.snapshots.lines import KeptLines
from answerable.graph.snapshots.packed import pack, unpacked

if TYPE_CHECKING:
    from collections.abc import Container
    from pathlib import Path

__all__ = ["KeptDocuments"]

_RECORD: Final = "record.zst"


class KeptDocuments:
    """The documents kept in a folder, each in a folder of its own that its key names."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.made = KeptLines(folder)

    def has(self, key: str) -> bool:
        """Whether the record of a document is there, damaged or not."""
        return os.path.isfile(f"{self._folder}/{key}/{_RECORD}")  # noqa: PTH113 - asked of every document of a build

    def keep(self, key: str, record: PlanRecord) -> None:
        """Keep a record."""
        folder = self._folder / key
        folder.mkdir(parents=True, exist_ok=True)
        pack(folder / _RECORD, (record.to_json() + "\n").encode())

    def record_line(self, key: str) -> bytes:
        """Give a record as its line of JSON; raises SnapshotError where what was kept is damaged."""
        data = unpacked(self._folder / key / _RECORD)
        if data is None:
            raise SnapshotError(f"{self._folder / key} is damaged; read every document anew: answerable build --full")
        return data

    def record(self, key: str) -> PlanRecord:
        """Give a record; raises as `record_line` does."""
        return PlanRecord.model_validate_json(self.record_line(key))

    def forget(self, key: str) -> None:
        """Drop a document that has no part in the build any more."""
        shutil.rmtree(self._folder / key, ignore_errors=True)

    def forget_all_but(self, keys: Container[str]) -> None:
        """Drop whatever else stands there."""
        for name in os.listdir(self._folder) if self._folder.is_dir() else ():  # noqa: PTH208 - paths take longer
            if name not in keys and (self._folder / name).is_dir():
                shutil.rmtree(self._folder / name, ignore_errors=True)
