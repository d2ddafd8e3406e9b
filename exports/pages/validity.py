"""How long a page stays true: as long as its snapshot answers and our own code is the same."""

from __future__ import annotations

from hashlib import blake2b
from importlib.metadata import version
from typing import TYPE_CHECKING

from answerable.exports.pages.style import style_sheet

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from answerable.graph.askable import Askable

__all__ = ["lasting", "unchanged"]


def lasting(graph: Askable, request: Request, kind: str) -> dict[str, str]:
    """Give the headers of an answer of one kind to a request: what it depends on, and its tag."""
    told = blake2b(digest_size=12)
    scope = request.scope
    address = (
        str(scope.get("root_path", "")),
        str(scope["path"]),
        bytes(scope.get("query_string", b"")).decode("latin-1"),
    )
    for part in (graph.name, graph.base, version("answerable"), style_sheet().path, kind, *address):
        told.update(part.encode("utf-8", "surrogatepass") + b"\0")
    return {"ETag": f'W/"{told.hexdigest()}"', "Vary": "Accept", "Cache-Control": "no-cache"}


def unchanged(request: Request, headers: dict[str, str]) -> Response | None:
    """Give the answer to a client that holds this very page already; None to any other."""
    from starlette.responses import Response  # noqa: PLC0415 - only a server needs it

    asked = request.headers.get("if-none-match", "")
    held = {each.strip().removeprefix("W/") for each in asked.split(",")}
    if asked.strip() == "*" or headers["ETag"].removeprefix("W/") in held:
        return Response(status_code=304, headers=headers)
    return None
