"""The ownership of some commitments: both sides, the ties between, and the finding in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING, Final

from answerable.exports.facts.words import count, isolated
from answerable.exports.figures.canvas import Canvas, Words
from answerable.exports.figures.figure import scope_of, source_of
from answerable.exports.figures.ownership.drawing import drawn
from answerable.exports.figures.ownership.sides import Side, plan_sides, recommendation_sides
from answerable.exports.figures.ownership.ties import Tie, heaviest, plans_of, ties_of

if TYPE_CHECKING:
    from answerable.exports.commitments import Commitments
    from answerable.exports.commitments.model import Holder

__all__ = ["Ownership", "ownership"]

_MOST: Final = 44
"""So many rows fill a page of A4 and no more."""


@dataclass(frozen=True, slots=True)
class Ownership:
    """Both sides, in the order in which they stand, and the ties between."""

    holders: tuple[Holder, ...]
    sides: tuple[Side, ...]
    ties: tuple[Tie, ...]
    spanning: tuple[tuple[str, int], ...]
    """Label of each holder in more than one plan, and in how many, most first."""
    plans: int
    note: str
    scope: str
    source: str

    @property
    def words(self) -> Words:
        """The finding: who spans plans, else who is tied to most."""
        named = {holder.iri: holder.label for holder in self.holders}
        reach = Counter(tie.holder for tie in self.ties)
        rows = {side.key: side.label for side in self.sides if side.key}
        told = "; ".join(
            f"{isolated(named[iri])}: {', '.join(rows[tie.key] for tie in self.ties if tie.holder == iri)}"
            for iri in named
        )
        return Words(
            self._title(named, reach),
            self.scope,
            self.source,
            f"Network of holders and what they own. {told}",
            self.note,
        )

    def _title(self, named: Mapping[str, str], reach: Counter[str]) -> str:
        if not self.ties:
            return "No owner is printed"
        if self.spanning:
            most = [label for label, plans in self.spanning if plans == self.spanning[0][1]]
            plans = count(self.spanning[0][1], "plan")
            return (
                f"{isolated(most[0])} spans {plans}" if len(most) == 1 else f"{len(most):,} holders span {plans} each"
            )
        iri, number = min(reach.items(), key=lambda item: (-item[1], named[item[0]]))
        only = "; no holder spans plans" if self.plans > 1 else ""
        if list(reach.values()).count(number) > 1:
            demands = count(sum(bool(side.key) for side in self.sides), "recommendation")
            return f"{count(len(named), 'holder')} and {demands}, tied by ownership{only}"
        verb = "answer" if self._many(iri) else "answers"
        return f"{isolated(named[iri])} {verb} for {count(number, 'recommendation')}, more than any other{only}"

    def _many(self, iri: str) -> bool:
        return any(holder.iri == iri and holder.kind == "post group" for holder in self.holders)

    def canvas(self) -> Canvas:
        """Draw holders on the left in the order of what they are tied to, so that few lines cross."""
        return drawn(self.holders, self.sides, self.ties)


def ownership(found: Commitments) -> Ownership:
    """Tie holders to recommendations; where either is more than fills a page, those with most to their plans."""
    headings = len(found.plans) if len(found.plans) > 1 else 0
    fine = len(found.recommendations) + headings <= _MOST and len(found.holders) <= _MOST
    sides = tuple(recommendation_sides(found) if fine else plan_sides(found, _MOST))
    rank = {side.key: place for place, side in enumerate(sides) if side.key}
    ties = ties_of(found.assignments, lambda each: each.recommendation if fine else each.plan)
    ties = [tie for tie in ties if tie.key in rank]
    plans = plans_of(found.assignments)
    shown = heaviest(found.holders, ties, plans, _MOST)
    kept = tuple(tie for tie in ties if tie.holder in shown)
    holders = _across([holder for holder in found.holders if holder.iri in shown], kept, rank)
    return Ownership(
        holders,
        sides,
        kept,
        _spanning(found.holders, plans),
        len(found.plans),
        "" if fine else _rolled_up(len(holders), len(found.holders), len(rank), len(found.plans)),
        scope_of(found, dated=False),
        source_of(found),
    )


def _across(holders: Iterable[Holder], ties: Sequence[Tie], rank: Mapping[str, int]) -> tuple[Holder, ...]:
    """Put holders across from the middle of the rows that they are tied to."""
    middle = {tie.holder: fmean(rank[each.key] for each in ties if each.holder == tie.holder) for tie in ties}
    return tuple(sorted(holders, key=lambda holder: (middle[holder.iri], holder.label, holder.iri)))


def _spanning(holders: Iterable[Holder], plans: Mapping[str, set[str]]) -> tuple[tuple[str, int], ...]:
    reach = [(holder.label, len(plans.get(holder.iri, ()))) for holder in holders]
    return tuple(sorted((each for each in reach if each[1] > 1), key=lambda each: (-each[1], each[0])))


def _rolled_up(holders: int, of: int, sides: int, plans: int) -> str:
    return (
        f"Rolled up to stay readable: {count(holders, 'holder')} of {of:,}, those in most plans and with most "
        f"assignments, and {count(sides, 'plan')} of {plans:,}, those with most assignments."
    )
