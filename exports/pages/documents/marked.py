"""A text cut into pieces at the borders of what was read from it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from answerable.exports.facts.words import field_in_words

if TYPE_CHECKING:
    from answerable.exports.pages.documents.spans import Span

__all__ = ["Piece", "agrees", "pieces_of"]

_MARKUP: Final = re.compile(r"<[^<>]{1,200}>")
_COLOURS: Final = {"owner": "post", "due": "date", "revised": "date", "status": "answer", "name": "name"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text: the spans that cover it, the spots that begin at it, and whether it is markup of the file."""

    text: str
    spans: tuple[Span, ...] = ()
    anchors: tuple[str, ...] = ()
    markup: bool = False

    @property
    def colour(self) -> str:
        """The class of the mark: of the first field that is not only a name."""
        fields = [span.field for span in self.spans]
        field = next((each for each in fields if each != "name"), "name")
        return _COLOURS.get(field, "text")

    @property
    def title(self) -> str:
        """Which parts of a plan it was read as."""
        return "; ".join(dict.fromkeys(f"{field_in_words(span.field)} ({span.rule})" for span in self.spans))


def agrees(text: str, spans: Sequence[Span]) -> bool:
    """Whether every span quotes the text at its offsets, so that the file is the one that was read, read alike."""
    return bool(spans) and all(
        span.start is not None and span.end is not None and text[span.start : span.end] == span.quote for span in spans
    )


def pieces_of(text: str, spans: Sequence[Span]) -> Iterator[Piece]:
    """Cut a text at every beginning and end of a span; the pieces joined are the text."""
    borders = sorted({0, len(text), *(at for span in spans for at in (span.start or 0, span.end or 0))})
    beginning: defaultdict[int, list[Span]] = defaultdict(list)
    for span in sorted(spans, key=lambda span: -(span.end or 0)):
        beginning[span.start or 0].append(span)
    covering: list[Span] = []
    for start, end in pairwise(borders):
        covering = [*(span for span in covering if (span.end or 0) > start), *beginning[start]]
        anchors = tuple(dict.fromkeys(span.anchor for span in beginning[start]))
        yield from _run(text[start:end], tuple(covering), anchors)


def _run(text: str, spans: tuple[Span, ...], anchors: tuple[str, ...]) -> Iterator[Piece]:
    if spans:
        yield Piece(text, spans, anchors)
        return
    at = 0
    for match in _MARKUP.finditer(text):
        if match.start() > at:
            yield Piece(text[at : match.start()])
        yield Piece(match[0], markup=True)
        at = match.end()
    if at < len(text):
        yield Piece(text[at:])
