"""A snapshot, loaded into memory to answer questions. It only reads, and never reaches for the network."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from answerable.graph.binding import bound
from answerable.graph.engine import from_engine
from answerable.graph.errors import NotAStoreError, QueryRefusedError
from answerable.graph.guard import check_query, names_graphs
from answerable.graph.layout import GRAPH_FILE, MANIFEST_FILE
from answerable.graph.values import Rows
from answerable.ontology.terms import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pyoxigraph

    from answerable.graph.values import Answer, Term

__all__ = ["Store"]


class Store:
    """The graph of one snapshot. The default graph of a query is the union of all its named graphs."""

    def __init__(self, directory: Path, manifest: Mapping[str, Any], engine: pyoxigraph.Store) -> None:
        self.directory = directory
        self.manifest = manifest
        self._engine = engine
        self.graphs = frozenset(graph.value for graph in engine.named_graphs())

    @classmethod
    def open(cls, directory: Path) -> Store:
        """Load a snapshot; raises NotAStoreError where the folder is missing, is none, or was altered."""
        import pyoxigraph  # noqa: PLC0415 - loading it costs time that reading and help need not pay

        manifest = _manifest(directory)
        _verify(directory / GRAPH_FILE, manifest)
        engine = pyoxigraph.Store()
        engine.bulk_load(path=str(directory / GRAPH_FILE), format=pyoxigraph.RdfFormat.N_QUADS)
        return cls(directory, manifest, engine)

    @property
    def base(self) -> str:
        """The address that all things of this snapshot are named under."""
        return str(self.manifest["base"])

    def __len__(self) -> int:
        return len(self._engine)

    def query(self, sparql: str, substitutions: Mapping[str, Term] | None = None) -> Answer:
        """Answer a SPARQL query that only reads; the prefixes of `answerable.ontology.terms.PREFIXES` are known.

        `substitutions` gives the values of variables, as terms. Raises QueryRefusedError for anything else.
        """
        check_query(sparql, graphs=self.graphs)
        try:
            results = self._engine.query(
                bound(sparql, substitutions or {}),
                prefixes=dict(PREFIXES),
                use_default_graph_as_union=not names_graphs(sparql),
            )
            return from_engine(results)
        except (SyntaxError, ValueError, RuntimeError, OSError) as error:
            raise QueryRefusedError(f"the query cannot be answered: {' '.join(str(error).split())}") from error

    def select(self, sparql: str, substitutions: Mapping[str, Term] | None = None) -> Rows:
        """Answer a SELECT; raises QueryRefusedError for any other form of query, else as `query` does."""
        answer = self.query(sparql, substitutions)
        if not isinstance(answer, Rows):
            raise QueryRefusedError("this asks for rows, so write it as a SELECT")
        return answer


def _manifest(directory: Path) -> Mapping[str, Any]:
    if not directory.is_dir():
        raise NotAStoreError(f"{directory} is not there; make it with: answerable build PATH... --to {directory}")
    try:
        manifest = json.loads((directory / MANIFEST_FILE).read_bytes())
        return {**manifest, "files": manifest["files"], "base": manifest["base"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NotAStoreError(
            f"{directory} holds no snapshot ({MANIFEST_FILE} is missing or unsound); build it again"
        ) from error


def _verify(graph: Path, manifest: Mapping[str, Any]) -> None:
    try:
        found = sha256(graph.read_bytes()).hexdigest()
    except OSError as error:
        raise NotAStoreError(f"{graph} cannot be read ({error.strerror}); build the snapshot again") from error
    if found != manifest["files"].get(GRAPH_FILE, {}).get("sha256"):
        raise NotAStoreError(f"{graph} is not the file that {MANIFEST_FILE} names; build the snapshot again")
