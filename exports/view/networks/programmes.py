"""Programmes: the named things that join plans in the middle, the plans round them, what is named once outside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from answerable.exports.facts.words import count, isolated
from answerable.exports.view.model import Edge, Node
from answerable.exports.view.networks.drawing import Drawing, Mark, Tie
from answerable.exports.view.networks.groups import group_node, home_of, plans_by_year
from answerable.exports.view.networks.layout import place
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


def programmes(view: View, most: int = MOST) -> Drawing:
    """Draw what joins plans, half of `most` marks at the most; size says how many recommendations name a thing."""
    named = _named(view)
    things = [node for node in view.nodes if node.family == "thing" and node.key in named]
    plans = [node for node in view.nodes if node.family == "plan"] if things else []
    groups = tuple(plans_by_year(view)) if len(plans) > most // 4 else ()
    home = home_of(groups) if groups else {plan.key: plan.key for plan in plans}
    rims = [group_node(group) for group in groups] if groups else plans
    loads = {thing.key: len(named[thing.key]) for thing in things}
    chosen = _weightiest(things, loads, most // 2 - len(rims))
    drawn = (*rims, *(_placed(thing, home, loads[thing.key]) for thing in chosen))
    ties = _ties(view, chosen, named, home)
    radius = radii(drawn, loads)
    spacious = {node.key: radius[node.key] + (_ROOM if node.family != "plan" else 0) for node in drawn}
    layout = place(drawn, [Edge(tie.source, tie.target, "mentions", tie.weight) for tie in ties], spacious)
    heading = _heading(things, loads, len(plans) or sum(n.family == "plan" for n in view.nodes))
    return Drawing(
        "programmes",
        _TITLE,
        heading,
        _caption(things),
        f"{heading}. Network of named things and plans: a thing that several plans name stands in the middle.",
        tuple(Mark(node.key, *layout.positions[node.key], radius[node.key]) for node in drawn),
        ties,
        groups=groups,
        loads=loads,
        counts=("recommendation that names it", "recommendations that name it"),
        unit=unit_of(loads[thing.key] for thing in chosen),
        heaviest=max(loads.values(), default=0),
        note=_note(chosen, things, groups, plans),
        empty=None if things else _EMPTY,
    )


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


def _heading(things: list[Node], loads: Mapping[str, int], plans: int) -> str:
    if not plans:
        return "No plan has been loaded yet"
    if not things:
        return "No plan names a programme, service, system, tool or policy"
    widest = max(len(thing.plans) for thing in things)
    if widest == 1:
        most = max(loads.values())
        top = [thing for thing in things if loads[thing.key] == most]
        return _said(top, f"named by {count(most, 'recommendation')}", "and nothing joins plans" if plans > 1 else "")
    top = [thing for thing in things if len(thing.plans) == widest]
    return _said(
        top, f"named in {widest:,} of {count(plans, 'plan')}", "more than anything else" if len(top) == 1 else ""
    )


def _said(top: list[Node], finding: str, more: str) -> str:
    tail = f", {more}" if more else ""
    if len(top) == 1:
        return f"{isolated(top[0].label)} is {finding}{tail}"
    if len(top) == 2:
        return f"{isolated(top[0].label)} and {isolated(top[1].label)} are each {finding}{tail}"
    return f"{count(len(top), 'named thing is', 'named things are')} each {finding}{tail}"


def _caption(things: list[Node]) -> str:
    joining = sum(len(thing.plans) > 1 for thing in things)
    return (
        f"{count(len(things), 'named thing')} (programmes, services, systems, tools and policies); "
        f"{joining:,} named in more than one plan {'stands' if joining == 1 else 'stand'} in the middle."
    )


def _note(chosen: list[Node], things: list[Node], groups: tuple[object, ...], plans: list[Node]) -> str | None:
    said = []
    if groups:
        said.append(f"{len(plans):,} plans stand in {count(len(groups), 'group')} by year; expand one to open it")
    if len(chosen) < len(things):
        said.append(f"{len(chosen):,} of {len(things):,} named things are drawn, those that join most plans")
    return f"Rolled up to stay readable: {'; '.join(said)}." if said else None
