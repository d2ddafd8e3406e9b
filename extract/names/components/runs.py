"""Runs of capitalised words, cut where one name ends and the next begins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from spacy.util import filter_spans

from answerable.extract.names.components.bounds import Known, text_of
from answerable.extract.names.components.joins import JOINERS, Word, is_acronym, parts
from answerable.extract.names.kinds import head_kind, is_class
from answerable.ontology.gazetteer import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

__all__ = ["Run", "runs"]

_WORD: Final = r"(?:[A-Z]|[a-z]{1,2}(?=[A-Z]))[\w'-]*"
_JOINED: Final = r"(?: (?:(?:of|and|&|\+|for|the|in|on|to|a) ){0,2}(?:" + _WORD + r"|\([A-Z]\w+\)(?= [A-Z])))*"
_OPEN: Final = r"[A-Z](?:(?<![\w'-].)|(?<=[a-z].)(?:(?<![\w'-]..)|(?<=[a-z]..)(?<![\w'-]...)))"
"""A word's first capital, and a look back that no more than two small letters stand before it: "OASys", "nDelius"."""
_RUN: Final = re.compile(rf"{_OPEN}[\w'-]*{_JOINED}(?: (?P<small>[a-z]+)\b)?")
"""From the first capital on, since the engine skips quickly to one."""
_PLAIN: Final = re.compile(r"[A-Z][a-z]*\s?")
_OPENING: Final = re.compile(r"(?:[.!?:;•*]\s*|\n|^)['\"(]?$")


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
    edged: bool
    """Whether a known name begins or ends it."""

    @property
    def owned(self) -> bool:
        """Whether a body that has it stands before it."""
        return self.name_start != self.start

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
        start, end = _start(text, match.start()), match.start("small") if match["small"] else match.end()
        if known.covers(start, end) or ((opens := _opens(text, start)) and _PLAIN.fullmatch(text, start, end)):
            continue  # most runs are the first word of a sentence, or a name that is known
        found = list(_words(text[start:end], start))
        while found and found[0].text.lower() in words().determiners and not known.at(found[0].start):
            found, opens = found[1:], False
        cut = list(parts(found, known))
        for index, part in enumerate(cut):
            small = match["small"] or "" if index == len(cut) - 1 else ""
            yield from _run(part, known, small, opens=opens and index == 0)


def _start(text: str, capital: int) -> int:
    """Give where the word of a first capital begins."""
    while capital and text[capital - 1].islower():
        capital -= 1
    return capital


def _opens(text: str, start: int) -> bool:
    """Whether what stands at a place opens a sentence: after a word and a space nothing does."""
    inside = text[start - 1 : start] == " " and text[start - 2 : start - 1].isalnum()
    return not inside and bool(_OPENING.search(text, max(0, start - 4), start))


def _words(run: str, start: int) -> Iterator[Word]:
    for word in run.split(" "):
        if word:
            yield Word(word.removesuffix("'s").removesuffix("'"), start)
        start += len(word) + 1


def _run(part: list[Word], known: Known, small: str, *, opens: bool) -> Iterator[Run]:
    first = part[0].start if part else 0
    part = _trimmed(part, known, opens=opens)
    if part:
        opens = opens and part[0].start == first
        name_start = _after_bodies(part, known)
        edged = known.at(name_start) is not None or known.over(part[-1].start) is not None
        yield Run(tuple(part), name_start, opens, _is_known(part, name_start, known), small, edged)


def _after_bodies(part: list[Word], known: Known) -> int:
    """Give where the name by itself begins, after the known bodies that stand before it."""
    start, end = part[0].start, part[-1].end
    body = known.at(start)
    while body is not None and body.label_ in {"organisation", "provider"} and body.end_char < end:
        rest = [word for word in part if word.start >= body.end_char and not word.text.startswith("(")]
        if not rest or rest[0].text in JOINERS:
            break
        start = rest[0].start
        body = known.at(start)
    return start


def _is_known(part: list[Word], name_start: int, known: Known) -> bool:
    """Whether known names and classes of things make up all of the name, so that it says nothing new."""
    name = [word for word in part if word.start >= name_start and word.text not in JOINERS]
    outright = known.at(name_start)
    if outright is not None and outright.end_char >= part[-1].end:
        return True
    new = [word.text for word in name if known.over(word.start) is None]
    unknown = " ".join(new)
    if not new or len(new) == len(name) or not is_class(unknown):
        return not new
    of_a_place = outright is not None and outright.label_ == "place" and head_kind(unknown) == "organisation"
    post = any(word.text == "of" for word in part) and head_kind(unknown) == "role"
    return not of_a_place and not post


def _trimmed(part: list[Word], known: Known, *, opens: bool) -> list[Word]:
    """Drop what only begins a sentence or counts its parts, and joiners left at either end."""
    while part and (
        part[0].text in JOINERS or (known.over(part[0].start) is None and _empty(part, known, opens=opens))
    ):
        part = part[1:]
    while part and (
        part[-1].text in JOINERS or part[-1].text.startswith("(") or part[-1].text.lower() in words().counted
    ):
        part = part[:-1]
    return part


def _empty(part: list[Word], known: Known, *, opens: bool) -> bool:
    """Whether a first word is no part of the name: a small word, or a sentence's opening before a name."""
    low = part[0].text.lower()
    if (low in words().determiners or low in words().counted) and not is_acronym(part[0].text):
        return True
    before_a_name = len(part) > 1 and (known.at(part[1].start) is not None or is_acronym(part[1].text))
    return opens and (low in words().openers or (before_a_name and head_kind(part[0].text) is None))
