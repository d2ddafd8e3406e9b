"""A record with what people put right in it.

A correction holds only while its value is still read as it says: what no longer fits is a remark in the ledger, with
the file and line, and changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from answerable.extract.corrections.heads import mended_head
from answerable.extract.corrections.recommendations import mended_recommendations
from answerable.extract.corrections.text import HEAD, Line
from answerable.extract.errors import CorrectionError
from answerable.extract.records import Flag, PlanRecord

__all__ = ["corrected"]


def corrected(record: PlanRecord, lines: Iterable[Line]) -> PlanRecord:
    """Apply, in their order, the corrections that are about this record's document."""
    for line in lines:
        if line.is_about(record.source):
            record = _applied(record, line)
    return record


def _applied(record: PlanRecord, line: Line) -> PlanRecord:
    mend = mended_head if line.correction.field in HEAD else mended_recommendations
    try:
        changed = mend(record, line.correction)
    except CorrectionError as error:
        return _flagged(record, f"{line.place}: {error}")
    return changed.model_copy(update={"corrections": (*record.corrections, line.correction)})


def _flagged(record: PlanRecord, detail: str) -> PlanRecord:
    flag = Flag(reason="a correction no longer fits what is read", detail=detail)
    ledger = record.ledger.model_copy(update={"flagged": (*record.ledger.flagged, flag)})
    return record.model_copy(update={"ledger": ledger})
