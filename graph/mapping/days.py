"""Printed precision to days. Only a real calendar day may become an `xsd:date`: a year or a month never is one."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

__all__ = ["first_day", "last_day", "whole_day"]

_PRECISION = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def first_day(printed: str | None) -> date | None:
    """Give the first day of a year, month or day; None where that is not a real one.

    >>> first_day("2019-02")
    datetime.date(2019, 2, 1)
    """
    year, month, day = _parts(printed)
    return _date(year, 1 if month is None else month, 1 if day is None else day)


def last_day(printed: str | None) -> date | None:
    """Give the last day of a year, month or day; None where that is not a real one.

    >>> last_day("2020-02")
    datetime.date(2020, 2, 29)
    """
    year, month, day = _parts(printed)
    month = 12 if month is None else month
    if day is None and _date(year, month, 1):
        day = monthrange(year, month)[1]
    return _date(year, month, day or 0)


def whole_day(printed: str | None) -> date | None:
    """Give the day where the print names one, and None where it is less precise."""
    year, month, day = _parts(printed)
    return _date(year, month or 0, day or 0)


def _parts(printed: str | None) -> tuple[int, int | None, int | None]:
    match = _PRECISION.fullmatch(printed or "")
    if not match:
        return 0, None, None
    year, month, day = match.groups()
    return int(year), int(month) if month else None, int(day) if day else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # "31 February" is kept as printed, but no day stands for it
        return None
