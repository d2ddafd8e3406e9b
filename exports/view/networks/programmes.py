"""Programmes: the named things that join plans in the middle, the plans round them, what is named once outside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from answerable.exports.view.model import Edge, Node
from answerable.exports.view.networks.drawing import Drawing, Group, Mark, Tie
from answerable.exports.view.networks.groups import group_node, home_of, plans_by_year
from answerable.exports.view.networks.layout import place
from answerable.exports.view.networks.reach import caption_of, heading_of, note_of
from answerable.exports.view.networks.rollup import MOST
from answerable.exports.view.networks.sizes import radii, unit_of

if TYPE_CHECKING:
    from answerable.exports.view.model import View

__all__ = ["programmes"]

_TITLE: Final = "What joins plans"
_EMPTY: Final = (
    "Programmes, services, systems, tools and policies stand here once a recommendation or action names one."
)
_ROOM: Final = 15
"""What a thing gets beyond its mark, since its name stands beside it."""


@dataclass(frozen=True, slots=True)
class _Rims:
    """What stands round the things: the plans, or groups of them where they are many; `home` is the mark of a plan."""

    nodes: Sequence[Node]
    home: Mapping[str, str]
    groups: tuple[Group, ...] = ()


def programmes(view: View, most: int = MOST) -> Drawing:
    """Draw what joins plans, half of `most` marks at the most; size says how many recommendations name a thing."""
    named = _named(view)
    things = [node for node in view.nodes if node.family == "thing" and node.key in named]
    plans = [node for node in view.nodes if node.family == "plan"]
    loads = {thing.key: len(named[thing.key]) for thing in things}
    rims = _rims(view, plans if things else [], most // 4)
    chosen = _weightiest(things, loads, most // 2 - len(rims.nodes))
    drawn = (*rims.nodes, *(_placed(thing, rims.home, loads[thing.key]) for thing in chosen))
    ties = _ties(view, chosen, named, rims.home)
    heading = heading_of(things, loads, len(plans))
    return Drawing(
        "programmes",
        _TITLE,
        heading,
        caption_of(things),
        f"{heading}. Network of named things and plans: a thing that several plans name stands in the middle.",
        _marks(drawn, ties, loads),
        ties,
        groups=rims.groups,
        loads=loads,
        counts=("recommendation that names it", "recommendations that name it"),
        unit=unit_of(loads[thing.key] for thing in chosen),
        heaviest=max(loads.values(), default=0),
        note=note_of(len(chosen), len(things), len(rims.groups), len(plans)),
        empty=None if things else _EMPTY,
    )


def _rims(view: View, plans: Sequence[Node], most: int) -> _Rims:
    """Give the plans as they are, or by year if they are more than `most`."""
    if len(plans) <= most:
        return _Rims(plans, {plan.key: plan.key for plan in plans})
    groups = tuple(plans_by_year(view))
    return _Rims([group_node(group) for group in groups], home_of(groups), groups)


def _marks(drawn: Sequence[Node], ties: Iterable[Tie], loads: Mapping[str, int]) -> tuple[Mark, ...]:
    radius = radii(drawn, loads)
    spacious = {node.key: radius[node.key] + (_ROOM if node.family != "plan" else 0) for node in drawn}
    layout = place(drawn, [Edge(tie.source, tie.target, "mentions", tie.weight) for tie in ties], spacious)
    return tuple(Mark(node.key, *layout.positions[node.key], radius[node.key]) for node in drawn)


def _named(view: View) -> Mapping[str, list[str]]:
    """Give for each named thing the recommendations that name it."""
    named: dict[str, list[str]] = {}
    for edge in view.edges:
        if edge.kind == "mentions":
            named.setdefault(edge.source, []).append(edge.target)
    return named


def _weightiest(things: Iterable[Node], loads: Mapping[str, int], most: int) -> list[Node]:
    return sorted(things, key=lambda n: (-len(n.plans), -loads[n.key], n.label.casefold(), n.key))[: max(most, 1)]


def _placed(thing: Node, home: Mapping[str, str], load: int) -> Node:
    """Give a thing as the layout is to treat it: like a holder if named often, like a demand if named once."""
    plans = tuple(dict.fromkeys(home[plan] for plan in thing.plans))
    once = load == 1 and len(plans) == 1
    return replace(thing, family="recommendation" if once else "post", plans=plans, load=load)


def _ties(
    view: View, chosen: Iterable[Node], named: Mapping[str, list[str]], home: Mapping[str, str]
) -> tuple[Tie, ...]:
    """Tie each thing to the plans, or groups of plans, whose recommendations name it."""
    plan_of = {node.key: node.plans[0] for node in view.nodes if node.family == "recommendation"}
    weights = Counter((thing.key, home[plan_of[demand]]) for thing in chosen for demand in named[thing.key])
    return tuple(Tie(thing, plan, "mentions", weight) for (thing, plan), weight in sorted(weights.items()))
