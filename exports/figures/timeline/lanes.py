"""Assignments as lanes: those of one recommendation or plan together, counted by their dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from answerable.exports.commitments import Assignment, Due

__all__ = ["Entry", "Lane", "days_of", "entries_of", "lanes_of"]


@dataclass(frozen=True, slots=True)
class Entry:
    """So many assignments of one lane with the same dates; `done` where they are said to be done."""

    due: Due
    revised: Due | None
    done: bool
    number: int

    @property
    def slips(self) -> bool:
        """Whether the day moved, and what was promised is not done yet."""
        if not self.revised or self.done:
            return False
        return bool(self.due.last and self.revised.last and self.due.last != self.revised.last)

    @property
    def goes_on(self) -> bool:
        """Whether it has no end of its own."""
        return self.due.kind in {"ongoing", "recurring"}

    @property
    def words(self) -> str:
        """When it is due, whether that moved, and for how many."""
        revised = f", revised to {self.revised.words}" if self.revised and not self.done else ""
        return f"{self.due.words}{revised}{', done' if self.done else ''} ({self.number:,})"


@dataclass(frozen=True, slots=True)
class Lane:
    """One line of the picture; `label` is empty where it goes on with what the line above is about."""

    label: str
    entries: tuple[Entry, ...]


def entries_of(lanes: Iterable[Lane]) -> list[Entry]:
    """Give the entries of all lanes."""
    return [entry for lane in lanes for entry in lane.entries]


def days_of(entries: Iterable[Entry]) -> list[date]:
    """Give every day that a date or a revised date names."""
    ends = [(due.first, due.last) for entry in entries for due in (entry.due, entry.revised) if due]
    return [day for pair in ends for day in pair if day]


def lanes_of(assignments: Iterable[Assignment], label: Callable[[Assignment], str], *, apart: bool) -> list[Lane]:
    """Lay out assignments by what `label` says; with `apart`, each pair of dates has a lane of its own."""
    return [lane for name, entries in _entries(assignments, label).items() for lane in _rows(name, entries, apart)]


def _entries(assignments: Iterable[Assignment], label: Callable[[Assignment], str]) -> dict[str, list[Entry]]:
    """Count assignments of one label with the same dates, the earliest first."""
    groups: dict[str, Counter[tuple[Due, Due | None, bool]]] = {}
    for each in assignments:
        revised = _unprinted(each.revised) if each.revised and each.revised.said else None
        groups.setdefault(label(each), Counter())[_unprinted(each.due), revised, each.done] += 1
    return {
        name: sorted((Entry(*dates, number) for dates, number in counted.items()), key=_place)
        for name, counted in groups.items()
    }


def _unprinted(due: Due) -> Due:
    """Leave the print aside, so that two spellings of one date stand on one line."""
    return replace(due, text="")


def _place(entry: Entry) -> tuple[date, date]:
    due = entry.due
    return due.first or due.last or date.max, due.last or date.max


def _rows(name: str, entries: Sequence[Entry], apart: bool) -> Iterator[Lane]:
    rows = [(entry,) for entry in entries] if apart else [tuple(entries)]
    for place, row in enumerate(rows):
        yield Lane(name if place == 0 else "", row)
