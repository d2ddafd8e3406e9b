"""Everything that the list of recommendations needs, read once for each snapshot."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from answerable.exports.entities import Reference, names_of
from answerable.exports.entities.naming import recommendation_named
from answerable.exports.facts import Row, ask

if TYPE_CHECKING:
    from answerable.graph.askable import Askable

__all__ = ["Catalogue", "Item"]

_PACKAGE = "answerable.exports.pages.catalogue"


@dataclass(frozen=True, slots=True)
class Item:
    """A recommendation as the list shows it; `values` are its values for each facet, as addresses or words."""

    reference: Reference
    plan: Reference
    text: str
    owners: tuple[Reference, ...]
    values: Mapping[str, frozenset[str]]

    @property
    def answer(self) -> str:
        """What it was answered with, as in a reference."""
        return self.reference.answer


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All recommendations in the order of their plans, the newest first, with what can be said of all together.

    `carried` counts the assignments of each holder, `as_at` is the latest day that the plans state of themselves.
    """

    items: tuple[Item, ...]
    names: Mapping[str, Reference]
    plans: int
    assignments: int
    carried: Mapping[str, int]
    as_at: date | None

    @classmethod
    def of(cls, graph: Askable) -> Catalogue:
        """Read the catalogue of a snapshot."""
        rows = {row["item"]: row for row in reversed(list(ask(graph, _PACKAGE, "items")))}
        owned = list(ask(graph, _PACKAGE, "owners"))
        owners = _grouped(owned, "owner")
        things = _grouped(ask(graph, _PACKAGE, "things"), "thing")
        days = {row["plan"]: row for row in ask(graph, _PACKAGE, "days")}
        names = names_of(graph, sorted(_addresses(rows.values(), owners, things) | set(days)))
        ordered = sorted(rows.values(), key=lambda row: _order(row, days))
        items = tuple(_item(row, owners, things, days, names) for row in ordered)
        return cls(
            items,
            names,
            len(days),
            len({row["assignment"] for row in owned}),
            Counter(row["owner"] for row in owned if row["owner"]),
            max((day for row in days.values() for day in _days(row)), default=None),
        )


def _grouped(rows: Iterable[Row], column: str) -> Mapping[str, list[str]]:
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row[column] and row[column] not in groups[row["item"]]:
            groups[row["item"]].append(row[column])
    return groups


def _addresses(rows: Iterable[Row], *linked: Mapping[str, list[str]]) -> set[str]:
    own = {row[column] for row in rows for column in ("plan", "body") if row[column]}
    return own | {iri for group in linked for links in group.values() for iri in links}


def _order(row: Row, days: Mapping[str, Row]) -> tuple[int, str, int, str]:
    plan = days.get(row["plan"])
    day = max(_days(plan), default=date.min) if plan else date.min
    return (-day.toordinal(), row["plan"], row.number("position") or 0, row["item"])


def _days(row: Row) -> list[date]:
    return [day for name in ("submitted", "updated") if (day := row.day(name))]


def _year(row: Row | None) -> str:
    day = row and (row.day("submitted") or row.day("published") or row.day("updated"))
    return str(day.year) if day else ""


def _item(
    row: Row,
    owners: Mapping[str, list[str]],
    things: Mapping[str, list[str]],
    days: Mapping[str, Row],
    names: Mapping[str, Reference],
) -> Item:
    plan = names[row["plan"]]
    named = recommendation_named(row["item"], plan, row["number"], row["status"], concern=row.says("concern"))
    values = {
        "body": frozenset(filter(None, [row["body"]])),
        "status": frozenset({named.answer}),
        "owner": frozenset(owners.get(row["item"], ())),
        "programme": frozenset(things.get(row["item"], ())),
        "year": frozenset(filter(None, [_year(days.get(row["plan"]))])),
    }
    holders = tuple(names[iri] for iri in owners.get(row["item"], ()))
    return Item(named, plan, row["text"], holders, values)
