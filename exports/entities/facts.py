"""What is said of a thing as facts: in words, with quotes, and marked where a program and not the print says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from answerable.exports.entities.properties import HIDDEN, ORDER, property_of
from answerable.exports.facts import Fact
from answerable.exports.facts.words import day_in_words
from answerable.graph.notation import checked_iri
from answerable.graph.values import Iri, Term, scalar
from answerable.ontology import terms

if TYPE_CHECKING:
    from datetime import date

    from answerable.exports.entities.model import Reference
    from answerable.exports.facts import EvidenceIndex
    from answerable.graph.askable import Askable

__all__ = ["Statement", "facts_of", "statements_about"]

_MOST: Final = 12
"""Values of one property that are told; the rest is counted."""
_WORDINGS: Final = 3
"""Quotes that stand with a fact; all are listed below."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said of another, the graphs that say so, and the rule where only inference does."""

    name: str
    value: Term
    inferred: str | None = None


def statements_about(graph: Askable, iri: str) -> list[Statement]:
    """Give everything that is said of a thing but its evidence, whichever named graph says it."""
    said = f"<{checked_iri(iri)}> ?name ?value FILTER(?name != <{terms.EVIDENCE}>)"
    rows = list(graph.select(f"SELECT DISTINCT ?graph ?name ?value WHERE {{ GRAPH ?graph {{ {said} }} }}"))
    if not rows:  # a store elsewhere may keep everything in its default graph
        rows = [(None, *row) for row in graph.select(f"SELECT DISTINCT ?name ?value WHERE {{ {said} }}")]
    sources: defaultdict[tuple[str, Term], set[str]] = defaultdict(set)
    for source, name, value in rows:
        if value is not None:
            sources[str(name), value].add(str(source))
    rules = _rules(graph) if any(len(where) == 1 for where in sources.values()) else {}
    return [
        Statement(
            name,
            value,
            next((rules[at, name] for at in where if (at, name) in rules), None) if len(where) == 1 else None,
        )
        for (name, value), where in sorted(sources.items(), key=lambda item: (item[0][0], str(item[0][1])))
    ]


def _rules(graph: Askable) -> Mapping[tuple[str, str], str]:
    """Give the rule behind each inferred property, by the graph that states it."""
    rows = graph.select(
        f"SELECT DISTINCT ?graph ?property ?rule WHERE {{ ?graph <{terms.APPLIES}> ?applied . "
        f"?applied <{terms.INFERS}> ?property ; <{terms.RDFS_LABEL}> ?rule }} ORDER BY ?graph ?property ?rule"
    )
    return {(str(at), str(name)): str(rule) for at, name, rule in rows}


def facts_of(
    iri: str, statements: Iterable[Statement], names: Mapping[str, Reference], evidence: EvidenceIndex
) -> Iterator[Fact]:
    """Give the facts of a thing in the order in which a page tells them."""
    grouped: defaultdict[tuple[str, str | None], list[Term]] = defaultdict(list)
    for statement in statements:
        if statement.name not in HIDDEN:
            grouped[statement.name, statement.inferred].append(statement.value)
    for (name, inferred), values in sorted(grouped.items(), key=_rank):
        said = property_of(name)
        shown = values[:_MOST]
        links = tuple(str(value) for value in shown if isinstance(value, Iri) and str(value) in names)
        texts = [_in_words(value, names) for value in shown]
        more = [f"and {len(values) - _MOST:,} more"] if len(values) > _MOST else []
        quotes = evidence.first_of_each_wording(iri, *said.fields)[:_WORDINGS] if said.fields else ()
        yield Fact(said.words, "; ".join([*texts, *more]), inferred=inferred, links=links, quotes=quotes)


def _rank(item: tuple[tuple[str, str | None], list[Term]]) -> tuple[int, str, str]:
    name, inferred = item[0]
    return (ORDER.index(name) if name in ORDER else len(ORDER), property_of(name).words, inferred or "")


def _in_words(value: Term, names: Mapping[str, Reference]) -> str:
    if isinstance(value, Iri):
        return names[value.value].whole if value.value in names else value.value
    plain = scalar(value)
    if isinstance(plain, bool):
        return "yes" if plain else "no"
    return day_in_words(_day(value)) or str(value)


def _day(value: Term) -> date | None:
    from datetime import date  # noqa: PLC0415 - the type alone is not enough here

    plain = scalar(value)
    return plain if isinstance(plain, date) else None
