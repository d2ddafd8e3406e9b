"""Organisations over time: what each belongs to, when it lived, what became of it, and who owned it.

Reading a plan needs names only, so that these facts have a loader of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from answerable.ontology.gazetteer.load import files
from answerable.ontology.gazetteer.statements import (
    DCTERMS,
    NAMESPACE,
    ORG,
    RDF_TYPE,
    RDFS_LABEL,
    SKOS,
    Facts,
    statements,
)

__all__ = ["Bodies", "Body", "Change", "Ownership", "as_bodies", "bodies"]


@dataclass(frozen=True, slots=True)
class Body:
    """One organisation, unit or prison while its identity holds.

    `parents` are the bodies that it belongs to, `operators` those that run it under a contract, `places` the areas
    that it serves. Days are as precise as known (YYYY, YYYY-MM or YYYY-MM-DD); None where they are not.
    """

    iri: str
    label: str
    notation: str | None
    labels: tuple[str, ...]
    parents: tuple[str, ...]
    operators: tuple[str, ...]
    places: tuple[str, ...]
    valid_from: str | None
    valid_to: str | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A day on which some bodies became others; both lists hold addresses."""

    iri: str
    label: str
    date: str | None
    before: tuple[str, ...]
    after: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ownership:
    """That one company owned another for a time; a company is no part of its owner."""

    iri: str
    owned: str
    owner: str
    valid_from: str | None
    valid_to: str | None
    share: str | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bodies:
    """All that is known of organisations over time, in the order of their addresses."""

    by_iri: Mapping[str, Body] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    ownerships: tuple[Ownership, ...] = ()

    def with_more(self, more: Bodies) -> Bodies:
        """Give these and some more; of a body that both know the more particular knowledge stands."""
        return Bodies(
            MappingProxyType(dict(sorted({**self.by_iri, **more.by_iri}.items()))),
            (*self.changes, *more.changes),
            (*self.ownerships, *more.ownerships),
        )


@cache
def bodies() -> Bodies:
    """Give what the gazetteers that ship with the program know of organisations over time."""
    return as_bodies(statements(path for path in files() if path.stem != "acronyms").items())


def as_bodies(subjects: Iterable[tuple[str, Facts]]) -> Bodies:
    """Give the organisations, change events and ownerships among some statements."""
    known = [(iri, facts, frozenset(facts[RDF_TYPE])) for iri, facts in subjects]
    return Bodies(
        MappingProxyType({iri: _body(iri, facts) for iri, facts, types in known if ORG + "Organization" in types}),
        tuple(_change(iri, facts) for iri, facts, types in known if ORG + "ChangeEvent" in types),
        tuple(_ownership(iri, facts) for iri, facts, types in known if NAMESPACE + "Ownership" in types),
    )


def _first(facts: Facts, term: str) -> str | None:
    return next(iter(facts[term]), None)


def _all(facts: Facts, term: str) -> tuple[str, ...]:
    return tuple(sorted(set(facts[term])))


def _body(iri: str, facts: Facts) -> Body:
    return Body(
        iri=iri,
        label=facts[SKOS + "prefLabel"][0],
        notation=_first(facts, SKOS + "notation"),
        labels=_all(facts, SKOS + "altLabel"),
        parents=_all(facts, ORG + "subOrganizationOf"),
        operators=_all(facts, NAMESPACE + "operatedBy"),
        places=_all(facts, DCTERMS + "spatial"),
        valid_from=_first(facts, NAMESPACE + "validFrom"),
        valid_to=_first(facts, NAMESPACE + "validTo"),
        sources=_all(facts, DCTERMS + "source"),
    )


def _change(iri: str, facts: Facts) -> Change:
    return Change(
        iri=iri,
        label=facts[RDFS_LABEL][0],
        date=_first(facts, DCTERMS + "date"),
        before=_all(facts, ORG + "originalOrganization"),
        after=_all(facts, ORG + "resultingOrganization"),
        sources=_all(facts, DCTERMS + "source"),
    )


def _ownership(iri: str, facts: Facts) -> Ownership:
    return Ownership(
        iri=iri,
        owned=facts[NAMESPACE + "ownedCompany"][0],
        owner=facts[NAMESPACE + "ownerCompany"][0],
        valid_from=_first(facts, NAMESPACE + "validFrom"),
        valid_to=_first(facts, NAMESPACE + "validTo"),
        share=_first(facts, NAMESPACE + "share"),
        sources=_all(facts, DCTERMS + "source"),
    )
