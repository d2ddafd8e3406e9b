"""One preferred label and one kind for every holder and named thing of a build, chosen from all that is printed.

A label is chosen over the whole build, because two plans may spell one post in two ways and a reader wants one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from answerable.extract.records import MentionType, Owner, PlanRecord, Recommendation
from answerable.graph.mapping.addresses import Addresses, rebased
from answerable.graph.mapping.titles import is_plural_title
from answerable.ontology.gazetteer import NO_OWN_NAMES, Entry, OwnNames, known_entries

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["Name", "Said", "choose_names", "said_in"]


@dataclass(frozen=True, slots=True)
class Name:
    """The preferred label of a thing, its kind where the records say, and whether one prints an acronym."""

    label: str
    kind: MentionType | None
    abbreviated: bool = False

    @property
    def is_group(self) -> bool:
        """Whether the label names several posts of one kind."""
        return self.kind is MentionType.ROLE and is_plural_title(self.label)


class _Weight(IntEnum):
    """How well a field names a thing: a mention was made to name it, a heading only to speak to it."""

    KNOWN = 0
    ADDRESSED = 1
    PRINTED = 2
    NAMED = 3


class Said(NamedTuple):
    """What one field says of a thing: its address, the printed label, its kind, and how well the field names it."""

    iri: str
    label: str
    kind: str | None
    """A `MentionType` by its value, so that it is the same when it comes from a file."""
    weight: int
    acronym: str | None = None


def said_in(record: PlanRecord, base: str, own: OwnNames = NO_OWN_NAMES) -> Mapping[Said, int]:
    """Give all that one record says of the names of things, and how often: what the choice of names needs of it."""
    return Counter(_said_in(record, Addresses(record, base), own))


def choose_names(said: Iterable[tuple[Said, int]], base: str, own: OwnNames = NO_OWN_NAMES) -> Mapping[str, Name]:
    """Choose the name of every body, holder and thing that is spoken of, under some base.

    A body that the gazetteer knows goes by its own name, whatever short or damaged forms plans print; all else by a
    mention's label, else by the commonest form.
    """
    labels: defaultdict[str, Counter[tuple[int, str]]] = defaultdict(Counter)
    kinds: defaultdict[str, Counter[str]] = defaultdict(Counter)
    short: set[str] = set()
    for (iri, label, kind, weight, acronym), times in said:
        labels[iri][weight, label] += times
        if acronym:
            short.add(iri)
        if kind:
            kinds[iri][kind] += times
    bodies = _bodies(base, own)
    return {
        iri: Name(bodies.get(iri) or _best_label(labels[iri]), _best_kind(kinds[iri]), iri in short) for iri in labels
    }


def _said_in(record: PlanRecord, addresses: Addresses, own: OwnNames) -> Iterator[Said]:
    for mention in record.mentions:
        yield Said(addresses.given(mention.iri), mention.label, mention.type, _Weight.NAMED, mention.acronym)
    for name in record.inspectorates:
        yield Said(addresses.inspectorate(name), name, MentionType.ORGANISATION, _Weight.PRINTED)
    if record.inspected_body:
        subject = addresses.subject(record.inspected_body, record.inspected_iri)
        yield Said(subject, record.inspected_body, None, _Weight.PRINTED)
    for recommendation in record.recommendations:
        yield from _said_of(recommendation, addresses, own)


def _said_of(recommendation: Recommendation, addresses: Addresses, own: OwnNames) -> Iterator[Said]:
    if recommendation.addressee:
        for iri, name in addresses.addressees(recommendation.addressee).items():
            yield Said(iri, name, None, _Weight.ADDRESSED)
    for owner in (owner for assignment in recommendation.assignments for owner in assignment.owners):
        yield from _said_of_owner(owner, addresses, own)


def _said_of_owner(owner: Owner, addresses: Addresses, own: OwnNames) -> Iterator[Said]:
    yield Said(addresses.given(owner.iri), owner.text, owner.kind, _Weight.PRINTED)
    if owner.role and owner.role_iri:
        yield Said(addresses.given(owner.role_iri), owner.role, None, _Weight.PRINTED)
    if owner.unit and owner.unit_iri:
        yield Said(addresses.given(owner.unit_iri), owner.unit, MentionType.TEAM, _Weight.PRINTED)
    if owner.organisation and (known := _gazetteer(own).get(owner.organisation)):
        yield Said(addresses.given(owner.organisation), known.label, MentionType(known.kind), _Weight.KNOWN)


@cache
def _gazetteer(own: OwnNames) -> Mapping[str, Entry]:
    return {entry.iri: entry for entry in known_entries(own)}


@cache
def _bodies(base: str, own: OwnNames) -> Mapping[str, str]:
    return {rebased(iri, base): entry.label for iri, entry in _gazetteer(own).items() if entry.body}


def _best_label(labels: Counter[tuple[int, str]]) -> str:
    return max(labels, key=lambda said: (said[0], labels[said], len(said[1]), said[1]))[1]


def _best_kind(kinds: Counter[str]) -> MentionType | None:
    best = max(kinds, key=lambda kind: (kinds[kind], kind), default=None)
    return MentionType(best) if best else None
