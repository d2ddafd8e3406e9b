"""Owner cells: which words are one holder, where one holder ends and the next begins, and what kind each is.

A separator parts two holders only where a complete holder stands on both sides of it: "Regional Head and CSC Lead"
are two posts, "Inspection and Quality Lead" is one. What completes a holder (the nouns of posts and units, the ways a
title opens) is data in `ontology/reading/holders.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from answerable.extract.document import Passage
from answerable.extract.plan.wording import any_of, fold
from answerable.extract.records import MentionType
from answerable.ontology import reading

__all__ = ["Holder", "is_holder", "kind_of", "person_and_post", "split"]

_NAME: Final = r"(?:[A-Z][a-zà-ÿ]*['’]?[A-Z]?[a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?|[A-Z]\.?)"
_FULL_NAME: Final = re.compile(rf"{_NAME}(?: {_NAME}){{1,3}}$")
_APPOSITION: Final = re.compile(r"\s*(?:,|\s[-–—]|\(|:)\s*")
_WORD: Final = re.compile(r"[\w&+'’/-]+")


class Holder(NamedTuple):
    """One holder of an owner cell: its words, its kind, and the person and the post where both are printed."""

    passage: Passage
    kind: MentionType
    person: str | None = None
    post: str | None = None

    def named(self) -> Iterator[tuple[Passage, MentionType]]:
        """What it names: the holder as a whole, or the person and the post apart where both are printed."""
        if not (self.person and self.post):
            yield self.passage, self.kind
            return
        for words, kind in ((self.person, MentionType.PERSON), (self.post, MentionType.ROLE)):
            start = self.passage.text.index(words)
            yield self.passage.cut(start, start + len(words)), kind


class _Boundary(NamedTuple):
    """A place where one holder may end and the next begin; the words between are neither's."""

    end: int
    start: int
    strength: int


_NOTHING, _COMMA, _WORDS, _LINE, _ALWAYS = range(5)


def split(passage: Passage) -> tuple[Holder, ...]:
    """Part the words of an owner cell into its holders, in order."""
    return tuple(
        Holder(part, kind_of(part.text), *person_and_post(part.text))
        for part in (passage.cut(start, end) for start, end in _parts(passage))
        if fold(part.text)
    )


def _parts(passage: Passage) -> Iterator[tuple[int, int]]:
    text, start = passage.text, 0
    boundaries = sorted(_boundaries(passage))
    for index, boundary in enumerate(boundaries):
        if boundary.end <= start and boundary.strength != _ALWAYS:
            continue
        rest = list(_ends_beyond(boundary, boundaries[index + 1 :], len(text)))
        left = text[start : boundary.end].strip(" ,")
        if _parts_here(left, [text[boundary.start : end].strip(" ,") for end in rest], boundary.strength):
            yield start, boundary.end
            start = boundary.start
    yield start, len(text)


def _ends_beyond(boundary: _Boundary, later: list[_Boundary], length: int) -> Iterator[int]:
    """Where the holder on the right of a boundary may end: at each later boundary, up to the first that parts always."""
    for other in later:
        if other.end > boundary.start:
            yield other.end
            if other.strength == _ALWAYS:
                return
    yield length


def _parts_here(left: str, rights: list[str], strength: int) -> bool:
    """Whether two holders meet here: `rights` are the ways in which the one on the right may go on."""
    if strength == _ALWAYS:
        return True
    if strength == _NOTHING:
        return is_post(left) and fold(left) not in _modifiers() and not _ends_open(left)
    if not is_holder(left):
        return False
    if strength == _COMMA:
        return any(map(is_post, rights))
    if strength == _WORDS and not _is_closed(left):  # "Head of Learning and Skills" may take in what follows
        return is_post(rights[0]) or _is_body(rights[0]) or any(person_and_post(right)[0] for right in rights)
    return any(map(is_holder, rights))


def _boundaries(passage: Passage) -> Iterator[_Boundary]:
    text = passage.text
    for match in _signs().finditer(text):
        if not any_of(reading.words("holders", "honorifics")).search(text[: match.start() + 1][-8:]):
            yield _Boundary(match.start(), match.end(), _ALWAYS)
    compounds = [match.span() for match in _compounds().finditer(text)]
    for match in re.finditer(r",\s+(?:and\s+)?|\s+(?:and|&|\+|with)\s+", text):
        if any(start < match.start() < end for start, end in compounds):
            continue
        yield _Boundary(match.start(), match.end(), _COMMA if match.group()[0] == "," else _WORDS)
    for match in _openers().finditer(text):
        if match.start():
            yield _Boundary(match.start(), match.start(), _NOTHING)
    offset = 0
    for piece, after in pairwise(passage.pieces):
        offset += len(piece.text) + 1
        if piece.place[:3] != after.place[:3]:  # a page cut the words, and no line of the print ended there
            continue
        yield _Boundary(offset - 1, offset, _COMMA if piece.text.endswith(",") else _LINE)


@cache
def _signs() -> re.Pattern[str]:
    return re.compile("|".join(rf"\s*(?:{sign})\s*" for sign in reading.table("holders")["signs"]))


@cache
def _openers() -> re.Pattern[str]:
    """Openings strong enough to begin a holder where nothing separates it from the one before."""
    strong = [
        word for word in reading.words("holders", "openers") if " of" in word or word in {"dd", "deputy director"}
    ]
    body = "|".join(re.escape(word) for word in sorted(strong, key=len, reverse=True))
    return re.compile(rf"(?<=[\w)] )(?:{body})\b", re.IGNORECASE)


@cache
def _compounds() -> re.Pattern[str]:
    """Portfolios with "and" in the middle of their name."""
    return any_of(tuple(f"{left} {sign} {right}" for left, right in _portfolios() for sign in ("and", "&", "+")))


@cache
def _portfolios() -> tuple[tuple[str, str], ...]:
    return tuple((left, right) for left, right in reading.table("holders")["portfolios"])


@cache
def _modifiers() -> frozenset[str]:
    return frozenset({"deputy", "assistant", "acting", "interim", "senior", "executive", "chief", "head", "lead"})


def _ends_open(text: str) -> bool:
    """Whether a text ends in a word that only opens a title ("Regional Deputy | Director of ...")."""
    words = fold(text).split()
    return not words or words[-1] in _modifiers() | {"and", "of", "the", "for", "regional", "group", "area", "national"}


def is_holder(text: str) -> bool:
    """Whether words can be a holder by themselves."""
    return is_post(text) or _is_unit(text) or _is_body(text) or person_and_post(text)[0] is not None


def is_post(text: str) -> bool:
    """Whether words are a post's title: a role noun at the head, or a known opening with something after it.

    >>> is_post("CSC Lead"), is_post("Head of Resettlement"), is_post("Inspection")
    (True, True, False)
    """
    bare = _bare(text)
    words = fold(bare).split()
    if not words:
        return False
    if _singular(words[-1]) in _roles():
        return True
    opening = next((o for o in _all_openers() if fold(bare).startswith(o + " ")), None)
    return opening is not None and len(words) > len(opening.split())


def _is_unit(text: str) -> bool:
    words = fold(_bare(text)).split()
    return len(words) > 1 and (words[-1] in _units() or _singular(words[-1]) in _units())


def _is_body(text: str) -> bool:
    folded = fold(_bare(text))
    return folded in _bodies() or folded.removeprefix("the ") in _bodies()


def _bare(text: str) -> str:
    """The words without what stands in brackets at their end."""
    return re.sub(r"\s*\([^()]*\)\s*$", "", text).strip(" .,;")


def _is_closed(text: str) -> bool:
    """Whether a holder ends with the noun that makes it one, so that nothing more can belong to it."""
    words = fold(_bare(text)).split()
    return _is_body(text) or (bool(words) and _singular(words[-1]) in _roles() | _units())


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
def _all_openers() -> tuple[str, ...]:
    return tuple(sorted(reading.words("holders", "openers"), key=len, reverse=True))


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


def person_and_post(text: str) -> tuple[str | None, str | None]:
    """Give the person's name and the post where a holder prints a name, else (None, None).

    >>> person_and_post("Ada Brookes, Head of Barset PDU")
    ('Ada Brookes', 'Head of Barset PDU')
    """
    for join in _APPOSITION.finditer(text):
        left, right = text[: join.start()].strip(), text[join.end() :].strip(" )")
        if _is_name(left) and not _is_name(right):
            return left, right
        if _is_name(right) and is_holder(left):
            return right, left
    if _honorific().match(text):
        return text, None
    return None, None


@cache
def _honorific() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(reading.words('holders', 'honorifics'))})\.? (?=[A-Z])", re.IGNORECASE)


def _is_name(text: str) -> bool:
    """Whether words look like a person's name and like nothing else that owner cells print."""
    bare = _honorific().sub("", text)
    if bare != text:
        return True
    return bool(_FULL_NAME.match(text)) and not any(_plain_word(word) for word in _WORD.findall(text))


def _plain_word(word: str) -> bool:
    lower = _singular(word.lower())
    return lower in _roles() or lower in _units() or lower in _ordinary() or word.isupper() and len(word) > 1


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(reading.words("holders", "ordinary"))
