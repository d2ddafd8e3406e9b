"""Whether a promise's date moved, and by how many days."""

from __future__ import annotations

from answerable.extract.records import Assignment, DueDate, DueKind
from answerable.graph.changes.change import Change, ChangeKind
from answerable.graph.mapping.days import last_day

__all__ = ["date_change"]


def date_change(old: Assignment, new: Assignment, number: str) -> Change | None:
    """Give how the date of an assignment moved; None where it says the same.

    The date of an assignment is its revised date where it has one. That something is done is progress and no date.
    """
    before, after = _date(old), _date(new)
    if DueKind.COMPLETED in {before.kind, after.kind} or _says(before) == _says(after):
        return None
    days = _days(before, after)
    if days == 0:
        return None
    kind = ChangeKind.DATE_RESTATED
    if days is not None:
        kind = ChangeKind.DATE_SLIPPED if days > 0 else ChangeKind.DATE_BROUGHT_FORWARD
    return Change.promised(kind, number, new, before=before.text or None, after=after.text or None, days=days)


def _date(assignment: Assignment) -> DueDate:
    revised = assignment.revised_due
    return revised if revised and revised.kind is not DueKind.NONE else assignment.due


def _says(due: DueDate) -> tuple[DueKind, str | None, str | None]:
    return due.kind, due.from_, due.to


def _days(before: DueDate, after: DueDate) -> int | None:
    one, other = last_day(before.to), last_day(after.to)
    return (other - one).days if one and other else None
