"""The ledger: where every physical row went, and what a person should look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from answerable.extract.document import Passage, Place
from answerable.extract.plan.answers import read_status
from answerable.extract.plan.rows import Fate
from answerable.extract.plan.wording import fold
from answerable.extract.records import Flag, Ignored, Ledger, Recommendation
from answerable.ontology import reading

__all__ = ["check_totals", "declared_totals", "make_ledger"]


def make_ledger(
    fates: Sequence[Fate], orphans: Sequence[Place], idle: Sequence[Fate], remarks: Sequence[Flag]
) -> Ledger:
    """Count the rows.

    Of the loaded ones, `orphans` are those that no recommendation took in, and `idle` those that a later look found to
    say nothing of the plan, with the reason; `remarks` concern no row of their own.
    """
    lost = {(place.table, place.row) for place in (*orphans, *(fate.place for fate in idle))}
    ignored = Counter(fate.reason for fate in (*fates, *idle) if fate.reason and not fate.flagged)
    flags = [
        Flag(reason="row before the first recommendation", rows=1, table=place.table, row=place.row)
        for place in orphans
    ]
    loaded = sum(fate.reason is None and (fate.place.table, fate.place.row) not in lost for fate in fates)
    counted = tuple(Ignored(reason=str(reason), rows=rows) for reason, rows in sorted(ignored.items(), key=str))
    return Ledger(rows=len(fates), loaded=loaded, ignored=counted, flagged=(*flags, *_unread(fates), *remarks))


def _unread(fates: Sequence[Fate]) -> Iterator[Flag]:
    """One flag for each kind of row that was seen but not read, at the first of them."""
    for reason, group in groupby((fate for fate in fates if fate.flagged), key=lambda fate: fate.reason):
        rows = list(group)
        first = rows[0].place
        yield Flag(reason=str(reason), rows=len(rows), table=first.table, row=first.row, detail="split the file in two")


def declared_totals(box: Sequence[tuple[Passage, Passage]]) -> dict[str, int] | None:
    """Give the closing box as printed counts by answer, "Total" for the sum; None where there is no box."""
    return {name: int(count.text) for label, count in box if (name := _counted_as(label.text))} or None


def check_totals(box: Sequence[tuple[Passage, Passage]], recommendations: Sequence[Recommendation]) -> Iterator[Flag]:
    """Flag each declared count that differs from what was read."""
    counted = Counter(r.status.value for r in recommendations if r.status)
    counted["Total"] = len(recommendations)
    for label, count in box:
        name = _counted_as(label.text)
        if name and counted[name] != int(count.text):
            detail = f"{name}: declared {count.text}, read {counted[name]}"
            yield Flag(reason="declared total differs", table=label.place.table, row=label.place.row, detail=detail)


def _counted_as(label: str) -> str | None:
    """The answer that a line of the closing box counts, or "Total"."""
    status = read_status(label)
    return "Total" if fold(label) in reading.words("answers", "totals", "total") else status and status.value
