"""Names that no plan gives as a person's: words behind a title of courtesy, or that begin with a given name."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import Final

from answerable.graph.profiles.known_words import (
    NAME,
    TITLE,
    given_names,
    is_plain_word,
    is_word_and_name,
)

__all__ = ["MAIL", "bare_name", "is_product", "names_by_shape", "titled_names"]

MAIL: Final = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
"""A mail address, which spells its owner more often than not."""
_TITLED: Final = re.compile(
    rf"(?<![A-Za-z])(?-i:(?=[A-Z])){TITLE}(?:(?: and | & | ?/ ?){TITLE})* ?"
    rf"(?-i:((?:[A-Z]\b\.? ?){{0,3}}{NAME}(?: (?:{NAME}|[A-Z]\b\.?)){{0,3}}))",
    re.IGNORECASE,
)
_SHOUTED: Final = re.compile(r"(?<![A-Za-z])(?:MR|MRS|MISS)\b\.? ((?:[A-Z]['A-Z-]+)(?: [A-Z]['A-Z-]+){0,2})\b")
_GIVEN: Final = re.compile(rf"(?<![A-Za-z-])([A-Z][a-z]+)((?: [A-Z]\b\.?){{0,2}}(?: |-){NAME})(?![A-Za-z])")
_TURNED: Final = re.compile(rf"(?<![A-Za-z])({NAME}), ([A-Z][a-z]+)(?: [A-Z]\b\.?)?(?![A-Za-z])(?! [A-Z])")
_BARE: Final = re.compile(rf"{NAME}(?: [A-Z]\b\.?)?(?: {NAME}){{1,2}}|[A-Z]\.? ?{NAME}")
_SHORT: Final = 60
"""Letters up to which a text is a name in a cell rather than a sentence."""


def names_by_shape(words: str, phrases: Container[str]) -> Iterator[tuple[int, int]]:
    """Give where names stand that are names by their shape; `phrases` are named things, in small letters."""
    yield from titled_names(words)
    for match in _GIVEN.finditer(words):
        if _begins_a_name(match[1], re.split(r"[ -]", match[2])[-1]) and match[0].casefold() not in phrases:
            yield match.span()
    for match in _TURNED.finditer(words if len(words) <= _SHORT else ""):
        if _begins_a_name(match[2], match[1]):
            yield match.span()


def titled_names(words: str) -> Iterator[tuple[int, int]]:
    """Give where names stand behind a title of courtesy, the title with them."""
    for match in _TITLED.finditer(words):
        end = _name_end(match, 1)
        if end and not is_product(words[match.start() : end]):
            yield match.start(), end
    for match in _SHOUTED.finditer(words):
        if not any(map(is_plain_word, match[1].split())):
            yield match.span()


def is_product(words: str) -> bool:
    """Whether what looks like a title is an abbreviation: in capitals, before words that are not.

    >>> is_product("MS Teams Lead"), is_product("Ms Teams"), is_product("MS DOE")
    (True, False, False)
    """
    title = re.match(TITLE, words, re.IGNORECASE)
    if title is None or words.isupper():
        return False
    return len(title[0].strip(".")) > 1 and title[0].isupper()


def _begins_a_name(given: str, surname: str) -> bool:
    return given.casefold() in given_names() and not is_plain_word(surname)


def _name_end(match: re.Match[str], group: int) -> int:
    """Give where a name ends: before the first word of titles and units; 0 where it begins with one."""
    end = 0
    for word in re.finditer(r"[^ ]+", match[group]):
        if is_plain_word(word[0].strip(".")):
            break
        end = match.start(group) + word.end()
    return end


def bare_name(label: str, ordinary: Container[str]) -> bool:
    """Whether an owner who was printed without a title or a post is a person by the shape of the words.

    `ordinary` are words, in small letters, that the plans use otherwise.

    >>> bare_name("Jane Doe", ()), bare_name("Justice Digital", ()), bare_name("Think Victim", {"think"})
    (True, False, False)
    """
    if not _BARE.fullmatch(label):
        return False
    parts = [part.strip(".") for part in label.replace("-", " ").split()]
    if any(map(is_plain_word, parts)):
        return False
    if parts[0].casefold() in given_names():
        return True
    long = [part.casefold() for part in parts if len(part) > 1]
    return not any(part in ordinary or is_word_and_name(part) for part in long)
