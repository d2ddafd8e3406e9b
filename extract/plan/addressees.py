"""Whom a recommendation addresses: the heading above it says, or its own words before "should"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from answerable.extract.document import Passage
from answerable.extract.plan.grouping import Group
from answerable.extract.plan.holders import is_holder
from answerable.extract.plan.wording import fold
from answerable.ontology import reading

__all__ = ["addressee_and_text"]

_PREFIX: Final = re.compile(
    r"(?P<who>[A-Z][^.:;]{1,90}?)\s+should"
    r"(?:(?:\s+also)?(?:\s+(?:ensure|make sure)(?:\s+that)?)?\s*(?P<colon>:))?\s*(?=\S)"
)
_LONGEST_ADDRESSEE: Final = 12


def addressee_and_text(group: Group) -> tuple[Passage | None, Passage]:
    """Give whom the text or the heading above it addresses, and the text without "X should:"."""
    text, heading = group.text, group.section.addressee if group.section else None
    if led := _lead_in().match(text.text):
        to = text.cut(*led.span("to")) if led["to"] else heading
        return to or None, text.cut(led.end())
    match = _PREFIX.match(text.text)
    if match is None or not _addresses(match, heading):
        return heading, text
    who = text.cut(*match.span("who"))
    return who, (text.cut(match.end()) if match["colon"] else text)


def _addresses(match: re.Match[str], heading: Passage | None) -> bool:
    """Whether the words before "should" are an addressee: a colon says so, or that they can act and nobody else is."""
    if len(match["who"].split()) > _LONGEST_ADDRESSEE:
        return False
    return bool(match["colon"]) or (not heading and _can_act(match["who"]))


@cache
def _lead_in() -> re.Pattern[str]:
    return re.compile(reading.table("header")["section"]["lead_in"], re.IGNORECASE)


def _can_act(words: str) -> bool:
    """Whether words name somebody who can act, rather than prisoners, staff or a state of things."""
    bare = re.sub(r"^(?:The|Each|All|HM)\s+", "", words)
    if is_holder(bare) or fold(bare) in reading.words("holders", "addressees"):
        return True
    named = all(word[0].isupper() or word in {"and", "of", "the", "for", "in", "&"} for word in bare.split())
    return named and bool(re.search(r"\b[A-Z]{3,}|\bMoJ\b", bare))
