"""Holders: which words can own an action, and whether they are a post, a unit, a body or a person.

What completes a holder (the nouns of posts and units, the ways in which a title opens) is data in
`ontology/reading/holders.toml`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from answerable.extract.names import head_kind, is_known
from answerable.extract.plan.wording import fold
from answerable.extract.records import MentionType
from answerable.ontology import reading

__all__ = [
    "is_body",
    "is_closed",
    "is_holder",
    "is_name",
    "is_person",
    "is_post",
    "is_unfinished",
    "kind_of",
    "person_and_post",
]

_SHORT_NAME: Final = 3
_EVERY: Final = re.compile(r"(?:all|each|every|both)\s+", re.IGNORECASE)
_NAME: Final = r"(?:[A-Z][a-zà-ÿ]*['’]?[A-Z]?[a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?|[A-Z]\.?)"
_FULL_NAME: Final = re.compile(rf"{_NAME}(?: {_NAME}){{1,3}}$")
_INITIAL: Final = re.compile(r"[A-Z]\.?")
_FIRST: Final = re.compile(r"[A-Z]\.|[B-HJ-Z]")
"""The initial that opens a name; without a dot "A" and "I" are words."""
_APPOSITION: Final = re.compile(r"\s*(?:,|\s[-–—]|\(|:)\s*|\n")
"""What parts a person's name from a post: a sign, or the end of a line of the print."""
_WORD: Final = re.compile(r"[\w&+'’/-]+")


@lru_cache(maxsize=4096)
def is_holder(text: str) -> bool:
    """Whether words can be a holder by themselves."""
    return is_post(text) or _is_unit(text) or is_body(text) or person_and_post(text)[0] is not None


@lru_cache(maxsize=4096)
def is_post(text: str) -> bool:
    """Whether words are a post's title: a role noun at the head, or a known opening with something after it.

    >>> is_post("CSC Lead"), is_post("Head of Resettlement"), is_post("Inspection")
    (True, True, False)
    """
    bare = _EVERY.sub("", _bare(text))
    words = fold(bare).split()
    if not words:
        return False
    title, comma, _ = bare.partition(",")
    if _singular(words[-1]) in _roles() or (comma and _singular(fold(title).split()[-1]) in _roles()):
        return True
    opening = _opening().match(" ".join(words))
    return opening is not None and opening.end() < len(" ".join(words))


def _is_unit(text: str) -> bool:
    words = fold(_bare(text)).split()
    named = text[:1].isupper() or len(words) <= _SHORT_NAME  # "sent to every office" is no unit
    return named and len(words) > 1 and (words[-1] in _units() or _singular(words[-1]) in _units())


def is_body(text: str) -> bool:
    """Whether words are a body that stands by itself without a noun that says so, such as "HMPPS"."""
    folded = fold(_bare(text))
    return folded in _bodies() or folded.removeprefix("the ") in _bodies()


def _bare(text: str) -> str:
    """The words without what stands in brackets at their end."""
    return re.sub(r"\s*\([^()]*\)\s*$", "", text).strip(" .,;")


@lru_cache(maxsize=4096)
def is_closed(text: str) -> bool:
    """Whether a holder ends with the noun that makes it one, so that nothing more can belong to it."""
    words = fold(_bare(text)).split()
    return is_body(text) or (bool(words) and _singular(words[-1]) in _roles() | _units())


@lru_cache(maxsize=4096)
def is_unfinished(text: str) -> bool:
    """Whether words only open a title, so that a line that ends with them has ended for want of room.

    >>> is_unfinished("Regional Deputy"), is_unfinished("Chief Executive"), is_unfinished("Regional Manager")
    (True, False, False)
    """
    words = fold(text).split()
    opens = set(words) <= set(reading.words("holders", "modifiers"))
    return opens and bool(words) and words[-1] in reading.words("holders", "unfinished")


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@cache
def _roles() -> frozenset[str]:
    return frozenset(reading.words("holders", "roles"))


@cache
def _units() -> frozenset[str]:
    return frozenset(reading.words("holders", "units"))


@cache
def _bodies() -> frozenset[str]:
    return frozenset(map(fold, reading.words("holders", "bodies")))


@cache
def _opening() -> re.Pattern[str]:
    """The ways in which a post's title opens, before the words that say of what."""
    openers = sorted(map(fold, reading.words("holders", "openers")), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, openers))}) ")


@lru_cache(maxsize=4096)
def kind_of(text: str) -> MentionType:
    """Say what kind of holder some words are."""
    person, post = person_and_post(text)
    if person and not post:
        return MentionType.PERSON
    if is_post(post or text):
        return MentionType.ROLE
    folded = fold(_bare(text))
    last = folded.split()[-1] if folded else ""
    if folded in reading.words("holders", "providers") or last in {"crc", "crcs"}:
        return MentionType.PROVIDER
    if folded in reading.words("holders", "organisations") or _singular(last) in reading.words(
        "holders", "organisations"
    ):
        return MentionType.ORGANISATION
    return MentionType.TEAM


@lru_cache(maxsize=4096)
def person_and_post(text: str) -> tuple[str | None, str | None]:
    """Give the person's name and the post where a holder prints a name, else (None, None).

    >>> person_and_post("Ada Brookes, Head of Barset PDU")
    ('Ada Brookes', 'Head of Barset PDU')
    """
    for join in _APPOSITION.finditer(text):
        left, right = text[: join.start()].strip(), text[join.end() :].strip(" )")
        if is_name(left) and (is_post(right) if join[0] == "\n" else not is_name(right)):
            return left, right
        if is_name(right) and (is_post(left) if join[0] == "\n" else is_holder(left)):
            return right, left
    return (text, None) if _honorific().match(text) or _is_bare_name(text) else (None, None)


@cache
def _honorific() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(reading.words('holders', 'honorifics'))})\.? (?=[A-Z])", re.IGNORECASE)


def is_person(text: str) -> bool:
    """Whether words are a person's name and nothing else."""
    person, post = person_and_post(text)
    return person is not None and post is None


@lru_cache(maxsize=4096)
def is_name(text: str) -> bool:
    """Whether words look like a person's name and like nothing else that owner cells print."""
    bare = _honorific().sub("", text)
    if bare != text:
        return True
    return bool(_FULL_NAME.match(text)) and not any(_plain_word(word) for word in _WORD.findall(text))


def _is_bare_name(text: str) -> bool:
    """Whether words without a post beside them can only be a person's name.

    It opens with a given name or an initial, and no word at its end says that it is a body or a place.
    """
    if not is_name(text):
        return False
    first, *_, last = text.split()
    opens = bool(_FIRST.fullmatch(first)) or first.partition("-")[0].lower() in _given()
    return opens and not _INITIAL.fullmatch(last) and not (_ends_a_site(text) or is_known(text))


def _ends_a_site(text: str) -> bool:
    return head_kind(text) is not None or text.rsplit(maxsplit=1)[-1].lower() in reading.words("people", "sites")


@cache
def _given() -> frozenset[str]:
    return frozenset(reading.words("people", "given"))


def _plain_word(word: str) -> bool:
    lower = _singular(word.lower())
    return lower in _roles() or lower in _units() or lower in _ordinary() or (word.isupper() and len(word) > 1)


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(reading.words("holders", "ordinary"))
