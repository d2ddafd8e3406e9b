"""Runs of capitalised words, cut where one name ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.tokens import Doc
from spacy.util import filter_spans

from answerable.extract.names.components.bounds import Known, text_of
from answerable.extract.names.forms import singular
from answerable.extract.names.kinds import head_kind, is_class
from answerable.ontology.gazetteer import words

__all__ = ["Run", "Word", "runs"]

_WORD: Final = r"(?:[A-Z]|[a-z]{1,2}(?=[A-Z]))[\w'-]*"
_JOINED: Final = r"(?: (?:(?:of|and|&|\+|for|the) ){0,2}(?:" + _WORD + r"|\([A-Z]\w+\)(?= [A-Z])))*"
_RUN: Final = re.compile(rf"(?<![\w'-])(?:{_WORD}){_JOINED}(?: (?P<small>[a-z]+)\b)?")
_OPENING: Final = re.compile(r"(?:[.!?:;•*]\s*|\n|^)['\"(]?$")
_JOINERS: Final = frozenset({"of", "and", "&", "+", "for", "the"})


class Word(NamedTuple):
    """One word of a run and where it begins; a possessive ending is no part of it."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


class Run(NamedTuple):
    """A capitalised name."""

    words: tuple[Word, ...]
    name_start: int
    """Where the name by itself begins, after a body that only possesses it."""
    opens: bool
    """Whether it opens a sentence, so that its first capital says nothing."""
    known: bool
    """Whether the gazetteer knows all that it names."""
    small: str
    """The word in small letters after it, or nothing."""
    partly_known: bool
    """Whether a known name is part of it."""

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.words[-1].end


def runs(doc: Doc) -> Iterator[Run]:
    """Find the runs of a document that may be names, in order."""
    text, known = text_of(doc), Known(filter_spans([*doc.spans["gazetteer"], *doc.spans["patterns"]]))
    for match in _RUN.finditer(text):
        end = match.start("small") if match["small"] else match.end()
        found = [
            Word(re.sub(r"'s?$", "", part[0]), part.start())
            for part in re.compile(r"\S+").finditer(text, match.start(), end)
        ]
        opens = bool(_OPENING.search(text, max(0, match.start() - 4), match.start()))
        parts = list(_parts(found, known))
        for index, part in enumerate(parts):
            small = match["small"] or "" if index == len(parts) - 1 else ""
            yield from _run(part, known, small, opens=opens and index == 0)


def _parts(found: list[Word], known: Known) -> Iterator[list[Word]]:
    """Cut a run at months, where one known name follows another, and at joiners that join two names."""
    part: list[Word] = []
    for index, word in enumerate(found):
        if word.text.lower() in words().months and not known.over(word.start):
            yield part
            part = []
        elif word.text in _JOINERS and part and _cuts(part, found[index:], known):
            yield part
            part = []
        else:
            if part and _follows(part[-1], word, known):
                yield part
                part = []
            part.append(word)
    yield part


def _follows(last: Word, word: Word, known: Known) -> bool:
    """Whether a known name follows another one, or follows the acronym that closes a name."""
    here, before = known.at(word.start), known.over(last.start)
    if here is None or last.text in _JOINERS:
        return False
    closed = before is not None and before.end_char <= last.end and before.label_ not in {"organisation", "provider"}
    return closed or last.text.startswith("(")


def _cuts(left: list[Word], rest: list[Word], known: Known) -> bool:
    """Say whether a joiner parts two names instead of joining one."""
    joiner, right = rest[0], next((word for word in rest if word.text not in _JOINERS), rest[0])
    if known.over(joiner.start) is not None:
        return False
    before, after = known.over(left[-1].start), known.at(right.start)
    last = singular(left[-1].text.lower())
    if joiner.text in {"and", "&", "+"}:
        titled = len(left) > 1 and left[1].text == "of"
        strong = len(left) > 1 and last in words().heads and last not in words().weak
        acronyms = _acronym(left[-1].text) or _acronym(right.text)
        return strong or (not titled and (acronyms or before is not None or after is not None))
    if joiner.text == "of":
        return (before is not None and before.start_char != left[-1].start) or (
            after is not None and last not in words().heads
        )
    if joiner.text == "for":
        return before is not None or after is not None
    return left[-1].text not in {"of", "for"}


def _acronym(text: str) -> bool:
    return bool(re.fullmatch(r"[A-Z]{2,}\w*", text))


def _run(part: list[Word], known: Known, small: str, *, opens: bool) -> Iterator[Run]:
    first = part[0].start if part else 0
    part = _trimmed(part, known, opens=opens)
    if part:
        opens = opens and part[0].start == first
        name_start = _after_bodies(part, known)
        partly = any(known.over(word.start) is not None for word in part if word.start >= name_start)
        yield Run(tuple(part), name_start, opens, _is_known(part, name_start, known), small, partly)


def _after_bodies(part: list[Word], known: Known) -> int:
    """Give where the name by itself begins, after the known bodies that stand before it."""
    start, end = part[0].start, part[-1].end
    body = known.at(start)
    while body is not None and body.label_ in {"organisation", "provider"} and body.end_char < end:
        rest = [word for word in part if word.start >= body.end_char and not word.text.startswith("(")]
        if not rest or rest[0].text in _JOINERS:
            break
        start = rest[0].start
        body = known.at(start)
    return start


def _is_known(part: list[Word], name_start: int, known: Known) -> bool:
    """Whether known names and classes of things make up all of the name, so that it says nothing new."""
    name = [word for word in part if word.start >= name_start and word.text not in _JOINERS]
    outright = known.at(name_start)
    if outright is not None and outright.end_char >= part[-1].end:
        return True
    unknown = [word for word in name if known.over(word.start) is None]
    covered = len(unknown) < len(name)
    return not unknown or (covered and is_class(" ".join(word.text for word in unknown)))


def _trimmed(part: list[Word], known: Known, *, opens: bool) -> list[Word]:
    """Drop what only begins a sentence or counts its parts, and joiners left at either end."""
    while part and (
        part[0].text in _JOINERS or (known.over(part[0].start) is None and _empty(part, known, opens=opens))
    ):
        part = part[1:]
    while part and (
        part[-1].text in _JOINERS or part[-1].text.startswith("(") or part[-1].text.lower() in words().counted
    ):
        part = part[:-1]
    return part


def _empty(part: list[Word], known: Known, *, opens: bool) -> bool:
    """Whether a first word is no part of the name: a small word, or a sentence's opening before a name."""
    low = part[0].text.lower()
    if (low in STOP_WORDS or low in words().counted) and not _acronym(part[0].text):
        return True
    before_a_name = len(part) > 1 and (known.at(part[1].start) is not None or _acronym(part[1].text))
    return opens and (low in words().openers or (before_a_name and head_kind(part[0].text) is None))
