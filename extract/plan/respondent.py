"""Whose plan it is: the body that was inspected, where it is one, else the body that writes the plan."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from answerable.extract.names import Glossary, Organisation, find_organisation
from answerable.extract.plan.header import Header
from answerable.extract.plan.wording import any_of, fold
from answerable.ontology import reading
from answerable.ontology.iris import mint

__all__ = ["inspected_body", "stated_body", "writer"]

_ACRONYM: Final = re.compile(r"\s*\(([A-Z][\w&+ ]*)\)")
_COVERING: Final = 0.6
"""The share of a body's words that a known name must make up to be that body, and not one that its name contains."""


def inspected_body(header: Header, glossary: Glossary, base: str) -> Organisation | None:
    """Give the body that was inspected, a known one or one of this document's own; None where a theme was."""
    for words in (header.body.text, header.label.text):
        known = find_organisation(words, glossary)
        if known and _covers(known, words):
            return known
        if _bodies().search(words):
            return _own(words, base)
    return None


def writer(header: Header, glossary: Glossary) -> Organisation | None:
    """Give the body whose letterhead or introduction the plan has."""
    return find_organisation(header.respondent.text, glossary)


def stated_body(owner: str, glossary: Glossary, respondent: Organisation | None) -> Organisation | None:
    """Give the body that an owner's own words name, by its name or acronym and not by words within a longer name.

    The respondent's own names mean the respondent.
    """
    if respondent and any_of(respondent.forms).search(owner):
        return respondent
    found = find_organisation(owner, glossary)
    if not found or fold(found.label) in reading.words("header", "respondents", "classes"):
        return None
    return found if any_of(found.forms).search(owner) else None


def _covers(known: Organisation, words: str) -> bool:
    own = set(fold(_ACRONYM.sub("", words)).split())
    short = set(fold(known.notation or "").split())
    return any(len(own & (set(fold(name).split()) | short)) >= _COVERING * len(own) for name in known.forms)


def _own(words: str, base: str) -> Organisation:
    """A body that only this document names; what stands before a dash is the report's own title, if that names none."""
    title, _, rest = words.partition(" – ")
    words = rest if rest and not _bodies().search(title) else words
    acronym = _ACRONYM.search(words)
    name = _ACRONYM.sub("", words).strip()
    return Organisation(mint(base, "organisation", name), name, acronym[1] if acronym else None)


@cache
def _bodies() -> re.Pattern[str]:
    """Words that make a name that of a body, in capitals as names have them."""
    body = "|".join(re.escape(str(word)) for word in reading.table("header")["respondents"]["bodies"])
    return re.compile(rf"\b(?:{body})\b")
