"""Plans of one body in time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from answerable.graph.linking.plans.told import ToldPlan

__all__ = ["by_body", "consecutive", "originals", "versions"]


def originals(plans: Iterable[ToldPlan]) -> list[ToldPlan]:
    """Give the first version of each plan, the oldest plan first: what a version repeats of its own plan is no link."""
    return sorted((group[0] for group in versions(plans)), key=lambda plan: plan.age)


def versions(plans: Iterable[ToldPlan]) -> list[list[ToldPlan]]:
    """Group the versions of each plan, the first version first."""
    groups: defaultdict[str, list[ToldPlan]] = defaultdict(list)
    for plan in plans:
        groups[plan.root].append(plan)
    return [sorted(groups[root], key=lambda plan: plan.version) for root in sorted(groups)]


def by_body(plans: Iterable[ToldPlan]) -> dict[str, list[ToldPlan]]:
    """Group plans by the body or theme that was inspected, the oldest first; plans that name none are left out."""
    bodies: defaultdict[str, list[ToldPlan]] = defaultdict(list)
    for plan in sorted(plans, key=lambda plan: plan.age):
        if plan.body:
            bodies[plan.body].append(plan)
    return dict(bodies)


def consecutive(plans: Sequence[ToldPlan]) -> Iterator[tuple[ToldPlan, ToldPlan]]:
    """Give each plan of one body with the one before it, where their days tell which was first."""
    return ((later, earlier) for earlier, later in pairwise(plans) if earlier.day < later.day)
