"""The figures of accuracy by name, and what each says; every one is a share from 0 to 1."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

__all__ = ["MEASURES"]

MEASURES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "fields": "values of the head: three dates, title, totals, inspectorates and the body inspected",
        "recs": "recommendations found by their number, none invented (F1)",
        "text": "words of each recommendation that agree",
        "status": "recommendations with the right answer",
        "answer": "addressees, reasons and repeats that are right",
        "pairs": "printed owners with their date, per recommendation, none invented (F1)",
        "owners": "single owners per recommendation, none invented (F1)",
        "dates": "dates of matched pairs that were understood rightly",
        "actions": "paragraphs and bullets of the responses, none invented (F1)",
        "kinds": "matched paragraphs told rightly to be action, bullet or context",
        "align": "pairs tied to just the right actions, and to none where the print does not say",
        "updates": "words of progress updates that agree",
        "revised": "revised dates and states that are right",
        "mentions": "named things, none invented (F1)",
        "links": "named things per recommendation where they stand (F1)",
        "types": "matched named things of the right type",
    }
)
