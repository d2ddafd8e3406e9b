"""Section headings within a plan: whom the recommendations below address, or that they are concerns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from answerable.extract.document import Passage, Row
from answerable.extract.plan.roles import NUMBER
from answerable.extract.plan.wording import fold
from answerable.ontology import reading

__all__ = ["Section", "read_section", "section_of_row"]

_LONGEST_SECTION: Final = 160


@dataclass(frozen=True, slots=True)
class Section:
    """A heading within the plan: whom the recommendations below address, or that they are concerns of some level."""

    passage: Passage
    addressee: Passage | None = None
    concern: bool = False
    level: str | None = None


def section_of_row(row: Row) -> Section | None:
    """Give the section that a row opens: one with a single thing to say, or the same in each of its merged cells."""
    filled = [cell for cell in row.cells if cell]
    if len({cell.text for cell in filled}) != 1:
        return None
    return read_section(filled[0].passage)


def read_section(passage: Passage) -> Section | None:
    """Give the section that a line opens, or None where it is no heading."""
    text = passage.text.rstrip(" :.")
    if not text or len(text) > _LONGEST_SECTION or NUMBER.match(text):
        return None
    concern = any(word in fold(text).split() for word in reading.words("header", "concern", "words"))
    for pattern in _addressees():
        if match := pattern.fullmatch(text):
            return Section(
                passage, passage.cut(match.start("to"), match.end("to")), concern, _level(text) if concern else None
            )
    if _headings().fullmatch(text):
        return Section(passage, None, concern, _level(text) if concern else None)
    return None


def _level(text: str) -> str | None:
    words = fold(text).split()
    return next((level for level in ("priority", "key") if level in words), None)


@cache
def _addressees() -> tuple[re.Pattern[str], ...]:
    patterns = reading.table("header")["section"]["addressee"]
    return tuple(
        re.compile(rf"(?:[\w ]+? )?{pattern}" if pattern.startswith("recomm") else pattern, re.IGNORECASE)
        for pattern in patterns
    )


@cache
def _headings() -> re.Pattern[str]:
    return re.compile("|".join(reading.table("header")["section"]["headings"]), re.IGNORECASE)
