"""Pages that stand on their own: one file that asks nothing of the network and runs nothing."""

from __future__ import annotations

from importlib.metadata import version
from importlib.resources import files

from answerable.exports.look.policy import content_policy
from answerable.exports.look.style import base_style

__all__ = ["standing_page"]


def standing_page(front: str, name: str, *, title: str, **values: object) -> str:
    """Fill the template `NAME.html` of a package, in the style of all pages and its own `NAME.css`.

    The template includes `head.html` for all that stands before its body. Equal values give equal pages.
    """
    from jinja2 import Environment, FunctionLoader, StrictUndefined  # noqa: PLC0415 - loaded where a page is written
    from markupsafe import Markup  # noqa: PLC0415 - comes with jinja2

    def text(file: str) -> str:
        folder = files(__package__ if file == "head.html" else front)
        return (folder / file).read_text(encoding="utf-8")

    style = base_style() + text(f"{name}.css")
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, loader=FunctionLoader(text)
    )
    return environment.get_template(f"{name}.html").render(
        title=title,
        policy=content_policy(styles=(style,)),
        style=Markup(style),  # noqa: S704 - our own files
        version=version("answerable"),
        **values,
    )
