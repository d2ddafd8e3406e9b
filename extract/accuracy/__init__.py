"""Records beside hand-made gold: what agrees, as shares, and every mistake with the document's words."""

from __future__ import annotations

from answerable.extract.accuracy.comparing import Accuracy, PlanAccuracy, compare
from answerable.extract.accuracy.gold import Gold, GoldError, load_gold
from answerable.extract.accuracy.measures import MEASURES
from answerable.extract.accuracy.verdicts import Mistake, Share, Verdict

__all__ = [
    "MEASURES",
    "Accuracy",
    "Gold",
    "GoldError",
    "Mistake",
    "PlanAccuracy",
    "Share",
    "Verdict",
    "compare",
    "load_gold",
]
