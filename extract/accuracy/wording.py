"""When two texts count as the same: markup, white space, case, kinds of quotes and dashes, and what ends them aside."""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import Final

__all__ = ["bare", "folded", "overlap", "plain"]

_TAG: Final = re.compile(r"<[^>]+>")
_WORD: Final = re.compile(r"[\w%£/']+")
_HONOURS: Final = re.compile(r"(?:her majesty's|his majesty's|hm|the) ")
_SIGNS: Final = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


def plain(text: str) -> str:
    """Take markup out of the words of a source.

    >>> plain("31<sup>st</sup> May &amp; June")
    '31 st May & June'
    """
    return " ".join(html.unescape(_TAG.sub(" ", text)).split())


def folded(text: str | None) -> str:
    """Fold a text to what is compared.

    >>> folded("The  Governor’s <b>team</b>.")
    "the governor's team"
    """
    simple = unicodedata.normalize("NFKC", plain(text or "")).translate(_SIGNS)
    return " ".join(simple.split()).strip(".;,: ").casefold()


def bare(name: str) -> str:
    """Fold a name and leave out whose majesty it is: that changes with the crown, not with the body.

    >>> bare("HM Inspectorate of Probation") == bare("Her Majesty’s Inspectorate of Probation")
    True
    """
    return _HONOURS.sub("", folded(name), count=1) if _HONOURS.match(folded(name)) else folded(name)


def overlap(one: str | None, other: str | None) -> float:
    """Give the share of words that two texts have in common, 1.0 where both are empty.

    >>> overlap("train all officers", "Train officers.")
    0.8
    """
    ours, theirs = _words(one), _words(other)
    both = ours.total() + theirs.total()
    return 2 * (ours & theirs).total() / both if both else 1.0


@lru_cache(maxsize=4096)
def _words(text: str | None) -> Counter[str]:
    """Every paragraph of a response is compared with every other, so each is cut into words once."""
    return Counter(_WORD.findall(folded(text)))
