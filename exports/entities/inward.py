"""What leads to a thing: by each property, the first of them by name and the number of all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from answerable.exports.entities.model import Reference, Section
from answerable.exports.entities.properties import INWARD, property_of
from answerable.graph.notation import checked_iri
from answerable.ontology import terms

if TYPE_CHECKING:
    from answerable.graph.askable import Askable

__all__ = ["Inward", "inward_to", "sections_of"]

_MOST: Final = 100
_ELSEWHERE: Final = frozenset({terms.OF, terms.OWNER, terms.P_PLAN_IS_STEP_OF_PLAN, terms.WORKS_WITH, terms.OWNED_BY})
"""What the table of promises, the neighbours or another list shows."""


class Inward(NamedTuple):
    """The things that lead to another by one property, and how many there are."""

    name: str
    things: tuple[str, ...]
    total: int


def inward_to(graph: Askable, iri: str) -> list[Inward]:
    """Give what leads to a thing, as a page heads it."""
    thing = f"<{checked_iri(iri)}>"
    counts = graph.select(
        f"SELECT ?name (COUNT(DISTINCT ?from) AS ?total) WHERE {{ ?from ?name {thing} }} GROUP BY ?name ORDER BY ?name"
    )
    return [
        Inward(str(name), tuple(_first(graph, thing, str(name))), int(str(total)))
        for name, total in counts
        if str(name) not in _ELSEWHERE
    ]


def _first(graph: Askable, thing: str, name: str) -> Iterator[str]:
    rows = graph.select(
        f"SELECT DISTINCT ?from WHERE {{ ?from <{checked_iri(name)}> {thing} }} ORDER BY ?from LIMIT {_MOST}"
    )
    return (str(row[0]) for row in rows)


def sections_of(inward: Iterable[Inward], names: Mapping[str, Reference]) -> Iterator[Section]:
    """Give the lists of a page, in its order, things by name; recommendations stay in the order of their numbers."""
    order = list(INWARD)
    for each in sorted(
        inward, key=lambda each: (order.index(each.name) if each.name in order else len(order), each.name)
    ):
        heading = INWARD.get(each.name) or f"{property_of(each.name).words}: of these"
        items = sorted(
            (names[iri] for iri in each.things), key=lambda item: (item.about, _natural(item.label), item.iri)
        )
        yield Section(heading, tuple(items), each.total)


def _natural(label: str) -> tuple[str, int, str]:
    """Sort "Recommendation 10" behind "Recommendation 9"."""
    head, _, last = label.rpartition(" ")
    return (head, int(last), "") if last.isdecimal() else (label, 0, last)
