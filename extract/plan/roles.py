"""What a column can hold, and how well a cell's content fits it."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from answerable.extract.dates import is_date
from answerable.extract.document import Cell
from answerable.extract.plan.answers import read_status
from answerable.extract.plan.holders import is_holder
from answerable.extract.plan.wording import is_void

__all__ = ["NUMBER", "Role", "affinity"]

NUMBER: Final = re.compile(
    r"(?:rec(?:ommendation)?|key concern|priority concern|concern)?\.?\s*(?:no\.?\s*)?"
    r"([A-Z]?\d{1,3}(?:\.\d{1,3})*[a-z]?)\s*[.):]?$",
    re.IGNORECASE,
)
"""A printed recommendation number: 6, 6., 2.14, 3a, Rec 4."""

_SHORT: Final = 140
_PROSE: Final = 60


class Role(StrEnum):
    """What a column holds."""

    NUMBER = "number"
    RECOMMENDATION = "recommendation"
    STATUS = "status"
    RESPONSE = "response"
    OWNER = "owner"
    DUE = "due"
    UPDATE = "update"
    REVISED = "revised"
    RAG = "rag"
    UNKNOWN = "unknown"


def affinity(role: Role, cell: Cell) -> float:
    """Say how well a cell's content fits a role: above 0 it fits, below 0 it does not; a void cell says nothing."""
    if role not in _FITS:
        return 0.0
    filled = cell.filled
    return _affinity(role, cell.text, None if len(filled) == 1 else tuple([paragraph.text for paragraph in filled]))


@lru_cache(maxsize=4096)
def _affinity(role: Role, text: str, paragraphs: tuple[str, ...] | None) -> float:
    """The same of a text; `paragraphs` are None where it is one."""
    return 0.0 if is_void(text) else _FITS[role](_Content(text, paragraphs or (text,)))


class _Content(NamedTuple):
    """What a cell prints, as one text and by paragraphs."""

    text: str
    paragraphs: tuple[str, ...]


def _as_number(cell: _Content) -> float:
    return 3.0 if NUMBER.match(cell.text) else -3.0


def _as_status(cell: _Content) -> float:
    return 3.0 if read_status(cell.text) else -3.0


def _as_date(cell: _Content) -> float:
    return 3.0 * _share(cell, is_date) - (1.0 if len(cell.text) > _SHORT else 0.5)


def _as_owner(cell: _Content) -> float:
    return 2.5 * _share(cell, is_holder) - (1.5 if len(cell.text) > _SHORT else 0.5) - _share(cell, is_date)


def _as_prose(cell: _Content) -> float:
    if NUMBER.match(cell.text) or read_status(cell.text):
        return -2.0 - _share(cell, is_date)
    return (1.0 if len(cell.text) > _PROSE else 0.2) - _share(cell, is_date)


def _as_text(cell: _Content) -> float:
    """A recommendation is prose too, but what goes on over a page is likelier a response."""
    return _as_prose(cell) - 0.1


def _as_update(cell: _Content) -> float:
    """An update is prose too, but prose is likelier a response."""
    return _as_prose(cell) - 1.0


_FITS: Final[dict[Role, Callable[[_Content], float]]] = {
    Role.NUMBER: _as_number,
    Role.STATUS: _as_status,
    Role.DUE: _as_date,
    Role.REVISED: _as_date,
    Role.OWNER: _as_owner,
    Role.RESPONSE: _as_prose,
    Role.RECOMMENDATION: _as_text,
    Role.UPDATE: _as_update,
}


def _share(cell: _Content, test: Callable[[str], bool]) -> float:
    """The share of a cell's paragraphs that are short and pass a test."""
    return sum(len(text) <= _SHORT and test(text) for text in cell.paragraphs) / len(cell.paragraphs)
