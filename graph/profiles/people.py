"""Who is a named individual in a graph: the people that it knows as such, and owners who are people by their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from answerable.graph.notation import unescape
from answerable.graph.profiles.person import PersonName, person_name
from answerable.graph.profiles.remover import MARK, NameRemover
from answerable.graph.profiles.unknown import bare_name, is_product
from answerable.ontology import terms

if TYPE_CHECKING:
    from answerable.graph.checking.quads import Quad

__all__ = ["People", "find_people"]

_LABELS: Final = frozenset({terms.SKOS_PREF_LABEL, terms.SKOS_ALT_LABEL, terms.FOAF_NAME, terms.SKOS_NOTATION})
_HOLDERS: Final = frozenset({terms.ORG_POST, terms.POST_GROUP, terms.ORG_UNIT, terms.FOAF_PERSON, terms.FOAF_AGENT})
_USED: Final = frozenset({terms.DCTERMS_DESCRIPTION, terms.RATIONALE})


@dataclass(frozen=True)
class People:
    """The named individuals of a graph, by address."""

    dropped: frozenset[str]
    """People who hold a post that a plan names beside them: the post stays without them."""
    withheld: frozenset[str]
    """People who own something themselves, are spoken of, or reviewed: something stays where they stood."""
    names: frozenset[PersonName]
    """Every name, of them and of others whom some text names."""
    things: frozenset[str]
    """The names of bodies and things, which are nobody's."""

    @cached_property
    def all(self) -> frozenset[str]:
        """Everyone."""
        return self.dropped | self.withheld


def find_people(quads: Iterable[Quad], texts: Collection[str]) -> People:
    """Find the named individuals of a graph; `texts` are all that may name somebody."""
    said = _said(quads)
    people = {iri for iri, kinds in said.kinds.items() if terms.FOAF_PERSON in kinds and not _is_product(said, iri)}
    bare = {iri for iri in said.owners - people if _is_bare(said, iri)}
    printed = _printed(said, people | bare) | _in_texts(texts, ())
    things = [iri for iri, kinds in said.kinds.items() if not kinds & _HOLDERS]
    labels = _of_nobody((label for iri in things for label in said.labels[iri]), printed)
    names = _read(printed | _in_texts(texts, labels))
    remover = NameRemover(names, (), labels)
    misread = {iri for iri in things if {remover.clean(name) for name in said.labels[iri]} == {MARK}}
    dropped = frozenset((people & said.holding) - said.owners)
    return People(dropped, frozenset((people | bare | misread | said.reviewers) - dropped), names, labels)


def _printed(said: _Said, people: Iterable[str]) -> set[str]:
    """Give the names of people, and of reviewers who go by a whole name."""
    names = {name for iri in people for name in said.labels[iri]}
    return names | {name for iri in said.reviewers for name in said.labels[iri] if bare_name(name, ())}


def _in_texts(texts: Iterable[str], things: Collection[str]) -> set[str]:
    """Give what is a name by its shape; before the names of things are known, only what has a title."""
    remover = NameRemover((), (), things)
    return {name for text in texts for name in remover.names_in(text, titled=not things)}


def _of_nobody(labels: Iterable[str], printed: Iterable[str]) -> frozenset[str]:
    """Give the names of things that hold no name of a person: a reader of names may take one for a programme's."""
    remover = NameRemover(_read(printed), (), ())
    return frozenset(label for label in set(labels) if not remover.names_known(label))


def _read(printed: Iterable[str]) -> frozenset[PersonName]:
    return frozenset(name for name in map(person_name, printed) if name)


@dataclass(slots=True)
class _Said:
    """What the quads say of the kinds and names of things."""

    kinds: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    labels: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    owners: set[str] = field(default_factory=set)
    holding: set[str] = field(default_factory=set)
    reviewers: set[str] = field(default_factory=set)
    used: set[str] = field(default_factory=set)


def _said(quads: Iterable[Quad]) -> _Said:
    said = _Said()
    links = {terms.OWNER: said.owners, terms.PROV_WAS_ASSOCIATED_WITH: said.reviewers}
    for quad in quads:
        if quad.predicate == terms.RDF_TYPE:
            said.kinds[quad.subject].add(quad.value)
        elif quad.predicate in links:
            links[quad.predicate].add(quad.value)
        elif quad.predicate == terms.ORG_HOLDS:
            said.holding.add(quad.subject)
        elif quad.predicate in _LABELS:
            said.labels[quad.subject].add(unescape(quad.value))
        elif quad.predicate in _USED:
            said.used.update(word for word in quad.value.split() if word.islower())
    return said


def _is_product(said: _Said, iri: str) -> bool:
    """Whether what was read as a person is none: "MS Teams Lead" begins with a product, not with a title."""
    return bool(said.labels[iri]) and all(map(is_product, said.labels[iri]))


def _is_bare(said: _Said, iri: str) -> bool:
    """Whether an owner that was read as a team, or as nothing, is a person by every name it goes by."""
    labels, kinds = said.labels[iri], said.kinds[iri]
    if not labels or kinds - {terms.ORG_UNIT, terms.FOAF_AGENT}:
        return False
    return all(bare_name(label, said.used) for label in labels)
