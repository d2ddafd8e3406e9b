"""What of a build lies on a server already: which graphs, how many triples each, and what was noted of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from answerable.graph.mapping.lines import GraphLines
from answerable.graph.notation import checked_iri, escape
from answerable.graph.remote.note import published_graph
from answerable.ontology import terms

if TYPE_CHECKING:
    from answerable.graph.publishing.parts import Part
    from answerable.graph.remote.endpoint import Endpoint

__all__ = ["Standing", "note", "standing", "triples_of"]

_COUNTS: Final = """
SELECT ?graph (COUNT(*) AS ?triples)
WHERE {{ GRAPH ?graph {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?graph), "{}")) }}
GROUP BY ?graph ORDER BY ?graph
"""
_ONE: Final = "SELECT (COUNT(*) AS ?triples) WHERE {{ GRAPH <{}> {{ ?s ?p ?o }} }}"
_NOTED: Final = "SELECT ?graph ?digest WHERE {{ GRAPH <{}> {{ ?graph ap:digest ?digest }} }} ORDER BY ?graph"
_NAMED: Final = "SELECT ?name WHERE {{ GRAPH <{}> {{ ?dataset dcterms:identifier ?name }} }} ORDER BY ?name"


@dataclass(frozen=True, slots=True)
class Standing:
    """A server's part of a build."""

    triples: Mapping[str, int]
    """How many triples each graph has; the graph of notes is not among them."""
    digests: Mapping[str, str]
    snapshot: str | None
    """The snapshot that was published whole, None where one never was or is under way."""

    def has(self, part: Part) -> bool:
        """Whether a graph lies there whole and unchanged."""
        return self.digests.get(part.graph) == part.digest and self.triples.get(part.graph) == part.triples


def standing(endpoint: Endpoint, base: str) -> Standing:
    """Ask a server what it has under `base`."""
    notes = published_graph(base)
    found = {str(graph): int(str(count)) for graph, count in endpoint.rows(_COUNTS.format(escape(f"{base}graph/")))}
    digests = {str(graph): str(digest) for graph, digest in endpoint.rows(_NOTED.format(notes))}
    names = [str(name) for (name,) in endpoint.rows(_NAMED.format(notes))]
    return Standing({graph: n for graph, n in found.items() if graph != notes}, digests, names[0] if names else None)


def triples_of(endpoint: Endpoint, graph: str) -> int:
    """Count the triples of one graph on a server."""
    ((count,),) = endpoint.rows(_ONE.format(checked_iri(graph)))
    return int(str(count))


def note(parts: Iterable[Part], base: str, snapshot: str | None = None) -> list[bytes]:
    """Write the note on graphs that are sent, as N-Triples; with `snapshot` it says that all of it is there."""
    lines = GraphLines(published_graph(base))
    lines.link(f"{base}dataset", terms.RDF_TYPE, terms.VOID_DATASET)
    for part in parts:
        lines.text(part.graph, terms.DIGEST, part.digest)
        lines.number(part.graph, terms.VOID_TRIPLES, part.triples)
    if snapshot:
        lines.text(f"{base}dataset", terms.DCTERMS_IDENTIFIER, snapshot)
    return list(_as_triples(lines))


def _as_triples(lines: GraphLines) -> Iterator[bytes]:
    return ((line.rsplit(" <", 1)[0] + " .\n").encode() for line in lines.lines)
