"""Organisations over time: a lane for each body from left to right, arrows to what followed, lines to owners."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import count as numbers
from typing import TYPE_CHECKING, Final

from answerable.exports.facts.words import day_in_words
from answerable.exports.view.networks.calendar import Calendar, calendar_of
from answerable.exports.view.networks.drawing import Drawing, Lifeline, Mark, Tick, Tie
from answerable.exports.view.networks.fates import caption_of, heading_of, note_of
from answerable.exports.view.networks.histories import Histories, histories_of
from answerable.exports.view.networks.rollup import MOST

if TYPE_CHECKING:
    from answerable.exports.view.model import Organisation, View

__all__ = ["organisations"]

_LANE: Final = 44
_PLAN: Final = 13
_BODY: Final = 10
_SIDE: Final = 15
"""What lies between two ownership lines that start on one day."""
_UNKNOWN: Final = (None, None)
"""The days of a body of which neither the beginning nor the end is known."""
_EMPTY: Final = (
    "Bodies stand here, each on a lane of its own, once a plan inspects a body that the reference data knows, "
    "with the days on which it began, changed and ended."
)


@dataclass(frozen=True, slots=True)
class _Lane:
    """Where one body's line runs, in pixels."""

    key: str
    y: int
    start: int
    end: int
    open_start: bool
    open_end: bool


def organisations(view: View, most: int = MOST) -> Drawing:
    """Draw what became of the bodies, on a twelfth of `most` lanes or 20, whichever is more."""
    histories = histories_of(view, max(most // 12, 20))
    known = {days.plan: days.known for days in view.days if days.known}
    calendar = _calendar(histories, known)
    lanes = {lane.key: lane for lane in _lanes(view.organisations, histories, calendar)}
    heading = heading_of(view, histories)
    return Drawing(
        "organisations",
        "What became of the bodies",
        heading,
        caption_of(histories),
        f"{heading}. Each body has a lane from left to right in time; an arrow leads to the body that followed it.",
        (
            *(Mark(lane.key, lane.start, lane.y, _BODY) for lane in lanes.values()),
            *_plans(histories, lanes, known, calendar),
        ),
        (*_successions(histories, lanes, calendar), *_companies(histories, lanes, calendar)),
        lifelines=tuple(
            Lifeline(lane.key, lane.y, lane.start, lane.end, lane.open_start, lane.open_end) for lane in lanes.values()
        ),
        ticks=tuple(_ticks(calendar)),
        loads={key: len(histories.inspected.get(key, ())) for key in lanes},
        counts=("plan on it", "plans on it"),
        note=note_of(histories),
        empty=None if lanes else _EMPTY,
    )


def _calendar(histories: Histories, known: Mapping[str, date]) -> Calendar:
    drawn = set(histories.lanes)
    plans = [known[plan] for body in drawn for plan in histories.inspected.get(body, ()) if plan in known]
    owned = [day for each in histories.ownerships for day in (each.first, each.last) if day]
    return calendar_of((change.day for change in histories.changes if change.day), (*plans, *owned))


def _lanes(listed: Iterable[Organisation], histories: Histories, calendar: Calendar) -> Iterator[_Lane]:
    lives = _lives(listed, histories)
    for index, key in enumerate(histories.lanes):
        first, last = lives.get(key, _UNKNOWN)
        first = first if first and first >= calendar.first else None
        last = last if last and last <= calendar.last else None
        start = calendar.after(first) if first else 0
        end = calendar.before(last) if last else calendar.end
        yield _Lane(key, index * _LANE, start, max(end, start), open_start=not first, open_end=not last)


def _lives(listed: Iterable[Organisation], histories: Histories) -> Mapping[str, tuple[date | None, date | None]]:
    """Give the first and the last day of each body, by the changes that made and ended it rather than by its entry."""
    lives = {each.key: (each.first, each.last) for each in listed}
    for change in histories.changes:
        if change.day:
            lives |= {key: (change.day, lives.get(key, _UNKNOWN)[1]) for key in change.after}
            lives |= {key: (lives.get(key, _UNKNOWN)[0], change.day) for key in change.before}
    return lives


def _plans(
    histories: Histories, lanes: Mapping[str, _Lane], known: Mapping[str, date], calendar: Calendar
) -> Iterator[Mark]:
    """Give the plans on the lanes of the bodies that they inspect, moved right where they would lie on each other."""
    for key, lane in lanes.items():
        free = lane.start + _BODY + _PLAN + 4
        dated = sorted((known[plan], plan) for plan in histories.inspected.get(key, ()) if plan in known)
        for day, plan in dated:
            x = max(calendar.after(day), free)
            free = x + 2 * _PLAN + 4
            yield Mark(plan, x, lane.y, _PLAN)


def _successions(histories: Histories, lanes: Mapping[str, _Lane], calendar: Calendar) -> Iterator[Tie]:
    for change in histories.changes:
        for old, new in ((old, new) for old in change.before for new in change.after if {old, new} <= set(lanes)):
            left = calendar.before(change.day) if change.day else lanes[old].end
            path = ((left, lanes[old].y), (max(lanes[new].start, left), lanes[new].y))
            yield Tie(old, new, "succeeds", 1, path)


def _companies(histories: Histories, lanes: Mapping[str, _Lane], calendar: Calendar) -> Iterator[Tie]:
    """Give a line from each owner to the company, at the day from which it was owned; none lies on another."""
    taken: set[int] = set()
    for each in histories.ownerships:
        owner, company = lanes[each.owner], lanes[each.company]
        wanted = max(owner.start, company.start, calendar.after(each.first) if each.first else 0) + 2 * _SIDE
        x = next(x for x in numbers(wanted, _SIDE) if not taken.intersection(range(x - _SIDE + 1, x + _SIDE)))
        taken.add(x)
        yield Tie(each.owner, each.company, "company", 1, ((x, owner.y), (x, company.y)))


def _ticks(calendar: Calendar) -> Iterator[Tick]:
    for day in calendar.changes:
        said = day_in_words(day) or ""
        yield Tick(calendar.before(day), said.partition(" ")[2].replace(" ", "\n"))
