"""A printed stretch of time, and the words before it that say which part of it is meant: "mid", "beginning of"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from answerable.ontology import reading

__all__ = ["When", "in_part"]

_NEAR: Final = 24
"""Words that say which part of a stretch is meant stand so many letters before it at most."""


class When(NamedTuple):
    """A printed stretch of time and its place in the text, with the words that say which part of it is meant.

    `first` is None for a single day, month or year; `last` is None for what lacks its year, which says nothing until
    another date lends it one; `month` is then the month it begins in. Where `edtf` is `last`, only the end counts.
    """

    start: int
    end: int
    first: str | None
    last: str | None
    edtf: str
    month: int | None = None


def in_part(text: str, when: When) -> When:
    """Take in the words before a date that say which part of it is meant; only "start of" makes it any shorter."""
    part = _parts().search(text, max(0, when.start - _NEAR), when.start)
    if part is None:
        return when
    begins = _first_month(when) if part["opens"] else None
    when = when._replace(first=None, last=begins, edtf=begins) if begins else when
    return when._replace(start=part.start())


def _first_month(when: When) -> str | None:
    """The month in which a stretch of several begins."""
    year = f"{when.last}-01" if when.last and len(when.last) == len("2020") else None
    return when.last and (when.first or year)


@cache
def _parts() -> re.Pattern[str]:
    """Words that say which part of the date behind them is meant: "mid", "beginning of the"."""
    vague, opens = ("|".join(reading.words("dates", "parts", kind)) for kind in ("vague", "opening"))
    return re.compile(
        rf"(?<![\w-])(?:(?P<vague>{vague})|(?P<opens>{opens}))(?:\s+(?:in|of))?(?:\s+the)?[\s-]+$", re.IGNORECASE
    )
