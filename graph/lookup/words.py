"""A name as words that can be compared: no capitals, accents, marks or plurals, digits apart from letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Final

__all__ = ["SMALL", "folded", "initials"]

SMALL: Final = frozenset({"a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with"})
"""Words that add little to a name and are often left out, of the name and of its initials."""
_WORD: Final = re.compile(r"[^\W\d_]+|\d+")
_APOSTROPHES: Final = re.compile("['\u2019\u02bc`]")
_PLURAL: Final = re.compile("(?:[^suiy]|[aeiou]y)s$")
"""An s that is more than part of the word: not that of "process", "status", "analysis" or "OASys"."""
_MOST: Final = 6
"""Words that an acronym stands for at most."""


@lru_cache(maxsize=4096)
def folded(text: str) -> tuple[str, ...]:
    """Give the words of a name, each in the singular.

    >>> folded("Regional Managers (CAS3)"), folded("Women's Policy & Practice")
    (('regional', 'manager', 'cas', '3'), ('women', 'policy', 'and', 'practice'))
    """
    plain = unicodedata.normalize("NFKD", text.casefold().replace("&", " and "))
    letters = "".join(mark for mark in plain if not unicodedata.combining(mark))
    return tuple(_singular(word) for word in _WORD.findall(_APOSTROPHES.sub("", letters)))


def _singular(word: str) -> str:
    if len(word) < 4 or not _PLURAL.search(word):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("ches", "shes", "sses", "xes")) else word[:-1]


def initials(words: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Give what acronyms of runs of words there may be, each with the places of the first and last of its words.

    Small words count or not, as people please. Numbers part the runs: an acronym that is typed holds letters alone.

    >>> sorted({short for short, _, _ in initials(("through", "the", "gate", "lead"))})
    ['gl', 'tg', 'tgl', 'tt', 'ttg', 'ttgl']
    >>> list(initials(("recommendation", "3", "northmoor", "crc")))
    [('nc', 2, 3)]
    """
    for lettered, run in groupby(range(len(words)), key=lambda place: words[place].isalpha()):
        if lettered:
            places = list(run)
            large = [place for place in places if words[place] not in SMALL]
            for counted in (places, large) if large != places else (places,):
                yield from _shortened(words, counted)


def _shortened(words: Sequence[str], places: Sequence[int]) -> Iterator[tuple[str, int, int]]:
    letters = "".join(words[place][0] for place in places)
    for first in range(len(places)):
        for last in range(first + 1, min(len(places), first + _MOST)):
            yield letters[first : last + 1], places[first], places[last]
