"""The ties of the ownership figure: how much each holder has of each row, and which holders have most."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from answerable.exports.commitments.model import Assignment, Holder

__all__ = ["Tie", "heaviest", "plans_of", "ties_of"]


@dataclass(frozen=True, slots=True)
class Tie:
    """A holder's tie to a row: how many assignments, and whether one of them is joint."""

    holder: str
    key: str
    weight: int
    joint: bool


def ties_of(assignments: Iterable[Assignment], key: Callable[[Assignment], str]) -> list[Tie]:
    """Tie owners to the row that `key` gives for each assignment, in the order of their addresses."""
    weights: Counter[tuple[str, str]] = Counter()
    joint: set[tuple[str, str]] = set()
    for each in assignments:
        ends = [(owner, key(each)) for owner in each.owners]
        weights.update(ends)
        if len(ends) > 1:
            joint.update(ends)
    return [Tie(*ends, number, ends in joint) for ends, number in sorted(weights.items())]


def plans_of(assignments: Iterable[Assignment]) -> Mapping[str, set[str]]:
    """Give for each owner the plans in which it owns something."""
    plans: defaultdict[str, set[str]] = defaultdict(set)
    for each in assignments:
        for owner in each.owners:
            plans[owner].add(each.plan)
    return plans


def heaviest(holders: Iterable[Holder], ties: Iterable[Tie], plans: Mapping[str, set[str]], most: int) -> set[str]:
    """Give the `most` holders that are in most plans and, of those, that have most assignments."""
    loads: Counter[str] = Counter()
    for tie in ties:
        loads[tie.holder] += tie.weight
    names = {holder.iri: holder.label for holder in holders}
    return set(sorted(loads, key=lambda iri: (-len(plans[iri]), -loads[iri], names[iri], iri))[:most])
