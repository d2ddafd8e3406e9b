"""A briefing before any format: sections of statements, tables and pictures, with the notes that prove them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from answerable.exports.commitments import AsAt
    from answerable.exports.facts import Quote
    from answerable.exports.figures.figure import Figure

__all__ = ["Block", "Brief", "Bullets", "Group", "Headline", "Note", "Picture", "Section", "Statement", "Table"]


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement, the numbers of the notes that prove it, and the rule where it is inferred."""

    text: str
    notes: tuple[int, ...] = ()
    inferred: str | None = None


@dataclass(frozen=True, slots=True)
class Bullets:
    """Statements side by side."""

    items: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of a table that belong together under a heading of their own, where there is one."""

    heading: Statement | None
    rows: tuple[tuple[Statement, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has a cell for each column.

    `shares` says how wide columns are, in twelfths that sum to 12; `numbers` names the places that hold numbers.
    """

    caption: str
    columns: tuple[str, ...]
    shares: tuple[int, ...]
    groups: tuple[Group, ...]
    numbers: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Picture:
    """A figure, drawn by whoever writes the briefing; `name` is its own within the briefing."""

    name: str
    figure: Figure


Block: TypeAlias = Statement | Bullets | Table | Picture


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Headline:
    """A figure that is seen first, and what it counts."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Note:
    """Quotes with their places, under the number by which statements refer to them."""

    number: int
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A whole briefing; `kind` and `name` say of what, `title` says the finding."""

    kind: str
    name: str
    title: str
    scope: str
    as_at: AsAt
    headlines: tuple[Headline, ...]
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    sources: tuple[str, ...]
    method: tuple[str, ...]
    snapshot: str
    licence: str | None
