"""Who and what stands next to a thing, for a small picture: the heaviest ties first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from answerable.exports.entities.model import Neighbour, Promise, Reference
from answerable.graph.values import Iri
from answerable.ontology import terms

if TYPE_CHECKING:
    from answerable.exports.entities.facts import Statement
    from answerable.exports.entities.inward import Inward

__all__ = ["neighbours_of"]

_MOST: Final = 24
_OUTWARD: Final[Mapping[str, str]] = MappingProxyType(
    {
        terms.DCTERMS_IS_PART_OF: "stands in",
        terms.INSPECTED: "inspected",
        terms.ORG_POST_IN: "belongs to",
        terms.ORG_UNIT_OF: "belongs to",
        terms.ORG_MEMBER_OF: "belongs to",
        terms.ORG_SUB_ORGANIZATION_OF: "part of",
        terms.SUCCESSOR: "followed by",
        terms.WORKS_WITH: "works with",
        terms.INVOLVES: "names",
        terms.ADDRESSED_TO: "addressed to",
        terms.OF: "answers for",
        terms.OWNER: "owned by",
        terms.ASSIGNED_ACTION: "for the action",
        terms.ANSWERS: "answers",
        terms.ORG_ORIGINAL_ORGANIZATION: "from",
        terms.ORG_RESULTING_ORGANIZATION: "to",
        terms.OWNED_COMPANY: "owned",
        terms.OWNER_COMPANY: "owner",
        terms.LINK_FROM: "from",
        terms.LINK_TO: "to",
        terms.MEASURE_OF: "measures",
        terms.DCTERMS_SOURCE: "read from",
        terms.RESPONDS_TO: "responds to",
    }
)
_INWARD: Final[Mapping[str, str]] = MappingProxyType(
    {
        terms.DCTERMS_IS_PART_OF: "part of it",
        terms.INSPECTED: "about it",
        terms.ORG_POST_IN: "post in it",
        terms.ORG_UNIT_OF: "unit of it",
        terms.ORG_MEMBER_OF: "member",
        terms.ORG_HOLDS: "held by",
        terms.ORG_SUB_ORGANIZATION_OF: "part of it",
        terms.SUCCESSOR: "before it",
        terms.INVOLVES: "names it",
        terms.ADDRESSED_TO: "addressed to it",
        terms.ORG_ROLE: "of this grade",
        terms.RESPONDS_TO: "responds to it",
    }
)


class _Tied(NamedTuple):
    iri: str
    tie: str


def neighbours_of(
    iri: str,
    statements: Iterable[Statement],
    inward: Iterable[Inward],
    promises: Iterable[Promise],
    names: Mapping[str, Reference],
) -> tuple[Neighbour, ...]:
    """Give the neighbours of a thing; promises tie holders to what they own, and weigh as much as there are of them."""
    weights = Counter(_promised(iri, promises))
    weights.update(_Tied(str(s.value), _OUTWARD[s.name]) for s in statements if s.name in _OUTWARD and _leads(s))
    weights.update(_Tied(thing, _INWARD[each.name]) for each in inward if each.name in _INWARD for thing in each.things)
    known = dict(names) | {each.iri: each for promise in promises for each in (*promise.owners, promise.recommendation)}
    first: dict[str, Neighbour] = {}
    for tied, weight in sorted(weights.items(), key=lambda item: (-item[1], item[0])):
        if tied.iri in known and tied.iri != iri:
            named = known[tied.iri]
            first.setdefault(tied.iri, Neighbour(tied.iri, named.whole, named.kind, tied.tie, weight, named.answer))
    return tuple(first.values())[:_MOST]


def _leads(statement: Statement) -> bool:
    return isinstance(statement.value, Iri)


def _promised(iri: str, promises: Iterable[Promise]) -> Iterator[_Tied]:
    """Tie a holder to what it owns, and anything else to the holders who own something about it."""
    for promise in promises:
        owners = {owner.iri for owner in promise.owners}
        if iri in owners:
            yield _Tied(promise.recommendation.iri, "owns jointly" if len(owners) > 1 else "owns")
        else:
            yield from (_Tied(owner, "owner, jointly" if len(owners) > 1 else "owner") for owner in sorted(owners))
