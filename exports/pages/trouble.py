"""What a browser sees where a server has no page, or none now: one line that says what is wrong and what to do."""

from __future__ import annotations

from http import HTTPStatus
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from answerable.exports.pages.rendering import message

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from answerable.exports.pages.site import Site

__all__ = ["error_pages"]

_SAID: Final[Mapping[int, tuple[str, str]]] = MappingProxyType(
    {
        400: ("That cannot be asked", "The address or what it asks is not well-formed; go back and choose again."),
        404: ("No such page here", "The address leads nowhere on this server; it may be cut short."),
        405: ("Not that way", "This address can only be read."),
        503: ("Busy just now", "Everything that can answer is at work; try again in a few seconds."),
    }
)


def error_pages(site: Site) -> Mapping[int, Callable[[Request, Exception], Response]]:
    """Give what to show for each status that a route of a server may end in: a page to browsers, a line to programs."""
    return dict.fromkeys(_SAID, lambda request, error: _shown(site, request, error))


def _shown(site: Site, request: Request, error: Exception) -> Response:
    from starlette.responses import PlainTextResponse  # noqa: PLC0415 - only a server needs it

    status = int(getattr(error, "status_code", HTTPStatus.NOT_FOUND))
    headers = dict(getattr(error, "headers", None) or {})
    title, text = _SAID[status]
    if "text/html" not in request.headers.get("accept", ""):
        return PlainTextResponse(f"{title}: {text}\n", status, headers)
    page = message(site.graph(), request, title, text, status)
    page.headers.update(headers)
    return page
