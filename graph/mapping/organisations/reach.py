"""Which organisations are reached from those that plans name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from answerable.ontology.gazetteer import Bodies, Change, Ownership

__all__ = ["Reach"]


@dataclass(frozen=True, slots=True)
class Reach:
    """The organisations that matter to a build, and the events and ownerships that lie between them."""

    bodies: frozenset[str]
    changes: tuple[Change, ...]
    ownerships: tuple[Ownership, ...]

    @classmethod
    def of(cls, named: Iterable[str], known: Bodies) -> Reach:
        """Follow what is known from the bodies that are named.

        Ahead, to whatever may answer now: parents, operators, successors, owners, and what else those own. Back, only
        from what is named, and without following the siblings that came out of the same event: a plan of one
        company would bring in all of its day.
        """
        start = [iri for iri in named if iri in known.by_iri]
        back = _closed(start, _all_of(_before(known)))
        bodies = _closed(start, _all_of(_above(known), _after(known), _owners_and_owned(known)))
        bodies |= _closed(back, _all_of(_above(known)))
        return cls(
            bodies,
            tuple(
                change
                for change in known.changes
                if not bodies.isdisjoint(change.before) and not bodies.isdisjoint(change.after)
            ),
            tuple(each for each in known.ownerships if each.owned in bodies and each.owner in bodies),
        )


_Steps = defaultdict[str, list[str]]


def _closed(start: Iterable[str], steps: Callable[[str], Iterable[str]]) -> frozenset[str]:
    found, waiting = set(start), sorted(start)
    while waiting:
        new = set(steps(waiting.pop())) - found
        found |= new
        waiting.extend(sorted(new))
    return frozenset(found)


def _all_of(*kinds: _Steps) -> Callable[[str], Iterable[str]]:
    return lambda iri: [other for steps in kinds for other in steps.get(iri, ())]


def _above(known: Bodies) -> _Steps:
    return _steps(
        ((body.iri,), [above for above in (*body.parents, *body.operators) if above in known.by_iri])
        for body in known.by_iri.values()
    )


def _after(known: Bodies) -> _Steps:
    return _steps((change.before, change.after) for change in known.changes)


def _before(known: Bodies) -> _Steps:
    return _steps((change.after, change.before) for change in known.changes)


def _owners_and_owned(known: Bodies) -> _Steps:
    ties = [((each.owned,), (each.owner,)) for each in known.ownerships]
    return _steps([*ties, *((owner, owned) for owned, owner in ties)])


def _steps(ways: Iterable[tuple[Iterable[str], Iterable[str]]]) -> _Steps:
    """Give where one step leads from each body, by ways from some bodies to others."""
    steps: _Steps = defaultdict(list)
    for start, ends in ways:
        for iri in start:
            steps[iri] += ends
    return steps
