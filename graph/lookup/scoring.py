"""How well a name fits what was typed, from 0 to 100."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import nlargest
from typing import TYPE_CHECKING, Final

from answerable.graph.lookup.words import SMALL

if TYPE_CHECKING:
    from answerable.graph.lookup.index import Index

__all__ = ["scored"]

_CLOSELY: Final = 300
"""Names that are looked at closely: those in which most of what was typed is found."""


def scored(index: Index, words: Sequence[str]) -> Iterator[tuple[int, float]]:
    """Give the places of the forms that fit the words at all, with their score.

    100 is the name itself, whatever its capitals, marks and plurals; 98 its words in another order or written together.
    Less is found where a word is missing, shortened or misspelt, and where the name says more than was typed.
    """
    whole = "".join(words)
    same = {place: 100.0 if index.forms[place].words == tuple(words) else 98.0 for place in index.whole.get(whole, ())}
    yield from same.items()
    asked = [word for word in dict.fromkeys(words) if word not in SMALL] or list(dict.fromkeys(words))
    hits = {word: index.found(word) for word in asked}
    weights = {word: index.weight(len(hits[word])) for word in asked}
    total: defaultdict[int, float] = defaultdict(float)
    for word, found in hits.items():
        for place, (closeness, _, _) in found.items():
            total[place] += closeness * weights[word]
    everything = sum(weights.values())
    for place in nlargest(_CLOSELY, total, key=lambda place: (total[place], -len(index.forms[place].words), -place)):
        if place not in same:
            spans = [found[place] for found in hits.values() if place in found]
            yield place, _score(total[place] / everything, index, place, spans, len(words))


def _score(found: float, index: Index, place: int, spans: Sequence[tuple[float, int, int]], typed: int) -> float:
    """Weigh how much of what was typed is found (twice) and how much of the name it fills."""
    words = index.forms[place].words
    filled = {at for _, first, last in spans for at in range(first, last + 1)}
    large = {at for at, word in enumerate(words) if word not in SMALL} or set(range(len(words)))
    weights = {at: index.weight(index.names(words[at])) for at in large}
    share = sum(weights[at] for at in large & filled) / sum(weights.values())
    starts = [first for _, first, _ in spans]
    order = 1.0 if starts == sorted(starts) and typed >= len(spans) else 0.98
    return round(98 * found * found * (0.8 + 0.2 * share) * order, 1)
