"""One thing that differs between an older and a newer record of a plan."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from answerable.extract.records import Assignment

__all__ = ["Change", "ChangeKind"]


class ChangeKind(StrEnum):
    """What happened, in words that a reader of plans uses."""

    RECOMMENDATION_ADDED = "recommendation added"
    RECOMMENDATION_REMOVED = "recommendation removed"
    STATUS = "status changed"
    OWNER_ADDED = "owner added"
    OWNER_REMOVED = "owner removed"
    DATE_SLIPPED = "date slipped"
    DATE_BROUGHT_FORWARD = "date brought forward"
    DATE_RESTATED = "date restated"
    """One of the two dates names no day to measure from: "April 2024" became "Ongoing"."""
    PROGRESS = "progress told"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference; `before` and `after` are as printed, and None where there is nothing on that side."""

    kind: ChangeKind
    recommendation: str
    """The printed number of the recommendation, in the newer record where it is there."""
    subject: str
    """Whose value it is: the owner or owners as printed, else the words of the recommendation."""
    before: str | None
    after: str | None
    days: int | None = None
    """Of dates: how many days later the newer one is, so that brought forward is below 0."""
    owners: tuple[str, ...] = ()
    """The addresses of the owners that `subject` prints, sorted."""

    @classmethod
    def promised(
        cls,
        kind: ChangeKind,
        recommendation: str,
        assignment: Assignment,
        *,
        before: str | None,
        after: str | None,
        days: int | None = None,
    ) -> Change:
        """Give a change of what the owners of an assignment promised."""
        printed = "; ".join(owner.text for owner in assignment.owners)
        owners = tuple(sorted(owner.iri for owner in assignment.owners))
        return cls(kind, recommendation, printed, before, after, days, owners)
