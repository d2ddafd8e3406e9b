"""Which recommendation and which assignment of an older record is which of a newer one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import TypeVar

from answerable.extract.records import Assignment, Recommendation

__all__ = ["assignment_pairs", "recommendation_pairs"]

_ALIKE = 50.0
"""How alike two texts under one number must be, of 100, to be one recommendation: damage and small edits pass."""
_THE_SAME = 85.0
"""How alike two texts under different numbers must be to be one that was renumbered."""

_Item = TypeVar("_Item")
_Pair = tuple[_Item | None, _Item | None]


def recommendation_pairs(
    old: Sequence[Recommendation], new: Sequence[Recommendation]
) -> Iterator[_Pair[Recommendation]]:
    """Pair recommendations by number where their texts are alike, then by text alone; what is left has no partner.

    Pairs come in the order of the newer record, and what only the older one has after them.
    """
    partners: dict[int, int] = {}
    by_number = _places(old, lambda each: (each.kind, each.number))
    for place, each in enumerate(new):
        found = (at for at in by_number[each.kind, each.number] if at not in partners.values())
        partner = next((at for at in found if _likeness(old[at], each) >= _ALIKE), None)
        if partner is not None:
            partners[place] = partner
    partners |= _renumbered(old, new, partners)
    yield from ((old[partners[place]] if place in partners else None, each) for place, each in enumerate(new))
    yield from ((each, None) for at, each in enumerate(old) if at not in partners.values())


def assignment_pairs(old: Sequence[Assignment], new: Sequence[Assignment]) -> Iterator[tuple[Assignment, Assignment]]:
    """Pair assignments that have a partner: the same owners and date, else the same owners, in printed order."""
    partners: dict[int, int] = {}
    for key in (_owners_and_date, _owners):
        waiting = _places([*old], key)
        taken = set(partners.values())
        free = {name: [at for at in places if at not in taken] for name, places in waiting.items()}
        for place, each in enumerate(new):
            if place not in partners and free.get(key(each)):
                partners[place] = free[key(each)].pop(0)
    yield from ((old[at], new[place]) for place, at in sorted(partners.items()))


def _renumbered(
    old: Sequence[Recommendation], new: Sequence[Recommendation], partners: dict[int, int]
) -> dict[int, int]:
    """Pair by text what no number paired, the most alike first."""
    taken = set(partners.values())
    scored = [
        (-_likeness(old[at], each), place, at)
        for place, each in enumerate(new)
        if place not in partners
        for at in range(len(old))
        if at not in taken
    ]
    found: dict[int, int] = {}
    for score, place, at in sorted(scored):
        if -score >= _THE_SAME and place not in found and at not in found.values():
            found[place] = at
    return found


def _likeness(one: Recommendation, other: Recommendation) -> float:
    from rapidfuzz import fuzz, utils  # noqa: PLC0415 - only comparing needs it

    return fuzz.token_set_ratio(one.text, other.text, processor=utils.default_process)


def _places(items: Sequence[_Item], key: Callable[[_Item], Hashable]) -> defaultdict[Hashable, list[int]]:
    places: defaultdict[Hashable, list[int]] = defaultdict(list)
    for at, item in enumerate(items):
        places[key(item)].append(at)
    return places


def _owners(assignment: Assignment) -> Hashable:
    return tuple(sorted(owner.iri for owner in assignment.owners))


def _owners_and_date(assignment: Assignment) -> Hashable:
    due = assignment.due
    return _owners(assignment), due.kind, due.from_, due.to
