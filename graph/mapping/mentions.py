"""Named things and where they are mentioned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerable.graph.mapping.evidence import cite
from answerable.graph.mapping.kinds import AGENTS, map_alternatives, map_kind
from answerable.ontology import terms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from answerable.extract.records import Evidence, Mention
    from answerable.graph.mapping.scope import Scope

__all__ = ["map_mention"]


def map_mention(scope: Scope, mention: Mention, recommendations: Mapping[str, str]) -> None:
    """State a named thing and its references; `recommendations` gives addresses by number."""
    iri = scope.addresses.given(mention.iri)
    map_kind(scope, iri)
    map_alternatives(scope, iri, mention.surfaces)
    scope.stated.text(iri, terms.SKOS_NOTATION, mention.acronym)
    cite(scope, iri, mention.evidence)
    for number in mention.recommendations:
        if number in recommendations:
            _refer(scope, recommendations[number], iri, mention, number)
    if any(piece.recommendation is None for piece in mention.evidence):
        _refer(scope, scope.plan, iri, mention, None)


def _refer(scope: Scope, subject: str, iri: str, mention: Mention, number: str | None) -> None:
    scope.stated.link(subject, terms.DCTERMS_REFERENCES, iri)
    cite(scope, subject, _evidence_in(mention, number))
    if number is not None and mention.type not in AGENTS:
        scope.inferred.link(subject, terms.INVOLVES, iri)


def _evidence_in(mention: Mention, number: str | None) -> list[Evidence]:
    return [piece for piece in mention.evidence if piece.recommendation == number]
