"""What each paragraph of a response does, by its words: commit somebody, detail or assure the line above, give context.

That is a first opinion: `settling` corrects it by what is printed beside the paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from answerable.extract.plan.responses import Unit
from answerable.extract.plan.wording import says_any, sentences
from answerable.extract.records import ActionKind
from answerable.ontology import reading

__all__ = ["guess_kinds", "promises"]

_COMMITS: Final = ("will", "shall", "plans to", "plan to", "intends to", "aims to")
ACTION, BULLET, CONTEXT = ActionKind.ACTION, ActionKind.BULLET, ActionKind.CONTEXT


def guess_kinds(units: Sequence[Unit], reasons: frozenset[int]) -> list[ActionKind]:
    """Tell the kind of every paragraph from its words and those of the line that introduces it.

    `reasons` are the paragraphs that say nothing but why an answer is not a full agreement.
    """
    kinds: list[ActionKind] = []
    detail_from: int | None = None  # the level at which a list is detail of the line above
    for index, unit in enumerate(units):
        if not unit.level:
            detail_from = None
            kind = CONTEXT if index in reasons else _paragraph_kind(unit, _leads_list(units, index))
        else:
            kind = BULLET if detail_from is not None and unit.level >= detail_from else ACTION
        kinds.append(kind)
        if _introduces_detail(unit.text):
            detail_from = unit.level + (1 if _leads_list(units, index) else 0) if unit.level else 1
        elif unit.level and unit.text.endswith(":") and _leads_list(units, index):
            detail_from = unit.level + 1
    return _nested_as_detail(units, kinds)


def _nested_as_detail(units: Sequence[Unit], kinds: list[ActionKind]) -> list[ActionKind]:
    """A deeper bullet details the one above it."""
    shallowest = min((unit.level for unit in units if unit.level), default=0)
    return [
        BULLET if kind is ACTION and unit.level > shallowest else kind for unit, kind in zip(units, kinds, strict=True)
    ]


def _leads_list(units: Sequence[Unit], index: int) -> bool:
    """Whether the next line lies deeper than this one: a list below a paragraph, or a bullet's own bullets."""
    return index + 1 < len(units) and units[index + 1].level > units[index].level


def _paragraph_kind(unit: Unit, leads_list: bool) -> ActionKind:
    text = unit.text
    if unit.label:
        return ACTION
    if text.endswith(":") or (leads_list and _listing().search(text)):
        return ACTION if _promises_before_listing(text) else CONTEXT
    if _opens_as_context(text) or _gives_context(text):
        return CONTEXT
    if _notes(text) and not promises(text):
        return CONTEXT
    return ACTION


def _promises_before_listing(text: str) -> bool:
    """Whether a paragraph first promises something and only then introduces details of it."""
    *before, (last, _) = sentences(text)
    if not before or not _introduces_detail(text[last:]) or _measures(text[last:]):
        return False
    if _opens_as_context(text) or _gives_context(text):
        return False
    return any(promises(text[start:end]) for start, end in before)


@cache
def _openings() -> re.Pattern[str]:
    body = "|".join(map(re.escape, reading.words("actions", "context", "openings")))
    return re.compile(rf"(?:{body})s?\s*(?:[:–—-]|$)", re.IGNORECASE)


def _opens_as_context(text: str) -> bool:
    return bool(_openings().match(text))


def _gives_context(text: str) -> bool:
    return says_any(reading.words("actions", "context", "phrases"), text)


def _notes(text: str) -> bool:
    return says_any(reading.words("actions", "context", "notes"), text)


def promises(text: str) -> bool:
    """Whether words say that something will be done."""
    return says_any(_COMMITS, text)


@cache
def _details() -> re.Pattern[str]:
    return _ending(reading.words("actions", "detail", "endings"))


@cache
def _listing() -> re.Pattern[str]:
    return _ending(reading.words("actions", "listing", "endings"))


def _ending(phrases: tuple[str, ...]) -> re.Pattern[str]:
    body = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"\b(?:{body})\s*[:–-]?$", re.IGNORECASE)


def _measures(text: str) -> bool:
    return says_any(reading.words("actions", "detail", "measuring"), text)


def _introduces_detail(text: str) -> bool:
    """Whether a list below a line is about that line rather than a list of actions."""
    if not text.endswith((":", "-", "–")):
        return False
    return bool(_details().search(text)) or _measures(text)
