"""Named things and where they are mentioned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerable.extract.records import Mention, MentionType
from answerable.graph.mapping.evidence import cite
from answerable.graph.mapping.kinds import map_alternatives, map_kind
from answerable.ontology import terms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from answerable.graph.mapping.scope import Scope

__all__ = ["map_mention"]

_HOLDERS = frozenset({MentionType.ROLE, MentionType.PERSON})


def map_mention(scope: Scope, mention: Mention, recommendations: Mapping[str, str]) -> None:
    """State a named thing and all that refers to it; `recommendations` gives addresses by number."""
    iri = scope.addresses.given(mention.iri)
    map_kind(scope, iri, acts=False)
    map_alternatives(scope, iri, mention.surfaces)
    scope.stated.text(iri, terms.SKOS_NOTATION, mention.acronym)
    if mention.type is MentionType.PERSON:
        scope.stated.text(iri, terms.FOAF_NAME, mention.label)
    cite(scope, iri, mention.evidence)
    for number in (number for number in mention.recommendations if number in recommendations):
        scope.stated.link(recommendations[number], terms.DCTERMS_REFERENCES, iri)
        if mention.type not in _HOLDERS:
            scope.inferred.link(recommendations[number], terms.INVOLVES, iri)
    for piece in mention.evidence:
        whole = scope.plan if piece.recommendation is None else recommendations.get(piece.recommendation)
        for subject in (*([whole] if whole else ()), *scope.passages.around(piece)):
            scope.stated.link(subject, terms.DCTERMS_REFERENCES, iri)
            cite(scope, subject, [piece])
