"""Whether a word of one title may be an acronym of words of another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from answerable.graph.linking.candidates.holder import Holder

__all__ = ["Shortening", "runs", "shortening"]

_LONGEST: Final = 6


class Shortening(NamedTuple):
    """An acronym in one title and the words of the other that it may stand for."""

    short: str
    words: tuple[str, ...]


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
        for run in runs(far) if near.shorts else ():
            if run.short in near.shorts and near.without([run.short]) == far.without(run.words):
                return run
    return None
