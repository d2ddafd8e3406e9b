"""A snapshot, loaded into memory to answer questions. It only reads, and never reaches for the network."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from answerable.graph.binding import bound
from answerable.graph.dataset import Dataset
from answerable.graph.engine import from_engine
from answerable.graph.errors import NotAStoreError, QueryRefusedError
from answerable.graph.guard import check_query
from answerable.graph.layout import GRAPH_FILE, MANIFEST_FILE
from answerable.graph.values import Rows

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from answerable.graph.values import Answer, Term

__all__ = ["Store"]


class Store:
    """The graph of one snapshot. The default graph of a query is the union of all its named graphs."""

    def __init__(self, directory: Path, manifest: Mapping[str, Any], dataset: Dataset) -> None:
        self.directory = directory
        self.manifest = manifest
        self._dataset = dataset

    @classmethod
    def open(cls, directory: Path) -> Store:
        """Load a snapshot; raises NotAStoreError where the folder is missing, is none, or was altered."""
        manifest = _manifest(directory)
        return cls(directory, manifest, Dataset(_verified(directory / GRAPH_FILE, manifest)))

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
        check_query(sparql, graphs=self.graphs)
        try:
            return from_engine(self._dataset.query(bound(sparql, substitutions or {})))
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


def _verified(graph: Path, manifest: Mapping[str, Any]) -> bytes:
    try:
        quads = graph.read_bytes()
    except OSError as error:
        raise NotAStoreError(f"{graph} cannot be read ({error.strerror}); build the snapshot again") from error
    if sha256(quads).hexdigest() != manifest["files"].get(GRAPH_FILE, {}).get("sha256"):
        raise NotAStoreError(f"{graph} is not the file that {MANIFEST_FILE} names; build the snapshot again")
    return quads
