"""Time from left to right: days as pixels, with a gutter at each day of change in which the arrows run."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

__all__ = ["GUTTER", "Calendar", "calendar_of"]

GUTTER: Final = 120
"""Room for an arrow from lane to lane, and for the date above it."""
_WIDTH: Final = 1600
_NARROWEST: Final = 800
_FEWEST_YEARS: Final = 4
_TAIL: Final = 440
"""Room for the name of a body that began on the last day of change."""
_LEAD: Final = 2
"""So many years are shown before the first day of change and after the last."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """A scale from days to pixels: `first` is at 0, and each day in `changes` is followed by a gutter."""

    first: date
    last: date
    changes: tuple[date, ...]
    pixels: float
    """For each day."""

    def before(self, day: date) -> int:
        """Give where a day lies; a day of change lies before its gutter."""
        held = min(max(day, self.first), self.last)
        return round((held - self.first).days * self.pixels) + GUTTER * bisect_left(self.changes, held)

    def after(self, day: date) -> int:
        """Give where a day lies, a day of change behind its gutter: what began on it begins there."""
        return self.before(day) + (GUTTER if day in self.changes else 0)

    @property
    def end(self) -> int:
        """The right edge, far enough behind the last day of change that a name has room there."""
        return max([self.after(self.last), *(self.after(day) + _TAIL for day in self.changes[-1:])])


def calendar_of(changes: Iterable[date], others: Iterable[date]) -> Calendar:
    """Make the scale for the days of change and other days, such as those of plans, that must lie on it."""
    days = sorted(set(changes))
    shown = sorted({*days, *others}) or [date(2000, 1, 1)]
    first, last = date(shown[0].year - _LEAD, 1, 1), date(shown[-1].year + _LEAD, 12, 31)
    span = max((last - first).days, _FEWEST_YEARS * 365)
    return Calendar(first, last, tuple(days), round(max(_WIDTH - GUTTER * len(days), _NARROWEST) / span, 6))
