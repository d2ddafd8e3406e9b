"""From characters to spans, and spans by where they stand."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Doc, Span

__all__ = ["Known", "Stretches", "span_at", "text_of", "write"]


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


def write(doc: Doc, group: str, spans: Iterable[Span]) -> None:
    """Write the spans of a group, the first of those that cover the same words."""
    first: dict[tuple[int, int], Span] = {}
    for span in spans:
        first.setdefault((span.start, span.end), span)
    doc.spans[group] = list(first.values())


class Stretches:
    """Stretches of a text, in order and apart, and whether a character is in one of them."""

    def __init__(self, bounds: Sequence[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in bounds]
        self._ends = [end for _, end in bounds]

    def __contains__(self, position: int) -> bool:
        index = bisect_right(self._starts, position) - 1
        return index >= 0 and position < self._ends[index]


class Known:
    """Spans that do not overlap, by the characters where they begin and end."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._at = {span.start_char: span for span in spans}
        self._starts = sorted(self._at)
        self._ends = [self._at[start].end_char for start in self._starts]

    def at(self, start: int) -> Span | None:
        """Give the span that begins at a character."""
        return self._at.get(start)

    def over(self, position: int) -> Span | None:
        """Give the span that covers a character."""
        index = bisect_right(self._starts, position) - 1
        return self._at[self._starts[index]] if index >= 0 and position < self._ends[index] else None

    def covers(self, start: int, end: int) -> bool:
        """Whether one span covers all of a stretch but the spaces that end it."""
        span = self.at(start)
        return span is not None and span.end_char >= end - 1
