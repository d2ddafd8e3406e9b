"""From an address to everything that a page of the thing shows, by a few quick queries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from answerable.exports.entities.facts import Statement, facts_of, statements_about
from answerable.exports.entities.inward import Inward, inward_to, sections_of
from answerable.exports.entities.model import Entity, Promise, Reference
from answerable.exports.entities.naming import names_of
from answerable.exports.entities.neighbours import neighbours_of
from answerable.exports.entities.promises import promises_about, question_of
from answerable.exports.entities.quoting import Evidence, evidence_of
from answerable.exports.facts.words import count
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
    names = names_of(graph, [iri, *_named(statements, inward)])
    reference = names[iri]
    promises, promised = promises_about(graph, iri, reference.kind, most)
    evidence = evidence_of(graph, [iri])
    facts = tuple(facts_of(iri, statements, names, evidence))
    return Entity(
        iri,
        reference.kind,
        reference.label,
        _subtitle(reference, promises, promised),
        facts,
        promises,
        promised,
        tuple(sections_of(inward, names)),
        neighbours_of(iri, statements, inward, promises, names),
        _sources(evidence, statements, names),
        names,
        _queries(iri, reference.kind),
        _others(evidence.quotes(iri), {quote for fact in facts for quote in fact.quotes}),
        reference.answer,
    )


def _named(statements: Iterable[Statement], inward: Iterable[Inward]) -> list[str]:
    """Give the addresses that a page speaks of: not its evidence, whose quotes it shows."""
    outward = [each for each in statements if each.name != terms.EVIDENCE and isinstance(each.value, Iri)]
    return [*(str(each.value) for each in outward), *(thing for each in inward for thing in each.things)]


def _subtitle(reference: Reference, promises: Sequence[Promise], promised: int) -> str:
    plans = len({promise.plan.iri for promise in promises})
    carried = [f"{count(promised, 'assignment')} in {count(plans, 'plan')}"] if promised == len(promises) > 0 else []
    many = [count(promised, "assignment")] if promised > len(promises) else []
    return ", ".join(filter(None, (reference.about, *carried, *many)))


def _sources(evidence: Evidence, statements: Iterable[Statement], names: dict[str, Reference]) -> tuple[Reference, ...]:
    stated = [
        names[str(each.value)] for each in statements if each.name == terms.DCTERMS_SOURCE and str(each.value) in names
    ]
    documents = {each.iri: each for each in (*evidence.documents, *stated) if each.kind == "document"}
    return tuple(documents.values())


def _others(quotes: Iterable[Quote], shown: set[Quote]) -> tuple[Quote, ...]:
    return tuple(dict.fromkeys(quote for quote in quotes if quote not in shown))


def _queries(iri: str, kind: str) -> tuple[str, ...]:
    said = f"SELECT ?graph ?property ?value\nWHERE {{ GRAPH ?graph {{ <{iri}> ?property ?value }} }}"
    own = (
        f"{said}\nORDER BY ?property ?value",
        f"SELECT ?thing ?property\nWHERE {{ ?thing ?property <{iri}> }}\nORDER BY ?property ?thing",
    )
    promised = question_of(iri, kind)
    return (*own, promised) if promised else own
