"""The lists that owner and date cells hold: which lines are an entry of their own, and which wrap the one before."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from operator import attrgetter
from typing import Final

from answerable.extract.dates import is_date
from answerable.extract.document import Paragraph, Passage
from answerable.extract.plan.holders import is_cut, is_holder, is_name, person_and_post
from answerable.extract.plan.labels import labels_at, referred
from answerable.extract.plan.line_ends import in_lines
from answerable.extract.plan.printed import entries_of_print
from answerable.extract.plan.wording import fold, goes_on
from answerable.ontology import reading

__all__ = [
    "continues_date",
    "continues_owner",
    "cuts_a_title",
    "date_entries",
    "means_above",
    "owner_entries",
    "without_label",
]

_YEAR: Final = re.compile(r"(?:19|20)\d\d(?:\s*[/-]\s*(?:20)?\d\d)?\b")
_DATED: Final = re.compile(r"(?:19|20)\d\d|[/.-]\d\d$")
_OPENS_SMALL: Final = re.compile(r"(?:[a-z]|[-–—] ?[A-Z])")


def date_entries(cell: Sequence[Paragraph]) -> list[Passage]:
    """Give the dates of a cell: a paragraph each, or a line each where every line reads as one; wrapped ones joined."""
    if _is_one_line(cell):
        return [cell[0].passage]
    entries: list[Passage] = []
    for paragraph in cell:
        lines = [Passage((line,)) for line in paragraph.lines]
        printed = any(line.place.box for line in paragraph.lines)
        lines = _joined_where(lines, _wraps) if printed else lines
        dated = sum(_says_when(without_label(line)[1].text) for line in lines)
        entries.extend(lines if dated > 1 else [paragraph.passage])
    return _joined_where(entries, continues_date)


def _is_one_line(cell: Sequence[Paragraph]) -> bool:
    """Whether a cell prints a single line, which is one entry."""
    return len(cell) == 1 and len(cell[0].lines) == 1


def _says_when(text: str) -> bool:
    return is_date(text) or _fills_a_place(text)


def without_label(entry: Passage) -> tuple[tuple[str, ...], Passage]:
    """Part the labels of actions, which some plans repeat before owners and dates, from an entry."""
    labels, start = labels_at(entry.text)
    return labels, entry.cut(start) if labels else entry


def continues_date(before: str, after: str) -> bool:
    """Whether two entries of a date column are one date on two lines: only together they say when."""
    if labels_at(after)[0]:
        return False
    if _OPENS_SMALL.match(after) and is_date(f"{before} {after}"):
        return True  # "Completed | and ongoing", "January | – March 2019"
    if _YEAR.fullmatch(after) and not _DATED.search(before) and is_date(f"{before} {after}"):
        return True  # "In place since 15 April | 2024"
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
    if _is_one_line(cell):
        return [cell[0].passage]
    whole = [paragraph.passage for paragraph in cell]
    lines = [Passage((line,)) for paragraph in cell for line in paragraph.lines]
    options = [
        whole,
        _joined_where(whole, continues_owner, in_lines),
        lines,
        _joined_where(lines, continues_owner, in_lines),
    ]
    # By position alone, a line may end because it is full.
    if any(paragraph.loose or any(line.place.box for line in paragraph.lines) for paragraph in cell):
        options[2:2] = [entries] if (entries := entries_of_print(cell, wanted)) else []
    return next((option for option in options if len(option) == wanted and not cuts_a_title(option)), options[1])


def cuts_a_title(entries: Sequence[Passage]) -> bool:
    """Whether any entry but the last ends with the mere opening of a title, which the next goes on with."""
    return any(is_cut(in_lines(entry)) for entry in entries[:-1])


def continues_owner(before: str, after: str) -> bool:
    """Whether two entries of an owner column are one holder on two lines, such as a name over a post."""
    post = person_and_post(before)[1]
    if means_above(after) or labels_at(after)[0] or (post and is_name(after)):
        return False
    named = post is None and person_and_post(f"{before}\n{after}")[1] is not None
    return goes_on(before) or not is_holder(after) or named or is_cut(before)


@lru_cache(maxsize=4096)
def means_above(text: str) -> bool:
    """Whether an owner cell leaves the owner to one above: empty, "As above", or "As per 1.1"."""
    return not fold(text) or fold(text) in _above() or bool(referred(text))


@cache
def _above() -> frozenset[str]:
    return frozenset(map(fold, reading.words("marks", "above")))


def _joined_where(
    entries: Sequence[Passage], belongs: Callable[[str, str], bool], told: Callable[[Passage], str] = attrgetter("text")
) -> list[Passage]:
    joined: list[Passage] = []
    for entry in entries:
        if joined and belongs(told(joined[-1]), entry.text):
            joined[-1] += entry
        else:
            joined.append(entry)
    return joined
