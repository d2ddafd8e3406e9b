"""Where sentences begin, and where a capital says nothing because a sentence or an item of a list begins there.

spaCy's own sentencizer looks at every token in turn, at the cost of cutting the whole text into tokens again; it takes
the dot of "e.g." for an end. Here one look over the marks does.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, Final

from spacy.language import Language

from answerable.extract.names.spans import is_light, starts_of, text_of
from answerable.ontology.gazetteer import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

__all__ = ["Sentences"]

_OPENING: Final = re.compile(r"(?P<mark>[.!?:;•*\n])(?P<space>[\s•*]*)['\"(]?(?=\w)")
_LAST: Final = re.compile(r"[\w.]+$")
_NOT_FIRST: Final = 2**64 - 1
"""What spaCy calls a token that begins no sentence, as the sign of its arrays is not kept."""
_LONG: Final = 8
"""How many characters an abbreviation may have."""
_ITEMS: Final = ":;"
"""Marks after which an item of a list may begin, but no sentence."""


@Language.factory("answerable_sentences")
def make_sentences(nlp: Language, name: str) -> Sentences:  # noqa: ARG001 - spaCy calls every factory with both
    """Make the component."""
    return Sentences()


class Sentences:
    """Keeps where sentences ("sentences") and items ("openings") begin, and marks the first tokens of sentences.

    A light document is spared the marks.
    """

    def __call__(self, doc: Doc) -> Doc:
        """Look at the marks."""
        found = list(_openings(text_of(doc)))
        sentences = [start for start, mark in found if mark not in _ITEMS]
        doc.user_data["openings"] = frozenset(start for start, _ in found)
        doc.user_data["sentences"] = sentences
        if not is_light(doc):
            _mark(doc, sentences)
        return doc


def _mark(doc: Doc, sentences: list[int]) -> None:
    """Mark the first tokens of sentences, all in one step: to set one token spaCy looks at them all."""
    tokens = starts_of(doc)
    marks = doc.to_array("SENT_START")
    marks[:] = _NOT_FIRST
    marks[[index for start in sentences if (index := bisect_left(tokens, start)) < len(tokens)]] = 1
    doc.from_array("SENT_START", marks)  # type: ignore[arg-type]  # the stub knows tables, spaCy takes a row too


def _openings(text: str) -> Iterator[tuple[int, str]]:
    yield 0, "\n"
    last_letters = _last_letters()
    for match in _OPENING.finditer(text):
        mark, space = match.groups()
        start = match.start()
        if mark == "." and text[start - 1 : start].lower() in last_letters and _shortens(text, start):
            continue
        tight = not space and mark in ".!?"
        yield match.end(), ":" if tight else mark


@cache
def _last_letters() -> frozenset[str]:
    """Give what abbreviations end with, so that most dots need no further look."""
    return frozenset(short[-1] for short in words().abbreviations)


def _shortens(text: str, dot: int) -> bool:
    """Whether a dot only ends an abbreviation: "e.g."."""
    last = _LAST.search(text, max(0, dot - _LONG), dot)
    return last is not None and last[0].lower() in words().abbreviations
