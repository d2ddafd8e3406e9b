"""Our own terms, which the graph uses without repeating what they mean: a page of a term begins with its definition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from answerable.exports.entities import Entity, Reference
from answerable.exports.entities.naming import local_name
from answerable.exports.facts import Fact
from answerable.ontology.vocabulary import vocabulary

if TYPE_CHECKING:
    from answerable.ontology.vocabulary import Term

__all__ = ["defined", "definitions"]


def defined(iri: str, entity: Entity | None = None) -> Entity | None:
    """Give a term of ours with its definition, and with what the graph says of it; None for what is no term of ours."""
    term = definitions().get(iri)
    if term is None:
        return entity
    names = {each: _reference(each) for each in (*term.parents, term.domain, term.range) if each}
    kind = "class" if term.is_class else "property" if term.is_property else "term"
    facts = tuple(_facts(term))
    if entity is None:
        return Entity(iri, kind, term.label, "", facts, (), 0, (), (), (), names, ())
    return replace(entity, kind=kind, label=term.label, facts=(*facts, *entity.facts), names={**entity.names, **names})


@cache
def definitions() -> Mapping[str, Term]:
    """Give every term of ours by its address."""
    return {term.iri: term for term in vocabulary()}


def _facts(term: Term) -> Iterator[Fact]:
    yield Fact("Means", term.definition)
    if term.example:
        yield Fact("For example", term.example)
    for words, iris in (("Narrower than", term.parents), ("Said of", (term.domain,)), ("Leads to", (term.range,))):
        links = tuple(iri for iri in iris if iri)
        if links:
            yield Fact(words, "; ".join(_reference(iri).label for iri in links), links=links)


def _reference(iri: str) -> Reference:
    own = definitions().get(iri)
    return Reference(iri, "term", own.label if own else local_name(iri))
