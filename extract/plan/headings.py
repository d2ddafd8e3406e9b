"""Headings: the row that names the columns, and what its names leave open settled by what stands below."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import Final

from answerable.extract.document import Cell, Row
from answerable.extract.plan.answers import read_status
from answerable.extract.plan.columns import Columns
from answerable.extract.plan.roles import Role, affinity
from answerable.extract.plan.wording import fold
from answerable.ontology import reading

__all__ = ["read_headings"]

_LONGEST_HEADING: Final = 140
_LONGEST_ABBREVIATION: Final = 25
_FEWEST_NAMED: Final = 3
_NUMBER: Final = re.compile(r"\d{1,3}(?:\.\d{1,3})*[a-z]?[.)]?$")
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_ITEM: Final = re.compile(r"^\d+\s*")
_BRACKETED: Final = re.compile(r"\(.*?\)")
_BRACKETED_OR_ITEM: Final = re.compile(r"\(.*?\)|^\d+\s*")
_NEEDED: Final = (Role.STATUS, Role.DUE, Role.OWNER, Role.RESPONSE, Role.RECOMMENDATION, Role.NUMBER)
"""The roles that a plan has, in the order in which content tells them apart most surely."""


def _no_rows(_width: int) -> Sequence[Row]:
    return ()


def read_headings(row: Row, sample: Callable[[int], Sequence[Row]] = _no_rows) -> Columns | None:
    """Give the columns that a row names, or None where the row is no row of headings.

    `sample` gives rows of a number of cells: what stands in a column decides where headings do not, as where two
    columns are both called "Response" or one is called "What we will do".
    """
    texts = [cell.text for cell in row.cells]
    if any(len(text) > _LONGEST_HEADING or _is_content(text) for text in texts):
        return None
    roles = [_role_of(text) for text in texts]
    if not _name_a_plan(roles) or not _mostly_named(texts, roles):
        return None
    below = sample(len(row.cells))
    columns = [[other.cells[i] for other in below] for i in range(len(roles))]
    return Columns(_settled(roles, columns), any(map(_says_concern, texts)))


def _name_a_plan(roles: Sequence[Role]) -> bool:
    """Whether headings name enough of what a plan has, and what somebody does or who does it is among it."""
    named = set(roles) - {Role.UNKNOWN}
    return len(named) >= _FEWEST_NAMED and not named.isdisjoint({Role.RESPONSE, Role.OWNER})


def _says_concern(text: str) -> bool:
    """Whether a heading speaks of a concern rather than a recommendation."""
    words = fold(text).split()
    return any(word in words for word in reading.words("header", "concern", "words"))


def _is_content(text: str) -> bool:
    """Whether a cell says something that no heading does: a number, a day or a month of a year, a whole sentence."""
    if _NUMBER.match(text) or _YEAR.search(text):
        return True
    return text.endswith(".") and len(text) > _LONGEST_ABBREVIATION


def _mostly_named(texts: Sequence[str], roles: Sequence[Role]) -> bool:
    filled = [role for text, role in zip(texts, roles, strict=True) if text]
    return sum(role is not Role.UNKNOWN for role in filled) * 2 >= len(filled)


def _settled(named: Sequence[Role], columns: Sequence[Sequence[Cell]]) -> tuple[Role, ...]:
    """Settle what the headings leave open: answers are known by sight, a role is played once, none is left out."""
    roles = [Role.STATUS if _holds_answers(cells) else role for role, cells in zip(named, columns, strict=True)]
    for role in set(roles) - {Role.UNKNOWN}:
        claims = _columns_of(role, roles)
        for index in set(claims) - {_likeliest(role, claims, columns)}:
            roles[index] = Role.UNKNOWN
    for role in _NEEDED:
        if role not in roles and (unnamed := _columns_of(Role.UNKNOWN, roles)):
            best = _likeliest(role, unnamed, columns)
            roles[best] = role if _likeness(role, columns[best]) > 0 else Role.UNKNOWN
    return tuple(roles)


def _columns_of(role: Role, roles: Sequence[Role]) -> list[int]:
    return [index for index, claimed in enumerate(roles) if claimed is role]


def _likeliest(role: Role, indexes: Sequence[int], columns: Sequence[Sequence[Cell]]) -> int:
    """The column whose content fits a role best, the first of equals."""
    if len(indexes) == 1:
        return indexes[0]
    return max(indexes, key=lambda index: (_likeness(role, columns[index]), -index))


def _holds_answers(cells: Sequence[Cell]) -> bool:
    filled = [cell for cell in cells if cell]
    return len(filled) > 1 and sum(read_status(cell.text) is not None for cell in filled) * 5 > len(filled) * 4


def _likeness(role: Role, cells: Sequence[Cell]) -> float:
    """The mean affinity of a column's filled cells to a role; prose counts by its length, for responses are long."""
    filled = [cell for cell in cells if cell]
    if not filled:
        return 0.0
    mean = sum(affinity(role, cell) for cell in filled) / len(filled)
    length = sum(len(cell.text) for cell in filled) / len(filled)
    return mean + (min(length, 1000) / 1000 if role is Role.RESPONSE else 0.0)


@cache
def _phrases() -> tuple[tuple[Role, tuple[frozenset[str], ...]], ...]:
    return tuple(
        (Role(entry["name"]), tuple(frozenset(phrase.split()) for phrase in entry["phrases"]))
        for entry in reading.table("columns")["role"]
    )


@lru_cache(maxsize=4096)
def _role_of(heading: str) -> Role:
    words = frozenset(_ITEM.sub("", fold(heading)).replace("'", "").split())
    main = frozenset(_BRACKETED_OR_ITEM.sub(" ", fold(_BRACKETED.sub(" ", heading))).split())
    for said in (main, words):
        for role, phrases in _phrases():
            if any(phrase <= said for phrase in phrases):
                return role
    return Role.UNKNOWN
