"""Which recommendations of different plans are in much the same words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from answerable.graph.linking.plans.told import ToldPlan, ToldRecommendation
from answerable.graph.linking.plans.vectors import Texts

__all__ = ["LEAST", "METHOD", "Likened", "Similar"]

LEAST: Final = 0.5
"""How alike two recommendations must be to be worth a reader's look."""
_MOST: Final = 3
"""How many earlier recommendations one is tied to at most."""
METHOD: Final = "cosine of the words of both, each weighted by its rarity in the build (tf-idf)"


@dataclass(frozen=True, slots=True)
class Similar:
    """Two recommendations of different plans that are worded alike."""

    later: ToldRecommendation
    earlier: ToldRecommendation
    score: float


class Likened:
    """The recommendations of first versions of plans, oldest plan first, ready to be compared."""

    def __init__(self, plans: Sequence[ToldPlan]) -> None:
        told = [(plan, each) for plan in plans for each in plan.recommendations]
        self._plans = [plan.iri for plan, _ in told]
        self._told = [each for _, each in told]
        self._place = {each.iri: at for at, each in enumerate(self._told)}
        self._texts = Texts(each.words for each in self._told)

    def score(self, one: ToldRecommendation, other: ToldRecommendation) -> float:
        """Give how alike two are, from 0 to 1, rounded to six digits."""
        return self._texts.likeness(self._place[one.iri], self._place[other.iri])

    def similar(self) -> Iterator[Similar]:
        """Give the pairs that are much alike, each later one with its few likest earlier ones of other plans."""
        pairs = (pair for pair in self._texts.neighbours() if self._plans[pair[0]] != self._plans[pair[1]])
        scored = ((-self._texts.likeness(one, other), other, one) for one, other in pairs)
        given: Counter[int] = Counter()
        for score, later, earlier in sorted(each for each in scored if -each[0] >= LEAST):
            given[later] += 1
            if given[later] <= _MOST:
                yield Similar(self._told[later], self._told[earlier], -score)
