"""How near two holders' titles are, and why, in words that a person can check."""

from __future__ import annotations

from typing import Final, NamedTuple

from answerable.graph.linking.candidates.holder import Holder
from answerable.graph.linking.candidates.short import shortening

__all__ = ["Likeness", "likeness"]

_NEARLY: Final = 80.0
"""How alike two words must be, of 100, for one to be taken for a misspelling of the other."""
_ELSEWHERE: Final = 0.6
"""What is left of a score where the two are in different organisations."""
_ONLY_ONE: Final = 0.8
"""What is left where one title has a word more: a deputy is somebody else, as a rule."""
_OTHER_SUBJECT: Final = 0.7
"""What is left where the two are about different things."""
_SAME_SUBJECT: Final = 0.75
"""The least where the two are about the same and only the role is another."""


class Likeness(NamedTuple):
    """From 0 to 1, and what speaks for and against."""

    score: float
    reasons: tuple[str, ...]


def likeness(one: Holder, other: Holder) -> Likeness:
    """Compare two holders of one kind."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - only comparing needs it

    score = fuzz.ratio(" ".join(sorted(one.words)), " ".join(sorted(other.words))) / 100
    reasons: list[str] = []
    short = shortening(one, other)
    if one.words == other.words:
        reasons.append("the same words")
    elif short:
        score = max(score, 0.9)
        reasons.append(f"“{short.short}” may be short for “{' '.join(short.words)}”")
    else:
        score, reasons = _apart(one, other, score)
    if one.organisation != other.organisation:
        score *= _ELSEWHERE
        reasons.append("in different organisations")
    return Likeness(round(score, 6), tuple(reasons))


def _apart(one: Holder, other: Holder, score: float) -> tuple[float, list[str]]:
    """Weigh the words in which two titles differ."""
    first, second = one.words - other.words, other.words - one.words
    misspelt = _misspelt(first, second)
    if misspelt:
        return max(score, 0.9), [f"“{misspelt[0]}” and “{misspelt[1]}” are spelled nearly alike"]
    reasons = ["all words but one are the same"] if max(len(first), len(second)) == 1 else []
    if one.portfolio == other.portfolio and one.portfolio:
        score = max(score, _SAME_SUBJECT)
        reasons.append("both are about the same")
    elif first - one.roles and second - other.roles:
        score *= _OTHER_SUBJECT
        reasons.append(f"about different things: {_told(first - one.roles)}, {_told(second - other.roles)}")
    if first & one.roles and second & other.roles:
        reasons.append(f"different roles: {_told(first & one.roles)}, {_told(second & other.roles)}")
    elif not first or not second:
        score *= _ONLY_ONE
        reasons.append(f"only one has {_told(first or second)}")
    return score, reasons


def _misspelt(first: frozenset[str], second: frozenset[str]) -> tuple[str, str] | None:
    from rapidfuzz import fuzz  # noqa: PLC0415 - only comparing needs it

    if len(first) != 1 or len(second) != 1:
        return None
    (mine,), (theirs,) = first, second
    return (mine, theirs) if len(mine) > 4 and fuzz.ratio(mine, theirs) >= _NEARLY else None


def _told(words: frozenset[str]) -> str:
    return "“" + " ".join(sorted(words)) + "”"
