"""Whether a newer record tells of progress that the older one did not."""

from __future__ import annotations

from answerable.extract.records import Assignment, DueKind
from answerable.graph.changes.change import Change, ChangeKind

__all__ = ["progress_change"]


def progress_change(old: Assignment, new: Assignment, number: str) -> Change | None:
    """Give what is newly told of an assignment's progress: its update, and whether it is done; None if nothing is."""
    before, after = _progress(old), _progress(new)
    if before == after or after is None:
        return None
    return Change.promised(ChangeKind.PROGRESS, number, new, before=before, after=after)


def _progress(assignment: Assignment) -> str | None:
    told = (assignment.revised_due, assignment.due)
    done = next((due.text for due in told if due and due.kind is DueKind.COMPLETED), None)
    return ": ".join(filter(None, (done, assignment.update))) or None
