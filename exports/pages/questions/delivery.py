"""What leaves: in the format that the client would rather have, with a tag that holds as long as the snapshot does."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

from answerable.graph.endpoint.media import preferred, utf8
from answerable.graph.endpoint.packing import packed, takes_gzip
from answerable.graph.endpoint.validity import is_current
from answerable.graph.errors import QuestionError

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

__all__ = ["CSV", "HTML", "JSON", "delivered", "entity_tag", "form_meant", "unchanged"]

JSON: Final = "application/json"
HTML: Final = "text/html"
CSV: Final = "text/csv"

_FORMS: Final[Mapping[str, str]] = {"json": JSON, "html": HTML, "csv": CSV}
_WORTH_PACKING: Final = 1_000
_VARY: Final = "Accept, Accept-Encoding"


def form_meant(request: Request, *offered: str) -> str | None:
    """Give the media type of the answer by `format`, else by the Accept header; None where nothing offered will do.

    Raises QuestionError for a `format` that is none of them.
    """
    asked = request.query_params.get("format")
    if asked is None:
        return preferred(request.headers.get("accept", "*/*"), offered)
    if _FORMS.get(asked) not in offered:
        known = ", ".join(name for name, kind in _FORMS.items() if kind in offered)
        raise QuestionError(f"format is {asked[:40]!r}; use one of {known}")
    return _FORMS[asked]


def entity_tag(request: Request, snapshot: str, kind: str) -> str:
    """Give the tag of an answer: the same for the same request to the same snapshot."""
    told = blake2b(digest_size=12)
    for part in (snapshot, kind, str(request.scope.get("root_path", "")), request.url.path, request.url.query):
        told.update(part.encode("utf-8", "surrogatepass") + b"\0")
    return f'W/"{told.hexdigest()}"'


def unchanged(request: Request, tag: str) -> Response | None:
    """Give the short answer to a client that has the long one already."""
    from starlette.responses import Response  # noqa: PLC0415 - only a server needs it

    held = is_current(request.headers.get("if-none-match", ""), tag)
    return Response(status_code=304, headers=_headers(tag)) if held else None


def delivered(request: Request, body: bytes, kind: str, tag: str | None = None, *, status: int = 200) -> Response:
    """Give a whole answer, compressed where that is worth it and the client takes it."""
    from starlette.responses import Response  # noqa: PLC0415 - only a server needs it

    headers = _headers(tag) | {"Content-Type": utf8(kind), "X-Content-Type-Options": "nosniff"}
    if len(body) > _WORTH_PACKING and takes_gzip(request.headers.get("accept-encoding", "")):
        return Response(packed(body), status, headers | {"Content-Encoding": "gzip"})
    return Response(body, status, headers)


def _headers(tag: str | None) -> dict[str, str]:
    if tag is None:
        return {"Vary": _VARY, "Cache-Control": "no-store"}
    return {"Vary": _VARY, "Cache-Control": "no-cache", "ETag": tag}
