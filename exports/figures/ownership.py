"""Who is tied to what: holders on one side, recommendations (or plans, where there are many) on the other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from answerable.exports.facts.words import count, isolated
from answerable.exports.figures.canvas import WIDTH, Canvas, Words
from answerable.exports.figures.figure import scope_of, source_of
from answerable.exports.figures.lettering import fitted
from answerable.exports.figures.marks import Line, Mark, Symbol, Text
from answerable.exports.figures.owners import SHAPES

if TYPE_CHECKING:
    from answerable.exports.commitments import Commitments
    from answerable.exports.commitments.model import Answer, Holder

__all__ = ["Ownership", "Side", "Tie", "ownership"]

_MOST: Final = 44
"""So many rows fill a page of A4 and no more."""
_LEFT: Final = 200.0
_RIGHT: Final = 296.0
_STEP: Final = 14.5


@dataclass(frozen=True, slots=True)
class Side:
    """One row of the right side: a recommendation with its answer, or a plan, or a heading without a key."""

    key: str
    label: str
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """A holder's tie to a row: how many assignments, and whether one of them is joint."""

    holder: str
    key: str
    weight: int
    joint: bool


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
        rows = max(len(self.holders), len(self.sides), 1)
        right = {side.key: _spread(place, len(self.sides), rows) for place, side in enumerate(self.sides) if side.key}
        left = {holder.iri: _spread(place, len(self.holders), rows) for place, holder in enumerate(self.holders)}
        lines = [mark for tie in self.ties for mark in _lines(tie, left[tie.holder], right[tie.key])]
        marks: list[Mark] = [*lines]
        marks += [mark for holder in self.holders for mark in _holder(holder, left[holder.iri])]
        marks += [
            mark for place, side in enumerate(self.sides) for mark in _side(side, _spread(place, len(self.sides), rows))
        ]
        return Canvas((*marks, *_legend(rows * _STEP + 12, self.ties)), rows * _STEP + 22)


def ownership(found: Commitments) -> Ownership:
    """Tie holders to recommendations; where either is more than fills a page, those with most to their plans."""
    headings = len(found.plans) if len(found.plans) > 1 else 0
    fine = len(found.recommendations) + headings <= _MOST and len(found.holders) <= _MOST
    return _drawn(found, lambda each: each.recommendation if fine else each.plan, fine=fine)


def _drawn(found: Commitments, key: Callable[..., str], *, fine: bool) -> Ownership:
    weights: Counter[tuple[str, str]] = Counter()
    joint: set[tuple[str, str]] = set()
    plans: defaultdict[str, set[str]] = defaultdict(set)
    for each in found.assignments:
        for owner in each.owners:
            weights[owner, key(each)] += 1
            plans[owner].add(each.plan)
            joint |= {(owner, key(each))} if len(each.owners) > 1 else set()
    sides = _sides(found, Counter(each.plan for each in found.assignments), fine=fine)
    rank = {side.key: place for place, side in enumerate(sides) if side.key}
    ties = [Tie(*ends, number, ends in joint) for ends, number in sorted(weights.items()) if ends[1] in rank]
    drawn = _heaviest(found, ties, plans)
    kept = [tie for tie in ties if tie.holder in drawn]
    middle = {iri: _mean([rank[tie.key] for tie in kept if tie.holder == iri]) for iri in drawn}
    shown = sorted((each for each in found.holders if each.iri in drawn), key=lambda h: (middle[h.iri], h.label, h.iri))
    spans = sorted(
        ((h.label, len(plans[h.iri])) for h in found.holders if len(plans[h.iri]) > 1), key=lambda s: (-s[1], s[0])
    )
    note = _note(len(shown), len(found.holders), len(rank), len(found.plans), fine=fine)
    return Ownership(
        tuple(shown),
        tuple(sides),
        tuple(kept),
        tuple(spans),
        len(found.plans),
        note,
        scope_of(found, dated=False),
        source_of(found),
    )


def _sides(found: Commitments, loads: Counter[str], *, fine: bool) -> list[Side]:
    if not fine:
        most = {iri for iri, _ in sorted(loads.items(), key=lambda item: (-item[1], item[0]))[:_MOST]}
        return [Side(plan.iri, plan.label) for plan in found.plans if plan.iri in most]
    sides = []
    for plan in found.plans:
        if len(found.plans) > 1:
            sides.append(Side("", plan.label))
        sides += [Side(r.iri, f"{r.number}  {r.text}", r.answer) for r in found.recommendations if r.plan == plan.iri]
    return sides


def _heaviest(found: Commitments, ties: list[Tie], plans: Mapping[str, set[str]]) -> set[str]:
    loads: Counter[str] = Counter()
    for tie in ties:
        loads[tie.holder] += tie.weight
    names = {holder.iri: holder.label for holder in found.holders}
    ranked = sorted(loads, key=lambda iri: (-len(plans[iri]), -loads[iri], names[iri], iri))
    return set(ranked[:_MOST])


def _note(holders: int, of: int, sides: int, plans: int, *, fine: bool) -> str:
    if fine:
        return ""
    return (
        f"Rolled up to stay readable: {count(holders, 'holder')} of {of:,}, those in most plans and with most "
        f"assignments, and {count(sides, 'plan')} of {plans:,}, those with most assignments."
    )


def _mean(places: list[int]) -> float:
    return sum(places) / len(places)


def _spread(place: int, of: int, rows: int) -> float:
    return (place + 0.5) * rows / of * _STEP


def _lines(tie: Tie, left: float, right: float) -> Iterator[Mark]:
    for aside in (-1.1, 1.1) if tie.joint else (0.0,):
        yield Line(
            ((_LEFT + 5, left + aside), (_RIGHT - 5, right + aside)),
            "edge",
            min(0.7 + 0.35 * tie.weight, 3.5) if not tie.joint else 0.8,
        )


def _holder(holder: Holder, y: float) -> Iterator[Mark]:
    shape = SHAPES.get(holder.kind, "circle")
    yield Text(_LEFT - 9, y, fitted(holder.label, 8.5, _LEFT - 9), align="right")
    yield Symbol(_LEFT, y, 4.4, shape, "body" if shape == "diamond" else "post")


def _side(side: Side, y: float) -> Iterator[Mark]:
    if not side.key:
        yield Text(_RIGHT - 5, y, fitted(side.label, 8.5, WIDTH - _RIGHT + 5, bold=True), bold=True)
        return
    colour, answer = ("plan" if side.answer is None else "recommendation"), side.answer
    solid = answer in {None, "agreed", "partly agreed"}
    yield Symbol(_RIGHT, y, 4.0, "square", colour, fill=solid, half=answer == "partly agreed")
    yield Text(_RIGHT + 10, y, fitted(side.label, 8.5, WIDTH - _RIGHT - 10))


def _legend(y: float, ties: tuple[Tie, ...]) -> Iterator[Mark]:
    if any(not tie.joint for tie in ties):
        yield Line(((0, y), (20, y)), "edge", 1.4)
        yield Text(26, y, "owns alone, the more the thicker", 8.0, "soft")
    if any(tie.joint for tie in ties):
        for aside in (-1.1, 1.1):
            yield Line(((190, y + aside), (210, y + aside)), "edge", 0.8)
        yield Text(216, y, "owns jointly with others", 8.0, "soft")
