"""What the picture shows when there is too much to show: plans and their holders, the heaviest first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Final

from answerable.exports.facts.words import count
from answerable.exports.view.model import Edge, Node, View

__all__ = ["MOST", "Scene", "scene_of"]

MOST: Final = 300
"""More nodes than this at opening are a tangle that answers nothing."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What is drawn: nodes and the ties between them, and a note where something had to be rolled up."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    note: str | None = None


def scene_of(view: View, most: int = MOST) -> Scene:
    """Choose what is drawn: everything where it fits, else who spans plans or carries most, and their plans.

    Rolled up, half of `most` is drawn at the most: there are more ties between fewer nodes.
    """
    opening = [node for node in view.nodes if node.family not in {"thing", "organisation"}]
    if len(opening) <= most:
        drawn = tuple(opening)
        return Scene(drawn, _between(drawn, view.edges))
    return _rolled(view, most)


def _rolled(view: View, most: int) -> Scene:
    holders = [node for node in view.nodes if node.family in {"post", "body"}]
    drawn_holders = _heaviest(holders, most // 4)
    served = Counter(plan for holder in drawn_holders for plan in holder.plans)
    plans = [node for node in view.nodes if served[node.key]]
    plans = sorted(sorted(plans, key=lambda n: (-served[n.key], -n.load, n.key))[: most // 4], key=view.nodes.index)
    kept = {plan.key for plan in plans}
    drawn = (*plans, *(holder for holder in drawn_holders if kept.intersection(holder.plans)))
    total = {
        family: sum(n.family in families for n in view.nodes)
        for family, families in (
            ("plan", {"plan"}),
            ("holder", {"post", "body"}),
            ("recommendation", {"recommendation"}),
        )
    }
    note = (
        f"Rolled up to stay readable: the picture shows {count(len(plans), 'plan')} of {total['plan']:,} and "
        f"{count(len(drawn) - len(plans), 'holder')} of {total['holder']:,}, "
        "those in most plans and with most assignments; "
        f"{count(total['recommendation'], 'recommendation')} stand in the table and answer the search."
    )
    trimmed = tuple(_within(node, kept) for node in drawn)
    return Scene(trimmed, _between(trimmed, _plan_ties(view)), note)


def _heaviest(nodes: list[Node], most: int) -> list[Node]:
    """Keep the nodes in most plans and then with most assignments, in their given order."""
    ranked = sorted(nodes, key=lambda n: (-len(n.plans), -n.load, n.key))[:most]
    kept = {node.key for node in ranked}
    return [node for node in nodes if node.key in kept]


def _within(node: Node, kept: set[str]) -> Node:
    return replace(node, plans=tuple(plan for plan in node.plans if plan in kept))


def _plan_ties(view: View) -> tuple[Edge, ...]:
    ties = Counter((owner, item.plan) for item in view.assignments for owner in dict.fromkeys(item.owners))
    return tuple(Edge(owner, plan, "owns", weight) for (owner, plan), weight in ties.items())


def _between(nodes: tuple[Node, ...], edges: tuple[Edge, ...]) -> tuple[Edge, ...]:
    drawn = {node.key for node in nodes}
    return tuple(edge for edge in edges if edge.source in drawn and edge.target in drawn)
