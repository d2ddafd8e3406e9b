"""What the words around a name say of it: the noun after it or before it, an apposition, a telling turn of phrase."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import takewhile
from typing import Final

from answerable.extract.names.forms import singular, words_of
from answerable.ontology.gazetteer import entries, words

__all__ = ["APPOSED", "appositive", "is_ordinary", "told_after", "told_before"]

_AFTER: Final = re.compile(r" (?P<noun>[a-z-]+)\b(?: (?P<next>[a-z-]+)\b)?")
_BEFORE: Final = re.compile(
    r"(?<![\w-])(?P<noun>[a-z-]+)(?P<comma>,?) (?:(?P<called>called|named|titled|entitled|known as) )?['\"]?$"
)
_APPOSED: Final = re.compile(
    r"(?:,| \(|,? which is|,? who are) (?P<article>an?|the|our|its) (?P<said>(?:[\w'-]+ ){0,6}[\w-]+)(?P<close>[,.;)]?)"
)
_MOST: Final = 7
"""How many spaces there may be from where a turn of phrase begins, with an article after it, up to the name."""
_NEAR: Final = 4
"""How many words, the nothing right before the name with them, may stand from a noun that tells of it up to it."""
_FAR: Final = 48
"""How many characters before a name may tell of it."""
APPOSED: Final = (", a ", ", an ", ", the ", ", our ", " (a ", " (an ", " (the ")
"""How an apposition begins."""
_PRODUCTS: Final = frozenset({"system", "project", "programme", "tool", "training"})
_TELLING: Final = _PRODUCTS | {"policy", "service", "meeting", "place"}
"""What a noun in small letters after a name may say of it; "XYZ managers" are not XYZ."""
_BODIES: Final = frozenset({"organisation", "provider"})
_TOLD: Final = _TELLING | _BODIES | {"team"}
"""What an apposition may say."""
_VERBS: Final = tuple([verb] for verb in ("will", "is", "are", "has", "have", "was", "were", "can", "should", "must"))
"""What follows the subject of a clause, which is no apposition."""


def told_after(text: str, end: int, *, single: bool = False) -> str | None:
    """Say what the noun after a name makes of it: "the Quartz system"; a `single` word may be a team's, too."""
    match = _AFTER.match(text, end)
    nouns = (singular(match[group]) for group in ("noun", "next") if match[group]) if match else ()
    telling = _TOLD if single else _TELLING
    return next((kind for noun in nouns if (kind := words().heads.get(noun)) in telling), None)


def told_before(text: str, start: int) -> str | None:
    """Say what the words before a name make of it: "the charity Quartz", "a scheme called Quartz", "run by Quartz"."""
    window = text[max(0, start - _FAR) : start]
    if not window.endswith((" ", "'", '"', "(")):
        return None
    last = window.rsplit(" ", _MOST)
    window = window if len(last) <= _MOST else window[len(last[0]) + 1 :]
    match = _BEFORE.search(" ".join(last[-_NEAR:]))
    kind = words().heads.get(singular(match["noun"])) if match else None
    if match and kind in _TELLING | _BODIES and (match["comma"] or match["called"] or kind in _BODIES | {"training"}):
        return kind
    cue = _cues().search(window) if _may_be_cue(window) else None
    return words().cues[cue["cue"].lower()] if cue else None


def appositive(text: str, end: int, *, opens: bool) -> str | None:
    """Say what an apposition after a name makes of it: "Quartz, a debt support scheme run with ...".

    After a word that opens a sentence, and so has its capital for nothing, the apposition must be closed.
    """
    match = _APPOSED.match(text, end)
    if match is None or ((opens or match["article"] == "the") and not match["close"]):
        return None
    said = match["said"].lower().split(" ")
    noun = list(takewhile(lambda word: word not in words().determiners, said))
    kinds = [words().heads.get(singular(word)) for word in noun]
    clause = said[len(noun) : len(noun) + 1] in _VERBS or (opens and (noun != said or not kinds[-1]))
    kind = next((kind for kind in reversed(kinds) if kind), None)
    return kind if kind in _TOLD and not clause else None


@cache
def _cues() -> re.Pattern[str]:
    """Give the turns of phrase that introduce a name, as one expression; the longest first."""
    cues = "|".join(sorted(map(re.escape, words().cues), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?P<cue>{cues}) (?:the |an? )?['\"(]?$", re.IGNORECASE)


def _may_be_cue(window: str) -> bool:
    """Whether one of those turns of phrase ends what stands before a name, so that most words need no further look."""
    said = window.rstrip(" '\"(").lower()
    bare = said.removesuffix(" the").removesuffix(" an").removesuffix(" a")
    return bare.endswith(_cue_words()) or said.endswith(_cue_words())


@cache
def _cue_words() -> tuple[str, ...]:
    return tuple(words().cues)


@cache
def _ordinary() -> frozenset[str]:
    lists = words()
    phrases = (*(entry_name for entry in entries() for entry_name in entry.names if " " in entry_name), *lists.classes)
    told = {singular(word) for phrase in phrases for word in words_of(phrase)}
    return frozenset(told | lists.general | lists.openers | lists.determiners | lists.months | set(lists.heads))


@lru_cache(maxsize=10_000)
def is_ordinary(word: str) -> bool:
    """Whether a word is one that names are made of, so that its capital alone makes no name."""
    return singular(word.lower()) in _ordinary() or word.lower() in _ordinary()
