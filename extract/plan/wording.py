"""Small questions about words that several readers ask: whole-word patterns, ends of sentences, things that go on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

from answerable.ontology import reading

__all__ = ["any_of", "fold", "goes_on", "is_finished", "is_torn", "is_void", "sentences"]

_FINISHED: Final = re.compile(r"(?:[.!?:;…][\"'”’)\]]*|[.!?]\s*\([^()]*\d[^()]*\))$")
"""An end of a sentence, also with a reference to a paragraph behind it: "... every week. (2.4)"."""
_SENTENCE_END: Final = re.compile(
    r"(?<=[.!?])(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\bNo\.)(?<!\b[A-Z]\.)[\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])"
)
_FOLDED: Final = re.compile(r"[a-z0-9&+']+")
_TORN: Final = re.compile(r"^(?:[bcdfghjklmnpqrstvwxz]{1,3}|e)\s|\s(?:[bcdfghjklmnpqrstvwxz]{1,3}|e)$")
"""No English word in small letters is a lone `e` or lacks every vowel; abbreviations end with their dot."""
_VOID: Final = re.compile(r"[\W_]*$")


@cache
def any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Compile a pattern that finds any of some words or phrases as whole words, the longest first, in any case."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    body = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
    return re.compile(rf"(?<![\w&+])(?:{body})(?![\w&+])", re.IGNORECASE)


@cache
def _joined_on() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in reading.words("marks", "joiners"))
    return re.compile(rf"(?:(?<![\w&+/])(?:{words})|[,\-–—(/&])$", re.IGNORECASE)


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Give the words of a text in lower case, without punctuation.

    >>> fold("3. Agreed/ Partly Agreed")
    '3 agreed partly agreed'
    """
    return " ".join(_FOLDED.findall(text.lower().replace("’", "'")))


def is_void(text: str) -> bool:
    """Whether a text holds no letter and no digit: a dash, a rule, nothing."""
    return bool(_VOID.match(text))


def is_finished(text: str) -> bool:
    """Whether a text ends as sentences, and lines before a list, end."""
    return bool(_FINISHED.search(text))


def goes_on(text: str) -> bool:
    """Whether a text ends so that more must follow: on a joining word, a comma, a hyphen, an open bracket."""
    return bool(_joined_on().search(text)) or text.count("(") > text.count(")")


def is_torn(text: str) -> bool:
    """Whether a text begins or ends with a piece of a word, so that words beside it are lost.

    >>> is_torn("see each person after every change in a p"), is_torn("see each person")
    (True, False)
    """
    return bool(_TORN.search(text))


def sentences(text: str) -> Iterable[tuple[int, int]]:
    """Give the spans of the sentences of a text."""
    start = 0
    for end in _SENTENCE_END.finditer(text):
        yield start, end.start()
        start = end.end()
    if start < len(text):
        yield start, len(text)
