"""A text as its reader saw it: mark-up, entities, accents and hidden characters aside, each letter with its place.

A name is looked for in what is seen and taken out of what is written, so that mark-up within it cannot hide it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import Final

__all__ = ["Seen", "seen"]

_PLAIN: Final = re.compile(r"[ -~]*")
_MARKS: Final = re.compile(r"[<&*_|`\\]|  ")
_PIECE: Final = re.compile(r"<[^<>]{0,400}>|&(?:#\w{1,7}|\w{1,31});|\s+|.", re.DOTALL)
_BLOCK: Final = re.compile(r"</?(?:br|p|div|li|ul|ol|td|tr|th|table|h\d)\b", re.IGNORECASE)
_HIDDEN: Final = frozenset("*`\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f")
_SPACES: Final = frozenset(" _|\\\t\r\n")
_ALIKE: Final = {**dict.fromkeys("‘’ʼ′´", "'"), **dict.fromkeys("‐‑‒–—−", "-"), "ß": "ss", "ø": "o", "Ø": "O", "ł": "l"}


@dataclass(frozen=True, slots=True)
class Seen:
    """What is seen of a text, in plain letters, and where each of its characters stands in the text."""

    words: str
    starts: tuple[int, ...] | None
    ends: tuple[int, ...] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give where in the text the seen characters from `start` to `end` stand."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


@lru_cache(maxsize=4096)
def seen(text: str) -> Seen:
    """Give what a reader sees.

    >>> seen("Zo\u00eb&nbsp;<b>Doe</b>").words
    'Zoe Doe'
    """
    if _PLAIN.fullmatch(text) and not _MARKS.search(text):
        return Seen(text, None, None)
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for shown, start, end in _shown(text):
        if shown == " " and letters[-1:] == [" "]:
            ends[-1] = end
            continue
        for letter in shown:
            letters.append(letter)
            starts.append(start)
            ends.append(end)
    return Seen("".join(letters), tuple(starts), tuple(ends))


def _shown(text: str) -> Iterator[tuple[str, int, int]]:
    for piece in _PIECE.finditer(text):
        yield _letters(piece[0]), piece.start(), piece.end()


@lru_cache(maxsize=4096)
def _letters(piece: str) -> str:
    if piece[0] == "<" and len(piece) > 1:
        return " " if _BLOCK.match(piece) else ""
    shown = unescape(piece) if piece[0] == "&" else piece
    if shown.isspace() or shown in _SPACES:
        return " "
    return "".join(map(_letter, unicodedata.normalize("NFKD", shown)))


def _letter(letter: str) -> str:
    if letter in _HIDDEN or unicodedata.combining(letter):
        return ""
    return " " if letter.isspace() else _ALIKE.get(letter, letter)
