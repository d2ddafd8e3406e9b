"""What the ownership network opens with: everything where it fits, else plans and the holders who matter most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from answerable.exports.facts.words import count
from answerable.exports.view.model import Edge, Node
from answerable.exports.view.networks.groups import group_node, home_of, plans_by_year

if TYPE_CHECKING:
    from answerable.exports.view.model import View
    from answerable.exports.view.networks.drawing import Group

__all__ = ["MOST", "Scene", "holders_of", "scene_of"]

MOST: Final = 300
"""More nodes than this at opening are a tangle that answers nothing."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What is drawn: nodes and the ties between them, groups among them, and a note where something was rolled up."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    groups: tuple[Group, ...] = ()
    note: str | None = None


def holders_of(view: View) -> list[Node]:
    """Give all who own something, in the order of the view."""
    return [node for node in view.nodes if node.family in {"post", "body"} and node.load]


def scene_of(view: View, most: int = MOST) -> Scene:
    """Choose what is drawn: everything where it fits, else all plans, grouped where they are many, and few holders.

    Rolled up, less than half of `most` is drawn: there are more ties between fewer nodes.
    """
    plans = [node for node in view.nodes if node.family == "plan"]
    demands = [node for node in view.nodes if node.family == "recommendation"]
    holders = holders_of(view)
    if len(plans) + len(demands) + len(holders) <= most:
        drawn = (*holders, *plans, *demands)
        return Scene(drawn, _between(drawn, view.edges))
    groups = tuple(plans_by_year(view)) if len(plans) > most // 4 else ()
    home = home_of(groups) if groups else {plan.key: plan.key for plan in plans}
    chosen = [_moved(holder, home) for holder in _heaviest(holders, max(most // 7, 1))]
    nodes = (*chosen, *(map(group_node, groups) if groups else plans))
    note = _note(groups, plans, (len(chosen), len(holders)), len(demands))
    return Scene(nodes, _between(nodes, _plan_ties(view, home)), groups, note)


def _note(groups: Sequence[Group], plans: Sequence[Node], holders: tuple[int, int], demands: int) -> str:
    shown, total = holders
    where = f"{len(plans):,} plans stand in {count(len(groups), 'group')} by year" if groups else "all plans are drawn"
    who = f"{shown:,} of {count(total, 'holder')}, those in most plans and with most assignments"
    return (
        f"Rolled up to stay readable: {where}, with {who}. Expand a mark to open what it holds; "
        f"all {count(demands, 'recommendation')} answer the search and stand in the table."
    )


def _heaviest(nodes: Sequence[Node], most: int) -> list[Node]:
    """Keep the nodes in most plans, and as many with most assignments, in their given order."""
    spanning = sorted(nodes, key=lambda n: (-len(n.plans), -n.load, n.key))[: most // 2]
    laden = sorted(nodes, key=lambda n: (-n.load, n.key))
    kept = set(list(dict.fromkeys(node.key for node in (*spanning, *laden)))[:most])
    return [node for node in nodes if node.key in kept]


def _moved(node: Node, home: Mapping[str, str]) -> Node:
    """Give a holder with its plans replaced by what stands for them in the picture."""
    return replace(node, plans=tuple(dict.fromkeys(home[plan] for plan in node.plans)))


def _plan_ties(view: View, home: Mapping[str, str]) -> Iterable[Edge]:
    ties = Counter((owner, home[item.plan]) for item in view.assignments for owner in dict.fromkeys(item.owners))
    return (Edge(owner, plan, "owns", weight) for (owner, plan), weight in sorted(ties.items()))


def _between(nodes: Sequence[Node], edges: Iterable[Edge]) -> tuple[Edge, ...]:
    drawn = {node.key for node in nodes}
    return tuple(edge for edge in edges if edge.source in drawn and edge.target in drawn)
