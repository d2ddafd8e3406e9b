"""When promises fall due, and which dates moved where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from answerable.exports.facts.sentences import are
from answerable.exports.facts.words import MONTHS, count
from answerable.exports.figures.calendar import Span, month_number
from answerable.exports.figures.canvas import WIDTH, Canvas, Words
from answerable.exports.figures.figure import scope_of, source_of
from answerable.exports.figures.lettering import width_of
from answerable.exports.figures.marks import Arrow, Box, Line, Mark, Text

if TYPE_CHECKING:
    from answerable.exports.commitments import Commitments

__all__ = ["Slip", "TargetMonths", "month_in_words", "target_months"]

_HEIGHT: Final = 120.0
_MOST: Final = 14
_STEPS: Final = (1, 3, 12)
_COLUMNS: Final = 84


def month_in_words(month: int) -> str:
    """Say a month by its number: January of the year 0 is 0.

    >>> month_in_words(2020 * 12 + 3)
    'April 2020'
    """
    return f"{MONTHS[month % 12]} {month // 12}"


@dataclass(frozen=True, slots=True)
class Slip:
    """How many assignments moved from one month to another."""

    first: int
    second: int
    number: int

    @property
    def told(self) -> str:
        """Say it in words."""
        apart = abs(self.second - self.first)
        if not apart:
            return f"{self.number:,} moved within the month"
        return f"{self.number:,} moved {count(apart, 'month')} {'earlier' if self.second < self.first else 'later'}"


@dataclass(frozen=True, slots=True)
class TargetMonths:
    """Target months with how many assignments kept and how many left them, and the slips between months."""

    kept: tuple[tuple[int, int], ...]
    left: tuple[tuple[int, int], ...]
    slips: tuple[Slip, ...]
    undated: int
    scope: str
    source: str

    @property
    def words(self) -> Words:
        """The finding: the busiest month, and how many dates moved."""
        due = self._due
        moved = sum(slip.number for slip in self.slips)
        later = "; ".join(
            f"{month_in_words(slip.first)} to {month_in_words(slip.second)}: {slip.number:,}" for slip in self._shown
        )
        counted = "; ".join(f"{month_in_words(month)} {number:,}" for month, number in sorted(due.items()))
        alt = f"Bars of assignments by the month of their first target date. {counted}."
        if later:
            alt += f" Dates that moved: {later}."
        return Words(self._title(due, moved), self.scope, self.source, alt, self._note())

    @property
    def _due(self) -> Counter[int]:
        return Counter(dict(self.kept)) + Counter(dict(self.left))

    @property
    def _shown(self) -> list[Slip]:
        """The moves of most assignments, in the order of time."""
        most = sorted(self.slips, key=lambda slip: (-slip.number, slip.first, slip.second))[:_MOST]
        return sorted(most, key=lambda slip: (slip.first, slip.second))

    def _title(self, due: Counter[int], moved: int) -> str:
        if not due:
            return "No target date names a day or a month"
        busiest = min(due, key=lambda month: (-due[month], month))
        slipped = f"; {count(moved, 'date')} moved" if moved else "; no date moved"
        of = count(sum(due.values()), "dated assignment")
        return f"{month_in_words(busiest)} is the busiest month, with {due[busiest]:,} of {of}{slipped}"

    def _note(self) -> str:
        told = []
        if self._step > 1 and self._due:
            told.append(f"Bars stand for {'quarters' if self._step == 3 else 'years'}.")
        if self.undated:
            told.append(
                f"{count(self.undated, 'assignment')} {are(self.undated)} not shown: no day, ongoing, or complete."
            )
        more = len(self.slips) - _MOST
        if more > 0:
            told.append(f"{count(more, 'further move')} between months {are(more)} not drawn.")
        return " ".join(told)

    @property
    def _months(self) -> list[int]:
        return sorted({*self._due, *(slip.second for slip in self.slips)})

    @property
    def _step(self) -> int:
        months = self._months
        return next((step for step in _STEPS if months and (months[-1] - months[0]) / step < _COLUMNS), 12)

    def canvas(self) -> Canvas:
        """Draw bars over the months, and below them an arrow for each move."""
        months = self._months
        if not months:
            return Canvas((Text(0, 8, "There is nothing to draw.", 9, "soft"),), 18)
        first = months[0] // self._step * self._step
        last = max(months[-1] // self._step * self._step + self._step - 1, first + 5)
        span = Span(first, last, 22, WIDTH)
        bars = [*self._bars(span), *span.axis(24, 24 + _HEIGHT)]
        top = 24 + _HEIGHT + 28
        slips = [mark for place, slip in enumerate(self._shown) for mark in _slip(slip, span, top + place * 13)]
        return Canvas((*_legend(bool(self.slips)), *bars, *slips), top + 13 * min(len(self.slips), _MOST))

    def _bars(self, span: Span) -> Iterator[Mark]:
        kept, left = self._columns(self.kept), self._columns(self.left)
        most = max((kept + left).values())
        for value in sorted({0, most // 2, most}):
            y = 24 + _HEIGHT * (1 - value / most)
            yield Line(((22, y), (WIDTH, y)), "rule", 0.6)
            yield Text(18, y, f"{value:,}", 7.5, "soft", align="right")
        for month in sorted(kept + left):
            x, wide = span.at(month), span.at(month + self._step) - span.at(month)
            tall, short = _HEIGHT * kept[month] / most, _HEIGHT * left[month] / most
            if tall:
                yield Box(x + wide * 0.1, 24 + _HEIGHT - tall, wide * 0.8, tall, "post", "post")
            if short:
                yield Box(
                    x + wide * 0.1, 24 + _HEIGHT - tall - short, wide * 0.8, short, None, "recommendation", "////"
                )

    def _columns(self, counted: tuple[tuple[int, int], ...]) -> Counter[int]:
        columns: Counter[int] = Counter()
        for month, number in counted:
            columns[month // self._step * self._step] += number
        return columns


def target_months(found: Commitments) -> TargetMonths:
    """Count target dates by month; what is printed as complete, or names no day, is not dated."""
    kept: Counter[int] = Counter()
    left: Counter[int] = Counter()
    moved: Counter[tuple[int, int]] = Counter()
    undated = 0
    for each in found.assignments:
        if each.due.last is None or each.due.kind == "completed":
            undated += 1
            continue
        month = month_number(each.due.last)
        if each.slip:
            left[month] += 1
            moved[month, month_number(each.slip[1])] += 1
        else:
            kept[month] += 1
    slips = sorted((Slip(*ends, number) for ends, number in moved.items()), key=lambda s: (s.first, s.second))
    counted = (tuple(sorted(kept.items())), tuple(sorted(left.items())))
    return TargetMonths(*counted, tuple(slips), undated, scope_of(found, dated=False), source_of(found))


def _legend(slips: bool) -> Iterator[Mark]:
    yield Box(0, 1, 16, 9, "post", "post")
    yield Text(21, 6, "first target date, assignments", 8.5, "soft")
    if slips:
        yield Box(170, 1, 16, 9, None, "recommendation", "////")
        yield Text(191, 6, "of these, since moved", 8.5, "soft")
        yield Arrow(300, 6, 322, 6, "recommendation")
        yield Text(327, 6, "from the first date to the new one", 8.5, "soft")


def _slip(slip: Slip, span: Span, y: float) -> Iterator[Mark]:
    start, end = span.at(slip.first + 0.5), span.at(slip.second + 0.5)
    if slip.first != slip.second:
        yield Arrow(start, y, end, y, "recommendation")
    told = slip.told
    right = max(start, end) + 6
    if right + width_of(told, 8.0) <= WIDTH:
        yield Text(right, y, told, 8.0, "ink")
    else:
        yield Text(min(start, end) - 6, y, told, 8.0, "ink", align="right")
