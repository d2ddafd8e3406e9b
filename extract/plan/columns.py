"""Columns: what each column of a plan's table is, told by its heading and, where that fails, by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from itertools import combinations
from typing import Final

from answerable.extract.dates import is_date
from answerable.extract.document import Cell, Row
from answerable.extract.plan.answers import read_status
from answerable.extract.plan.holders import is_holder
from answerable.extract.plan.wording import fold, is_void
from answerable.ontology import reading

__all__ = ["NUMBER", "Columns", "Role", "read_headings"]

NUMBER: Final = re.compile(
    r"(?:rec(?:ommendation)?|key concern|priority concern|concern)?\.?\s*(?:no\.?\s*)?([A-Z]?\d{1,3}(?:\.\d{1,3})*[a-z]?)\s*[.):]?$",
    re.IGNORECASE,
)
"""A printed recommendation number: 6, 6., 2.14, 3a, Rec 4."""

_LONGEST_HEADING: Final = 140
_PROSE: Final = 60
_LONG_PROSE: Final = 140


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


@dataclass(frozen=True, slots=True)
class Columns:
    """The roles of a table's columns, from left to right, and whether they speak of concerns."""

    roles: tuple[Role, ...]
    concerns: bool = False

    def assign(self, rows: Sequence[Row]) -> list[dict[Role, Cell]]:
        """Say for each row of one physical table which cell plays which role.

        A table that a page cut off often has fewer cells than its heading; the cells keep their order, so the choice
        is which columns are missing, and content decides. All rows of a table are cut alike.
        """
        fits = {width: self._fit([row for row in rows if len(row.cells) == width]) for width in {len(r.cells) for r in rows}}
        return [self._played(row, fits[len(row.cells)]) for row in rows]

    def _played(self, row: Row, fit: _Fit) -> dict[Role, Cell]:
        """Give a row's cells their roles; one whose cells all slipped by one column is put back."""
        if len(row.cells) == len(self.roles) and _score(row, fit) < _UNFIT:
            slipped = max((_slip(fit, 1), _slip(fit, -1)), key=lambda other: _slipped_score(row, other))
            if _slipped_score(row, slipped) > _score(row, fit) + _CLEARLY:
                fit = slipped
        return {role: row.cells[index] for role, index in fit}

    def _fit(self, rows: Sequence[Row]) -> _Fit:
        """Choose which columns the cells of equally wide rows belong to; cells beyond all columns must be empty."""
        width, full = len(rows[0].cells), len(self.roles)
        if width == full:
            return tuple(zip(self.roles, range(full), strict=True))
        if width > full:
            filled = [i for i in range(width) if any(row.cells[i] for row in rows)]
            if len(filled) >= full:
                return tuple(zip(self.roles, filled, strict=False))
            return self._best(rows, filled)
        return self._best(rows, list(range(width)))

    def _best(self, rows: Sequence[Row], cells: list[int]) -> _Fit:
        """The choice of columns, in order, that the content of the cells fits best; on the right when in doubt."""
        choices = combinations(range(len(self.roles)), len(cells))
        missing = len(self.roles) - len(cells)

        def score(choice: tuple[int, ...]) -> float:
            kept_right = sum(index == position + missing for position, index in enumerate(choice))
            fit = tuple(zip((self.roles[i] for i in choice), cells, strict=True))
            return sum(_score(row, fit) for row in rows) + kept_right / 100

        return tuple(zip((self.roles[i] for i in max(choices, key=score)), cells, strict=True))


_Fit = tuple[tuple[Role, int], ...]
_UNFIT: Final = -1.0
_CLEARLY: Final = 4.0


def _score(row: Row, fit: _Fit) -> float:
    return sum(affinity(role, row.cells[index]) for role, index in fit if row.cells[index])


def _slip(fit: _Fit, by: int) -> _Fit:
    """The same roles, each played by the cell a column further on."""
    return tuple((role, index + by) for role, index in fit if 0 <= index + by < len(fit))


def _slipped_score(row: Row, fit: _Fit) -> float:
    """How well a row fits once put back; nothing may be left over."""
    left_out = set(range(len(row.cells))) - {index for _, index in fit}
    return float("-inf") if any(row.cells[i] for i in left_out) else _score(row, fit)


def read_headings(row: Row, sample: Sequence[Row] = ()) -> Columns | None:
    """Give the columns that a row names, or None where the row is no row of headings.

    `sample` are rows below with as many cells: what stands in a column decides where headings do not, as where two
    columns are both called "Response" or one is called "What we will do".
    """
    texts = [cell.text for cell in row.cells]
    if any(len(text) > _LONGEST_HEADING for text in texts):
        return None
    roles = [_role_of(text) for text in texts]
    named = {role for role in roles if role is not Role.UNKNOWN}
    if len(named) < 3 or not named & {Role.RESPONSE, Role.OWNER} or not _mostly_named(texts, roles):  # noqa: PLR2004
        return None
    concerns = any(word in fold(text).split() for text in texts for word in reading.words("header", "concern", "words"))
    return Columns(_settled(roles, [[other.cells[i] for other in sample] for i in range(len(roles))]), concerns)


def _mostly_named(texts: Sequence[str], roles: Sequence[Role]) -> bool:
    filled = [role for text, role in zip(texts, roles, strict=True) if text]
    return sum(role is not Role.UNKNOWN for role in filled) * 2 >= len(filled)


def _settled(named: Sequence[Role], columns: Sequence[Sequence[Cell]]) -> tuple[Role, ...]:
    """Settle what the headings leave open: answers are known by sight, a role is played once, none is left out."""
    roles = [Role.STATUS if _holds_answers(cells) else role for role, cells in zip(named, columns, strict=True)]
    for role in set(roles) - {Role.UNKNOWN}:
        claims = [i for i, claimed in enumerate(roles) if claimed is role]
        best = max(claims, key=lambda i, role=role: (_likeness(role, columns[i]), -i))
        for i in claims:
            roles[i] = role if i == best else Role.UNKNOWN
    for role in _NEEDED:
        open_columns = [i for i, claimed in enumerate(roles) if claimed is Role.UNKNOWN]
        if role in roles or not open_columns:
            continue
        best = max(open_columns, key=lambda i, role=role: (_likeness(role, columns[i]), -i))
        if _likeness(role, columns[best]) > 0:
            roles[best] = role
    return tuple(roles)


_NEEDED: Final = (Role.STATUS, Role.DUE, Role.OWNER, Role.RESPONSE, Role.RECOMMENDATION, Role.NUMBER)


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


def _role_of(heading: str) -> Role:
    words = frozenset(re.sub(r"^\d+\s*", "", fold(heading)).replace("'", "").split())
    main = frozenset(re.sub(r"\(.*?\)|^\d+\s*", " ", fold(re.sub(r"\(.*?\)", " ", heading))).split())
    for said in (main, words):
        for role, phrases in _phrases():
            if any(phrase <= said for phrase in phrases) and not _is_text_column(role, said):
                return role
    return Role.UNKNOWN


def _is_text_column(role: Role, said: frozenset[str]) -> bool:
    """ "Key concern" and "Recommendation" with a stray "no" or "ref" stay the text where that word is missing."""
    return role is Role.NUMBER and bool(said & {"text", "wording", "description"})


@lru_cache(maxsize=4096)
def affinity(role: Role, cell: Cell) -> float:
    """Say how well a cell's content fits a role: above 0 it fits, below 0 it does not."""
    text = cell.text
    if is_void(text):
        return 0.0
    if role is Role.NUMBER:
        return 3.0 if NUMBER.match(text) else -3.0
    if role is Role.STATUS:
        return 3.0 if read_status(text) else -3.0
    if role in {Role.DUE, Role.REVISED}:
        return 3.0 * _share(cell, is_date) - (1.0 if len(text) > _LONG_PROSE else 0.5)
    if role is Role.OWNER:
        return 2.5 * _share(cell, is_holder) - (1.5 if len(text) > _LONG_PROSE else 0.5) - _share(cell, is_date)
    if role in {Role.RESPONSE, Role.UPDATE, Role.RECOMMENDATION}:
        return _prose(text) - _share(cell, is_date) - (1.0 if role is Role.UPDATE else 0.0)
    return 0.0


def _prose(text: str) -> float:
    if NUMBER.match(text) or read_status(text):
        return -2.0
    return 1.0 if len(text) > _PROSE else 0.2


def _share(cell: Cell, test: object) -> float:
    texts = [paragraph.text for paragraph in cell.paragraphs]
    assert callable(test)
    return sum(len(text) <= _LONGEST_HEADING and bool(test(text)) for text in texts) / len(texts)
