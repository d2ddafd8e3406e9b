"""The timeline of some commitments: its lanes, and the finding in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from answerable.exports.facts.words import count, day_in_words
from answerable.exports.figures.canvas import Canvas, Words
from answerable.exports.figures.figure import scope_of, source_of
from answerable.exports.figures.timeline.drawing import drawn
from answerable.exports.figures.timeline.lanes import Lane, days_of, entries_of, lanes_of

if TYPE_CHECKING:
    from datetime import date

    from answerable.exports.commitments import Commitments

__all__ = ["Timeline", "timeline"]

_MOST: Final = 52


@dataclass(frozen=True, slots=True)
class Timeline:
    """Lanes in the order of print."""

    lanes: tuple[Lane, ...]
    ends: tuple[date, date] | None
    """The first and the last day of all lanes, those left out included."""
    moved: int
    by: str
    """What a lane is about: a recommendation or a plan."""
    left_out: int
    day: date | None
    scope: str
    source: str

    @property
    def words(self) -> Words:
        """The finding: from when to when, and how many dates moved."""
        return Words(self._title, self.scope, self.source, f"Timeline. {self._told}", self._note)

    @property
    def _title(self) -> str:
        if not self.ends:
            return "No target date names a day or a month"
        first, last = map(day_in_words, self.ends)
        slipped = f"; {count(self.moved, 'date')} moved" if self.moved else ""
        if first == last:
            return f"Every target date is {first}{slipped}"
        return f"Target dates run from {first} to {last}{slipped}"

    @property
    def _told(self) -> str:
        lines, about = [], ""
        for lane in self.lanes:
            about = lane.label or about
            lines += [f"{about}: {entry.words}" for entry in lane.entries]
        return "; ".join(lines)

    @property
    def _note(self) -> str:
        told = []
        if self.by == "plan":
            told.append("Rolled up to one line for each plan.")
        if self.left_out:
            told.append(
                f"{count(self.left_out, 'line')} more {'is' if self.left_out == 1 else 'are'} left out, the oldest."
            )
        if self.day and self._days and not self._shows(self.day):
            side = "right" if self.day > max(self._days) else "left"
            told.append(f"The day to judge by, {day_in_words(self.day)}, lies beyond the {side} edge.")
        return " ".join(told)

    @property
    def _days(self) -> list[date]:
        return days_of(entries_of(self.lanes))

    def _shows(self, day: date) -> bool:
        first, last = min(self._days), max(self._days)
        slack = max((last - first).days // 3, 92)
        return -slack <= (day - first).days and (day - last).days <= slack

    def canvas(self) -> Canvas:
        """Draw the lanes over the months, and the day to judge by where it is near."""
        return drawn(self.lanes, self.day if self.day and self._days and self._shows(self.day) else None)


def timeline(found: Commitments) -> Timeline:
    """Lay assignments out by recommendation, one lane to a pair of dates; beyond a page, one to each or to a plan."""
    by, fine = _fitting(found)
    shown = tuple(fine[-_MOST:])
    everything = entries_of(fine)
    days = days_of(everything)
    ends = (min(days), max(days)) if days else None
    moved = sum(entry.number for entry in everything if entry.slips)
    left_out = len(fine) - len(shown)
    return Timeline(shown, ends, moved, by, left_out, found.as_at.day, scope_of(found), source_of(found))


def _fitting(found: Commitments) -> tuple[str, list[Lane]]:
    """Lay out as finely as fits a page, and say what a lane is about."""
    labels = {plan.iri: plan.label for plan in found.plans}
    several = len(found.plans) > 1
    numbers = {r.iri: f"{r.number}  {labels[r.plan] if several else r.text}" for r in found.recommendations}
    for apart in (True, False):
        lanes = lanes_of(found.assignments, lambda each: numbers[each.recommendation], apart=apart)
        if len(lanes) <= _MOST:
            return "recommendation", lanes
    return "plan", lanes_of(found.assignments, lambda each: labels[each.plan], apart=False)
