"""From words to the names that hold them: exactly, by their beginning, as initials, or nearly spelt so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log
from typing import Final, NamedTuple

from answerable.graph.lookup.words import folded, initials

__all__ = ["Form", "Index"]

_MISSPELT: Final = 4
"""Letters from which a word may have one wrong letter; shorter ones are too like each other."""
_TWICE: Final = 8
"""Letters from which it may have two."""
_BEGUN: Final = 3
"""Letters from which a beginning stands for a word."""


class Form(NamedTuple):
    """One name of an entry, as words."""

    entry: int
    text: str
    words: tuple[str, ...]


class Index:
    """All names, found by their words."""

    def __init__(self, names: Iterable[tuple[int, str]]) -> None:
        """Read pairs of an entry's place in its list and one of its names."""
        self.forms = [Form(entry, text, words) for entry, text in names if (words := folded(text))]
        self.whole: defaultdict[str, list[int]] = defaultdict(list)
        self._holding: defaultdict[str, list[int]] = defaultdict(list)
        self._shortened: defaultdict[str, dict[int, tuple[int, int]]] = defaultdict(dict)
        for place, form in enumerate(self.forms):
            self.whole["".join(form.words)].append(place)
            for word in dict.fromkeys(form.words):
                self._holding[word].append(place)
            for short, first, last in initials(form.words):
                # Two letters stand for a whole name, or for too much.
                if len(short) > 2 or len(form.words) == 2:
                    self._shortened[short].setdefault(place, (first, last))
        self._vocabulary = sorted(self._holding)

    def weight(self, names: int) -> float:
        """Say how telling a word is that so many names hold: the rarer the more; in none as much as in one."""
        return log(1 + len(self.forms) / max(1, names)) + 0.1

    def names(self, word: str) -> int:
        """Count the names that hold a word."""
        return len(self._holding.get(word, ()))

    def found(self, word: str) -> Mapping[int, tuple[float, int, int]]:
        """Give the forms in which a word is found: how well, from 0 to 1, and the places it stands for."""
        hits: dict[int, tuple[float, int, int]] = {}
        for place, span in self._shortened.get(word, {}).items():
            hits[place] = (0.96, *span)
        for near, closeness in self._like(word):
            for place in self._holding[near]:
                if hits.get(place, (0.0,))[0] < closeness:
                    at = self.forms[place].words.index(near)
                    hits[place] = (closeness, at, at)
        return hits

    def _like(self, word: str) -> Iterator[tuple[str, float]]:
        if word in self._holding:
            yield word, 1.0
        if len(word) >= _BEGUN:
            yield from ((longer, 0.9) for longer in self._vocabulary if longer.startswith(word) and longer != word)
        if len(word) >= _MISSPELT and word not in self._holding:
            yield from self._misspelt(word)

    def _misspelt(self, word: str) -> Iterator[tuple[str, float]]:
        from rapidfuzz import process  # noqa: PLC0415 - only a wrong name needs it
        from rapidfuzz.distance import DamerauLevenshtein  # noqa: PLC0415 - only a wrong name needs it

        most = 2 if len(word) >= _TWICE else 1
        near: Sequence[tuple[str, int, int]] = process.extract(
            word, self._vocabulary, scorer=DamerauLevenshtein.distance, score_cutoff=most, limit=20
        )
        yield from ((other, 1 - 0.06 * wrong) for other, wrong, _ in near if len(other) >= _MISSPELT)
