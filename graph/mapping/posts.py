"""What the title of a post says: its grade or role, its portfolio, and the unit that it is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerable.graph.mapping.evidence import cite
from answerable.graph.mapping.kinds import map_alternatives, map_kind
from answerable.ontology import concepts, terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from answerable.extract.records import Evidence, Owner
    from answerable.graph.mapping.scope import Scope

__all__ = ["map_title"]


def map_title(scope: Scope, post: str, owner: Owner, pieces: Sequence[Evidence]) -> None:
    """State the parts of a title; `pieces` are the words that print it."""
    if owner.role_iri:
        role = scope.addresses.given(owner.role_iri)
        scope.stated.link(post, terms.ORG_ROLE, role)
        for cls in (terms.ORG_ROLE_CLASS, terms.SKOS_CONCEPT):
            scope.stated.link(role, terms.RDF_TYPE, cls)
        scope.stated.link(role, terms.SKOS_IN_SCHEME, concepts.ROLES)
    scope.stated.text(post, terms.PORTFOLIO, owner.portfolio)
    if owner.unit_iri:
        _unit(scope, post, owner, scope.addresses.given(owner.unit_iri), pieces)


def _unit(scope: Scope, post: str, owner: Owner, unit: str, pieces: Sequence[Evidence]) -> None:
    scope.stated.link(post, terms.UNIT, unit)
    map_kind(scope, unit)
    map_alternatives(scope, unit, [owner.unit or ""])
    cite(scope, unit, pieces)
    if owner.organisation:
        lines = scope.stated if owner.organisation_stated else scope.inferred
        lines.link(unit, terms.ORG_UNIT_OF, scope.addresses.given(owner.organisation))
