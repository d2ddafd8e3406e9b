"""The lists that owner and date cells hold: which lines are an entry of their own, and which wrap the one before."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Final

from answerable.extract.dates import is_date
from answerable.extract.document import Paragraph, Passage
from answerable.extract.plan.holders import is_holder
from answerable.extract.plan.printed import entries_of_print
from answerable.extract.plan.wording import fold, goes_on
from answerable.ontology import reading

__all__ = ["continues_date", "continues_owner", "date_entries", "means_above", "owner_entries", "without_label"]

_YEAR: Final = re.compile(r"(?:19|20)\d\d(?:\s*[/-]\s*(?:20)?\d\d)?\b")
_DATED: Final = re.compile(r"\d\d$|(?:19|20)\d\d")
_OPENS_SMALL: Final = re.compile(r"(?:[a-z]|[-–—] ?[A-Z])")
_LABEL: Final = re.compile(r"(?:(?P<dotted>\d{1,2}\.\d{1,2}[a-z]?)[.):]?|(?P<plain>\d{1,2})[.)])\s+(?=[A-Z])")


def date_entries(cell: Sequence[Paragraph]) -> list[Passage]:
    """Give the dates of a cell: a paragraph each, or a line each where every line reads as one; wrapped ones joined."""
    entries: list[Passage] = []
    for paragraph in cell:
        lines = [Passage((line,)) for line in paragraph.lines]
        lines = _joined_where(lines, _wraps) if any(line.place.box for line in lines) else lines
        dated = sum(is_date(line.text) or _fills_a_place(line.text) for line in lines)
        entries.extend(lines if dated > 1 else [paragraph.passage])
    return _joined_where(entries, continues_date)


def without_label(entry: Passage) -> tuple[str | None, Passage]:
    """Part the label of an action, which some plans repeat before owners and dates, from an entry."""
    match = _LABEL.match(entry.text)
    return (match["dotted"] or match["plain"], entry.cut(match.end())) if match else (None, entry)


def continues_date(before: str, after: str) -> bool:
    """Whether two entries of a date column are one date on two lines: only together they say when."""
    if _OPENS_SMALL.match(after) and is_date(f"{before} {after}"):
        return True  # "Completed | and ongoing", "January | – March 2019"
    if _fills_a_place(before) or (is_date(before) and not goes_on(before)):
        return False
    if not is_date(f"{before} {after}"):
        return goes_on(before) or is_date(before + after)  # "Subject to | funding", "Octob | er 2021"
    return goes_on(before) or not is_date(after) or bool(_YEAR.match(after))


def _wraps(before: str, after: str) -> bool:
    """Whether two lines of print, the first of them full, are one date: the year stands in the second."""
    return not _DATED.search(before) and bool(_DATED.search(after)) and is_date(f"{before} {after}")


def _fills_a_place(text: str) -> bool:
    """Whether words without a date still answer when: "TBC", "N/A", a dash."""
    return not fold(text) or fold(text) in _standing()


@cache
def _standing() -> frozenset[str]:
    return frozenset(map(fold, reading.words("marks", "undated")))


def owner_entries(cell: Sequence[Paragraph], wanted: int) -> list[Passage]:
    """Give the owners of a cell: as many as wanted where paragraphs, lines, or joined wrapped lines give as many."""
    whole = [paragraph.passage for paragraph in cell]
    lines = [Passage((line,)) for paragraph in cell for line in paragraph.lines]
    options = [whole, _joined_where(whole, continues_owner), lines, _joined_where(lines, continues_owner)]
    if any(line.place.box for line in lines):  # by position alone, a line may end because it is full
        options[2:2] = [entries] if (entries := entries_of_print(cell, wanted)) else []
    return next((option for option in options if len(option) == wanted), options[1])


def continues_owner(before: str, after: str) -> bool:
    """Whether two entries of an owner column are one holder on two lines."""
    if means_above(after):
        return False
    return goes_on(before) or not is_holder(after)


def means_above(text: str) -> bool:
    """Whether an owner cell leaves the owner to the one above: empty, or "As above"."""
    return not fold(text) or fold(text) in _above()


@cache
def _above() -> frozenset[str]:
    return frozenset(map(fold, reading.words("marks", "above")))


def _joined_where(entries: Sequence[Passage], belongs: Callable[[str, str], bool]) -> list[Passage]:
    joined: list[Passage] = []
    for entry in entries:
        if joined and belongs(joined[-1].text, entry.text):
            joined[-1] += entry
        else:
            joined.append(entry)
    return joined
