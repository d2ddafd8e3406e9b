"""Two records compared, recommendation by recommendation."""

from __future__ import annotations

from collections.abc import Iterator

from answerable.extract.records import PlanRecord, Recommendation
from answerable.graph.changes.change import Change, ChangeKind
from answerable.graph.changes.dates import date_change
from answerable.graph.changes.pairs import assignment_pairs, recommendation_pairs
from answerable.graph.changes.progress import progress_change

__all__ = ["changes"]


def changes(old: PlanRecord, new: PlanRecord) -> Iterator[Change]:
    """Give what changed from one record of a plan to another, in the printed order of the newer one.

    What is gone comes last. A change of words alone, such as another spelling of the same date, is none.
    """
    for before, after in recommendation_pairs(old.recommendations, new.recommendations):
        if before and after:
            yield from _within(before, after)
        elif after:
            yield Change(ChangeKind.RECOMMENDATION_ADDED, after.number, after.text, None, after.status)
        elif before:
            yield Change(ChangeKind.RECOMMENDATION_REMOVED, before.number, before.text, before.status, None)


def _within(old: Recommendation, new: Recommendation) -> Iterator[Change]:
    if old.status != new.status:
        yield Change(ChangeKind.STATUS, new.number, new.text, old.status, new.status)
    yield from _owners(old, new)
    for before, after in assignment_pairs(old.assignments, new.assignments):
        changed = (date_change(before, after, new.number), progress_change(before, after, new.number))
        yield from (change for change in changed if change)


def _owners(old: Recommendation, new: Recommendation) -> Iterator[Change]:
    before, after = _holders(old), _holders(new)
    for iri in sorted(after.keys() - before.keys()):
        yield Change(ChangeKind.OWNER_ADDED, new.number, after[iri], None, after[iri], owners=(iri,))
    for iri in sorted(before.keys() - after.keys()):
        yield Change(ChangeKind.OWNER_REMOVED, new.number, before[iri], before[iri], None, owners=(iri,))


def _holders(recommendation: Recommendation) -> dict[str, str]:
    """Give the printed form of each holder by address, the first where there are several."""
    owners = [owner for assignment in recommendation.assignments for owner in assignment.owners]
    return {owner.iri: owner.text for owner in reversed(owners)}
