"""The report of accuracy as one HTML page that asks nothing of the network and runs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from answerable.exports.facts.words import count
from answerable.exports.look import standing_page

if TYPE_CHECKING:
    from answerable.exports.accuracy.report import Report

__all__ = ["to_html"]

_FRONT: Final = "answerable.exports.accuracy.front"


def to_html(report: Report) -> str:
    """Give the page; equal reports give equal pages."""
    return standing_page(_FRONT, "accuracy", title=report.title, report=report, count=count, share=_share)


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
