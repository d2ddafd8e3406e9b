"""Where sentences begin, and where a capital says nothing because a sentence or an item of a list begins there.

spaCy's own sentencizer looks at every token in turn, at the cost of cutting the whole text into tokens again; it takes
the dot of "e.g." for an end. Here one look over the marks does.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from spacy.language import Language

from answerable.extract.names.spans import is_light, outline_of, starts_of, text_of
from answerable.ontology.gazetteer import words

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Sentences"]

_OPENED: Final = rb"[ |]*['\"(]?(?=[Aa0])"
_HARD: Final = re.compile(rb"\." + _OPENED)
_SOFT: Final = re.compile(rb"\|" + _OPENED)
"""New lines and marks of items, after which the outline of a text goes on with a word."""
_LAST: Final = re.compile(r"[\w.]+$")
_NOT_FIRST: Final = 2**64 - 1
"""What spaCy calls a token that begins no sentence, as the sign of its arrays is not kept."""
_LONG: Final = 8
"""How many characters an abbreviation may have."""
_SPACES: Final = b" |"
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
        starts, items = _openings(text_of(doc), outline_of(doc))
        sentences = [0, *sorted(starts)]
        doc.user_data["openings"] = frozenset((*sentences, *items))
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


def _openings(text: str, outlined: bytes) -> tuple[set[int], list[int]]:
    """Give where sentences begin but for the first, and where items do; the first of several marks says which it is."""
    starts = {match.end() for match in _SOFT.finditer(outlined)}
    items: list[int] = []
    for match in _HARD.finditer(outlined):
        dot, end = match.span()
        mark = text[dot]
        if mark == "." and _shortens(text[dot - _LONG : dot] if dot > _LONG else text[:dot]):
            starts.discard(end)
        elif mark in _ITEMS or outlined[dot + 1] not in _SPACES:
            starts.discard(end)
            items.append(end)
        else:
            starts.add(end)
    return starts, items


@lru_cache(maxsize=20_000)
def _shortens(before: str) -> bool:
    """Whether a dot after some letters only ends an abbreviation: "e.g."."""
    last = _LAST.search(before)
    return last is not None and last[0].lower() in words().abbreviations
