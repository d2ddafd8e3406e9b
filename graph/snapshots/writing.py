"""Writing one snapshot: into a folder beside the others first, under its own name when all of it stands on the disk."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import file_digest
from pathlib import Path
from typing import Any

from answerable.graph.errors import DamagedSnapshotError
from answerable.graph.layout import GRAPH_FILE, MANIFEST_FILE, RECORDS_FILE, UNFINISHED, Layout
from answerable.graph.snapshots.durable import proven_file, sync_folder
from answerable.graph.snapshots.manifest import manifest_bytes, read_manifest, snapshot_name
from answerable.graph.snapshots.sorting import TextMerger

__all__ = ["SnapshotFiles", "is_sound", "workplace"]


@contextmanager
def workplace(layout: Layout) -> Iterator[Path]:
    """Give a temporary folder on the disk of the store."""
    folder = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=layout.directory))
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


class SnapshotFiles:
    """The files of a snapshot that is being written in a workplace."""

    def __init__(self, folder: Path) -> None:
        self._work = folder
        self._new = folder / "new"
        self._new.mkdir()
        self._merger = TextMerger(self._work)
        self._facts: dict[str, dict[str, Any]] = {}

    def add(self, text: bytes) -> None:
        """Take lines of the graph: a sorted text, each once."""
        self._merger.add(text)

    def write_graph(self, texts: Iterable[bytes]) -> None:
        """Write the lines of these texts and of those that were taken, sorted and each once."""
        for text in texts:
            self._merger.add(text)
        with proven_file(self._new / GRAPH_FILE) as file:
            for block in self._merger.blocks():
                file.write(block)
        self._facts[GRAPH_FILE] = {"sha256": file.sha256, "bytes": file.size}

    def write_records(self, lines: Iterable[bytes]) -> None:
        """Write the records, each a line."""
        with proven_file(self._new / RECORDS_FILE) as file:
            for line in lines:
                file.write(line)
        self._facts[RECORDS_FILE] = {"sha256": file.sha256, "bytes": file.size}

    def settle(self, layout: Layout, facts: Mapping[str, Any]) -> tuple[str, bool]:
        """Write the manifest and move the snapshot to its place; give its name, and whether it was not there before."""
        manifest = manifest_bytes({**facts, "files": self._facts})
        name = snapshot_name(manifest)
        place = layout.snapshot(name)
        if is_sound(place):
            return name, False
        with proven_file(self._new / MANIFEST_FILE) as file:
            file.write(manifest)
        sync_folder(self._new)
        if place.exists():
            place.rename(self._work / "damaged")
        self._new.rename(place)
        sync_folder(layout.snapshots)
        return name, True


def is_sound(folder: Path) -> bool:
    """Whether a snapshot is there and its files are those that its manifest names."""
    try:
        files = read_manifest(folder)["files"]
        return all(_digest(folder / name) == facts["sha256"] for name, facts in files.items())
    except (DamagedSnapshotError, OSError):
        return False


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()
