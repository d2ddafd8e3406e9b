"""What kind of thing something is, as classes of the graph, and the other names it is printed under."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from answerable.extract.records import MentionType
from answerable.graph.mapping.boards import is_board
from answerable.graph.mapping.classes import is_class_of_bodies
from answerable.ontology import concepts, terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from answerable.graph.mapping.names import Name
    from answerable.graph.mapping.scope import Scope

__all__ = ["AGENTS", "map_alternatives", "map_kind"]

AGENTS: Final[Mapping[MentionType, tuple[str, ...]]] = {
    MentionType.ORGANISATION: (terms.ORG_ORGANIZATION,),
    MentionType.PROVIDER: (terms.ORG_ORGANIZATION, terms.PROVIDER),
    MentionType.TEAM: (terms.ORG_UNIT,),
    MentionType.ROLE: (terms.ORG_POST,),
    MentionType.PERSON: (terms.FOAF_PERSON,),
}
"""Who can act; everything else that is named is a concept in the scheme of named things."""

_THINGS: Final[Mapping[MentionType, str]] = {
    MentionType.PROGRAMME: terms.PROGRAMME,
    MentionType.SERVICE: terms.SERVICE,
    MentionType.SYSTEM: terms.SYSTEM,
    MentionType.TOOL: terms.TOOL,
    MentionType.POLICY: terms.POLICY,
    MentionType.TRAINING: terms.TRAINING,
    MentionType.MEETING: terms.MEETING,
    MentionType.PLACE: terms.PLACE,
    MentionType.LEGISLATION: terms.LEGISLATION,
    MentionType.PROJECT: terms.PROJECT,
}

_BODIES: Final = frozenset({MentionType.ORGANISATION, MentionType.PROVIDER})


def map_kind(scope: Scope, iri: str, *, acts: bool = True) -> None:
    """State what kind of thing an address stands for, as far as the records say.

    A name of a class of bodies, such as "Youth Offending Teams", is no body where it is only named and never `acts`.
    """
    name = scope.names[iri]
    is_idle = not acts and name.kind in _BODIES and is_class_of_bodies(name.label)
    for cls in (terms.SKOS_CONCEPT,) if is_idle else _classes(name):
        scope.stated.link(iri, terms.RDF_TYPE, cls)
    if name.kind in _THINGS:
        scope.stated.link(iri, terms.SKOS_IN_SCHEME, concepts.NAMED_THINGS)


def map_alternatives(scope: Scope, iri: str, printed: Iterable[str]) -> None:
    """State the printed forms of a name that are not its preferred label: SKOS keeps the two apart."""
    for form in {text for text in printed if text} - {scope.names[iri].label}:
        scope.stated.text(iri, terms.SKOS_ALT_LABEL, form)


@lru_cache(maxsize=4096)
def _classes(name: Name) -> tuple[str, ...]:
    if name.kind is None:
        return ()
    if name.kind is MentionType.TEAM and is_board(name.label):
        return (terms.ORG_UNIT, terms.BOARD)
    if name.is_group:
        return (terms.POST_GROUP,)
    return AGENTS.get(name.kind) or (_THINGS[name.kind], terms.SKOS_CONCEPT)
