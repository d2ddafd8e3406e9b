"""Numbers of recommendations: as printed, or as order implies where the print has lost them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from answerable.extract.plan.grouping import Group

__all__ = ["Numbered", "numbered"]

_COUNTED: Final = re.compile(r"(?P<before>.*?)(?P<last>\d+)\D*$")


class Numbered(NamedTuple):
    """A recommendation's rows with its number, and whether that was inferred."""

    group: Group
    number: str
    inferred: bool


def numbered(groups: Sequence[Group]) -> Iterator[Numbered]:
    """Give each group its number.

    One that is lost is one more than the number before, in its style ("5.1", "5.2"), or so much less than the first
    one printed, and never one that is printed elsewhere.
    """
    printed = [group.number.text.strip(". ") for group in groups]
    last = _before_first(printed)
    for group, number in zip(groups, printed, strict=True):
        if number:
            last = number
            yield Numbered(group, number, inferred=False)
            continue
        last = _next(last)
        while last in printed:
            last = _next(last)
        yield Numbered(group, last, inferred=True)


def _next(number: str, by: int = 1) -> str:
    match = _COUNTED.match(number)
    return f"{match['before']}{int(match['last']) + by}" if match else "1"


def _before_first(printed: Sequence[str]) -> str:
    """The number that would stand before the list: counted down from the first printed one, where that is above 0."""
    index, first = next(((i, number) for i, number in enumerate(printed) if number), (0, ""))
    match = _COUNTED.match(first)
    if match and int(match["last"]) > index:
        return _next(first, -index - 1)
    return "0"
