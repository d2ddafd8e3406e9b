"""Owner cells: where one holder ends and the next begins.

A separator parts two holders only where a complete holder stands on both sides of it: "Regional Head and CSC Lead"
are two posts, "Inspection and Quality Lead" is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from answerable.extract.document import Passage
from answerable.extract.plan.holders import (
    is_body,
    is_closed,
    is_cut,
    is_holder,
    is_person,
    is_post,
    is_unfinished,
    kind_of,
    person_and_post,
)
from answerable.extract.plan.labels import label_spans, referred
from answerable.extract.plan.line_ends import line_ends, with_line_ends
from answerable.extract.plan.wording import any_of, fold, goes_on
from answerable.extract.records import MentionType
from answerable.ontology import reading

__all__ = ["Holder", "split"]


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


_LOOSE = re.compile(r"(?:(?:and|&|/|,|;)\s+)*(?P<holder>.*?)(?:\s*(?:\band|&|/|,|;))*$", re.DOTALL)
_EDGES = " ,\n"
_NOTHING, _COMMA, _WORDS, _WRAP, _LINE, _ALWAYS = range(6)


def split(passage: Passage) -> tuple[Holder, ...]:
    """Part the words of an owner cell into its holders, in order."""
    found = _split(passage.text, tuple(line_ends(passage)))
    return tuple([Holder(passage.cut(start, end), kind, person, post) for start, end, kind, person, post in found])


_Found = tuple[int, int, MentionType, str | None, str | None]
"""Where a holder stands in the text of its cell, and what a holder has beside its words."""


@lru_cache(maxsize=4096)
def _split(text: str, ends: tuple[tuple[int, bool], ...]) -> tuple[_Found, ...]:
    """Part a text; plans print the same few owners over and over."""
    printed = with_line_ends(text, ends)
    parts = (_trimmed(printed, start, end) for start, end in _parts(text, printed, ends))
    return tuple((start, end, *_said(printed[start:end])) for start, end in parts if not _names_nobody(text[start:end]))


def _said(printed: str) -> tuple[MentionType, str | None, str | None]:
    person, post = (words.replace("\n", " ") if words else None for words in person_and_post(printed))
    return kind_of(printed), person, post


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Where a holder stands without the words that only joined it to others."""
    start, end = _stripped(text, start, end)
    edges = _LOOSE.match(text[start:end].replace("\n", " "))
    return _stripped(text, start + edges.start("holder"), start + edges.end("holder")) if edges else (start, end)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end].lstrip()
    start = end - len(words)
    return start, start + len(words.rstrip())


def _names_nobody(text: str) -> bool:
    """Whether words fill an owner's place without naming one: "TBC", "N/A", a sign, "As per 1.1"."""
    if referred(text):
        return True
    return not fold(text) or fold(text) in set(map(fold, reading.words("marks", "undated"))) or fold(text) == "&"


def _parts(plain: str, text: str, ends: tuple[tuple[int, bool], ...]) -> Iterator[tuple[int, int]]:
    """Part a text, given with its line ends as spaces and as such."""
    start = 0
    boundaries = sorted(_boundaries(plain, ends))
    for index, boundary in enumerate(boundaries):
        if boundary.end <= start and boundary.strength != _ALWAYS:
            continue
        rest = list(_ends_beyond(boundary, boundaries[index + 1 :], len(text)))
        left = text[start : boundary.end].strip(_EDGES)
        if _parts_here(left, [text[boundary.start : end].strip(_EDGES) for end in rest], boundary.strength):
            yield start, boundary.end
            start = boundary.start
    yield start, len(text)


def _ends_beyond(boundary: _Boundary, later: list[_Boundary], length: int) -> Iterator[int]:
    """Where the holder right of a boundary may end: at each later boundary, up to the first that parts always."""
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
        return is_post(left) and not _ends_open(left)
    if strength == _WRAP and is_unfinished(left):
        return False
    if not is_holder(left) or (strength != _WORDS and _is_one_person(left, rights)):
        return False
    if strength == _COMMA:
        return any(is_post(right) or person_and_post(right)[1] for right in rights) or _are_people(left, rights)
    return any(map(is_holder, rights)) if is_closed(left) else _parts_open(left, rights, strength)


def _is_one_person(left: str, rights: list[str]) -> bool:
    """Whether a name stands beside its post: over it, or below it where no other post follows the name."""
    if is_person(left):
        return is_post(_next_whole(rights))
    return is_post(left) and is_person(rights[0]) and not any(person_and_post(right)[1] for right in rights)


def _next_whole(rights: list[str]) -> str:
    """The words up to the next joint, beyond one where a title only seems to open: "Regional | Head of Operations"."""
    for right, longer in pairwise(rights):
        if is_post(right) or not _openers().match(longer, len(right) + 1):
            return right
    return rights[-1]


def _are_people(left: str, rights: list[str]) -> bool:
    return is_person(left) and any(map(is_person, rights))


def _parts_open(left: str, rights: list[str], strength: int) -> bool:
    """Whether a holder ends here that may take in what follows: "Head of Learning and Skills"."""
    if strength == _WRAP and not _are_people(left, rights):
        rights = [] if _ends_open(left) else [right for right in rights if is_post(right) and " " in right]
    if strength == _WORDS:
        return is_post(_next_whole(rights)) or is_body(rights[0]) or any(person_and_post(right)[0] for right in rights)
    return any(map(is_holder, rights))


def _boundaries(text: str, ends: tuple[tuple[int, bool], ...]) -> Iterator[_Boundary]:
    labels = [_Boundary(start, end, _ALWAYS) for start, end in label_spans(text)]
    others = (*_at_signs(text), *_at_words(text), *_at_nothing(text), *_at_line_ends(text, ends))
    yield from labels
    for boundary in others:
        if not any(label.end <= boundary.end <= label.start for label in labels):
            yield boundary


def _at_signs(text: str) -> Iterator[_Boundary]:
    for match in _signs().finditer(text):
        if not any_of(reading.words("holders", "honorifics")).search(text[: match.start() + 1][-8:]):
            yield _Boundary(match.start(), match.end(), _ALWAYS)


def _at_words(text: str) -> Iterator[_Boundary]:
    compounds = [match.span() for match in _compounds().finditer(text)]
    for match in re.finditer(r",\s+(?:and\s+)?|\s+(?:(?i:and|with)|&|\+)\s+|(?<=[A-Z])/(?=[A-Z])", text):
        if not any(start < match.start() < end for start, end in compounds):
            yield _Boundary(match.start(), match.end(), _COMMA if match.group()[0] == "," else _WORDS)


def _at_nothing(text: str) -> Iterator[_Boundary]:
    """Before a strong opening of a title, and after posts in the plural where another post follows."""
    for match in _openers().finditer(text):
        if match.start():
            yield _Boundary(match.start(), match.start(), _NOTHING)
    for match in re.finditer(r"(?<=[a-z])s\s(?=[A-Z])", text):
        word = text[: match.start() + 1].rsplit(" ", 1)[-1]
        if is_post(word) and is_closed(text[match.end() :]):
            yield _Boundary(match.start() + 1, match.end(), _NOTHING)


def _at_line_ends(text: str, ends: tuple[tuple[int, bool], ...]) -> Iterator[_Boundary]:
    starts = (0, *(end + 1 for end, _ in ends))
    for start, (end, wraps) in zip(starts, ends, strict=False):
        line = text[start:end]
        lone = " " not in line and is_unfinished(line)  # "Regional Deputy" may be a post, "Deputy" is none
        wraps_here = wraps or lone or is_cut(line)
        yield _Boundary(end, end + 1, _COMMA if line.endswith(",") else _WRAP if wraps_here else _LINE)


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
    """Words that only open a title."""
    return frozenset(reading.words("holders", "modifiers"))


def _ends_open(text: str) -> bool:
    """Whether a text ends in a word that only opens a title ("Regional Deputy | Director of ...")."""
    words = fold(text).split()
    return not words or words[-1] in _modifiers() or goes_on(text)
