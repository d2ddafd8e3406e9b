"""Texts as weighted words, so that likeness can be computed, and computed alike on every machine."""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain, combinations, count
from math import log, sqrt
from typing import Final

from answerable.ontology.gazetteer import words

__all__ = ["Texts", "words_in"]

_WORD: Final = re.compile(r"[a-z0-9]+")
_SHORTEST: Final = 3
_RARE: Final = 30
"""In how many texts a word may stand to bring two of them together."""
_HELD: Final = 1024
"""How many texts are held with the weights of their words at a time."""
_SHARED: Final = 2
"""How many such words two texts must share to be compared at all."""


class Texts:
    """A collection of texts, compared by the cosine of their words, each weighted by how rare it is in all of them.

    Of each text only the numbers of its words are held: most texts are never compared with any other.
    """

    def __init__(self, texts: Iterable[Sequence[str]]) -> None:
        """Take texts, each as `words_in` gives its words."""
        numbers: defaultdict[str, int] = defaultdict(count().__next__)
        self._bags = [array("I", [numbers[word] for word in text]) for text in texts]
        standing_in = Counter(chain.from_iterable(map(set, self._bags)))
        self._standing_in = [standing_in[number] for number in range(len(numbers))]
        self._rarity = [1 + log((1 + len(self._bags)) / (1 + times)) for times in self._standing_in]
        self._vector = lru_cache(maxsize=_HELD)(self._made_vector)

    def likeness(self, one: int, other: int) -> float:
        """Give the likeness of two texts by their places: 0 for no common word, 1 for the same words."""
        first, second = self._vector(one), self._vector(other)
        if len(second) < len(first):
            first, second = second, first
        return round(sum([weight * second[word] for word, weight in first.items() if word in second]), 6)

    def neighbours(self) -> Iterator[tuple[int, int]]:
        """Give each pair of texts, by their places, that shares rare words and so may be alike."""
        shared: Counter[tuple[int, int]] = Counter()
        for places in self._by_rare_word():
            shared.update(combinations(places, 2))
        return (pair for pair, times in sorted(shared.items()) if times >= _SHARED)

    def _by_rare_word(self) -> Iterable[list[int]]:
        places: defaultdict[int, list[int]] = defaultdict(list)
        for place, bag in enumerate(self._bags):
            for number in set(bag):
                if 1 < self._standing_in[number] <= _RARE:
                    places[number].append(place)
        return places.values()

    def _made_vector(self, place: int) -> Mapping[int, float]:
        """Weigh the words of a text, in the order of the alphabet, so that sums are the same on every machine."""
        rarity, bag = self._rarity, self._bags[place]
        weights = {word: rarity[word] for word in bag}
        if len(weights) < len(bag):
            weights = {word: (1 + log(times)) * rarity[word] for word, times in Counter(bag).items()}
        length = sqrt(sum([weight * weight for weight in weights.values()])) or 1.0
        return {word: weight / length for word, weight in weights.items()}


def words_in(text: str) -> tuple[str, ...]:
    """Give the words of a text that tell it from others, as often as they stand there, in the order of the alphabet.

    >>> words_in("The lamps of the pier: one lamp and its glass")
    ('glass', 'lamp', 'lamp', 'one', 'pier')
    """
    found = (word for word in _WORD.findall(text.casefold()) if len(word) >= _SHORTEST and word not in _dull())
    return tuple(sorted(word[:-1] if word.endswith("s") and not word.endswith("ss") else word for word in found))


@cache
def _dull() -> frozenset[str]:
    return frozenset(words().determiners | words().empty)
