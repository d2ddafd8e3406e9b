"""The formats of answers by media type, and which of them a client would rather have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

__all__ = ["GRAPH_FORMATS", "RESULT_FORMATS", "preferred", "utf8"]

RESULT_FORMATS: Final = {
    "application/sparql-results+json": "JSON",
    "application/json": "JSON",
    "application/sparql-results+xml": "XML",
    "application/xml": "XML",
    "text/csv": "CSV",
    "text/tab-separated-values": "TSV",
}
"""What a SELECT or an ASK is given in, as the engine names it; the first is given to whoever takes anything."""

GRAPH_FORMATS: Final = {
    "text/turtle": "TURTLE",
    "application/n-triples": "N_TRIPLES",
    "application/rdf+xml": "RDF_XML",
    "application/ld+json": "JSON_LD",
    "application/trig": "TRIG",
    "application/n-quads": "N_QUADS",
    "application/json": "JSON_LD",
    "application/xml": "RDF_XML",
}
"""What a CONSTRUCT, a DESCRIBE or the description of the service is given in."""


class _Range(NamedTuple):
    kind: str
    quality: float


@lru_cache(maxsize=256)
def preferred(accept: str, offered: tuple[str, ...]) -> str | None:
    """Choose a media type by an Accept header: the best liked, and of equals the first offered; None if none will do.

    >>> preferred("text/csv;q=0.5, application/json", ("text/csv", "application/json"))
    'application/json'
    >>> preferred("text/*", ("application/json",))
    """
    ranges = tuple(_ranges(accept)) or (_Range("*/*", 1.0),)
    best, liking = None, 0.0
    for kind in offered:
        quality = _quality(kind, ranges)
        if quality > liking:
            best, liking = kind, quality
    return best


def utf8(media_type: str) -> str:
    """Give the Content-Type, which says the character set where the media type has several."""
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type


def _quality(kind: str, ranges: Sequence[_Range]) -> float:
    """Give how much a media type is liked: the most specific range that holds it decides."""
    family = kind.partition("/")[0] + "/*"
    for wanted in (kind, family, "*/*"):
        found = [each.quality for each in ranges if each.kind == wanted]
        if found:
            return max(found)
    return 0.0


def _ranges(accept: str) -> Iterator[_Range]:
    for part in accept.split(","):
        kind, *parameters = (piece.strip() for piece in part.lower().split(";"))
        if kind:
            yield _Range("*/*" if kind == "*" else kind, _q(parameters))


def _q(parameters: Iterable[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0
