"""Two builds compared, wherever they stand, and what came of it in the words of the domain."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from os import PathLike

    from answerable.graph.changes import Change
    from answerable.graph.changes.difference import PlanDifference

__all__ = ["compare_builds", "differences_as_json", "differences_as_text"]


def compare_builds(old: str, new: str, store: str | PathLike[str] | None = None) -> Sequence[PlanDifference]:
    """Give the plans that differ between two snapshots of a store, or between the current ones of two stores.

    Args:
        old: the first letters of a snapshot's name where there is a `store`, else the folder of a store.
        new: the same for the newer one.
        store: the store that holds both.

    Raises:
        NotAStoreError: there is no such store or snapshot, or its records are damaged.
    """
    from answerable.graph.addressed.bringing import brought
    from answerable.graph.changes.builds import differences
    from answerable.graph.errors import DamagedSnapshotError
    from answerable.graph.layout import Layout
    from answerable.graph.snapshots.listing import chosen, way_back
    from answerable.graph.snapshots.records import SnapshotRecords

    def records(given: str) -> SnapshotRecords:
        layout = Layout(brought(store or given, given if store else None))
        name = chosen(layout, given if store else None)
        try:
            return SnapshotRecords(layout.snapshot(name))
        except DamagedSnapshotError as error:
            raise DamagedSnapshotError(f"{error}; {way_back(layout, name)}") from error

    return list(differences(records(old), records(new)))


def differences_as_text(found: Sequence[PlanDifference]) -> str:
    """Give a paragraph for each plan, then the sum."""
    return "\n".join([*(line for difference in found for line in _paragraph(difference)), _sum(found)])


def differences_as_json(found: Sequence[PlanDifference]) -> str:
    """Give the same as one JSON array of plans."""
    from dataclasses import asdict

    return json.dumps([asdict(difference) for difference in found], indent=1, ensure_ascii=False)


def _paragraph(difference: PlanDifference) -> Iterator[str]:
    count = f"{difference.recommendations} recommendation{'' if difference.recommendations == 1 else 's'}"
    yield f"{difference.kind}: {difference.title} ({difference.document}, {count})"
    for change in difference.changes:
        yield f"  {change.recommendation}: {_told(change)}"
    for number in difference.returned:
        yield f"  {number}: recommendation came back"


def _told(change: Change) -> str:
    moved = f" by {abs(change.days)} days" if change.days else ""
    values = [value for value in (change.before, change.after) if value]
    subject = "" if change.subject in values else f" ({change.subject})"
    return f"{change.kind}{moved}: {' -> '.join(values) or 'nothing printed'}{subject}"


def _sum(found: Sequence[PlanDifference]) -> str:
    counts = Counter(f"plan {difference.kind}" for difference in found)
    counts.update(str(change.kind) for difference in found for change in difference.changes)
    counts["recommendation came back"] = sum(len(difference.returned) for difference in found)
    return ", ".join(f"{what}: {count}" for what, count in counts.items() if count) or "no difference"
