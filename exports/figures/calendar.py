"""Days along a line: which stretch of time a picture shows, where a day falls in it, and what stands on the axis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from answerable.exports.figures.marks import Line, Mark, Text

__all__ = ["Span", "month_number"]

_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ROOM = 26.0
"""Points that a label on the axis needs."""


def month_number(day: date) -> int:
    """Count months, so that two days differ by as many as lie between their months."""
    return day.year * 12 + day.month - 1


@dataclass(frozen=True, slots=True)
class Span:
    """Whole months from the first to the last, drawn between two places."""

    first: int
    last: int
    left: float
    right: float

    @classmethod
    def over(cls, days: Iterable[date], left: float, right: float) -> Span:
        """Take in all of these days."""
        months = [month_number(day) for day in days]
        return cls(min(months), max(months), left, right)

    @property
    def months(self) -> int:
        """How many months it shows."""
        return self.last - self.first + 1

    def place(self, day: date) -> float:
        """Give where a day falls; a day outside falls on the edge."""
        start = date(day.year, day.month, 1)
        length = (date(day.year + day.month // 12, day.month % 12 + 1, 1) - start) / timedelta(days=1)
        at = month_number(day) + (day - start) / timedelta(days=1) / length
        return self.at(min(max(at, self.first), self.last + 1))

    def at(self, month: float) -> float:
        """Give where a month begins."""
        return self.left + (self.right - self.left) * (month - self.first) / self.months

    def axis(self, top: float, bottom: float) -> Iterator[Mark]:
        """Draw the years, and months where there is room, below `bottom`, with thin lines up to `top`."""
        step = next((step for step in (1, 2, 3, 6, 12, 24, 60) if self.at(self.first + step) - self.left >= _ROOM), 120)
        ticks = [month for month in range(self.first, self.last + 1) if month % step == 0]
        for month in ticks:
            yield Line(((self.at(month), top), (self.at(month), bottom)), "rule", 0.6)
            if self.right - self.at(month) >= _ROOM:
                name = str(month // 12) if month % 12 == 0 else _NAMES[month % 12]
                yield Text(self.at(month) + 2, bottom + 7, name, 7.5, "soft")
        if ticks and ticks[0] % 12:
            yield Text(self.at(ticks[0]) + 2, bottom + 17, str(ticks[0] // 12), 7.5, "soft")
