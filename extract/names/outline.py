"""A text's outline: for each character one byte that says what it is, so that places are found without reading words.

An expression that begins with a set of letters is tried at every character of a text. In the outline a whole set is
one byte, to which the engine can skip; what the words are is read from the text, at the few places that are left.
"""

from __future__ import annotations

import codecs
from functools import lru_cache
from typing import Final

__all__ = ["outline"]

_ERRORS: Final = "answerable.outline"
_HARD: Final = ".!?:;"
_SOFT: Final = "\n•*"


def outline(text: str) -> bytes:
    """Give what each character is, one byte each.

    "A" is a capital of A to Z and "a" a small letter of a to z; "0" is anything else that a word may hold; "." is a
    mark that may end a sentence or open a list, "|" a new line or the mark of an item, " " any other space. What is
    left of ASCII is as it is, and "~" is what is left beyond it.

    >>> outline("See the Café: 3 PDMs")
    b'Aaa aaa Aaa0. 0 AAAa'
    """
    return text.encode("ascii", _ERRORS).translate(_TABLE)


def _kind(letter: str) -> str:
    if letter in _HARD:
        return "."
    if letter in _SOFT:
        return "|"
    if letter.isspace():
        return " "
    if letter == "_" or letter.isalnum():
        return "0" if not letter.isascii() or not letter.isalpha() else "A" if letter.isupper() else "a"
    return letter if letter.isascii() and letter != "|" else "~"


@lru_cache(maxsize=1_000)
def _beyond(letter: str) -> bytes:
    """Give a character of ASCII that is of the same kind as one beyond it."""
    return b"*" if letter in _SOFT else _kind(letter).encode("ascii")


def _encoded(error: UnicodeError) -> tuple[bytes, int]:
    """Encode what ASCII does not have; called by the codec for each stretch of it."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return b"".join(map(_beyond, error.object[error.start : error.end])), error.end


_TABLE: Final = "".join(map(_kind, map(chr, range(128)))).encode("ascii").ljust(256, b"~")
codecs.register_error(_ERRORS, _encoded)
