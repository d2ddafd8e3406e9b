"""A timeline drawn: a range is a bar, a day or month a mark, a slip an arrow, and "ongoing" an open end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from answerable.exports.figures.calendar import Span
from answerable.exports.figures.canvas import WIDTH, Canvas
from answerable.exports.figures.lettering import fitted
from answerable.exports.figures.marks import Arrow, Box, Line, Mark, Symbol, Text
from answerable.exports.figures.timeline.lanes import Entry, Lane, days_of, entries_of

if TYPE_CHECKING:
    from datetime import date

__all__ = ["drawn"]

_LABEL: Final = 158.0
_LANE: Final = 12.5
_TOP: Final = 22.0


def drawn(lanes: Sequence[Lane], day: date | None) -> Canvas:
    """Draw lanes over the months, and the day to judge by where one is given."""
    entries = entries_of(lanes)
    days = days_of(entries)
    if not days:
        return Canvas((Text(0, 8, "There is nothing to draw.", 9, "soft"),), 18)
    span = Span.over([*days, *([day] if day else [])], _LABEL, WIDTH - 16)
    bottom = _TOP + len(lanes) * _LANE
    marks: list[Mark] = [*_legend(entries, dated=day is not None), *span.axis(_TOP, bottom)]
    for place, lane in enumerate(lanes):
        marks += _lane(lane, _TOP + place * _LANE, span)
    if day:
        marks.append(Line(((span.place(day), _TOP - 2), (span.place(day), bottom)), "ink", 1.2, dashed=True))
    return Canvas(tuple(marks), bottom + 22)


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
    elif start is not None or entry.goes_on:
        yield Line(((start if start is not None else span.left, y), (span.right - 2, y)), "post", 1.4, dashed=True)
        yield Arrow(span.right - 4, y, span.right, y, "post")
    if end is not None:
        yield Symbol(end, y, 3.2, "circle", "post", fill=not entry.done)
    if entry.slips and end is not None and entry.revised and entry.revised.last:
        to = span.place(entry.revised.last)
        yield Arrow(end + (4 if to > end else -4), y, to, y, "recommendation")


def _aside(entry: Entry, y: float, span: Span) -> Iterator[Mark]:
    """Say how many stand behind a mark, and what a date without a day says."""
    if entry.number > 1:
        yield Text(WIDTH, y, f"×{entry.number:,}", 7.5, "soft", align="right")
    if entry.due.last is None and entry.due.first is None and not entry.goes_on:
        yield Text(span.left + 4, y, "done, no day printed" if entry.done else "no date", 7.5, "soft")


@dataclass(frozen=True, slots=True)
class _Key:
    """One sign of the legend: what it means, where its words begin, how wide it is, and which entries show it."""

    words: str
    inset: float
    width: float
    shown_by: Callable[[Entry], bool]
    sign: Callable[[float], Iterable[Mark]]


_KEYS: Final = (
    _Key("due", 11, 38, lambda _: True, lambda x: [Symbol(x + 4, 6, 3.2, "circle", "post")]),
    _Key(
        "said to be done",
        11,
        84,
        lambda entry: entry.done,
        lambda x: [Symbol(x + 4, 6, 3.2, "circle", "post", fill=False)],
    ),
    _Key(
        "between",
        21,
        66,
        lambda entry: bool(entry.due.first and entry.due.last),
        lambda x: [Box(x, 3, 16, 6, "post", "post")],
    ),
    _Key("moved to", 25, 72, lambda entry: entry.slips, lambda x: [Arrow(x, 6, x + 20, 6, "recommendation")]),
    _Key(
        "goes on",
        27,
        70,
        lambda entry: entry.goes_on or entry.due.kind == "commences",
        lambda x: [
            Line(((x, 6), (x + 18, 6)), "post", 1.4, dashed=True),
            Arrow(x + 17, 6, x + 22, 6, "post"),
        ],
    ),
)


def _legend(entries: Sequence[Entry], *, dated: bool) -> Iterator[Mark]:
    x = 0.0
    for key in _KEYS:
        if any(map(key.shown_by, entries)):
            yield from key.sign(x)
            yield Text(x + key.inset, 6, key.words, 8.0, "soft")
            x += key.width
    if dated:
        yield Line(((x, 6), (x + 18, 6)), "ink", 1.2, dashed=True)
        yield Text(x + 23, 6, "the day to judge by", 8.0, "soft")
