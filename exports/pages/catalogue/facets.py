"""Narrowing the list down: values of one facet widen each other, facets narrow each other, each with its count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from answerable.exports.pages.catalogue.catalogue import Catalogue, Item

__all__ = ["ANSWERS", "FACETS", "Choice", "Facet", "facets_of", "fitting"]

FACETS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "status": "Answer",
        "year": "Year",
        "body": "What was inspected",
        "owner": "Owner",
        "programme": "Programme, system or policy",
    }
)
"""The facets by the name of their parameter, as the page heads them."""
ANSWERS: Final[Mapping[str, str]] = MappingProxyType(
    {"agreed": "Agreed", "partly": "Partly agreed", "not": "Not agreed", "none": "No answer printed"}
)

Chosen = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet: how many recommendations have it beside what the other facets let through."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet with its values, those that hold most first, years the newest first."""

    name: str
    heading: str
    choices: tuple[Choice, ...]


def fitting(items: Iterable[Item], chosen: Chosen, but: str = "") -> list[Item]:
    """Give the recommendations that every facet lets through, `but` for one."""
    asked = [(name, values) for name, values in chosen.items() if values and name != but]
    return [item for item in items if all(item.values[name] & values for name, values in asked)]


def facets_of(catalogue: Catalogue, chosen: Chosen) -> list[Facet]:
    """Give all facets with counts; a value that was chosen stays, even where it fits nothing."""
    return [_facet(name, catalogue, chosen) for name in FACETS]


def _facet(name: str, catalogue: Catalogue, chosen: Chosen) -> Facet:
    picked = chosen.get(name, frozenset())
    counts = Counter(value for item in fitting(catalogue.items, chosen, but=name) for value in item.values[name])
    values = sorted(counts.keys() | picked)
    choices = [Choice(value, _label(value, catalogue), counts[value], value in picked) for value in values]
    return Facet(name, FACETS[name], tuple(sorted(choices, key=lambda choice: _order(name, choice))))


def _order(name: str, choice: Choice) -> tuple[object, ...]:
    if name == "year":
        return (-int(choice.value) if choice.value.isdecimal() else 0,)
    if name == "status":
        return (list(ANSWERS).index(choice.value) if choice.value in ANSWERS else len(ANSWERS),)
    return (-choice.count, choice.label, choice.value)


def _label(value: str, catalogue: Catalogue) -> str:
    named = catalogue.names.get(value)
    return named.label if named else ANSWERS.get(value, value)
