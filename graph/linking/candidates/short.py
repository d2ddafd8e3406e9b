"""Whether a word of one title may be an acronym of words of another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from answerable.graph.linking.candidates.holder import Holder

__all__ = ["Shortening", "runs", "shortening", "shorts"]

_LONGEST: Final = 6


class Shortening(NamedTuple):
    """An acronym in one title and the words of the other that it may stand for."""

    short: str
    words: tuple[str, ...]


def shorts(holder: Holder) -> Iterator[str]:
    """Give the words of a title that are printed like acronyms and that nothing wrote out."""
    for word in dict.fromkeys(word for form in holder.spelled for word in form):
        letters = word.rstrip("s")
        if 2 <= len(letters) <= _LONGEST and letters.isupper() and _rest(holder, [letters]) != holder.words:
            yield letters


def runs(holder: Holder) -> Iterator[Shortening]:
    """Give each run of two or more words of a title with its initials."""
    for form in holder.spelled:
        for start in range(len(form)):
            for end in range(start + 2, min(len(form), start + _LONGEST) + 1):
                words = form[start:end]
                yield Shortening("".join(word[0] for word in words).upper(), words)


def shortening(one: Holder, other: Holder) -> Shortening | None:
    """Give what in one title may be an acronym of words in the other, where nothing else tells the two apart."""
    for near, far in ((one, other), (other, one)):
        for short in shorts(near):
            for run in runs(far):
                if run.short == short and _rest(near, [short]) == _rest(far, run.words):
                    return run
    return None


def _rest(holder: Holder, words: list[str] | tuple[str, ...]) -> frozenset[str]:
    """Give the words of a title without some of them, which are printed and may be plurals."""
    gone = {word.casefold() for word in words}
    return frozenset(word for word in holder.words if not any(each in {word, word + "s"} for each in gone))
