"""How pages say counts, dates, places and kinds: in the words of the domain, days as "30 April 2020"."""

from __future__ import annotations

import re
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from answerable.exports.facts.asking import Row

__all__ = [
    "MONTHS",
    "count",
    "day_in_words",
    "due_in_words",
    "field_in_words",
    "isolated",
    "place_in_words",
    "short_name",
]

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)  # fmt: skip - not strftime's, which follow the reader's language and would change the bytes
_BIDI_CONTROLS: Final = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c")
_ACRONYM: Final = re.compile(r"\(([A-Z][A-Za-z&]*[A-Z][A-Z&]*(?: [A-Z&]+)*)\)\s*$")
_FIELDS: Final = MappingProxyType(
    {
        "text": "recommendation column",
        "status": "answer column",
        "rationale": "response column",
        "answer": "response column",
        "action": "response column",
        "owner": "owner column",
        "due": "date column",
        "update": "progress column",
        "revised": "revised date column",
        "addressee": "heading",
        "name": "by name",
    }
)


def isolated(text: str) -> str:
    """Fence off a name that holds direction marks, so that it cannot turn round the words beside it."""
    return f"\u2068{text}\u2069" if _BIDI_CONTROLS & set(text) else text


def count(number: int, one: str, many: str | None = None) -> str:
    """Say a number of things.

    >>> count(1, "plan"), count(1200, "plan")
    ('1 plan', '1,200 plans')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def short_name(name: str) -> str:
    """Give the short name that a long one brings along in brackets, else the name itself.

    >>> short_name("Northmoor Community Rehabilitation Company (NM CRC)"), short_name("HMP Northmoor (women)")
    ('NM CRC', 'HMP Northmoor (women)')
    """
    match = _ACRONYM.search(name)
    return match[1] if match else name


def day_in_words(day: date | None) -> str | None:
    """Say a day.

    >>> day_in_words(date(2020, 4, 30))
    '30 April 2020'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else None


def due_in_words(kind: str, first: date | None, last: date | None) -> str:
    """Say what a printed date was read as; `kind` is the local name of its concept.

    >>> due_in_words("by", None, date(2020, 4, 30)), due_in_words("ongoing", None, None)
    ('by 30 April 2020', 'ongoing, with no end')
    """
    start, end = day_in_words(first), day_in_words(last)
    span = " to ".join(filter(None, (start, end)))
    if kind == "by" and end:
        return f"by {end}" if not start else f"between {start} and {end}"
    if kind == "between" and span:
        return f"between {start} and {end}" if start and end else span
    if kind == "commences" and start:
        return f"from {start}"
    said = {"ongoing": "ongoing, with no end", "completed": "completed", "recurring": "again and again"}.get(kind)
    if said:
        return f"{said}, {span}" if span else said
    return span or "no date that can be read"


def field_in_words(field: str) -> str:
    """Say which column or part of a plan a value stands in."""
    return _FIELDS.get(field, field.replace("_", " "))


def place_in_words(plan: str, row: Row, recommendation: str | None = None) -> str:
    """Say where a quote stands: "DLNR CRC action plan, 28 February 2020, page 3, recommendation 2, owner column"."""
    counted = [
        f"{name} {row.number(name)}" for name in ("page", "table", "row", "column") if row.number(name) is not None
    ]
    about = [f"recommendation {recommendation}"] if recommendation else []
    return ", ".join([plan, *counted, *about, field_in_words(row["field"])])
