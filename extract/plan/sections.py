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

__all__ = ["Section", "level_of", "read_section", "section_of_row"]

_LONGEST_SECTION: Final = 160
_RECOMMENDATIONS: Final = {"recommendation", "recommendations"}


@dataclass(frozen=True, slots=True)
class Section:
    """A heading within the plan: whom the recommendations below address, or that they are concerns of some level."""

    passage: Passage
    addressee: Passage | None = None
    concern: bool = False
    level: str | None = None
    subject: bool = False


def section_of_row(row: Row) -> Section | None:
    """Give the section that a row opens: one with a single thing to say, or the same in each of its merged cells.

    "Main recommendation" and "To the governor" may also stand in two cells.
    """
    filled = row.filled
    if len({cell.text for cell in filled}) == 1:
        return read_section(filled[0].passage)
    if len(filled) != len(("kind", "addressee")):
        return None
    section = read_section(Passage.joined(cell.passage for cell in filled))
    return section if section and section.addressee and section.addressee.place != filled[0].passage.place else None


def read_section(passage: Passage) -> Section | None:
    """Give the section that a line opens, or None where it is no heading."""
    text = passage.text.rstrip(" :.")
    if not text[:1].isupper() or len(text) > _LONGEST_SECTION or NUMBER.match(text):
        return None
    words = set(fold(text).split())
    concern = bool(words & set(reading.words("header", "concern", "words"))) and not words & _RECOMMENDATIONS
    level = level_of(text) if concern else None
    if match := _matched("addressee", text):
        return Section(passage, passage.cut(*match.span("to")), concern, level)
    if _matched("subjects", text):
        return Section(passage, subject=True)
    return Section(passage, None, concern, level) if _matched("headings", text) else None


def _matched(kind: str, text: str) -> re.Match[str] | None:
    return next((match for pattern in _patterns(kind) if (match := pattern.fullmatch(text))), None)


@cache
def _patterns(kind: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in reading.table("header")["section"][kind])


def level_of(text: str) -> str | None:
    """Give the level of concern that words name."""
    words = fold(text).split()
    return next((level for level in ("priority", "key") if level in words), None)
