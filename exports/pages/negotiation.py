"""Which form of a thing a client would rather have: the page, or one of the data formats."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from answerable.exports.pages.data import FORMATS

if TYPE_CHECKING:
    from starlette.requests import Request

__all__ = ["HTML", "wanted"]

HTML: Final = "text/html"


def wanted(request: Request) -> str | None:
    """Give the media type for a request: what `?format=` names, else what its Accept header likes best.

    None where it takes nothing that there is. A browser, and whoever takes anything, gets the page.
    """
    asked = request.query_params.get("format")
    if asked:
        by_name = {"html": HTML} | {name: kind for kind, (_, name) in FORMATS.items()}
        return by_name.get(asked)
    return _best(request.headers.get("accept", "*/*"))


def _best(accept: str) -> str | None:
    ranges = [_range(part) for part in accept.split(",") if part.strip()] or [("*/*", 1.0)]
    liked = {kind: _liking(kind, ranges) for kind in (HTML, *FORMATS)}
    best = max(liked, key=lambda kind: liked[kind])
    return best if liked[best] > 0 else None


def _range(part: str) -> tuple[str, float]:
    kind, *parameters = (piece.strip() for piece in part.lower().split(";"))
    quality = next((piece[2:] for piece in parameters if piece.startswith("q=")), "1")
    try:
        return kind, float(quality)
    except ValueError:
        return kind, 0.0


def _liking(kind: str, ranges: list[tuple[str, float]]) -> float:
    """Give how much a media type is liked: the most specific range that holds it decides."""
    for form in (kind, kind.partition("/")[0] + "/*", "*/*"):
        found = [quality for each, quality in ranges if each == form]
        if found:
            return max(found)
    return 0.0
