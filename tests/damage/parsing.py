"""Finds the rows of a plan's table in its text, with what their columns hold.

Written apart from the program's own readers, which are what damaged plans try; it knows whole plans only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from tests.damage.layout import Line, Role, Row, cells_of, is_rule
from tests.damage.markup import plain

__all__ = ["following", "parse"]

# The first that a heading matches: "Action Owner" is an owner and "Revised Target Date" no target date.
_HEADINGS: Final = (
    (Role.REVISED, r"\brevised\b"),
    (Role.UPDATE, r"\bupdate\b|\bprogress\b"),
    (Role.STATUS, r"\bagreed\b|^status$|^response$"),
    (Role.OWNER, r"\bowner\b|\blead\b|\bby whom\b"),
    (Role.DUE, r"\bdate\b|\bwhen\b|\btimescale\b"),
    (Role.RESPONSE, r"\bresponse\b|\baction\b|\bwe will do\b"),
    (Role.NUMBER, r"^(\d\. ?)?(rec|rec no|no|ref)\.?$"),
    (Role.TEXT, r"\brecommendation\b|\bconcern\b"),
)
_NUMBER: Final = re.compile(r"\d+(\.\d+)*\.?")
_STATUS: Final = re.compile(r"(partly |not )?agreed", re.IGNORECASE)
_LINE: Final = re.compile(r"[^\n]*\n|[^\n]+")
_NARROWEST: Final = 4
"""A part of a plan's table has at least as many columns; a closing box of totals has fewer."""


def parse(text: str) -> tuple[Line, ...]:
    """Tell the rows of the plan's table from everything else; rendered, the lines give the same text."""
    found: list[Line] = []
    for line in _Parsing().lines(text):
        last = found[-1] if found else None
        if isinstance(last, Row) and isinstance(line, str) and is_rule(line):
            found[-1] = replace(last, rule=line)
        else:
            found.append(line)
    return tuple(found)


@dataclass(slots=True)
class _Parsing:
    headings: tuple[Role, ...] = ()
    number: str = "0"

    def lines(self, text: str) -> Iterator[Line]:
        for line in _LINE.findall(text):
            cells = cells_of(line)
            if len(cells) >= _NARROWEST and (found := _headings(cells)):
                self.headings = found
                yield line
            else:
                yield self._row(line, cells) or line

    def _row(self, line: str, cells: tuple[str, ...]) -> Row | None:
        """Give a row of the plan; None for a rule, a row of blanks, a heading within, a row of another table."""
        width = len(self.headings)
        told = [plain(cell) for cell in cells]
        if not _NARROWEST <= len(cells) <= width or not any(words.strip("-") for words in told):
            return None
        roles = self.headings[width - len(cells) :]  # a page that has fewer columns lacks the first ones
        if roles[0] is Role.NUMBER and told[0] and not _NUMBER.fullmatch(told[0]):
            return None
        roles = _band(roles, told)
        opens = self._opens(dict(zip(roles, told, strict=True)))
        return Row(cells, roles, self.number, opens, line.lstrip().startswith("|"), line)

    def _opens(self, told: dict[Role, str]) -> bool:
        if printed := told.get(Role.NUMBER):
            self.number = printed.rstrip(".")
            return True
        if told.get(Role.TEXT) and told.get(Role.STATUS):
            self.number = following(self.number)
            return True
        return False


def following(number: str) -> str:
    """Give the number that order asks for after another one: 10 after 9, 5.10 after 5.9."""
    *front, last = number.split(".")
    return ".".join([*front, str(int(last) + 1)])


def _band(roles: tuple[Role, ...], told: list[str]) -> tuple[Role, ...]:
    """Where recommendations have no column, one is printed alone in its row, in the column of the answers."""
    filled = [role for role, words in zip(roles, told, strict=True) if words and role is not Role.NUMBER]
    if Role.TEXT in roles or filled != [Role.STATUS] or _STATUS.fullmatch(told[roles.index(Role.STATUS)]):
        return roles
    return tuple(Role.TEXT if role is Role.STATUS else role for role in roles)


def _headings(cells: tuple[str, ...]) -> tuple[Role, ...]:
    """Give the roles of the columns, or nothing where the cells are no headings of a plan."""
    told = [plain(cell).casefold() for cell in cells]
    roles = [next((role for role, form in _HEADINGS if re.search(form, words)), None) for words in told]
    found = tuple(role for role in roles if role)
    return found if len(found) == len(cells) and {Role.RESPONSE, Role.OWNER, Role.DUE} <= set(found) else ()
