"""Quarters and halves of a year: how they are printed, and the months that they are."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from answerable.ontology import reading

__all__ = ["Share", "months_of", "share_of", "share_pattern"]

_SIGNS: Final = {"q": 3, "h": 6}


class Share(NamedTuple):
    """Which part of a year: the number of months before it, and how many it has."""

    after: int
    length: int


@cache
def share_pattern(name: str) -> str:
    """Give a pattern for "Q2", "quarter 2", "second quarter", "H1", "half 1", "first half": the group `name`."""
    nth = "|".join(reading.table("dates")["nth"])
    return rf"(?P<{name}>(?:Q|Quarter\s*)[1-4]|(?:H|Half\s*)[12]|(?:{nth})\s+(?:quarter|half))"


def share_of(text: str) -> Share | None:
    """Say which part of a year some words are; None for a third half.

    >>> share_of("Q2"), share_of("second half"), share_of("third half")
    (Share(after=3, length=3), Share(after=6, length=6), None)
    """
    said = text.lower()
    length = _SIGNS["h" if "half" in said or said.startswith("h") else "q"]
    number = int(said[-1]) if said[-1].isdigit() else reading.table("dates")["nth"][said.split()[0]]
    after = (number - 1) * length if number else 12 - length
    return Share(after, length) if after < 12 else None


def months_of(share: Share, year: int, *, financial: bool) -> tuple[str, str]:
    """Give the first and the last month of a part of a calendar year, or of the financial year that begins in it."""
    first = year * 12 + share.after + (3 if financial else 0)
    return _month(first), _month(first + share.length - 1)


def _month(count: int) -> str:
    """Write a month that is counted from the beginning of our calendar."""
    return f"{count // 12}-{count % 12 + 1:02}"
