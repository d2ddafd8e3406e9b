"""How far a record is as the golden one, by figure: each is a share from 0 to 1."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from tests.extract.gold import Items, share

__all__ = ["FLOORS", "figures"]

_FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "recs": ("numbers",),
    "status": ("status",),
    "fields": ("title", "days", "inspectorates", "totals", "body"),
    "text": ("text",),
    "pairs": ("pairs",),
    "dates": ("dates",),
    "actions": ("actions",),
    "align": ("links",),
}

FLOORS: Final[Mapping[str, float]] = {
    "recs": 1.0,
    "status": 1.0,
    "fields": 1.0,
    "text": 0.99,
    "pairs": 0.98,
    "dates": 0.98,
    "actions": 0.97,
    "align": 0.95,
}
"""What every format reaches over all plans."""


def figures(twins: Iterable[tuple[Items, Items]]) -> dict[str, float]:
    """Give the figures of several plans together, each as (golden, read); an item is right when it is the same."""
    pairs = list(twins)
    return {name: _figure(pairs, fields) for name, fields in _FIELDS.items()}


def _figure(pairs: list[tuple[Items, Items]], fields: tuple[str, ...]) -> float:
    wanted = [(i, name, item) for i, (gold, _) in enumerate(pairs) for name in fields for item in gold[name]]
    found = [(i, name, item) for i, (_, read) in enumerate(pairs) for name in fields for item in read[name]]
    return share(wanted, found)
