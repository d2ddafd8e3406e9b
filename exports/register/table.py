"""A table for people: typed cells under headings that say what they hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from answerable.exports.scope import Scope

__all__ = ["Cell", "Column", "Table"]

Cell: TypeAlias = str | int | date | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, what it holds, and how wide it is shown, in characters."""

    heading: str
    meaning: str
    width: int


@dataclass(frozen=True, slots=True)
class Table:
    """Rows, of as many cells as there are columns, read as they are written."""

    name: str
    columns: tuple[Column, ...]
    rows: Iterable[tuple[Cell, ...]]
    scope: Scope
    kept: int = 1
    """How many of the first columns stay in sight while the others pass."""
