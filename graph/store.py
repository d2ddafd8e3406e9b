"""A snapshot, opened to answer questions. It only reads, and never reaches for the network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from answerable.graph.answering import answered, rows_of, streamed
from answerable.graph.dataset import Dataset
from answerable.graph.disk import DiskDataset
from answerable.graph.errors import DamagedSnapshotError
from answerable.graph.layout import GRAPH_FILE, Layout
from answerable.graph.snapshots.listing import chosen, way_back
from answerable.graph.snapshots.manifest import check_sizes, read_manifest, read_proven

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from answerable.graph.engine import Results
    from answerable.graph.values import Answer, Rows, Term

__all__ = ["IN_MEMORY", "Store"]

IN_MEMORY: Final = 1_000_000_000
"""Bytes of N-Quads up to which a graph is loaded into memory, where it takes a few times as many."""


class Store:
    """The graph of one snapshot. The default graph of a query is the union of all its named graphs."""

    def __init__(self, directory: Path, manifest: Mapping[str, Any], dataset: Dataset | DiskDataset) -> None:
        """Answer from a dataset; `directory` is the folder of the snapshot itself."""
        self.directory = directory
        self.manifest = manifest
        self._dataset = dataset

    @classmethod
    def open(cls, directory: Path, snapshot: str | None = None, *, memory: int = IN_MEMORY) -> Store:
        """Open the current snapshot of a store, or the one whose name begins with `snapshot`.

        A graph of more than `memory` bytes of N-Quads is not loaded but answers from a copy on disk, which is made when
        it is first needed. Raises NotAStoreError where the folder is missing, is no store or has no such snapshot, and
        DamagedSnapshotError where the snapshot was altered: its message names the one to go back to.
        """
        layout = Layout(directory)
        name = chosen(layout, snapshot)
        try:
            return _opened(layout, name, memory)
        except DamagedSnapshotError as error:
            raise DamagedSnapshotError(f"{error}; {way_back(layout, name)}") from error

    @property
    def name(self) -> str:
        """The name of the snapshot."""
        return self.directory.name

    @property
    def base(self) -> str:
        """The address that all things of this snapshot are named under."""
        return str(self.manifest["base"])

    @property
    def graphs(self) -> frozenset[str]:
        """The addresses of the named graphs."""
        return self._dataset.graphs

    def __len__(self) -> int:
        """Give the number of quads."""
        return self._dataset.size

    def query(self, sparql: str, substitutions: Mapping[str, Term] | None = None) -> Answer:
        """Answer a SPARQL query that only reads; the prefixes of `answerable.ontology.terms.PREFIXES` are known.

        `substitutions` gives the values of variables, as terms. Raises QueryRefusedError for anything else.
        """
        return answered(self._dataset, sparql, substitutions)

    def stream(self, sparql: str) -> Results:
        """Answer as `query` does, in the engine's own results, which are found as they are read."""
        return streamed(self._dataset, sparql)

    def select(self, sparql: str, substitutions: Mapping[str, Term] | None = None) -> Rows:
        """Answer a SELECT; raises QueryRefusedError for any other form of query, else as `query` does."""
        return rows_of(self.query(sparql, substitutions))

    def quads(self) -> bytes:
        """Give the graph as sorted N-Quads; raises DamagedSnapshotError where the file was altered."""
        return read_proven(self.directory, GRAPH_FILE, self.manifest)


def _opened(layout: Layout, name: str, memory: int) -> Store:
    folder = layout.snapshot(name)
    manifest = read_manifest(folder)
    check_sizes(folder, manifest)
    facts = manifest["files"][GRAPH_FILE]
    if facts["bytes"] > memory:
        return Store(folder, manifest, DiskDataset(folder / GRAPH_FILE, facts["sha256"], layout.engine(name)))
    return Store(folder, manifest, Dataset(read_proven(folder, GRAPH_FILE, manifest)))
