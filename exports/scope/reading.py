"""Reading what a graph is of."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from answerable.exports.facts import ask
from answerable.exports.scope.scope import Plan, Scope

if TYPE_CHECKING:
    from answerable.exports.facts import Row
    from answerable.graph.askable import Askable

__all__ = ["read_scope"]


def read_scope(graph: Askable, *, as_at: date | None = None, removed: str | None = None) -> Scope:
    """Read what a graph is of; without a day, that is the latest that its documents state."""
    plans = tuple(_plan(row) for row in ask(graph, __package__, "plans"))
    known = [day for plan in plans for day in (plan.submitted, plan.updated) if day]
    licence = next(ask(graph, __package__, "licence"), None)
    return Scope(
        plans=plans,
        snapshot=graph.name,
        base=graph.base,
        as_at=as_at or max(known, default=None),
        stated=as_at is not None,
        licence=licence.text("licence") if licence else None,
        removed=removed,
    )


def _plan(row: Row) -> Plan:
    return Plan(
        iri=row["plan"],
        title=row.text("title") or row["document"],
        document=row["document"],
        submitted=row.day("submitted"),
        updated=row.day("updated"),
        newest=row.text("newer") is None,
    )
