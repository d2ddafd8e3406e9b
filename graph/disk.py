"""The engine's copy of a graph on disk, for a graph that is too large for memory: made once, opened only to read.

It is kept beside the snapshots and is no part of them: the N-Quads stay the truth, and a copy that is missing, or was
made of another file, is made again.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from answerable.graph.errors import DamagedSnapshotError, NotAStoreError
from answerable.graph.layout import UNFINISHED
from answerable.graph.quad_lines import graphs_of, parted, portions, triples_of
from answerable.ontology.terms import PREFIXES

if TYPE_CHECKING:
    from answerable.graph.engine import Results

__all__ = ["DiskDataset"]

_STAMP: Final = "made-of.json"
_STORE: Final = "store"


class DiskDataset:
    """The quads of a snapshot in the engine's own files."""

    def __init__(self, graph: Path, proof: str, folder: Path) -> None:
        """Open the copy in a folder, made of the N-Quads file `graph` whose SHA-256 is `proof`.

        Raises DamagedSnapshotError where the file is another one, NotAStoreError where the copy cannot be written.
        """
        import pyoxigraph  # noqa: PLC0415 - loading it costs time that reading and help need not pay

        if _stamp(folder).get("sha256") != proof:
            _make(graph, proof, folder)
        stamp = _stamp(folder)
        self._engine = pyoxigraph.Store.read_only(str(folder / _STORE))
        self.size = int(stamp["quads"])
        self.graphs = frozenset(map(str, stamp["graphs"]))

    def query(self, sparql: str, asked: str | None = None) -> Results:  # noqa: ARG002 - as of a graph in memory
        """Put a query to the engine, whose errors pass as they are."""
        return self._engine.query(sparql, prefixes=dict(PREFIXES))


def _stamp(folder: Path) -> dict[str, Any]:
    try:
        stamp: dict[str, Any] = json.loads((folder / _STAMP).read_bytes())
    except (OSError, ValueError):
        return {}
    return stamp


def _make(graph: Path, proof: str, folder: Path) -> None:
    from filelock import FileLock  # noqa: PLC0415 - only for large graphs

    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(folder.parent / "making.lock"):
            for left in folder.parent.glob(UNFINISHED + "*"):
                shutil.rmtree(left)
            if _stamp(folder).get("sha256") == proof:
                return  # another process made it meanwhile
            beside = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=folder.parent))
            (beside / _STAMP).write_text(json.dumps(_load(graph, proof, beside / _STORE)), "utf-8")
            if folder.exists():
                shutil.rmtree(folder)
            beside.rename(folder)
    except OSError as error:
        raise NotAStoreError(
            f"{folder.parent}: the graph is too large for memory and its copy on disk cannot be written "
            f"({error.strerror}); make room, or allow more memory with --memory"
        ) from error


def _load(graph: Path, proof: str, place: Path) -> dict[str, object]:
    """Load each portion twice, as the union of all graphs and as named graphs, and tell what was loaded."""
    import pyoxigraph  # noqa: PLC0415 - loaded already by whoever asked for this

    store, told, count = pyoxigraph.Store(str(place)), sha256(), 0
    graphs: set[str] = set()
    for lines in _portions(graph):
        quads = b"".join(lines)
        told.update(quads)
        parts = parted(lines)
        graphs |= graphs_of(parts)
        store.bulk_load(input=triples_of(parts), format=pyoxigraph.RdfFormat.N_TRIPLES)
        store.bulk_load(input=quads, format=pyoxigraph.RdfFormat.N_QUADS)
        count += len(lines)
    if told.hexdigest() != proof:
        raise DamagedSnapshotError(f"{graph} is not the file that its manifest names")
    store.optimize()
    store.flush()
    return {"sha256": proof, "quads": count, "graphs": sorted(graphs)}


def _portions(graph: Path) -> Iterator[list[bytes]]:
    try:
        with graph.open("rb") as stream:
            yield from portions(stream)
    except OSError as error:
        raise DamagedSnapshotError(f"{graph} cannot be read ({error.strerror})") from error
