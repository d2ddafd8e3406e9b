"""The engine's copies of a graph: the union of all named graphs, and one with the named graphs for who asks for them.

The engine can treat its named graphs as one by itself, but then gives a statement that two documents make twice, and
counts it twice. Merged beforehand, each statement counts once, as SPARQL has it. The copy of the union alone answers a
quarter sooner, since in memory the engine finds what a term stands in by going along all quads that hold it.
"""

from __future__ import annotations

from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING

from answerable.graph.quad_lines import graphs_of, parted, portions, triples_of
from answerable.graph.tokens import code_words
from answerable.ontology.terms import PREFIXES

if TYPE_CHECKING:
    import pyoxigraph

    from answerable.graph.engine import Results

__all__ = ["Dataset"]


class Dataset:
    """The quads of a snapshot (`quads`: the N-Quads file as we write it, one quad a line) in the engine's memory."""

    def __init__(self, quads: bytes) -> None:
        self._quads = quads
        self._lock = Lock()
        self.size = quads.count(b"\n")
        self._union, self.graphs = _merged(quads)
        self._with_names: pyoxigraph.Store | None = None

    def query(self, sparql: str, asked: str | None = None) -> Results:
        """Put a query to the engine, whose errors pass as they are.

        `asked` is the query before values were written into it, which name no graph: it is the same again and again.
        """
        engine = self._named() if _may_name_graphs(asked or sparql) else self._union
        return engine.query(sparql, prefixes=dict(PREFIXES))

    def _named(self) -> pyoxigraph.Store:
        """Give the copy that holds the named graphs beside their union."""
        import pyoxigraph  # noqa: PLC0415 - loaded already by whoever made this

        with self._lock:
            if self._with_names is None:
                engine, _ = _merged(self._quads)
                engine.bulk_load(input=self._quads, format=pyoxigraph.RdfFormat.N_QUADS)
                self._with_names, self._quads = engine, b""
            return self._with_names


def _may_name_graphs(sparql: str) -> bool:
    # To the engine "GRAPHex:g" is a keyword and a name, so a word that holds the keyword is enough.
    return any("GRAPH" in word or "FROM" in word for word in code_words(sparql))


def _merged(quads: bytes) -> tuple[pyoxigraph.Store, frozenset[str]]:
    """Load the triples of quads, each once, and tell the addresses of their graphs."""
    import pyoxigraph  # noqa: PLC0415 - loading it costs time that reading and help need not pay

    engine, graphs = pyoxigraph.Store(), set[str]()
    for parts in map(parted, portions(BytesIO(quads))):
        engine.bulk_load(input=triples_of(parts), format=pyoxigraph.RdfFormat.N_TRIPLES)
        graphs |= graphs_of(parts)
    return engine, frozenset(graphs)
