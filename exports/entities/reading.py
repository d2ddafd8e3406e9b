"""From an address to everything that a page of the thing shows, by a few quick queries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from answerable.exports.entities.facts import Statement, facts_of, statements_about
from answerable.exports.entities.inward import Inward, inward_to, sections_of
from answerable.exports.entities.model import Entity, Promise, Reference
from answerable.exports.entities.naming import kind_named, names_of
from answerable.exports.entities.neighbours import neighbours_of
from answerable.exports.entities.promises import assigned_to, promises_of, question_of
from answerable.exports.entities.quoting import spans_behind
from answerable.exports.facts.words import count
from answerable.graph.notation import checked_iri
from answerable.graph.values import Iri
from answerable.ontology import terms

if TYPE_CHECKING:
    from answerable.exports.facts import Quote
    from answerable.graph.askable import Askable

__all__ = ["read_entity"]

PROMISES: Final = 60
"""Rows of the table of promises, unless more are asked for."""


def read_entity(graph: Askable, iri: str, *, most: int = PROMISES) -> Entity | None:
    """Give the thing with an address; None where the graph says nothing of it.

    `most` limits the rows of its table of promises. Raises BadAddressError where the text is no address.
    """
    statements = statements_about(graph, iri)
    inward = inward_to(graph, iri)
    if not statements and not inward:
        return None
    kind = kind_named(iri, [str(each.value) for each in statements if each.name == terms.RDF_TYPE])
    assigned = assigned_to(graph, iri, kind, most)
    spans = spans_behind(graph, [iri, *assigned.subjects])
    spoken = [iri, *_named(statements, inward), *assigned.linked, *spans.documents, *spans.plans.values()]
    names = names_of(graph, spoken)
    evidence = spans.named(names)
    facts = tuple(facts_of(iri, statements, names, evidence))
    promises = promises_of(assigned, names, evidence)
    return Entity(
        iri,
        kind,
        names[iri].label,
        _subtitle(names[iri], promises, assigned.total),
        facts,
        promises,
        assigned.total,
        tuple(sections_of(inward, names)),
        neighbours_of(iri, statements, inward, promises, names),
        _sources(spans.behind(iri), statements, names),
        names,
        _queries(iri, kind),
        _others(evidence.quotes(iri), {quote for fact in facts for quote in fact.quotes}),
        names[iri].answer,
    )


def _named(statements: Iterable[Statement], inward: Iterable[Inward]) -> list[str]:
    """Give the addresses that a page speaks of."""
    outward = [each for each in statements if isinstance(each.value, Iri)]
    return [*(str(each.value) for each in outward), *(thing for each in inward for thing in each.things)]


def _subtitle(reference: Reference, promises: Sequence[Promise], promised: int) -> str:
    plans = len({promise.plan.iri for promise in promises})
    carried = [f"{count(promised, 'assignment')} in {count(plans, 'plan')}"] if promised == len(promises) > 0 else []
    many = [count(promised, "assignment")] if promised > len(promises) else []
    return ", ".join(filter(None, (reference.about, *carried, *many)))


def _sources(
    behind: Iterable[str], statements: Iterable[Statement], names: Mapping[str, Reference]
) -> tuple[Reference, ...]:
    stated = (str(each.value) for each in statements if each.name == terms.DCTERMS_SOURCE)
    found = (names[iri] for iri in dict.fromkeys([*behind, *stated]) if iri in names)
    return tuple(each for each in found if each.kind == "document")


def _others(quotes: Iterable[Quote], shown: set[Quote]) -> tuple[Quote, ...]:
    return tuple(dict.fromkeys(quote for quote in quotes if quote not in shown))


def _queries(iri: str, kind: str) -> tuple[str, ...]:
    thing = checked_iri(iri)
    said = f"SELECT ?graph ?property ?value\nWHERE {{ GRAPH ?graph {{ <{thing}> ?property ?value }} }}"
    own = (
        f"{said}\nORDER BY ?property ?value",
        f"SELECT ?thing ?property\nWHERE {{ ?thing ?property <{thing}> }}\nORDER BY ?property ?thing",
    )
    promised = question_of(iri, kind)
    return (*own, promised) if promised else own
