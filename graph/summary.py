"""What a build holds, in numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from answerable.extract.records import ActionKind, PlanRecord, Recommendation, Status

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["Summary", "summarise"]


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts of a build. `recommendations` is by printed status, `None` where the print gives none."""

    plans: int
    recommendations: Mapping[Status | None, int]
    actions: int
    assignments: int
    owners: int
    """Distinct holders."""
    mentions: int
    """Distinct named things."""
    flagged: int
    """Rows that a person should look at."""
    quads: int

    def as_counts(self) -> dict[str, Any]:
        """Give the counts as plain values for JSON."""
        counts = asdict(self)
        counts["recommendations"] = {status or "none": count for status, count in self.recommendations.items()}
        return counts


def summarise(records: Sequence[PlanRecord], *, quads: int) -> Summary:
    """Count what the records hold; `quads` is the size of the graph made from them."""
    recommendations = [recommendation for record in records for recommendation in record.recommendations]
    assignments = [assignment for recommendation in recommendations for assignment in recommendation.assignments]
    return Summary(
        plans=len(records),
        recommendations=_by_status(recommendations),
        actions=sum(action.kind is ActionKind.ACTION for each in recommendations for action in each.actions),
        assignments=len(assignments),
        owners=len({owner.iri for assignment in assignments for owner in assignment.owners}),
        mentions=len({mention.iri for record in records for mention in record.mentions}),
        flagged=sum(flag.rows for record in records for flag in record.ledger.flagged),
        quads=quads,
    )


def _by_status(recommendations: Sequence[Recommendation]) -> Mapping[Status | None, int]:
    counts = Counter(recommendation.status for recommendation in recommendations)
    return {status: counts[status] for status in (*Status, None) if counts[status] or status}
