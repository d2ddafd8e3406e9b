"""What no single document states: the closed lists, and the one label by which each holder and thing goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerable.graph.mapping.lines import GraphLines
from answerable.graph.mapping.scope import graph_iri
from answerable.ontology import concepts, terms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from answerable.graph.mapping.names import Name

__all__ = ["map_labels", "map_lists"]

_LISTS = (
    concepts.RESPONSE_STATUSES,
    concepts.REASONS,
    concepts.DUE_KINDS,
    concepts.UPDATE_STATUSES,
    concepts.NOTE_KINDS,
    concepts.CHANGE_KINDS,
    concepts.JUDGEMENTS,
)


def map_labels(names: Mapping[str, Name], base: str) -> GraphLines:
    """State the one label of each holder and thing."""
    lines = GraphLines(graph_iri(base, "reference"))
    for iri, name in names.items():
        lines.text(iri, terms.SKOS_PREF_LABEL, name.label)
    return lines


def map_lists(base: str) -> GraphLines:
    """State the closed lists, and that this is the graph of reference data."""
    lines = GraphLines(graph_iri(base, "reference"))
    lines.link(lines.graph, terms.RDF_TYPE, terms.REFERENCE_GRAPH)
    for scheme, label in concepts.SCHEMES.items():
        lines.link(scheme, terms.RDF_TYPE, terms.SKOS_CONCEPT_SCHEME)
        lines.text(scheme, terms.SKOS_PREF_LABEL, label)
    for concept in (concept for members in _LISTS for concept in members.values()):
        lines.link(concept.iri, terms.RDF_TYPE, terms.SKOS_CONCEPT)
        lines.link(concept.iri, terms.SKOS_IN_SCHEME, concept.scheme)
        lines.text(concept.iri, terms.SKOS_PREF_LABEL, concept.label)
    return lines
