"""Holders: which words can own an action, and whether they are a post, a unit, a body or a person.

What completes a holder (the nouns of posts and units, the ways in which a title opens) is data in
`ontology/reading/holders.toml`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from answerable.extract.plan.nouns import roles, singular, units
from answerable.extract.plan.people import honorific, is_bare_name, is_name
from answerable.extract.plan.wording import fold
from answerable.extract.records import MentionType
from answerable.ontology import reading

__all__ = [
    "is_body",
    "is_closed",
    "is_cut",
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
_APPOSITION: Final = re.compile(r"\s*(?:,|\s[-–—]|\(|:)\s*|\n")
"""What parts a person's name from a post: a sign, or the end of a line of the print."""
_AND: Final = re.compile(r" (?:and|&) ", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"[;,/|\n]")
"""Signs between holders; "and" is none, for a post "and deputy" are two."""
_PARTING: Final = re.compile(r"[^\w'’ -]|- | -")
"""A sign within words that are no single name."""
_LONGEST_TITLE: Final = 12
"""More words than these are a sentence, unless a title is told by how it opens or ends."""


@lru_cache(maxsize=4096)
def is_holder(text: str) -> bool:
    """Whether words can be a holder by themselves."""
    return is_post(text) or _is_unit(text) or is_body(text) or person_and_post(text)[0] is not None


@lru_cache(maxsize=4096)
def is_post(text: str) -> bool:
    """Whether words are a post's title: a role noun at the head, or a known opening with something after it.

    >>> is_post("CSC Lead"), is_post("Head of Resettlement"), is_post("Inspection")
    (True, True, False)
    >>> is_post("Chair of the Safety Board"), is_post("Office of the Chief Inspector")
    (True, False)
    """
    bare = _EVERY.sub("", _bare(text))
    words = fold(bare).split()
    if not words or _is_unit_of_posts(words):
        return False
    title, comma, _ = bare.partition(",")
    if singular(words[-1]) in roles() or (comma and singular(fold(title).split()[-1]) in roles()):
        return True
    opening = _opening().match(" ".join(words))
    return (opening is not None and opening.end() < len(" ".join(words))) or _has_post_at_head(bare)


def _has_post_at_head(bare: str) -> bool:
    """Whether a role noun stands before the words that say of what: "Regional Head of Operations"."""
    joint = _joints().search(bare)
    if joint is None or not bare[0].isupper() or len(bare.split()) > _LONGEST_TITLE:
        return False
    head = bare[: joint.start()]
    first, *others = _AND.split(head)
    if _PARTING.search(first) or (others and is_holder(first)):
        return False
    return singular(fold(head).rsplit(" ", 1)[-1]) in roles()


def _is_unit_of_posts(words: list[str]) -> bool:
    """Whether a unit is named after those in it or above it: "Board of Directors", "Office of the Chief Inspector"."""
    if "of" not in words[1:-1]:
        return False
    at = words.index("of", 1)
    rest = words[at + 1 :]
    after = rest[0] == "the" or (len(rest) == 1 and rest[0] != singular(rest[0]))
    return after and singular(words[at - 1]) in units() and singular(rest[-1]) in roles()


@cache
def _joints() -> re.Pattern[str]:
    """What joins to the noun at the head of a title what the post is of."""
    return re.compile(rf" (?:{'|'.join(reading.words('holders', 'joints'))})(?= \w)", re.IGNORECASE)


def _is_unit(text: str) -> bool:
    words = fold(_bare(text)).split()
    named = text[:1].isupper() or len(words) <= _SHORT_NAME  # "sent to every office" is no unit
    ends = words[-1:] and (words[-1] in units() or singular(words[-1]) in units())
    return named and len(words) > 1 and bool(ends or _is_unit_of_posts(words))


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
    return is_body(text) or (bool(words) and singular(words[-1]) in roles() | units())


@lru_cache(maxsize=4096)
def is_unfinished(text: str) -> bool:
    """Whether words only open a title, so that a line that ends with them has ended for want of room.

    >>> is_unfinished("Regional Deputy"), is_unfinished("Chief Executive"), is_unfinished("Regional Manager")
    (True, False, False)
    """
    words = fold(text).split()
    opens = set(words) <= set(reading.words("holders", "modifiers"))
    return opens and bool(words) and words[-1] in reading.words("holders", "unfinished")


@lru_cache(maxsize=4096)
def is_cut(text: str) -> bool:
    """Whether the last of several holders is only the opening of a title: what ended its line cut it.

    >>> is_cut("Head of Safety; Deputy"), is_cut("Head of Safety and Deputy"), is_cut("Deputy")
    (True, False, False)
    """
    *others, last = _BETWEEN.split(text)
    return bool(others) and is_unfinished(last)


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
    if folded in reading.words("holders", "organisations") or singular(last) in reading.words(
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
    return (text, None) if honorific().match(text) or is_bare_name(text) else (None, None)


def is_person(text: str) -> bool:
    """Whether words are a person's name and nothing else."""
    person, post = person_and_post(text)
    return person is not None and post is None
