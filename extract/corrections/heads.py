"""Values of a plan's head put right."""

from __future__ import annotations

import re
from typing import Final

from answerable.extract.corrections.evidence import read_by_hand
from answerable.extract.errors import CorrectionError
from answerable.extract.records import Correction, PlanRecord

__all__ = ["mended_head"]

_DATES: Final = frozenset({"submitted", "updated", "report_published"})
_DATE: Final = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def mended_head(record: PlanRecord, correction: Correction) -> PlanRecord:
    """Give a record with one value of its head put right; raises CorrectionError where it reads otherwise."""
    field, read = correction.field, getattr(record, correction.field)
    if (read or "") != correction.before:
        raise CorrectionError(f"the {field} reads {read or ''!r} and not {correction.before!r}; look at it again")
    if field in _DATES and not _DATE.fullmatch(correction.after):
        raise CorrectionError(f"{correction.after!r} is no date; write it as YYYY-MM-DD")
    return record.model_copy(update={field: correction.after or None, "evidence": read_by_hand(record.evidence, field)})
