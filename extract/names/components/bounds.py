"""From characters to spans, and spans by where they stand."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Doc, Span

__all__ = ["Known", "span_at", "text_of", "unique"]


def text_of(doc: Doc) -> str:
    """Give a document's text, put together once: spaCy's own `doc.text` walks over every token each time."""
    text: str | None = doc.user_data.get("text")
    if text is None:
        text = doc.user_data["text"] = doc.text
    return text


def span_at(doc: Doc, start: int, end: int, kind: str, name: str) -> Iterator[Span]:
    """Give the span of text[start:end] with a kind as label and a name as id, where it begins and ends with words.

    A span that would end amid a token is widened to the token, since "CRCs" is one token.
    """
    span = doc.char_span(start, end, label=kind, span_id=name, alignment_mode="expand")
    if span is not None:
        yield span


def unique(spans: Iterable[Span]) -> Iterator[Span]:
    """Give the first of the spans that cover the same words."""
    seen: set[tuple[int, int]] = set()
    for span in spans:
        if (span.start, span.end) not in seen:
            seen.add((span.start, span.end))
            yield span


class Known:
    """Spans that do not overlap, by the characters where they begin and end."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans, key=lambda span: span.start_char)
        self._starts = [span.start_char for span in self._spans]

    def at(self, start: int) -> Span | None:
        """Give the span that begins at a character."""
        index = bisect_left(self._starts, start)
        return self._spans[index] if index < len(self._spans) and self._starts[index] == start else None

    def over(self, position: int) -> Span | None:
        """Give the span that covers a character."""
        index = bisect_left(self._starts, position + 1) - 1
        return self._spans[index] if index >= 0 and self._spans[index].end_char > position else None

    def covers(self, start: int, end: int) -> bool:
        """Whether one span covers all of a stretch but the spaces that end it."""
        span = self.at(start)
        return span is not None and span.end_char >= end - 1
