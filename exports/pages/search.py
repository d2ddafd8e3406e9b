"""The search: by name, forgiving, grouped by kind, and by the words of recommendations and actions."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from answerable.exports.facts.words import isolated
from answerable.exports.pages.rendering import render
from answerable.graph.lookup import KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.requests import Request
    from starlette.responses import Response

    from answerable.exports.pages.shelf import Shelf
    from answerable.graph.lookup import Match

__all__ = ["search"]

_NAMES: Final = 40
_SAID: Final = 30
_PLURALS: Final = {"policy": "Policies", "person": "People", "legislation": "Legislation", "training": "Training"}


def search(shelf: Shelf, request: Request) -> Response:
    """Show what the words of `q` may mean."""
    typed = " ".join(request.query_params.get("q", "")[:300].split())
    matches = shelf.lookup.find(typed, limit=_NAMES) if typed else []
    said = shelf.wording.saying(typed) if typed else []
    title = f"Search for \u201c{isolated(typed)}\u201d" if typed else "Search"
    found = bool(matches or said)
    return render(
        shelf.graph,
        request,
        "search.html",
        title=title if found or not typed else f"Nothing is called \u201c{isolated(typed)}\u201d",
        crumbs=[("Plans", "/")],
        crumb="Search",
        typed=typed,
        groups=_grouped(matches),
        said=said[:_SAID],
        said_total=len(said),
    )


def _grouped(matches: Sequence[Match]) -> list[tuple[str, list[Match]]]:
    """Give the matches by kind, the kind with the best match first."""
    best = {kind: max(m.score for m in matches if m.kind == kind) for kind in {match.kind for match in matches}}
    ordered = sorted(matches, key=lambda m: (-best[m.kind], KINDS.index(m.kind), -m.score, m.label))
    return [(_plural(kind), list(found)) for kind, found in groupby(ordered, key=lambda match: match.kind)]


def _plural(kind: str) -> str:
    return _PLURALS.get(kind) or f"{kind.capitalize()}s"
