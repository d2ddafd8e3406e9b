"""All that can be looked up in a snapshot: things with their names, plans, and recommendations by number."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from answerable.graph.lookup.kinds import kind_of

if TYPE_CHECKING:
    from answerable.graph.askable import Askable
    from answerable.graph.values import Scalar

__all__ = ["Entry", "entries_of"]

_Record = Mapping[str, "Scalar"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing that can be looked up: what it goes by, all its names, and what tells it from its namesakes."""

    iri: str
    kind: str
    label: str
    forms: tuple[str, ...]
    about: str = ""


def entries_of(graph: Askable) -> Iterator[Entry]:
    """Ask a graph for everything in it that can be looked up."""
    plans = {entry.iri: entry for entry in _plans(_ask(graph, "plans"))}
    yield from plans.values()
    yield from _recommendations(_ask(graph, "recommendations"), plans)
    yield from _things(_ask(graph, "forms"), _ask(graph, "classes"), _ask(graph, "places"))


def _ask(graph: Askable, name: str) -> Iterator[_Record]:
    return graph.select((files("answerable.graph.lookup") / f"{name}.rq").read_text(encoding="utf-8")).records()


def _plans(records: Iterable[_Record]) -> list[Entry]:
    grouped = _grouped(records, "plan")
    names = {plan: _plan_name(rows[0]) for plan, rows in grouped.items()}
    namesakes = Counter(names.values())
    return [
        Entry(
            plan,
            "plan",
            names[plan] if namesakes[names[plan]] == 1 else f"{names[plan]} ({_day(rows[0])})",
            _each([names[plan], *(_said(row, column) for row in rows for column in _PLAN_NAMES)]),
            _said(rows[0], "title"),
        )
        for plan, rows in grouped.items()
    ]


_PLAN_NAMES = ("bodyName", "acronym", "form", "title", "file")


def _plan_name(row: _Record) -> str:
    name = next(filter(None, (_said(row, column) for column in ("acronym", "bodyName", "title", "file"))), "")
    return ", ".join(filter(None, (name, _day(row)[:4])))


def _day(row: _Record) -> str:
    return next(filter(None, (_said(row, column) for column in ("submitted", "published", "updated"))), "")


def _recommendations(records: Iterable[_Record], plans: Mapping[str, Entry]) -> Iterator[Entry]:
    for row in records:
        plan = plans.get(_said(row, "plan"))
        if plan:
            kind = "concern" if row["concern"] else "recommendation"
            label = f"{kind.capitalize()} {_said(row, 'number')}, {plan.label}"
            yield Entry(_said(row, "recommendation"), kind, label, (label,), _said(row, "text"))


def _things(names: Iterable[_Record], classes: Iterable[_Record], places: Iterable[_Record]) -> Iterator[Entry]:
    kinds = {
        thing: kind_of({_said(row, "class") for row in rows}) for thing, rows in _grouped(classes, "thing").items()
    }
    where = {thing: _said(rows[0], "place") for thing, rows in _grouped(places, "thing").items()}
    for thing, rows in _grouped(names, "thing").items():
        kind, forms = kinds.get(thing), _each(_said(row, "form") for row in rows)
        if kind:
            yield Entry(thing, kind, forms[0], forms, where.get(thing, ""))


def _grouped(records: Iterable[_Record], column: str) -> dict[str, list[_Record]]:
    groups: defaultdict[str, list[_Record]] = defaultdict(list)
    for row in records:
        groups[_said(row, column)].append(row)
    return groups


def _each(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, texts)))


def _said(row: _Record, column: str) -> str:
    value = row[column]
    return "" if value is None else str(value)
