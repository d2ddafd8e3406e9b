"""Pages from templates: everything that came from a document is escaped, and nothing on a page runs or calls out."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final

from answerable.exports.entities.naming import excerpt
from answerable.exports.facts.words import count, day_in_words, isolated
from answerable.exports.pages.addresses import path_of, spot_path
from answerable.exports.pages.style import style_sheet
from answerable.exports.pictures import mark_of

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup
    from starlette.requests import Request
    from starlette.responses import Response

    from answerable.graph.askable import Askable

__all__ = ["MENU", "POLICY", "environment", "message", "render"]

POLICY: Final = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
"""What a page may do; one with scripts of its own passes another."""
MENU: Final = (("Plans", "/"), ("Questions", "/questions"), ("SPARQL", "/sparql"))
"""The parts of the site, as every page names them."""


def render(
    graph: Askable,
    request: Request,
    template: str,
    *,
    status: int = 200,
    policy: str = POLICY,
    headers: dict[str, str] | None = None,
    **values: Any,  # noqa: ANN401 - whatever the template shows
) -> Response:
    """Make the page of a template.

    Every template extends `base.html`, which needs a `title` and shows, where they are given, `crumbs` (pairs of label
    and path that lead here), `crumb` (what this page is called behind them), `typed` (what stands in the search box)
    and `as_at`. In a template `to(path)` leads to a path of this server, `link(iri, label)` to the page of a thing.
    """
    from starlette.responses import HTMLResponse  # noqa: PLC0415 - only a server needs it

    prefix = str(request.scope.get("root_path", "")).rstrip("/")
    html = (
        environment()
        .get_template(template)
        .render(
            {
                "to": lambda path: prefix + path,
                "link": lambda iri, label=None: _link(prefix + path_of(iri, graph.base), label or iri),
                "place": lambda iri: prefix + path_of(iri, graph.base),
                "spot": lambda iri: prefix + spot_path(iri, graph.base),
                "stylesheet": style_sheet().path,
                "menu": MENU,
                "here": request.scope.get("path", "/").removeprefix(prefix),
                "snapshot": graph.name,
                "version": version("answerable"),
            }
            | values
        )
    )
    return HTMLResponse(html, status, _headers(policy) | (headers or {}))


def message(
    graph: Askable,
    request: Request,
    title: str,
    text: str,
    status: int,
    **values: Any,  # noqa: ANN401 - whatever the template shows
) -> Response:
    """Make a page that says in one line what is wrong and what to do."""
    return render(graph, request, "message.html", status=status, title=title, message=text, **values)


@cache
def environment() -> Environment:
    """Give the templates, which escape everything that they are not told is markup."""
    from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape  # noqa: PLC0415 - slow to load

    made = Environment(
        loader=PackageLoader("answerable.exports.pages"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"count": count, "day": day_in_words, "excerpt": excerpt, "isolated": isolated}
    made.globals |= dict.fromkeys(("crumbs", "crumb", "typed", "as_at", "matches")) | {"mark_of": mark_of}
    return made


def _headers(policy: str) -> dict[str, str]:
    return {
        "Content-Security-Policy": policy,
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
    }


def _link(path: str, label: str) -> Markup:
    from markupsafe import Markup  # noqa: PLC0415 - comes with the templates

    return Markup('<a href="{}">{}</a>').format(path, isolated(label))
