"""What is kept of each document between builds: its record, its outline and the lines that were made of it.

This is only to save work: whatever is missing is made again. A document is known by a key of all that its reading
depends on, so that what is found under a key is never out of date.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import Final

from answerable.extract.records import PlanRecord
from answerable.graph.errors import SnapshotError
from answerable.graph.outline import Outline, outline, read_outline
from answerable.graph.settings import BuildSettings
from answerable.graph.snapshots.lines import KeptLines
from answerable.graph.snapshots.packed import pack, put, unpacked
from answerable.graph.snapshots.rules import mapping_rules

__all__ = ["KeptDocuments"]

_OUTLINE: Final = "outline-"
_RECORD: Final = "record.z"


class KeptDocuments:
    """The documents kept in a folder, each in a folder of its own that its key names, for builds of some settings."""

    def __init__(self, folder: Path, settings: BuildSettings) -> None:
        self._folder = folder
        self._settings = settings
        self.made = KeptLines(folder, settings.base)
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
        pack(folder / _RECORD, (record.to_json() + "\n").encode())
        return self._outlined(key, record)

    def _outlined(self, key: str, record: PlanRecord) -> Outline:
        for earlier in (self._folder / key).glob(_OUTLINE + "*"):
            earlier.unlink()
        made = outline(record, self._settings.base, self._settings.own_names())
        put(self._folder / key / self._outline, made.to_json().encode())
        return made

    def record_line(self, key: str) -> bytes:
        """Give a record as its line of JSON; raises SnapshotError where what was kept is damaged."""
        data = unpacked(self._folder / key / _RECORD)
        if data is None:
            raise SnapshotError(f"{self._folder / key} is damaged; read every document anew: answerable build --full")
        return data

    def record(self, key: str) -> PlanRecord:
        """Give a record; raises as `record_line` does."""
        return PlanRecord.model_validate_json(self.record_line(key))

    def forget_all_but(self, keys: Collection[str]) -> None:
        """Drop the documents that have no part in the build any more."""
        for folder in self._folder.iterdir() if self._folder.is_dir() else ():
            if folder.name not in keys:
                shutil.rmtree(folder, ignore_errors=True)
