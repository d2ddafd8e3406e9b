"""Runs of capitalised words, cut where one name ends and the next begins."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from answerable.extract.names.components.context import APPOSED
from answerable.extract.names.components.joins import JOINERS, Word, is_acronym, parts
from answerable.extract.names.forms import words_of
from answerable.extract.names.kinds import head_kind, is_class
from answerable.extract.names.spans import Known, Part, outline_of, placed, text_of, tokens_of
from answerable.ontology.gazetteer import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

__all__ = ["Run", "runs"]

_WORD: Final = r"(?:[A-Z]|[a-z]{1,2}(?=[A-Z]))[\w'-]*"
_JOINED: Final = r"(?: (?:(?:of|and|&|\+|for|the|in|on|to|a) ){0,2}(?:" + _WORD + r"|\([A-Z]\w+\)(?= [A-Z])))*"
_RUN: Final = re.compile(rf"[A-Z][\w'-]*{_JOINED}(?: (?P<small>[a-z]+)\b)?")
"""A run from its first capital on."""
_FIRST: Final = rb"A(?:(?<![Aa0'-].)|(?<=a.)(?:(?<![Aa0'-]..)|(?<=a..)(?<![Aa0'-]...)))"
"""A word's first capital in an outline, and a look back that at most two small letters stand before it: "OASys"."""
_ALONE: Final = rb"a*(?![Aa0',-])(?! (?:(?:a{1,3}|[&+]) ){0,2}(?:a{0,2}A|\())()"
"""The rest of a plain word after which no run can go on, and no apposition."""
_CAPITAL: Final = re.compile(_FIRST + rb"(?:" + _ALONE + rb")?")
_PLAIN: Final = re.compile(r"[A-Z][a-z]*\s?")
_GLOSS: Final = re.compile(r" \([A-Z]\w+\)")


class Run(NamedTuple):
    """A capitalised name that is neither known nor a class."""

    start: int
    """Where it begins."""
    end: int
    """Where it ends."""
    name_start: int
    """Where the name by itself begins, after a body that only possesses it."""
    opens: bool
    """Whether it opens a sentence, so that its first capital says nothing."""
    small: str
    """The word in small letters after it, or nothing."""
    edged: bool
    """Whether a known name begins or ends it."""
    said: str
    """The name by itself, without the acronyms that stand in brackets inside it."""
    length: int
    """How many words it has."""

    @property
    def owned(self) -> bool:
        """Whether a body that has it stands before it."""
        return self.name_start != self.start

    def moved(self, by: int) -> Run:
        """Give the same run so many characters further on."""
        return Run(self.start + by, self.end + by, self.name_start + by, *self[3:])


def runs(doc: Doc) -> Iterator[Run]:
    """Find the runs of a document that may be names, in order."""
    text, known, openings = text_of(doc), _known(doc), doc.user_data["openings"]
    for match in _found(doc):
        start, small = _start(text, match.start()), match["small"] or ""
        end = match.end() - len(small)
        if known.covers(start, end) or ((opens := start in openings) and _is_plain(text, start, end)):
            continue  # most runs are the first word of a sentence, or a name that is known
        for run in _cut(text[start:end], known.within(start, end), small, opens=opens):
            yield run.moved(start)


def _found(doc: Doc) -> Iterator[re.Match[str]]:
    """Find all runs of prose but the words that only open a sentence, which most of them are."""
    text, outlined, openings = text_of(doc), outline_of(doc), doc.user_data["openings"]
    for begin, finish in doc.user_data.get("prose", [(0, len(text))]):
        reach = begin
        for capital in _CAPITAL.finditer(outlined, begin, finish):
            start = capital.start()
            if start >= reach and not (capital.lastindex and start in openings):
                run = _RUN.match(text, start, finish)
                if run:
                    reach = run.end()
                    yield run


def _known(doc: Doc) -> Known:
    listed, formed = placed(doc, "gazetteer"), placed(doc, "patterns")
    return Known.of([*listed, *formed], tokens_of(doc)) if formed else Known(listed)


@lru_cache(maxsize=50_000)
def _cut(run: str, known_parts: tuple[tuple[int, int, str], ...], small: str, *, opens: bool) -> tuple[Run, ...]:
    """Cut a run into names, their places counted from its start; most runs stand in many plans."""
    known = Known([Part(*part) for part in known_parts])
    found = list(_words(run))
    while found and found[0].text.lower() in words().determiners and not known.at(found[0].start):
        found, opens = found[1:], False
    cut = list(parts(found, known))
    last = len(cut) - 1
    made = (
        _run(run, part, known, small if index == last else "", opens=opens and index == 0)
        for index, part in enumerate(cut)
    )
    return tuple(name for name in made if name is not None)


def _start(text: str, capital: int) -> int:
    """Give where the word of a first capital begins."""
    while capital and text[capital - 1].islower():
        capital -= 1
    return capital


def _is_plain(text: str, start: int, end: int) -> bool:
    """Whether a run is one plain word of which nothing more is said."""
    return bool(_PLAIN.fullmatch(text, start, end)) and not text.startswith(APPOSED, end)


def _words(run: str) -> Iterator[Word]:
    start = 0
    for word in run.split(" "):
        if word:
            bare = word.removesuffix("'s").removesuffix("'")
            yield Word(bare, start, bare != word)
        start += len(word) + 1


def _run(text: str, part: list[Word], known: Known, small: str, *, opens: bool) -> Run | None:
    first = part[0].start if part else 0
    part = _trimmed(part, known, opens=opens)
    if not part:
        return None
    start, end, name_start = part[0].start, part[-1].end, _after_bodies(part, known)
    said = text[name_start:end]
    if not said or is_class(said) or _is_known(part, name_start, known):
        return None
    edged = known.at(name_start) is not None or known.over(part[-1].start) is not None
    name = _GLOSS.sub("", said)
    return Run(start, end, name_start, opens and start == first, small, edged, name, len(words_of(name)))


def _after_bodies(part: list[Word], known: Known) -> int:
    """Give where the name by itself begins, after the known bodies that stand before it."""
    start, end = part[0].start, part[-1].end
    body = known.at(start)
    while body is not None and body.kind in {"organisation", "provider"} and body.end < end:
        rest = [word for word in part if word.start >= body.end and not word.text.startswith("(")]
        if not rest or rest[0].text in JOINERS:
            break
        start = rest[0].start
        body = known.at(start)
    return start


def _is_known(part: list[Word], name_start: int, known: Known) -> bool:
    """Whether known names and classes of things make up all of the name, so that it says nothing new."""
    name = [word for word in part if word.start >= name_start and word.text not in JOINERS]
    outright = known.at(name_start)
    if outright is not None and outright.end >= part[-1].end:
        return True
    new = [word.text for word in name if known.over(word.start) is None]
    unknown = " ".join(new)
    if not new or len(new) == len(name) or not is_class(unknown):
        return not new
    watches = unknown.lower() in words().naming and unknown == part[-1].text
    of_a_place = outright is not None and outright.kind == "place" and head_kind(unknown) == "organisation"
    post = any(word.text == "of" for word in part) and head_kind(unknown) == "role"
    return not of_a_place and not post and not watches


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
