"""Our own terms as `answerable.ttl` defines them, for those who explain the graph or check it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from answerable.ontology.terms import AP, OWL, RDF_TYPE, RDFS, RDFS_LABEL, SKOS, SKOS_IN_SCHEME, SKOS_PREF_LABEL

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["ONTOLOGY_FILE", "Term", "vocabulary"]

ONTOLOGY_FILE: Final = Path(__file__).with_name("answerable.ttl")


@dataclass(frozen=True, slots=True)
class Term:
    """A class, property, list or concept of ours. What it points to is given by address."""

    iri: str
    kinds: tuple[str, ...]
    label: str
    definition: str
    example: str
    parents: tuple[str, ...] = ()
    """Classes or properties that it narrows; of a concept, its list."""
    domain: str | None = None
    range: str | None = None

    @property
    def name(self) -> str:
        """The name within our namespace."""
        return self.iri.removeprefix(AP)

    @property
    def is_class(self) -> bool:
        """Whether things can be of it."""
        return OWL + "Class" in self.kinds

    @property
    def is_property(self) -> bool:
        """Whether it links a thing to another or to a value."""
        return bool({OWL + "ObjectProperty", OWL + "DatatypeProperty"} & set(self.kinds))

    @property
    def links(self) -> bool:
        """Whether it is a property that leads to a thing, not to a value."""
        return OWL + "ObjectProperty" in self.kinds


@cache
def vocabulary() -> tuple[Term, ...]:
    """Give every term of ours in the order of the file, in which related terms stand together."""
    from pyoxigraph import RdfFormat, parse  # noqa: PLC0415 - heavy, and only needed here

    facts: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in parse(path=ONTOLOGY_FILE, format=RdfFormat.TURTLE):
        facts[quad.subject.value][quad.predicate.value].append(quad.object.value)
    return tuple(_term(iri, said) for iri, said in facts.items() if iri.startswith(AP))


def _term(iri: str, said: Mapping[str, Sequence[str]]) -> Term:
    def one(predicate: str) -> str | None:
        return next(iter(said[predicate]), None)

    return Term(
        iri=iri,
        kinds=tuple(said[RDF_TYPE]),
        label=one(RDFS_LABEL) or one(SKOS_PREF_LABEL) or "",
        definition=one(SKOS + "definition") or "",
        example=one(SKOS + "example") or "",
        parents=(*said[RDFS + "subClassOf"], *said[RDFS + "subPropertyOf"], *said[SKOS_IN_SCHEME]),
        domain=one(RDFS + "domain"),
        range=one(RDFS + "range"),
    )
