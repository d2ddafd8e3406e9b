"""The pages that a server shows to people: what is in the graph, each thing of it, and a search.

`page_routes(site)` gives all of them. Other parts of a server make pages of the same look with `render`.
"""

from __future__ import annotations

from answerable.exports.pages.querying import query_page
from answerable.exports.pages.rendering import POLICY, message, render
from answerable.exports.pages.routes import page_routes
from answerable.exports.pages.shelf import Shelves
from answerable.exports.pages.site import DocumentFiles, Site
from answerable.exports.pages.style import style_sheet
from answerable.exports.pages.trouble import error_pages

__all__ = [
    "POLICY",
    "DocumentFiles",
    "Shelves",
    "Site",
    "error_pages",
    "message",
    "page_routes",
    "query_page",
    "render",
    "style_sheet",
]
