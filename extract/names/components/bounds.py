"""From characters to spans."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span

__all__ = ["span_at", "text_of"]


def span_at(doc: Doc, start: int, end: int, kind: str, name: str) -> Iterator[Span]:
    """Give the span of text[start:end] with a kind as label and a name as id, where it begins and ends with words.

    A span that would end amid a token is widened to the token, since "CRCs" and "NPS/CRC" are one token each.
    """
    span = doc.char_span(start, end, label=kind, span_id=name, alignment_mode="expand")
    if span is not None and span.text.strip():
        yield span


def text_of(doc: Doc) -> str:
    """Give a document's text, put together once: spaCy's own `doc.text` walks over every token each time."""
    text: str | None = doc.user_data.get("text")
    if text is None:
        text = doc.user_data["text"] = doc.text
    return text
