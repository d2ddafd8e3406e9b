"""Many plans as few marks: the plans of a year stand together until somebody opens them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from answerable.exports.facts.words import count
from answerable.exports.view.model import Node
from answerable.exports.view.networks.drawing import Group

if TYPE_CHECKING:
    from answerable.exports.view.model import View

__all__ = ["group_node", "home_of", "plans_by_year"]

_UNDATED: Final = "undated"


def plans_by_year(view: View) -> list[Group]:
    """Give the plans in groups by the year in which each became known, the oldest first, those without a date last."""
    years = {days.plan: str(days.known.year) for days in view.days if days.known}
    plans = [node for node in view.nodes if node.family == "plan"]
    held: defaultdict[str, list[Node]] = defaultdict(list)
    for plan in plans:
        held[years.get(plan.key, _UNDATED)].append(plan)
    return [_group(year, held[year]) for year in sorted(held, key=lambda year: (year == _UNDATED, year))]


def _group(year: str, plans: list[Node]) -> Group:
    said = "Plans without a date" if year == _UNDATED else f"Plans of {year}"
    return Group(
        f"group:{year}",
        f"{said}: {count(len(plans), 'plan')}",
        f"{year}\n{count(len(plans), 'plan')}",
        "group of plans",
        "pages",
        "plan",
        sum(plan.load for plan in plans),
        tuple(plan.key for plan in plans),
    )


def home_of(groups: Iterable[Group]) -> Mapping[str, str]:
    """Give for each member the key of its group."""
    return {member: group.key for group in groups for member in group.members}


def group_node(group: Group) -> Node:
    """Give a group as a node that can be laid out like a plan."""
    return Node(group.key, "plan", group.kind, group.mark, group.label, group.short, group.load, (group.key,), ())
