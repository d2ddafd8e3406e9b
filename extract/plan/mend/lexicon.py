"""Words as evidence: whether something is a word, and whether two fragments at a cell's edge are one.

A word is one that the document prints elsewhere or that English has (pyspellchecker's list of word frequencies). The
list is loaded only where a table is damaged.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from string import ascii_letters
from typing import Final

from answerable.extract.document import Piece
from answerable.ontology import reading

__all__ = ["Lexicon"]

_WORD: Final = re.compile(r"[a-z][a-z'’]*")
_CLOSING: Final = "'’"
"""Signs of a word that, behind it, close a quotation."""
_LETTERS: Final = f"{ascii_letters}{_CLOSING}"
_OWN_WEIGHT: Final = 2000
"""What one print of a word in the document itself counts for, on the scale of the general list."""
_COMMON: Final = -5.0
"""Words more frequent than this (log 10) stand by themselves; two of them meeting are two words."""
_MISREAD: Final = -2.0
"""The cost of taking a letter at an edge for a misread double of the one before it."""


@cache
def _english() -> tuple[Mapping[str, int], int]:
    from spellchecker import SpellChecker  # noqa: PLC0415 - heavy, and only damaged tables need it

    words = SpellChecker(language="en").word_frequency
    return words.dictionary, words.total_words


class Lexicon:
    """The words of one document, over those of the language."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = texts

    @cached_property
    def _own(self) -> Counter[str]:
        """How often the document prints each word; counted when a table may be damaged."""
        counts = Counter(_WORD.findall("\n".join(self._texts).lower()))
        for quoted in [word for word in counts if word[-1] in _CLOSING]:
            counts[quoted.rstrip(_CLOSING)] += counts.pop(quoted)
        return counts

    def strangeness(self, text: str) -> float:
        """The share of a text's words that are none, from 0 to 1; a word that the document prints twice is one."""
        words = _words(text)
        return sum(self._own[word] < 2 and word not in _english()[0] for word in words) / len(words) if words else 0.0

    def most_strange(self, text: str) -> float:
        """The share of words that the document prints nowhere else: a ceiling, for which no language is loaded."""
        words, printed = _words(text), self._own
        return sum([printed.get(word, 0) < 2 for word in words]) / len(words) if words else 0.0

    def mended(self, pieces: Iterable[Piece]) -> str:
        """Join the pieces of a text; fragments that a cell's edge cut become one word, without double letters."""
        text = ""
        last: Piece | None = None
        for piece in pieces:
            if last is None:
                text = piece.text
            elif _meet_at_an_edge(last, piece):
                text = self._joined(text, piece.text)
            else:
                text = f"{text} {piece.text}"
            last = piece
        return text

    def _joined(self, left: str, right: str) -> str:
        stem, rest = left.rstrip(_LETTERS), right.lstrip(_LETTERS)
        ending, opening = left.removeprefix(stem), right.removesuffix(rest)
        if not ending or not opening:
            glue = "" if left.endswith("-") or right.startswith("-") else " "
            return left + glue + right
        return stem + self._best(ending, opening) + rest

    def _best(self, left: str, right: str) -> str:
        known = self._likelihood(left), self._likelihood(right)
        doubled = left[-1].lower() == right[0].lower()
        if not doubled and min(known) > _COMMON and min(len(left), len(right)) > 1:
            return f"{left} {right}"
        choices = {f"{left} {right}": sum(known), left + right: self._likelihood(left + right)}
        if doubled or _is_half(right[0], left[-1]):
            choices[left + right[1:]] = self._likelihood(left + right[1:]) + (0.0 if doubled else _MISREAD)
        if _is_half(left[-1], right[0]):
            choices[left[:-1] + right] = self._likelihood(left[:-1] + right) + _MISREAD
        return max(choices, key=lambda choice: choices[choice])

    def _likelihood(self, word: str) -> float:
        """The logarithm (base 10) of how often a word is met; unknown words are the rarer the longer they are."""
        known, total = _english()
        bare = word.lower()
        count = known.get(bare, 0) + _OWN_WEIGHT * max(self._own[bare] - 1, 0)
        return math.log10(count / total) if count else 1 - math.log10(total) - len(bare)


def _words(text: str) -> list[str]:
    """The words of a text, bare; a letter alone is none."""
    return [word.rstrip(_CLOSING) for word in _WORD.findall(text.lower()) if len(word) > 1]


def _is_half(seen: str, letter: str) -> bool:
    """Whether a letter at a cut can be what is left of another one, as a `v` is of a `w`."""
    return seen.lower() in reading.table("marks")["halves"].get(letter.lower(), "")


def _meet_at_an_edge(left: Piece, right: Piece) -> bool:
    """Whether two pieces stand in neighbouring cells of one row."""
    return (left.place.table, left.place.row) == (
        right.place.table,
        right.place.row,
    ) and left.place.column != right.place.column
