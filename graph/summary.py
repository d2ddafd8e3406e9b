"""What a build holds, in numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from answerable.extract.records import ActionKind, Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from answerable.extract.records import PlanRecord

__all__ = ["Summary", "counts_of", "ledger_sums", "summarise"]

_STATUS: Final = "status "


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


def counts_of(record: PlanRecord) -> Mapping[str, int]:
    """Count what one record adds to the sums of a build: `summarise` and `ledger_sums` read them."""
    ledger = record.ledger
    counts = Counter(_STATUS + (each.status or "") for each in record.recommendations)
    actions = (action for each in record.recommendations for action in each.actions)
    counts["plans"] = 1
    counts["actions"] = sum(action.kind is ActionKind.ACTION for action in actions)
    counts["assignments"] = sum(len(each.assignments) for each in record.recommendations)
    counts["rows"], counts["loaded"] = ledger.rows, ledger.loaded
    counts["ignored"] = sum(each.rows for each in ledger.ignored)
    counts["flagged"] = sum(each.rows for each in ledger.flagged)
    return counts


def summarise(counts: Mapping[str, int], *, owners: int, mentions: int, quads: int) -> Summary:
    """Sum up a build by the counts of its records together and the sizes of its graph."""
    by_status = {status: counts.get(_STATUS + (status or ""), 0) for status in (*Status, None)}
    return Summary(
        plans=counts.get("plans", 0),
        recommendations={status: count for status, count in by_status.items() if count or status},
        actions=counts.get("actions", 0),
        assignments=counts.get("assignments", 0),
        owners=owners,
        mentions=mentions,
        flagged=counts.get("flagged", 0),
        quads=quads,
    )


def ledger_sums(counts: Mapping[str, int]) -> Mapping[str, int]:
    """Give what became of the rows of all documents together."""
    return {name: counts.get(name, 0) for name in ("rows", "loaded", "ignored", "flagged")}
