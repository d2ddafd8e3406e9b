"""Texts as weighted words, so that likeness can be computed, and computed alike on every machine."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log, sqrt
from typing import Final

from answerable.ontology.gazetteer import words

__all__ = ["Texts"]

_WORD: Final = re.compile(r"[a-z0-9]+")
_SHORTEST: Final = 3
_RARE: Final = 30
"""In how many texts a word may stand to bring two of them together."""
_SHARED: Final = 2
"""How many such words two texts must share to be compared at all."""


class Texts:
    """A collection of texts, compared by the cosine of their words, each weighted by how rare it is in all of them."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._bags = [Counter(_words(text)) for text in texts]
        self._standing_in = Counter(word for bag in self._bags for word in bag)
        self._vectors = [self._vector(bag) for bag in self._bags]

    def likeness(self, one: int, other: int) -> float:
        """Give the likeness of two texts by their places: 0 for no common word, 1 for the same words."""
        first, second = sorted((self._vectors[one], self._vectors[other]), key=len)
        return round(sum(weight * second.get(word, 0.0) for word, weight in sorted(first.items())), 6)

    def neighbours(self) -> Iterator[tuple[int, int]]:
        """Give each pair of texts, by their places, that shares rare words and so may be alike."""
        shared: Counter[tuple[int, int]] = Counter()
        for places in self._by_rare_word():
            for at, one in enumerate(places):
                shared.update((one, other) for other in places[at + 1 :])
        return (pair for pair, count in sorted(shared.items()) if count >= _SHARED)

    def _by_rare_word(self) -> Iterator[list[int]]:
        places: defaultdict[str, list[int]] = defaultdict(list)
        for place, bag in enumerate(self._bags):
            for word in bag:
                places[word].append(place)
        return (found for _, found in sorted(places.items()) if 1 < len(found) <= _RARE)

    def _vector(self, bag: Mapping[str, int]) -> Mapping[str, float]:
        weights = {word: (1 + log(count)) * self._rarity(word) for word, count in sorted(bag.items())}
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {word: weight / length for word, weight in weights.items()}

    def _rarity(self, word: str) -> float:
        return 1 + log((1 + len(self._bags)) / (1 + self._standing_in[word]))


def _words(text: str) -> Iterator[str]:
    dull = words().determiners | words().empty
    for word in _WORD.findall(text.casefold()):
        if len(word) >= _SHORTEST and word not in dull:
            yield word[:-1] if word.endswith("s") and not word.endswith("ss") else word
