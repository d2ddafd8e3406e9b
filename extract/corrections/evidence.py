"""The evidence of a value that was put right: the words stay as printed, the rule says that a person read them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from answerable.extract.records import Evidence

__all__ = ["RULE", "read_by_hand", "stands_in"]

RULE: Final = "correction"
"""The rule of evidence whose value a person put right."""


def read_by_hand(evidence: Iterable[Evidence], field: str) -> tuple[Evidence, ...]:
    """Give evidence in which the pieces of one field have the rule of a correction."""
    return tuple(piece.model_copy(update={"rule": RULE}) if piece.field == field else piece for piece in evidence)


def stands_in(evidence: Iterable[Evidence], field: str, row: int | None) -> bool:
    """Say whether a value stands in a row; where none is asked for, it does."""
    return row is None or any(piece.row == row for piece in evidence if piece.field == field)
