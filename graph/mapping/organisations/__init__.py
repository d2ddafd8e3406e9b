"""Organisations over time: those that the plans of a build name, and all that is reached from them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from answerable.graph.mapping.addresses import rebased
from answerable.graph.mapping.organisations.reach import Reach
from answerable.graph.mapping.organisations.state import State
from answerable.ontology.gazetteer import NO_OWN_NAMES, OwnNames, known_bodies

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from answerable.graph.mapping.names import Name

__all__ = ["concerned", "map_organisations"]


@cache
def concerned(base: str, own: OwnNames = NO_OWN_NAMES) -> tuple[str, ...]:
    """Give the addresses of all things that matter to `map_organisations` where a plan names them."""
    bodies = known_bodies(own).by_iri.values()
    places = (place for body in bodies for place in body.places)
    known = {*(body.iri for body in bodies), *places, *(entry.iri for entry in own.entries)}
    return tuple(sorted(rebased(iri, base) for iri in known))


def map_organisations(names: Mapping[str, Name], base: str, own: OwnNames = NO_OWN_NAMES) -> Iterator[str]:
    """Give the lines of the reference graph on organisations, and those inferred of their successors.

    `names` are those that the build's plans name, at least of what is `concerned`, `own` the names they were read with.
    An organisation that no plan names stands there only where one that is named leads to it: as its parent, operator,
    owner, what it became or what it came from.
    """
    known = known_bodies(own)
    reach = Reach.of((iri for iri in known.by_iri if rebased(iri, base) in names), known)
    state = State.of(names, base)
    for iri in sorted(reach.bodies):
        state.body(known.by_iri[iri], reach.bodies)
    for change in reach.changes:
        state.change(change, reach.bodies)
    for ownership in reach.ownerships:
        state.ownership(ownership)
    for entry in (entry for entry in own.entries if not entry.body):
        state.source(entry)
    yield from state.reference.lines
    yield from state.inferred.lines
