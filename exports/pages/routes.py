"""Where the pages stand on a server."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from answerable.exports.pages.documents import document
from answerable.exports.pages.home import home
from answerable.exports.pages.rendering import message
from answerable.exports.pages.search import search
from answerable.exports.pages.shelf import Shelf, Shelves
from answerable.exports.pages.style import style_sheet
from answerable.exports.pages.terms import term_list
from answerable.exports.pages.things import thing, thing_by_address

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from answerable.exports.pages.site import Site

__all__ = ["page_routes"]

_Page: TypeAlias = "Callable[[Shelf, Request], Response]"


def page_routes(site: Site, shelves: Shelves | None = None) -> list[BaseRoute]:
    """Give the routes of all pages; their handlers are plain functions, which a server runs in threads.

    `shelves` keeps what is read of a snapshot; a server that has it can begin to read before a page is asked for.
    """
    from starlette.routing import Route  # noqa: PLC0415 - only a server needs it

    kept = shelves or Shelves()

    def over(page: _Page) -> Callable[[Request], Response]:
        return lambda request: page(kept.of(site.graph()), request)

    return [
        Route("/", over(home)),
        Route("/search", over(search)),
        Route("/thing", over(thing_by_address)),
        Route("/id/{path:path}", over(thing)),
        Route("/def", over(term_list)),
        Route("/def/{path:path}", over(thing)),
        Route("/documents/{name}", over(lambda shelf, request: document(shelf, site.documents, request))),
        Route("/static/{name}", over(_static)),
    ]


def _static(shelf: Shelf, request: Request) -> Response:
    from starlette.responses import Response  # noqa: PLC0415 - only a server needs it

    sheet = style_sheet()
    if sheet.path != f"/static/{request.path_params['name']}":
        return message(shelf.graph, request, "No such file here", "Load the page again.", 404)
    kept = {"Cache-Control": "public, max-age=31536000, immutable", "X-Content-Type-Options": "nosniff"}
    return Response(sheet.content, media_type="text/css", headers=kept)
