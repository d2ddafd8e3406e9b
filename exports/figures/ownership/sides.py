"""The right side of the ownership figure: recommendations under their plans, or plans alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from answerable.exports.commitments import Commitments
    from answerable.exports.commitments.model import Answer

__all__ = ["Side", "plan_sides", "recommendation_sides"]


@dataclass(frozen=True, slots=True)
class Side:
    """One row of the right side: a recommendation with its answer, or a plan, or a heading without a key."""

    key: str
    label: str
    answer: Answer | None = None


def recommendation_sides(found: Commitments) -> Iterator[Side]:
    """Give the recommendations in the order of print, under the names of their plans where there are several."""
    for plan in found.plans:
        if len(found.plans) > 1:
            yield Side("", plan.label)
        for each in found.recommendations:
            if each.plan == plan.iri:
                yield Side(each.iri, f"{each.number}  {each.text}", each.answer)


def plan_sides(found: Commitments, most: int) -> Iterator[Side]:
    """Give the plans with most assignments, `most` of them, in their own order."""
    loads = Counter(each.plan for each in found.assignments)
    kept = {iri for iri, _ in sorted(loads.items(), key=lambda item: (-item[1], item[0]))[:most]}
    return (Side(plan.iri, plan.label) for plan in found.plans if plan.iri in kept)
