"""What a build holds, in numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from answerable.extract.records import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from answerable.graph.outline import Outline

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


def summarise(outlines: Sequence[Outline], *, quads: int) -> Summary:
    """Count what records hold, by their outlines; `quads` is the size of the graph made from them."""
    return Summary(
        plans=len(outlines),
        recommendations=_by_status(outlines),
        actions=sum(each.actions for each in outlines),
        assignments=sum(each.assignments for each in outlines),
        owners=len(frozenset().union(*(each.owners for each in outlines))),
        mentions=len(frozenset().union(*(each.mentions for each in outlines))),
        flagged=sum(flag.rows for each in outlines for flag in each.head.ledger.flagged),
        quads=quads,
    )


def _by_status(outlines: Iterable[Outline]) -> Mapping[Status | None, int]:
    counts: Counter[str] = Counter()
    for each in outlines:
        counts.update(each.statuses)
    return {status: counts[status or ""] for status in (*Status, None) if counts[status or ""] or status}
