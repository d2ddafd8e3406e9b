"""One plan that differs between two builds, with what changed in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from answerable.graph.changes.change import Change

__all__ = ["DifferenceKind", "PlanDifference"]


class DifferenceKind(StrEnum):
    """What happened to a plan."""

    ADDED = "added"
    UPDATED = "updated"
    """It is a later version of a plan that stands beside it, and is compared with that."""
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class PlanDifference:
    """How one plan differs between two builds."""

    kind: DifferenceKind
    plan: str
    """Its address."""
    title: str
    document: str
    """The name of the file, in the newer build where it is there."""
    recommendations: int
    changes: tuple[Change, ...]
    returned: tuple[str, ...]
    """The numbers of recommendations that now say they have come back."""
