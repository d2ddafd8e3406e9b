"""What is due when: a range is a bar, a day or month a mark, a slip an arrow, and "ongoing" an open end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from answerable.exports.facts.words import count, day_in_words
from answerable.exports.figures.calendar import Span
from answerable.exports.figures.canvas import WIDTH, Canvas, Words
from answerable.exports.figures.figure import scope_of, source_of
from answerable.exports.figures.lettering import fitted
from answerable.exports.figures.marks import Arrow, Box, Line, Mark, Symbol, Text

if TYPE_CHECKING:
    from answerable.exports.commitments import Assignment, Commitments, Due

__all__ = ["Entry", "Lane", "Timeline", "timeline"]

_LABEL: Final = 158.0
_LANE: Final = 12.5
_MOST: Final = 52


@dataclass(frozen=True, slots=True)
class Entry:
    """So many assignments of one lane with the same dates; `done` where they are said to be done."""

    due: Due
    revised: Due | None
    done: bool
    number: int


@dataclass(frozen=True, slots=True)
class Lane:
    """One line of the picture; `label` is empty where it goes on with what the line above is about."""

    label: str
    entries: tuple[Entry, ...]


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
    def _entries(self) -> list[Entry]:
        return [entry for lane in self.lanes for entry in lane.entries]

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
            lines += [f"{about}: {_in_words(entry)}" for entry in lane.entries]
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
        return _days(self._entries)

    def _shows(self, day: date) -> bool:
        first, last = min(self._days), max(self._days)
        slack = max((last - first).days // 3, 92)
        return -slack <= (day - first).days and (day - last).days <= slack

    def canvas(self) -> Canvas:
        """Draw the lanes over the months, and the day to judge by where it is near."""
        if not self._days:
            return Canvas((Text(0, 8, "There is nothing to draw.", 9, "soft"),), 18)
        extra = [self.day] if self.day and self._shows(self.day) else []
        span = Span.over([*self._days, *extra], _LABEL, WIDTH - 16)
        top = 22.0
        bottom = top + len(self.lanes) * _LANE
        marks: list[Mark] = [*_legend(self._entries, bool(extra)), *span.axis(top, bottom)]
        for place, lane in enumerate(self.lanes):
            marks += _lane(lane, top + place * _LANE, span)
        if extra:
            marks.append(
                Line(((span.place(extra[0]), top - 2), (span.place(extra[0]), bottom)), "ink", 1.2, dashed=True)
            )
        return Canvas(tuple(marks), bottom + 22)


def timeline(found: Commitments) -> Timeline:
    """Lay assignments out by recommendation, one lane to a pair of dates; beyond a page, one to each or to a plan."""
    labels = {plan.iri: plan.label for plan in found.plans}
    several = len(found.plans) > 1
    numbers = {
        r.iri: (f"{r.number}  {labels[r.plan]}" if several else f"{r.number}  {r.text}") for r in found.recommendations
    }
    fine = _lanes(found.assignments, lambda each: numbers[each.recommendation], apart=True)
    if len(fine) > _MOST:
        fine = _lanes(found.assignments, lambda each: numbers[each.recommendation], apart=False)
    by = "recommendation"
    if len(fine) > _MOST:
        fine, by = _lanes(found.assignments, lambda each: labels[each.plan], apart=False), "plan"
    shown = tuple(fine[-_MOST:])
    everything = [entry for lane in fine for entry in lane.entries]
    days = _days(everything)
    ends = (min(days), max(days)) if days else None
    moved = sum(entry.number for entry in everything if _slips(entry))
    left_out = len(fine) - len(shown)
    return Timeline(shown, ends, moved, by, left_out, found.as_at.day, scope_of(found), source_of(found))


def _days(entries: Sequence[Entry]) -> list[date]:
    ends = [(due.first, due.last) for entry in entries for due in (entry.due, entry.revised) if due]
    return [day for pair in ends for day in pair if day]


def _lanes(assignments: Sequence[Assignment], label: Callable[[Assignment], str], *, apart: bool) -> list[Lane]:
    groups: dict[str, Counter[tuple[Due, Due | None, bool]]] = {}
    for each in assignments:
        revised = each.revised if each.revised and each.revised.said else None
        groups.setdefault(label(each), Counter())[
            _merged(each.due), _merged(revised) if revised else None, each.done
        ] += 1
    lanes = []
    for name, counted in groups.items():
        entries = [Entry(*dates, number) for dates, number in counted.items()]
        ordered = sorted(entries, key=lambda e: (e.due.first or e.due.last or date.max, e.due.last or date.max))
        rows = [(entry,) for entry in ordered] if apart else [tuple(ordered)]
        lanes += [Lane(name if place == 0 else "", row) for place, row in enumerate(rows)]
    return lanes


def _merged(due: Due) -> Due:
    """Leave the print aside, so that two spellings of one date stand on one line."""
    from dataclasses import replace  # noqa: PLC0415 - no other place changes a date

    return replace(due, text="")


def _slips(entry: Entry) -> bool:
    return bool(
        entry.revised
        and not entry.done
        and entry.due.last
        and entry.revised.last
        and entry.due.last != entry.revised.last
    )


def _in_words(entry: Entry) -> str:
    said = entry.due.words
    if entry.revised and not entry.done:
        said += f", revised to {entry.revised.words}"
    return f"{said}{', done' if entry.done else ''} ({entry.number:,})"


def _lane(lane: Lane, top: float, span: Span) -> Iterator[Mark]:
    y = top + _LANE / 2
    if lane.label:
        yield Text(0, y, fitted(lane.label, 8.0, _LABEL - 8), 8.0)
        if top > 23:
            yield Line(((0, top), (WIDTH, top)), "rule", 0.5)
    for entry in lane.entries:
        yield from _entry(entry, y, span)
    if len(lane.entries) == 1:
        yield from _aside(lane.entries[0], y, span)


def _entry(entry: Entry, y: float, span: Span) -> Iterator[Mark]:
    first, last = entry.due.first, entry.due.last
    start, end = (span.place(day) if day else None for day in (first, last))
    if start is not None and end is not None:
        yield Box(start, y - 3, max(end - start, 2), 6, None if entry.done else "post", "post")
    elif start is not None or entry.due.kind in {"ongoing", "recurring"}:
        yield Line(((start if start is not None else span.left, y), (span.right - 2, y)), "post", 1.4, dashed=True)
        yield Arrow(span.right - 4, y, span.right, y, "post")
    if end is not None:
        yield Symbol(end, y, 3.2, "circle", "post", fill=not entry.done)
    if _slips(entry) and end is not None and entry.revised and entry.revised.last:
        to = span.place(entry.revised.last)
        yield Arrow(end + (4 if to > end else -4), y, to, y, "recommendation")


def _aside(entry: Entry, y: float, span: Span) -> Iterator[Mark]:
    """Say how many stand behind a mark, and what a date without a day says."""
    if entry.number > 1:
        yield Text(WIDTH, y, f"×{entry.number:,}", 7.5, "soft", align="right")
    if entry.due.last is None and entry.due.first is None and entry.due.kind not in {"ongoing", "recurring"}:
        yield Text(span.left + 4, y, "done, no day printed" if entry.done else "no date", 7.5, "soft")


def _legend(entries: Sequence[Entry], dated: bool) -> Iterator[Mark]:
    x = 0.0
    yield Symbol(x + 4, 6, 3.2, "circle", "post")
    yield Text(x + 11, 6, "due", 8.0, "soft")
    x += 38
    if any(entry.done for entry in entries):
        yield Symbol(x + 4, 6, 3.2, "circle", "post", fill=False)
        yield Text(x + 11, 6, "said to be done", 8.0, "soft")
        x += 84
    if any(entry.due.first and entry.due.last for entry in entries):
        yield Box(x, 3, 16, 6, "post", "post")
        yield Text(x + 21, 6, "between", 8.0, "soft")
        x += 66
    if any(_slips(entry) for entry in entries):
        yield Arrow(x, 6, x + 20, 6, "recommendation")
        yield Text(x + 25, 6, "moved to", 8.0, "soft")
        x += 72
    if any(entry.due.kind in {"ongoing", "recurring", "commences"} for entry in entries):
        yield Line(((x, 6), (x + 18, 6)), "post", 1.4, dashed=True)
        yield Arrow(x + 17, 6, x + 22, 6, "post")
        yield Text(x + 27, 6, "goes on", 8.0, "soft")
        x += 70
    if dated:
        yield Line(((x, 6), (x + 18, 6)), "ink", 1.2, dashed=True)
        yield Text(x + 23, 6, "the day to judge by", 8.0, "soft")
