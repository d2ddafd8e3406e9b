"""What ships with the program and an organisation's own names together: one entry and one body for each thing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from answerable.ontology.gazetteer.bodies import Bodies, Body, bodies
from answerable.ontology.gazetteer.entry import Entry
from answerable.ontology.gazetteer.load import entries
from answerable.ontology.gazetteer.own.names import NO_OWN_NAMES, OwnNames

__all__ = ["known_bodies", "known_entries"]


@cache
def known_entries(own: OwnNames = NO_OWN_NAMES) -> tuple[Entry, ...]:
    """Give every known thing, in a fixed order; a thing that both know has the names of both."""
    if not own.entries:
        return entries()
    known = {entry.iri: entry for entry in entries()}
    for entry in own.entries:
        known[entry.iri] = _with_names(known[entry.iri], entry) if entry.iri in known else entry
    return tuple(known[iri] for iri in sorted(known))


@cache
def known_bodies(own: OwnNames = NO_OWN_NAMES) -> Bodies:
    """Give every known organisation over time; what an own file says of one that ships adds to it."""
    shipped = bodies()
    if own == NO_OWN_NAMES:
        return shipped
    merged = {
        iri: _with_facts(shipped.by_iri[iri], body) if iri in shipped.by_iri else body
        for iri, body in own.bodies.by_iri.items()
    }
    return shipped.with_more(replace(own.bodies, by_iri=merged))


def _with_names(shipped: Entry, own: Entry) -> Entry:
    """The names of both; the own label and acronym are further names where the thing has one already."""
    return replace(
        shipped,
        notation=shipped.notation or own.notation,
        labels=_both(shipped.labels, (*own.labels, own.label, own.notation), without=(shipped.label, shipped.notation)),
        hidden=_both(shipped.hidden, own.hidden),
        priority=own.priority,
        body=shipped.body or own.body,
        sources=_both(shipped.sources, own.sources),
    )


def _with_facts(shipped: Body, own: Body) -> Body:
    return replace(
        shipped,
        notation=shipped.notation or own.notation,
        labels=_both(shipped.labels, (*own.labels, own.label), without=(shipped.label,)),
        parents=_both(shipped.parents, own.parents),
        operators=_both(shipped.operators, own.operators),
        places=_both(shipped.places, own.places),
        valid_from=own.valid_from or shipped.valid_from,
        valid_to=own.valid_to or shipped.valid_to,
        sources=_both(shipped.sources, own.sources),
    )


def _both(one: Iterable[str], other: Iterable[str | None], *, without: Iterable[str | None] = ()) -> tuple[str, ...]:
    return tuple(sorted({name for name in (*one, *other) if name} - {name for name in without if name}))
