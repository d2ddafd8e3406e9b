"""Who holds something: posts, groups of posts, units, bodies and named people, as an owner cell prints them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerable.extract.records import Assignment, Evidence, MentionType, Owner
from answerable.graph.mapping.evidence import cite
from answerable.graph.mapping.kinds import map_alternatives, map_kind
from answerable.graph.mapping.posts import map_title
from answerable.ontology import terms
from answerable.ontology.iris import mint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from answerable.graph.mapping.scope import Scope

__all__ = ["map_holders"]

_BELONGS = {MentionType.ROLE: terms.ORG_POST_IN, MentionType.TEAM: terms.ORG_UNIT_OF}


def map_holders(scope: Scope, assignment_iri: str, assignment: Assignment) -> Sequence[str]:
    """State the holders of an assignment and give their addresses, each once."""
    pieces = [piece for piece in assignment.evidence if piece.field == "owner"]
    holders: dict[str, None] = {}
    for owner in assignment.owners:
        iri = scope.addresses.given(owner.iri)
        holders[iri] = None
        scope.stated.link(assignment_iri, terms.OWNER, iri)
        map_kind(scope, iri)
        map_alternatives(scope, iri, [owner.text])
        # A cell of two holders may be one piece or two: the piece that has the name supports it best.
        own = [piece for piece in pieces if owner.text in piece.quote] or pieces
        cite(scope, iri, own)
        _organisation(scope, iri, owner)
        map_title(scope, iri, owner, own)
        _person(scope, iri, owner, own)
    return tuple(holders)


def _organisation(scope: Scope, iri: str, owner: Owner) -> None:
    if owner.organisation is None or owner.kind not in {MentionType.ROLE, MentionType.TEAM, MentionType.PERSON}:
        return
    lines = scope.stated if owner.organisation_stated else scope.inferred
    organisation = scope.addresses.given(owner.organisation)
    if organisation != iri:
        lines.link(iri, _BELONGS.get(owner.kind, terms.ORG_MEMBER_OF), organisation)


def _person(scope: Scope, iri: str, owner: Owner, pieces: Sequence[Evidence]) -> None:
    """State who holds the post, where the cell names both; a name is only ever the same person in the same post."""
    if not owner.person:
        return
    if owner.kind is MentionType.PERSON:
        scope.stated.text(iri, terms.FOAF_NAME, owner.person)
        return
    person = mint(scope.base, "person", owner.person, iri.removeprefix(scope.base))
    scope.stated.link(person, terms.RDF_TYPE, terms.FOAF_PERSON)
    scope.stated.text(person, terms.FOAF_NAME, owner.person)
    scope.stated.link(person, terms.ORG_HOLDS, iri)
    cite(scope, person, pieces)
