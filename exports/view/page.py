"""One self-contained page: pyvis fills our own template, and nothing in it asks the network for anything."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from answerable.exports.look import base_style, content_policy
from answerable.exports.view import finding, payload
from answerable.exports.view.inline import inline
from answerable.exports.view.networks import MOST, Drawing, drawings
from answerable.exports.view.reading import read_view
from answerable.exports.whole import write_whole

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from answerable.exports.view.model import View
    from answerable.graph.askable import Askable

__all__ = ["ViewSummary", "make_view", "render", "write_view"]

_SCRIPTS: Final = (
    "words",
    "unpack",
    "data",
    "overdue",
    "passes",
    "state",
    "choices",
    "address",
    "time",
    "filters",
    "marks",
    "ties",
    "pen",
    "labels",
    "spread",
    "scene",
    "tools",
    "legend",
    "motion",
    "picture",
    "months",
    "shapes",
    "likeness",
    "cells",
    "grid",
    "matrix",
    "matrixpaper",
    "promises",
    "glyphs",
    "axis",
    "timeline",
    "timelinepaper",
    "overview",
    "panel",
    "hover",
    "paper",
    "names",
    "search",
    "csv",
    "register",
    "table",
    "save",
    "view",
)
"""The files of the one script, in the order in which they are joined: what is used stands before what uses it."""
_STYLES: Final = ("view", "filters", "table", "picture", "panel", "matrix", "timeline", "print")
_LIBRARY: Final = "lib/vis-9.1.2/vis-network.min.js"


@dataclass(frozen=True, slots=True)
class ViewSummary:
    """What was made: how much is in the picture, how much on the page, and whether it had to be rolled up.

    `path` is None for a page that was written nowhere. A notebook shows the page itself.
    """

    path: Path | None
    drawn: int
    nodes: int
    assignments: int
    size: int
    rolled_up: bool
    html: str = field(repr=False)

    def _repr_html_(self) -> str:
        return inline(self.html)


def make_view(store: Askable, *, licence: str | None = None, as_at: date | None = None) -> ViewSummary:
    """Make the page of a store; `as_at` is the day by which things are judged, if not the latest that plans state."""
    read = read_view(store)
    view = replace(read, as_at=as_at) if as_at else read
    html, drawn = render(view, licence)
    opening = next(iter(drawn.values()))
    size, rolled_up = len(html.encode()), opening.note is not None
    return ViewSummary(None, len(opening.marks), len(view.nodes), len(view.assignments), size, rolled_up, html)


def write_view(store: Askable, path: Path, *, licence: str | None = None, as_at: date | None = None) -> ViewSummary:
    """Write the page of a store; the file is replaced whole. See `make_view` for the options."""
    made = make_view(store, licence=licence, as_at=as_at)
    write_whole(path, made.html.encode())
    return replace(made, path=path)


def render(view: View, licence: str | None = None, most: int = MOST) -> tuple[str, Mapping[str, Drawing]]:
    """Make the page, and give the networks on it; equal views give equal bytes.

    `licence` is the line about the rights in the source documents, and is left out where None is given, since only
    the reader of the documents knows it.
    """
    from pyvis.network import Network  # noqa: PLC0415 - loads IPython, which takes a second

    drawn = drawings(view, most)
    network = Network(cdn_resources="in_line")
    network.heading = finding.heading_of(view)
    network.set_template_dir(str(files("answerable.exports.view.front")), "template.html")
    network.templateEnv.autoescape = True
    network.templateEnv.globals |= _parts(view, payload.parts_of(view, drawn), licence)
    return str(network.generate_html()), drawn


def _parts(view: View, data: tuple[Any, Any], licence: str | None) -> dict[str, Any]:
    from markupsafe import Markup  # noqa: PLC0415 - comes with pyvis's template engine

    library, script, style = _library(), _script(), base_style() + "\n".join(_front(f"{name}.css") for name in _STYLES)
    return {
        "policy": content_policy((library, script), (style,)),
        "caption": finding.caption_of(view),
        "described": finding.described(view),
        "documents": view.documents,
        "snapshot": view.snapshot,
        "judged": finding.judged_at(view),
        "licence": licence,
        "version": version("answerable"),
        "pyvis_version": version("pyvis"),
        "drawn": payload.packed(data[0]),
        "evidence": payload.packed(data[1]),
        "library": Markup(library),  # noqa: S704 - the installed package's own script
        "script": Markup(script),  # noqa: S704 - our own files
        "style": Markup(style),  # noqa: S704 - our own file
    }


def _front(name: str) -> str:
    return (files("answerable.exports.view.front") / name).read_text(encoding="utf-8")


def _script() -> str:
    return "\n".join(_front(f"{name}.js") for name in _SCRIPTS)


def _library() -> str:
    """Give the vis-network that pyvis ships, without the line that sends developer tools to fetch its source map."""
    text = (files("pyvis") / _LIBRARY).read_text(encoding="utf-8")
    return text.partition("//# sourceMappingURL=")[0].replace("\r\n", "\n")
