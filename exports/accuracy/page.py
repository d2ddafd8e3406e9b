"""The report of accuracy as one HTML page that asks nothing of the network and runs nothing."""

from __future__ import annotations

from importlib.metadata import version
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from answerable.exports.facts.words import count
from answerable.exports.look import base_style, content_policy

if TYPE_CHECKING:
    from answerable.exports.accuracy.report import Report

__all__ = ["to_html"]

_FRONT: Final = "answerable.exports.accuracy.front"


def to_html(report: Report) -> str:
    """Give the page; equal reports give equal pages."""
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415 - loaded only where a page is written
    from markupsafe import Markup  # noqa: PLC0415 - comes with jinja2

    style = base_style() + _text("accuracy.css")
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(_text("accuracy.html")).render(
        report=report,
        count=count,
        share=_share,
        policy=content_policy(styles=(style,)),
        style=Markup(style),  # noqa: S704 - our own files
        version=version("answerable"),
    )


def _text(name: str) -> str:
    return (files(_FRONT) / name).read_text(encoding="utf-8")


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
