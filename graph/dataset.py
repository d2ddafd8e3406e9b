"""The engine's copy of a graph: the union of all named graphs first, the named graphs when a query asks for one.

The engine can treat its named graphs as one by itself, but then gives a statement that two documents make twice, and
counts it twice. Merged beforehand, each statement counts once, as SPARQL has it, and answers come sooner.
"""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from answerable.graph.tokens import tokens
from answerable.ontology.terms import PREFIXES

if TYPE_CHECKING:
    from answerable.graph.engine import Results

__all__ = ["Dataset"]


class Dataset:
    """The quads of a snapshot (`quads`: the N-Quads file as we write it, one quad a line) in the engine's memory."""

    def __init__(self, quads: bytes) -> None:
        import pyoxigraph  # noqa: PLC0415 - loading it costs time that reading and help need not pay

        self._pending: bytes | None = quads
        self._lock = Lock()
        self._engine = pyoxigraph.Store()
        # A line ends in the address of its graph, which holds no space.
        parts = [line.rsplit(b" <", 1) for line in quads.splitlines()]
        triples = b"".join(triple + b" .\n" for triple, _ in parts)
        self._engine.bulk_load(input=triples, format=pyoxigraph.RdfFormat.N_TRIPLES)
        self.size = len(parts)
        self.graphs = frozenset(graph.removesuffix(b"> .").decode() for graph in {graph for _, graph in parts})

    def query(self, sparql: str) -> Results:
        """Put a query to the engine, whose errors pass as they are."""
        # To the engine "GRAPHex:g" is a keyword and a name, so a word that holds the keyword is enough.
        if self._pending is not None and any(
            name in token.word + token.prefix for token in tokens(sparql) for name in ("GRAPH", "FROM")
        ):
            self._load_named_graphs()
        return self._engine.query(sparql, prefixes=dict(PREFIXES))

    def _load_named_graphs(self) -> None:
        import pyoxigraph  # noqa: PLC0415 - loaded already by whoever made this

        with self._lock:
            if self._pending is not None:
                self._engine.bulk_load(input=self._pending, format=pyoxigraph.RdfFormat.N_QUADS)
                self._pending = None
