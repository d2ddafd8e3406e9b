"""People's names: how their words are written, and what tells them from the words of titles, units and places.

Given names, particles and letters after a name are data in `ontology/reading/people.toml`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

from answerable.extract.names import head_kind, is_known
from answerable.extract.plan.nouns import roles, singular, units
from answerable.ontology import reading
from answerable.ontology.gazetteer import acronyms

__all__ = ["honorific", "is_bare_name", "is_name"]

_LATIN: Final = [chr(code) for code in range(0xC0, 0x250)]
_UPPER: Final = "A-Z" + "".join(filter(str.isupper, _LATIN))
_LOWER: Final = "a-z" + "".join(filter(str.islower, _LATIN))
_PART: Final = rf"[{_UPPER}][{_LOWER}]*['’]?[{_UPPER}]?[{_LOWER}]+"
_NAME: Final = rf"(?:(?:d['’])?{_PART}(?:-{_PART})?|[{_UPPER}]\.?)"
_INITIAL: Final = re.compile(rf"[{_UPPER}]\.?")
_FIRST: Final = re.compile(r"[A-Z]\.|[B-HJ-Z]")
"""The initial that opens a name; without a dot "A" and "I" are words."""
_WORD: Final = re.compile(r"[\w&+'’/-]+")
_SHOUTED: Final = re.compile(r"[^\W\d_]{3,}(?:['’-][^\W\d_]+)*|[^\W\d_]['’][^\W\d_]{2,}")
"""A word in capitals that can be a name: no figure or sign in it, and no two letters."""
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_VOWEL: Final = re.compile(r"[aeiouy]")


@lru_cache(maxsize=4096)
def is_name(text: str) -> bool:
    """Whether words look like a person's name and like nothing else that owner cells print.

    >>> is_name("Anna van der Berg"), is_name("JANE DOE"), is_name("Safer Custody"), is_name("HMP OMU")
    (True, True, False, False)
    """
    if honorific().match(text):
        return True
    name = _plainly(text)
    return bool(_full_name().match(name)) and not any(_plain_word(word) for word in _WORD.findall(name))


def is_bare_name(text: str) -> bool:
    """Whether words without a post beside them can only be a person's name.

    It opens with a given name or an initial, and no word at its end says that it is a body or a place.
    """
    if not is_name(text):
        return False
    first, *_, last = _plainly(text).split()
    opens = bool(_FIRST.fullmatch(first)) or _is_given(first)
    return opens and not _INITIAL.fullmatch(last) and not (_ends_a_site(text) or is_known(text))


@cache
def honorific() -> re.Pattern[str]:
    """Give the pattern of a title before a name."""
    return re.compile(rf"(?:{'|'.join(reading.words('holders', 'honorifics'))})\.? (?=[A-Z])", re.IGNORECASE)


@cache
def _full_name() -> re.Pattern[str]:
    """Two to four names, small words that belong to a surname before any but the first."""
    particles = "|".join(reading.words("people", "particles"))
    return re.compile(rf"{_NAME}(?: (?:(?:{particles}) ){{0,2}}{_NAME}){{1,3}}$")


@lru_cache(maxsize=4096)
def _plainly(text: str) -> str:
    """Write a name without letters after it, and in small letters what stands in capitals as surnames often do."""
    words = unicodedata.normalize("NFC", text).split()
    while len(words) > 2 and words[-1].isupper() and words[-1].lower() in reading.words("people", "letters"):
        words.pop()
    first, *others = words or [""]
    if not (others and others[-1].isupper()):
        return " ".join(words)
    told = bool(_INITIAL.fullmatch(first)) or _is_given(first)
    return " ".join(_lowered(word) if told or word not in acronyms() else word for word in words)


def _lowered(word: str) -> str:
    """Write a word in capitals as a name; one that can only be an abbreviation, as it is."""
    if not (_SHOUTED.fullmatch(word) and word.isupper() and _VOWEL.search(_unaccented(word))):
        return word.lower() if word.lower() in reading.words("people", "particles") else word
    return _LETTERS.sub(lambda part: part[0].capitalize(), word)


@lru_cache(maxsize=4096)
def _is_given(word: str) -> bool:
    return _unaccented(word).partition("-")[0] in _given()


def _unaccented(word: str) -> str:
    """Write a word in small letters without accents."""
    return "".join(filter(str.isascii, unicodedata.normalize("NFKD", word))).lower()


@cache
def _given() -> frozenset[str]:
    return frozenset(reading.words("people", "given"))


def _ends_a_site(text: str) -> bool:
    return head_kind(text) is not None or text.rsplit(maxsplit=1)[-1].lower() in reading.words("people", "sites")


def _plain_word(word: str) -> bool:
    lower = singular(word.lower())
    return lower in roles() or lower in units() or lower in _ordinary() or (word.isupper() and len(word) > 1)


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(reading.words("holders", "ordinary"))
