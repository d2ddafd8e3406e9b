"""What is known of names and words: titles, given names, and the words that only look like names."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from answerable.ontology import reading

__all__ = ["NAME", "TITLE", "TITLES", "given_names", "is_plain_word", "is_word_and_name", "letters_after", "particles"]

NAME: Final = r"(?:[A-Z]['a-z]*[A-Z]?[a-z]+(?:-[A-Z][a-z]+)*)"
"""One word of a name: capitalised, with a capital or a hyphen within it at most."""
TITLES: Final = frozenset(reading.words("holders", "honorifics"))
"""Titles of courtesy, in small letters."""
TITLE: Final = rf"(?:{'|'.join(sorted(map(re.escape, TITLES), key=len, reverse=True))})\b\.?"
"""A title of courtesy, in any case."""


@cache
def given_names() -> frozenset[str]:
    """Give common given names, in small letters, without those that are words as well."""
    return frozenset(reading.words("people", "given")) - _words()


@cache
def particles() -> frozenset[str]:
    """Give the small words that belong to the surname after them."""
    return frozenset(reading.words("people", "particles"))


@cache
def letters_after() -> frozenset[str]:
    """Give what stands after a name and is no part of it."""
    return frozenset(reading.words("people", "letters"))


@cache
def _words() -> frozenset[str]:
    return frozenset(reading.words("people", "words"))


def is_word_and_name(word: str) -> bool:
    """Whether a name is an ordinary word as well.

    >>> is_word_and_name("Price"), is_word_and_name("Brookes")
    (True, False)
    """
    return word.casefold() in _words()


@cache
def _plain() -> frozenset[str]:
    holders = ("roles", "units", "ordinary", "modifiers")
    return frozenset(word for name in holders for word in reading.words("holders", name)) | _offices()


@cache
def _offices() -> frozenset[str]:
    return frozenset(reading.words("people", "offices"))


def is_plain_word(word: str) -> bool:
    """Whether a word is one of titles, units or bodies, so that nobody is called so."""
    lower = word.casefold()
    return lower in _plain() or lower.removesuffix("s") in _plain()
