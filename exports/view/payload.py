"""The data blocks of the page: the view model as JSON that cannot end its own block or be taken for markup."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from answerable.exports.facts.words import isolated

if TYPE_CHECKING:
    from answerable.exports.facts.fact import Fact, Quote
    from answerable.exports.view.layout import Layout
    from answerable.exports.view.model import Assignment, Edge, Node, View
    from answerable.exports.view.rollup import Scene

__all__ = ["network_nodes", "network_ties", "safe_json", "view_data"]

_UNSAFE = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def safe_json(value: object) -> str:
    r"""Write JSON that is inert inside a script element: no angle bracket, no ampersand, no line separator.

    >>> print(safe_json("</script>"))
    "\u003c/script\u003e"
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


def network_nodes(view: View, scene: Scene, layout: Layout, radius: dict[str, int]) -> list[dict[str, int]]:
    """Give the nodes of the picture as vis-network takes them: number, place and size."""
    number = _numbers(view)
    return [
        {"id": number[n.key], "x": layout.positions[n.key][0], "y": layout.positions[n.key][1], "size": radius[n.key]}
        for n in scene.nodes
    ]


def network_ties(view: View, edges: Sequence[Edge]) -> list[dict[str, int]]:
    """Give the ties of the picture as vis-network takes them."""
    number = _numbers(view)
    return [{"from": number[edge.source], "to": number[edge.target]} for edge in edges]


def view_data(view: View, scene: Scene, layout: Layout) -> dict[str, Any]:
    """Give all that the page tells: nodes by number, ties, assignments, and each distinct quote once."""
    number = _numbers(view)
    quotes: dict[Quote, int] = {}
    seen = {(edge.source, edge.target) for edge in scene.edges}
    ties = [*scene.edges, *(edge for edge in view.edges if (edge.source, edge.target) not in seen)]
    return {
        "nodes": [_node(node, number, quotes) for node in view.nodes],
        "edges": [_edge(edge, number) for edge in ties],
        "assignments": [_assignment(item, number, quotes) for item in view.assignments],
        "arcs": [{"plan": number[key], "points": arc} for key, arc in layout.arcs.items()],
        "queries": view.queries,
        "quotes": [{"text": q.text, "place": q.place, "rule": q.rule} for q in quotes],
    }


def _numbers(view: View) -> dict[str, int]:
    return {node.key: index for index, node in enumerate(view.nodes)}


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
        "facts": [_fact(fact, number, quotes) for fact in node.facts],
    }


def _edge(edge: Edge, number: dict[str, int]) -> dict[str, Any]:
    return {"source": number[edge.source], "target": number[edge.target], "kind": edge.kind, "weight": edge.weight}


def _assignment(item: Assignment, number: dict[str, int], quotes: dict[Quote, int]) -> dict[str, Any]:
    return {
        "recommendation": number[item.recommendation],
        "plan": number[item.plan],
        "owners": [number[owner] for owner in item.owners],
        "due": item.due,
        "printedDue": item.printed_due,
        "dueSort": item.due_sort,
        "facts": [_fact(fact, number, quotes) for fact in item.facts],
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
