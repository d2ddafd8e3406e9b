"""Which earlier recommendation a plan means when it says that one is repeated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from answerable.graph.linking.plans.likeness import Likened
from answerable.graph.linking.plans.sequence import by_body
from answerable.graph.linking.plans.told import ToldPlan, ToldRecommendation

__all__ = ["LEAST", "MARGIN", "Repeat", "repeats"]

LEAST: Final = 0.5
"""How alike the two must be: a statement that it is repeated stands in one of them only."""
MARGIN: Final = 0.1
"""By how much the best must lead the second best, to be the one that is meant."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """A recommendation that says it is repeated, and the earlier one that is meant, or why none is given."""

    later: ToldRecommendation
    earlier: ToldRecommendation | None
    score: float
    remark: str | None = None


def repeats(plans: Sequence[ToldPlan], likened: Likened) -> Iterator[Repeat]:
    """Find what each repeated recommendation repeats, among the earlier plans of the same body.

    `plans` are first versions only. Where an earlier plan repeats too, the newest of equally good ones is meant.
    """
    for body in by_body(plans).values():
        for plan in body:
            earlier = [each for each in body if each.day < plan.day]
            yield from (_repeat(each, earlier, likened) for each in plan.recommendations if each.repeated)


def _repeat(later: ToldRecommendation, plans: Sequence[ToldPlan], likened: Likened) -> Repeat:
    if not plans:
        return Repeat(later, None, 0.0, "no plan of an earlier inspection of this body is among the documents")
    for plan in reversed(plans):
        found = _best(later, plan, likened)
        if found.earlier:
            return found
    return Repeat(later, None, 0.0, "no recommendation of an earlier plan of this body is clearly the one repeated")


def _best(later: ToldRecommendation, plan: ToldPlan, likened: Likened) -> Repeat:
    scored = sorted(((likened.score(later, each), each.iri, each) for each in plan.recommendations), reverse=True)
    best, second = [*scored, (0.0, "", later), (0.0, "", later)][:2]
    clear = best[0] >= LEAST and best[0] - second[0] >= MARGIN
    return Repeat(later, best[2] if clear else None, best[0])
