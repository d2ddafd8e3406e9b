"""A plan's text as lines, of which some are rows of the plan's table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from tests.damage.markup import plain

__all__ = ["Line", "PageEnd", "Role", "Row", "cells_of", "is_rule", "places", "render"]

_RULE: Final = re.compile(r"\|?(\s*:?-+:?\s*\|)+(\s*:?-+:?\s*)?")


class Role(StrEnum):
    """What a column holds."""

    NUMBER = "number"
    TEXT = "text"
    STATUS = "status"
    RESPONSE = "response"
    OWNER = "owner"
    DUE = "due"
    UPDATE = "update"
    REVISED = "revised"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the plan's table. `opens` says that the recommendation with that number begins in it.

    `roles` says for each cell what its column holds. `raw` is the line as it was found; a row that is changed has
    none. `rule` is the line below it where that is the rule of a Markdown table.
    """

    cells: tuple[str, ...]
    roles: tuple[Role, ...]
    number: str
    opens: bool
    piped: bool
    raw: str | None = None
    rule: str = ""

    def column(self, role: Role) -> int | None:
        """Where the cell of a role stands, or None where the row has no such cell."""
        return self.roles.index(role) if role in self.roles else None

    def cell(self, role: Role) -> str:
        """The cell of a role, with its markup; "" where the row has no such cell."""
        column = self.column(role)
        return "" if column is None else self.cells[column]

    def text(self, role: Role) -> str:
        """What the cell of a role prints."""
        return plain(self.cell(role))

    def with_cells(self, changes: dict[Role, str]) -> Row:
        """Give the row with other words in some of its cells."""
        cells = tuple(changes.get(role, cell) for role, cell in zip(self.roles, self.cells, strict=True))
        return replace(self, cells=cells, raw=None)

    def only(self, cells: dict[Role, str]) -> Row:
        """Give a row of the same columns that holds these words and nothing else."""
        return replace(self, cells=tuple(cells.get(role, "") for role in self.roles), opens=False, raw=None)

    def print(self) -> str:
        """Give the line that prints the row."""
        if self.raw is not None:
            return self.raw
        return f"| {' | '.join(self.cells)} |\n" if self.piped else "\t".join(self.cells) + "\n"


@dataclass(frozen=True, slots=True)
class PageEnd:
    """Where a page ends that did not end there before: the table is printed on as another one."""


Line = str | Row | PageEnd
"""A row of the plan's table, the end of a page, or any other line with its line end."""


def is_rule(line: str) -> bool:
    """Whether a line is the rule below the first row of a Markdown table."""
    return bool(_RULE.fullmatch(line.strip()))


def cells_of(line: str) -> tuple[str, ...]:
    """Give the cells of a line that is a row of any table; none where it is not."""
    words = line.strip("\r\n\f")
    if words.startswith("|") and not is_rule(line):
        return tuple(cell.strip() for cell in words.strip().removesuffix("|")[1:].split("|"))
    return tuple(words.split("\t")) if "\t" in words else ()


def render(lines: Iterable[Line]) -> str:
    """Put lines together into a text; a Markdown table that begins where none began has its rule too."""
    text: list[str] = []
    fresh = begins = False
    for line in lines:
        if text and not text[-1].endswith("\n"):  # what was the last line of the file is so no more
            text.append("\n")
        if isinstance(line, Row):
            text.append(line.print() + _rule_below(line, begins=begins, fresh=fresh))
        else:
            text.append("\n" if isinstance(line, PageEnd) else line)
        begins = isinstance(line, PageEnd)
        fresh = begins or (isinstance(line, str) and not cells_of(line))
    return "".join(text)


def _rule_below(row: Row, *, begins: bool, fresh: bool) -> str:
    """The rule below a row that begins a page made here (`begins`) or a table that was there before (`fresh`)."""
    if row.piped and (begins or (fresh and row.rule and row.raw is None)):
        return f"|{'---|' * len(row.cells)}\n"
    return "" if row.raw is None else row.rule


def places(lines: Iterable[Line]) -> Iterator[tuple[int, int] | None]:
    """Give for each line the table and the row that it is, both counted from 1; None where it is no row."""
    table, row = 0, 0
    for line in lines:
        if isinstance(line, str) and is_rule(line):
            yield None
        elif isinstance(line, Row) or (isinstance(line, str) and cells_of(line)):
            table, row = (table, row + 1) if row else (table + 1, 1)
            yield table, row
        else:
            row = 0
            yield None
