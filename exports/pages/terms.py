"""The list of our own terms, each with its definition and a page of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerable.exports.pages.definitions import definitions
from answerable.exports.pages.rendering import render
from answerable.exports.pages.validity import lasting

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from answerable.exports.pages.shelf import Shelf

__all__ = ["term_list"]


def term_list(shelf: Shelf, request: Request) -> Response:
    """Show all terms of the vocabulary."""
    every = definitions().values()
    groups = [
        ("Classes", [term for term in every if term.is_class]),
        ("Properties", [term for term in every if term.is_property]),
        ("Values and lists", [term for term in every if not term.is_class and not term.is_property]),
    ]
    headers = lasting(shelf.graph, request, "text/html")
    return render(
        shelf.graph, request, "terms.html", headers=headers, title="Vocabulary", crumbs=[("Plans", "/")], groups=groups
    )
