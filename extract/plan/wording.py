"""Small questions about words that several readers ask: whole-word patterns, ends of sentences, things that go on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

from answerable.ontology import reading

__all__ = ["any_of", "fold", "goes_on", "is_finished", "is_torn", "is_void", "may_say", "says_any", "sentences"]

_FINISHED: Final = re.compile(r"(?:[.!?:;…][\"'”’)\]]*|[.!?]\s*\([^()]*\d[^()]*\))$")
"""An end of a sentence, also with a reference to a paragraph behind it: "... every week. (2.4)"."""
_ENDS: Final = frozenset(".!?:;…")
_MAY_END: Final = frozenset("\"'”’)]\n")
"""Signs that may stand behind the end of a sentence; other signs than these and the ends say that it is none."""
_SENTENCE_END: Final = re.compile(
    r"(?<=[.!?])(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\bNo\.)(?<!\b[A-Z]\.)[\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])"
)
_FOLDED: Final = re.compile(r"[a-z0-9&+']+")
_TORN_HEAD: Final = re.compile(r"(?:[bcdfghjklmnpqrstvwxz]{1,3}|e)\s")
_TORN_END: Final = re.compile(r"\s(?:[bcdfghjklmnpqrstvwxz]{1,3}|e)$")
"""No English word in small letters is a lone `e` or lacks every vowel; abbreviations end with their dot."""


@cache
def any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Compile a pattern that finds any of some words or phrases as whole words, the longest first, in any case."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    body = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
    return re.compile(rf"(?<![\w&+])(?:{body})(?![\w&+])", re.IGNORECASE)


def says_any(words: tuple[str, ...], text: str) -> bool:
    """Whether a text has any of some words or phrases, as `any_of` finds them.

    A plain search for the words of each says at a fraction of the cost that a text has none, as most have.
    """
    if text.isascii() and not may_say(words, text.lower()):
        return False
    return any_of(words).search(text) is not None


def may_say(words: tuple[str, ...], small: str) -> bool:
    """Whether a text in small letters has all words of any phrase, anywhere and in any order."""
    for parts in _parts(words):
        for part in parts:
            if part not in small:
                break
        else:
            return True
    return False


@cache
def _parts(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The words of each phrase, the longest first: it is most likely to be missing."""
    return tuple(tuple(sorted(phrase.lower().split(" "), key=len, reverse=True)) for phrase in words)


@cache
def _longest_joiner() -> int:
    return max(map(len, reading.words("marks", "joiners")))


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
    return not any(map(str.isalnum, text))


def is_finished(text: str) -> bool:
    """Whether a text ends as sentences, and lines before a list, end."""
    last = text[-1:]
    return last in _ENDS if last not in _MAY_END else bool(_FINISHED.search(text))


def goes_on(text: str) -> bool:
    """Whether a text ends so that more must follow: on a joining word, a comma, a hyphen, an open bracket."""
    end = max(len(text) - _longest_joiner() - 2, 0)
    return bool(_joined_on().search(text, end)) or text.count("(") > text.count(")")


def is_torn(text: str) -> bool:
    """Whether a text begins or ends with a piece of a word, so that words beside it are lost.

    >>> is_torn("see each person after every change in a p"), is_torn("see each person")
    (True, False)
    """
    return bool(_TORN_HEAD.match(text) or _TORN_END.search(text, max(len(text) - 5, 0)))


def sentences(text: str) -> Iterable[tuple[int, int]]:
    """Give the spans of the sentences of a text."""
    start = 0
    for end in _SENTENCE_END.finditer(text):
        yield start, end.start()
        start = end.end()
    if start < len(text):
        yield start, len(text)
