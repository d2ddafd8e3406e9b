"""A briefing as one HTML page that asks nothing of the network and runs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from answerable.exports.briefs.brief import Bullets, Picture, Statement, Table
from answerable.exports.figures.rendering import inline_svg
from answerable.exports.look import standing_page

if TYPE_CHECKING:
    from markupsafe import Markup

    from answerable.exports.briefs.brief import Block, Brief

__all__ = ["to_html"]

_FRONT: Final = "answerable.exports.briefs.front"


def to_html(brief: Brief) -> str:
    """Give the page; equal briefings give equal pages. Raises NoMatplotlibError where figures cannot be drawn."""
    return standing_page(_FRONT, "brief", title=brief.title, brief=brief, kind_of=_kind_of, drawn=_drawn)


def _kind_of(block: Block) -> str:
    kinds = ((Statement, "statement"), (Bullets, "bullets"), (Table, "table"), (Picture, "picture"))
    return next(name for kind, name in kinds if isinstance(block, kind))


def _drawn(picture: Picture) -> Markup:
    from markupsafe import Markup  # noqa: PLC0415 - comes with jinja2

    svg = inline_svg(picture.figure.canvas(), picture.figure.words, picture.name)
    return Markup(svg)  # noqa: S704 - written by an XML serialiser, which escapes every text
