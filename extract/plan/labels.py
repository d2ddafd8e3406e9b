"""Labels of actions ("1.2", "a)"), which some plans repeat before the owners and dates that belong to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from answerable.ontology import reading

__all__ = ["label_spans", "labels_at", "referred"]

_DOTTED: Final = r"\d{1,2}(?:\.\d{1,2}){1,2}[a-z]?"
_PLAIN: Final = r"(?:\d{1,2}|[a-h]|[ivx]{1,4})"
_ORDERS: Final = (tuple("abcdefgh"), ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"))
"""Letters and Roman numbers, which are labels in this order."""
_CLOSED: Final = rf"(?:\({_PLAIN}\)|{_PLAIN}\)|(?:\d{{1,2}}|[a-h])\.)"
_BETWEEN: Final = r"\s*(?:,|&|/|-|–|\band\b|\bto\b)\s*"
_SEVERAL: Final = (
    rf"(?:{_DOTTED}(?:{_BETWEEN}{_DOTTED})*(?:[.):]|\s*[-–:](?=\s))?|{_CLOSED}(?:{_BETWEEN}{_CLOSED})*)"
    r"\s+(?=[A-Z]|as\b|see\b)"
)
_LABELS: Final = re.compile(_SEVERAL)
_INSIDE: Final = re.compile(rf"(?:(?<=\s)|^){_SEVERAL}")
_ONE: Final = re.compile(rf"(?P<to>(?:-|–|\bto\b)\s*)?\(?(?P<label>{_DOTTED}|\b{_PLAIN}\b)")


@lru_cache(maxsize=4096)
def labels_at(text: str) -> tuple[tuple[str, ...], int]:
    """Give the labels that open a text, and where its own words begin.

    >>> labels_at("1.1 and 1.3 Head of Safety"), labels_at("a) Governor"), labels_at("Band 7 Manager")
    ((('1.1', '1.3'), 12), (('a',), 3), ((), 0))
    """
    match = _LABELS.match(text)
    return (tuple(_each(match[0])), match.end()) if match else ((), 0)


def label_spans(text: str) -> Iterator[tuple[int, int]]:
    """Give the stretches of a text that are labels, with the white space after them."""
    return (match.span() for match in _INSIDE.finditer(text))


@lru_cache(maxsize=4096)
def referred(text: str) -> tuple[str, ...]:
    """Give the labels that words refer to without saying more: "As per 1.1"; none where they say something else."""
    match = _reference().fullmatch(text.strip(" ."))
    return tuple(_each(match["labels"])) if match else ()


def _each(printed: str) -> Iterator[str]:
    """Give the labels of a list, those between the two ends of a range too."""
    last = ""
    for match in _ONE.finditer(printed):
        if match["to"] and last:
            yield from _between(last, match["label"])
        last = match["label"]
        yield last


def _between(first: str, last: str) -> Iterator[str]:
    """Give what lies between two labels of one kind: 1.2 between 1.1 and 1.3, b between a and c."""
    stem, dot, end = first.rpartition(".")
    other, _, stop = last.rpartition(".")
    if stem == other and end.isdigit() and stop.isdigit():
        yield from (f"{stem}{dot}{number}" for number in range(int(end) + 1, int(stop)))
    for order in _ORDERS:
        if first in order and last in order:
            yield from order[order.index(first) + 1 : order.index(last)]
            return


@cache
def _reference() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in reading.words("marks", "refers"))
    return re.compile(
        rf"(?:{words})\s+(?P<labels>{_DOTTED}(?:{_BETWEEN}{_DOTTED})*|{_CLOSED})(?:\s+above)?", re.IGNORECASE
    )
