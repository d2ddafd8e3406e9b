"""Where things lie in the folder of a store.

DIR/current              the name of the snapshot that answers
DIR/history.jsonl        when which snapshot was made current; for people, and no part of what is hashed
DIR/snapshots/ID/        one build, never changed: graph.nq, records.jsonl, manifest.json
DIR/documents/           what was read of each document and what was made of it, so that it need not be done again
DIR/shared/              what is about no one document, as the last build made it: links, measures, reference data
DIR/corpus.db            what the documents of the last build share: names, counts, what links need of each
DIR/last.json            what the last build was made of, and the hash of the file above
DIR/engines/ID/          the engine's own copy of a graph that is too large for memory; made again where it is missing
DIR/answerable.lock      held while a build writes
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

__all__ = ["GRAPH_FILE", "MANIFEST_FILE", "RECORDS_FILE", "UNFINISHED", "Layout"]

GRAPH_FILE: Final = "graph.nq"
"""The graph as sorted N-Quads."""

RECORDS_FILE: Final = "records.jsonl"
"""The plan records it was made from, as JSON Lines."""

MANIFEST_FILE: Final = "manifest.json"
"""The hashes of both, the counts, the sources and the settings."""

UNFINISHED: Final = ".unfinished-"
"""What the names of temporary folders and files begin with."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The places in a store's folder; asking for one makes nothing."""

    directory: Path

    @property
    def current(self) -> Path:
        """The file that names the snapshot which answers."""
        return self.directory / "current"

    @property
    def history(self) -> Path:
        """When which snapshot was made current."""
        return self.directory / "history.jsonl"

    @property
    def lock(self) -> Path:
        """The file that a build holds; a folder that has it is a store's."""
        return self.directory / "answerable.lock"

    @property
    def snapshots(self) -> Path:
        """The folder of all snapshots."""
        return self.directory / "snapshots"

    @property
    def documents(self) -> Path:
        """The folder of what was read."""
        return self.directory / "documents"

    @property
    def shared(self) -> Path:
        """The folder of what is about no one document."""
        return self.directory / "shared"

    @property
    def corpus(self) -> Path:
        """The file of what the documents of the last build share."""
        return self.directory / "corpus.db"

    @property
    def last(self) -> Path:
        """The file that says what the last build was made of."""
        return self.directory / "last.json"

    def snapshot(self, name: str) -> Path:
        """The folder of one snapshot."""
        return self.snapshots / name

    def engine(self, name: str) -> Path:
        """The folder of the engine's copy of one snapshot."""
        return self.directory / "engines" / name
