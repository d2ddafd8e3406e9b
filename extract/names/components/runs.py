"""Runs of capitalised words, cut where one name ends and the next begins."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.tokens import Doc, Span

from answerable.extract.names.components.bounds import text_of
from answerable.extract.names.forms import singular
from answerable.ontology.gazetteer import words

__all__ = ["Run", "Word", "runs"]

_WORD: Final = r"(?:[A-Z]|[a-z]{1,2}(?=[A-Z]))[\w'-]*"
_JOINED: Final = r"(?: (?:(?:of|and|&|\+|for|the) ){0,2}(?:" + _WORD + r"|\([A-Z]\w+\)(?= [A-Z])))*"
_RUN: Final = re.compile(rf"(?<![\w'-])(?:{_WORD}){_JOINED}(?: (?P<small>[a-z]+)\b)?")
_PART: Final = re.compile(r"[^\s]+")
_OPENING: Final = re.compile(r"(?:^|[.!?:;\n•*-]\s*|[.!?:;]\s)['\"(]?$")
_JOINERS: Final = frozenset({"of", "and", "&", "+", "for", "the"})
_BODIES: Final = frozenset({"organisation", "provider"})


class Word(NamedTuple):
    """One word of a run and where it begins."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


class Run(NamedTuple):
    """A capitalised name: its words, where the name by itself begins, after a body that only possesses it."""

    words: tuple[Word, ...]
    name_start: int
    opens: bool
    """Whether it opens a sentence, so that its first capital says nothing."""
    known: bool
    """Whether the gazetteer knows just this name."""

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.words[-1].end


class _Known:
    """The gazetteer's spans by where they begin and end."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.spans = sorted(spans, key=lambda span: (span.start_char, -span.end_char))
        self.starts = [span.start_char for span in self.spans]

    def at(self, start: int) -> Span | None:
        index = bisect_left(self.starts, start)
        return self.spans[index] if index < len(self.spans) and self.starts[index] == start else None

    def over(self, position: int) -> Span | None:
        index = bisect_left(self.starts, position + 1) - 1
        return self.spans[index] if index >= 0 and self.spans[index].end_char > position else None


def runs(doc: Doc) -> Iterator[Run]:
    """Find the runs of a document that may be names, in order."""
    known = _Known(doc.spans["gazetteer"])
    for match in _RUN.finditer(text_of(doc)):
        small = match["small"]
        end = match.end() if small in words().small else match.start("small") - 1 if small else match.end()
        found = [Word(part[0], part.start()) for part in _PART.finditer(text_of(doc), match.start(), end)]
        opens = bool(_OPENING.search(text_of(doc)[max(0, match.start() - 4) : match.start()])) or match.start() == 0
        for index, part in enumerate(_parts(found, known)):
            yield from _run(part, known, opens=opens and index == 0)


def _parts(found: list[Word], known: _Known) -> Iterator[list[Word]]:
    """Cut a run at months, at dates, and at joiners that join two names."""
    part: list[Word] = []
    for index, word in enumerate(found):
        month = word.text.lower().strip("'") in words().months and not known.over(word.start)
        if month or (word.text in _JOINERS and part and _cuts(part, found[index:], known)):
            yield part
            part = []
        else:
            part.append(word)
    yield part


def _cuts(left: list[Word], rest: list[Word], known: _Known) -> bool:
    """Say whether a joiner parts two names instead of joining one."""
    joiner, right = rest[0], next((word for word in rest if word.text not in _JOINERS), rest[0])
    over = known.over(joiner.start)
    if over is not None:
        return False
    beside = known.at(right.start) is not None or known.over(left[-1].start) is not None
    if joiner.text in {"and", "&", "+"}:
        titled = len(left) > 1 and left[1].text == "of"
        last = singular(left[-1].text.lower())
        strong = len(left) > 1 and last in words().heads and last not in words().weak
        return strong or (not titled and (beside or _acronym(left[-1].text) or _acronym(right.text)))
    if joiner.text == "for":
        return beside
    return joiner.text == "the" and left[-1].text not in {"of", "for"}


def _acronym(text: str) -> bool:
    return bool(re.fullmatch(r"[A-Z]{2,}\w*", text))


def _run(part: list[Word], known: _Known, *, opens: bool) -> Iterator[Run]:
    part = _trimmed(part, known, opens=opens)
    if not part:
        return
    start, end = part[0].start, part[-1].end
    body = known.at(start)
    name_start = start
    while body is not None and body.label_ in _BODIES and body.end_char < end:
        following = next((word for word in part if word.start >= body.end_char and word.text[0] not in "'("), None)
        if following is None or following.text in _JOINERS:
            break
        name_start, body = following.start, known.at(following.start)
    outright = known.at(name_start)
    covered = outright is not None and (outright.end_char >= end or name_start == start and _is_covered(part, known))
    yield Run(tuple(part), name_start, opens, covered)


def _is_covered(part: list[Word], known: _Known) -> bool:
    return all(known.over(word.start) is not None for word in part if word.text not in _JOINERS)


def _trimmed(part: list[Word], known: _Known, *, opens: bool) -> list[Word]:
    """Drop what only begins a sentence, and joiners left at either end."""
    while part and (
        part[0].text in _JOINERS or (known.over(part[0].start) is None and _empty(part[0].text, opens=opens))
    ):
        part, opens = part[1:], opens
    while part and (part[-1].text in _JOINERS or part[-1].text.startswith("(")):
        part = part[:-1]
    return part


def _empty(text: str, *, opens: bool) -> bool:
    low = text.lower()
    return (low in STOP_WORDS and not _acronym(text)) or (opens and low in words().openers)
