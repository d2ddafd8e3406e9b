"""What the graph says of some things, by a query so plain that every store answers it fast."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

from answerable.graph.notation import checked_iri
from answerable.graph.values import Iri, Term, scalar

if TYPE_CHECKING:
    from answerable.graph.askable import Askable

__all__ = ["Said", "listed", "portions", "said"]

_AT_ONCE: Final = 400
"""Addresses in one query: a request to a server elsewhere has to stay small."""


@dataclass(slots=True)
class Said:
    """What is said of one thing, by property."""

    values: defaultdict[str, list[Term]] = field(default_factory=lambda: defaultdict(list))

    def text(self, *properties: str) -> str:
        """Give the first value of the first of these properties that has one, else nothing."""
        return next((str(self.values[each][0]) for each in properties if self.values.get(each)), "")

    def texts(self, *properties: str) -> list[str]:
        """Give all values of some properties."""
        return [str(value) for each in properties for value in self.values.get(each, ())]

    def iris(self, *properties: str) -> list[str]:
        """Give what some properties lead to."""
        return [term.value for each in properties for term in self.values.get(each, ()) if isinstance(term, Iri)]

    def day(self, *properties: str) -> date | None:
        """Give the first day among the values of some properties."""
        days = (scalar(value) for each in properties for value in self.values.get(each, ()))
        return next((day for day in days if isinstance(day, date)), None)

    def holds(self, name: str) -> bool:
        """Whether a truth value is true; one that is missing is not."""
        return any(scalar(value) is True for value in self.values.get(name, ()))


def said(graph: Askable, iris: Iterable[str], properties: Collection[str] = ()) -> Mapping[str, Said]:
    """Give what is said of things; of these properties alone where any are given."""
    found: defaultdict[str, Said] = defaultdict(Said)
    for part in portions(iris):
        # As a filter: from a second VALUES an engine may make all pairs, or look through the whole graph for each.
        wanted = f" FILTER(?property IN ({listed(properties, ', ')}))" if properties else ""
        rows = graph.select(
            "SELECT DISTINCT ?thing ?property ?value "
            f"WHERE {{ VALUES ?thing {{ {listed(part)} }} ?thing ?property ?value{wanted} }} "
            "ORDER BY ?thing ?property ?value"
        )
        for thing, name, value in rows:
            if value is not None:
                found[str(thing)].values[str(name)].append(value)
    return found


def listed(iris: Iterable[str], between: str = " ") -> str:
    """Write addresses for a query; what is no address raises BadAddressError and reaches no query."""
    return between.join(f"<{checked_iri(iri)}>" for iri in iris)


def portions(iris: Iterable[str]) -> Iterator[list[str]]:
    """Give addresses, each once, in lots that fit into a query."""
    every = list(dict.fromkeys(iris))
    return (every[start : start + _AT_ONCE] for start in range(0, len(every), _AT_ONCE))
