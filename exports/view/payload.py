"""The data blocks of the page: the view model as JSON that cannot end its own block or be taken for markup."""

from __future__ import annotations

import json
from collections.abc import Mapping
from math import sqrt
from typing import TYPE_CHECKING, Any

from answerable.exports.facts.words import isolated

if TYPE_CHECKING:
    from datetime import date

    from answerable.exports.facts.fact import Fact, Quote
    from answerable.exports.view.layout import Layout
    from answerable.exports.view.model import Assignment, Edge, Node, PlanDays, Revision, View
    from answerable.exports.view.rollup import Scene

__all__ = ["drawing_data", "edge_data", "safe_json", "view_data"]

_UNSAFE = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def safe_json(value: object) -> str:
    r"""Write JSON that is inert inside a script element: no angle bracket, no ampersand, no line separator.

    >>> print(safe_json("</script>"))
    "\u003c/script\u003e"
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


def view_data(view: View, drawings: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Give all that the page tells: nodes by number, ties, assignments, networks, and each distinct quote once."""
    number = {node.key: index for index, node in enumerate(view.nodes)}
    quotes: dict[Quote, int] = {}
    return {
        "nodes": [_node(node, number, quotes) for node in view.nodes],
        "edges": [edge_data(edge, number) for edge in view.edges],
        "assignments": [_assignment(item, number, quotes) for item in view.assignments],
        "plans": [_days(days, number) for days in view.days],
        "organisations": [
            {"id": number[each.key], "from": _day(each.first), "to": _day(each.last)} for each in view.organisations
        ],
        "networks": drawings,
        "asAt": _day(view.as_at),
        "snapshot": view.snapshot,
        "queries": view.queries,
        "quotes": [{"text": q.text, "place": q.place, "rule": q.rule} for q in quotes],
    }


def drawing_data(view: View, scene: Scene, layout: Layout, radius: Mapping[str, int], heading: str) -> dict[str, Any]:
    """Give one drawing: places and sizes of nodes by number, ties, arcs, what it finds, and the scale of its areas."""
    number = {node.key: index for index, node in enumerate(view.nodes)}
    heaviest = max((n.load for n in scene.nodes if n.family in {"post", "body"}), default=0)
    unit = max((radius[n.key] for n in scene.nodes if n.load == heaviest), default=1) / sqrt(heaviest or 1)
    return {
        "nodes": [
            {
                "id": number[n.key],
                "x": layout.positions[n.key][0],
                "y": layout.positions[n.key][1],
                "size": radius[n.key],
            }
            for n in scene.nodes
        ],
        "edges": [edge_data(edge, number) for edge in scene.edges],
        "arcs": [{"plan": number[key], "points": arc} for key, arc in layout.arcs.items()],
        "heading": heading,
        "note": scene.note,
        "heaviest": heaviest,
        "unit": round(unit, 3),
    }


def edge_data(edge: Edge, number: Mapping[str, int]) -> dict[str, Any]:
    """Give a tie by the numbers of its ends."""
    return {"source": number[edge.source], "target": number[edge.target], "kind": edge.kind, "weight": edge.weight}


def _days(days: PlanDays, number: Mapping[str, int]) -> dict[str, Any]:
    return {
        "id": number[days.plan],
        "known": _day(days.known),
        "said": _day(days.said),
        "replaced": _day(days.replaced),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _node(node: Node, number: dict[str, int], quotes: dict[Quote, int]) -> dict[str, Any]:
    return {
        "id": number[node.key],
        "key": node.key,
        "family": node.family,
        "kind": node.kind,
        "mark": node.mark,
        "fill": node.fill,
        "label": isolated(node.label),
        "short": isolated(node.short),
        "forms": node.forms,
        "load": node.load,
        "plans": [number[plan] for plan in node.plans],
        "body": number.get(node.body or ""),
        "facts": [_fact(fact, number, quotes) for fact in node.facts],
    }


def _assignment(item: Assignment, number: dict[str, int], quotes: dict[Quote, int]) -> dict[str, Any]:
    return {
        "recommendation": number[item.recommendation],
        "plan": number[item.plan],
        "owners": [number[owner] for owner in item.owners],
        "actions": item.actions,
        "due": item.due,
        "printedDue": item.printed_due,
        "dueKind": item.kind,
        "from": _day(item.first),
        "to": _day(item.last),
        "update": _revision(item.revision),
        "certain": item.certain,
        "facts": [_fact(fact, number, quotes) for fact in item.facts],
    }


def _revision(last: Revision | None) -> dict[str, Any] | None:
    if last is None:
        return None
    return {
        "asAt": _day(last.as_at),
        "kind": last.kind,
        "from": _day(last.first),
        "to": _day(last.last),
        "due": last.due,
        "printed": last.printed,
        "state": last.state,
    }


def _fact(fact: Fact, number: dict[str, int], quotes: dict[Quote, int]) -> dict[str, Any]:
    return {
        "term": fact.term,
        "value": fact.value,
        "printed": fact.printed,
        "inferred": fact.inferred,
        "links": [number[key] for key in fact.links if key in number],
        "quotes": [quotes.setdefault(quote, len(quotes)) for quote in fact.quotes],
    }
