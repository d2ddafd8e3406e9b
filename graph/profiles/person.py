"""One person's name in all the ways that plans write it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from answerable.graph.profiles.known_words import TITLE, TITLES, is_word_and_name, letters_after, particles
from answerable.graph.profiles.seen import seen

__all__ = ["PersonName", "person_name"]

_GAP: Final = r"(?:\s?-\s|[ .\-+]|%20){1,3}"
"""What stands between the words of a name, in print, file names and mail addresses."""
_MIDDLE: Final = rf"(?:(?-i:[A-Z][a-z']*)\.?{_GAP}){{0,2}}"
_START: Final = r"(?<![A-Za-z])"
_END: Final = r"(?![A-Za-z])"
_ASIDE: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


@dataclass(frozen=True)
class PersonName:
    """A name by its words: `given` may be empty where only a title stands before the surname."""

    given: tuple[str, ...]
    surname: tuple[str, ...]

    @property
    def key(self) -> str:
        """The last word of the surname in small letters: a text without it, and without the given name, is clean."""
        return re.split(r"[-' ]", self.surname[-1])[-1].casefold()

    @property
    def words(self) -> tuple[str, ...]:
        """Every word of the name that is more than an initial, in small letters."""
        parts = (part for word in (*self.given, *self.surname) for part in re.split(r"[-']", word))
        return tuple(part.casefold() for part in parts if len(part) > 1 and part.casefold() not in particles())

    @cached_property
    def whole(self) -> re.Pattern[str]:
        """Find the name in full, with an initial, turned round, or after a title; in any case."""
        title, surname = rf"(?:{_START}{TITLE} ?)?", _joined(self.surname)
        halves = "|".join({_word(half) for half in re.split(r"-", self.surname[-1]) if len(half) > 1} | {surname})
        forms = [rf"{_START}{TITLE} ?(?:(?-i:[A-Z])[A-Za-z'.]*{_GAP}){{0,3}}(?:{halves}){_END}"]
        if self.given:
            given, initial = _word(self.given[0]), re.escape(self.given[0][0])
            first = given if len(self.given[0]) > 1 else rf"{initial}[a-z]*\.?"
            forms += [
                rf"{title}{_START}{first}{_GAP}{_MIDDLE}{surname}{_END}",
                rf"{title}{_START}(?-i:{initial.upper()}){self._dot} ?(?:(?-i:[A-Z])\.? ?){{0,2}}{surname}{_END}",
                rf"{_START}{surname}(?: ?, ?|{_GAP})(?:{TITLE} ?)?{first}(?: (?-i:[A-Z])\b\.?)?{_END}",
                rf"{_START}{surname} ?, ?(?:{TITLE} ?)?(?-i:{initial.upper()})\b\.?(?: ?(?-i:[A-Z])\b\.?)*",
                rf"{_START}{surname} (?-i:{initial.upper()}\.)(?: ?(?-i:[A-Z])\b\.?)*",
                rf"{_START}{given}{surname}{_END}",
            ]
        return re.compile("|".join(forms), re.IGNORECASE)

    @property
    def _dot(self) -> str:
        """What must follow an initial: "A Price" may be an article and a word."""
        return r"\." if is_word_and_name(self.surname[-1]) or self.given[0][0] in "AI" else r"\.?"

    @cached_property
    def alone(self) -> re.Pattern[str]:
        """Find any single word of the name, with a capital."""
        found = {form for word in self.words for form in (word.capitalize(), word.upper())}
        found |= {word for word in (*self.given, *self.surname) if len(word) > 1 and word[0].isupper()}
        return re.compile(rf"{_START}(?:{'|'.join(map(_word, sorted(found)))}){_END}")


def person_name(printed: str) -> PersonName | None:
    """Read a name as printed; None where nothing of it is a name.

    >>> person_name("Ms Jane van der Doe (she/her)")
    PersonName(given=('Jane',), surname=('van', 'der', 'Doe'))
    >>> person_name("Doe, Jane")
    PersonName(given=('Jane',), surname=('Doe',))
    """
    words = [word for word in _without_titles(_in_order(printed)) if re.match(r"[A-Za-z]", word)]
    if not words or len(words[-1]) < 2:
        return None
    cut = _surname_at(words)
    return PersonName(tuple(words[:cut]), tuple(words[cut:]))


def _in_order(printed: str) -> list[str]:
    """The words of a name without asides, the given name first: what follows a comma is that, or letters to leave."""
    first, _, rest = (part.strip() for part in _ASIDE.sub(" ", seen(printed).words).partition(","))
    turned = rest and letters_after().isdisjoint(rest.casefold().split())
    return [word.strip(".;:") for word in (f"{rest} {first}" if turned else first).split()]


def _without_titles(words: list[str]) -> list[str]:
    """The words without titles before them and letters after them."""
    while words and words[0].casefold() in TITLES:
        words = words[1:]
    while len(words) > 1 and words[-1].casefold() in letters_after():
        words = words[:-1]
    return words


def _surname_at(words: Sequence[str]) -> int:
    """Where the surname begins: at the first particle that is not the first word, else at the last word."""
    small = (place for place, word in enumerate(words) if place and word.casefold() in particles())
    return min(next(small, len(words)), len(words) - 1)


def _joined(words: tuple[str, ...]) -> str:
    return r"[ .\-+]{1,2}".join(map(_word, words))


def _word(word: str) -> str:
    """Give a word of a name with its hyphen and apostrophe as people leave them out."""
    return re.escape(word).replace(r"\-", r"\s?[\- ]?\s?").replace("'", "['` ]?")
