"""The interactive page: who carries what, who spans plans, and the words that say so, in one self-contained file."""

from answerable.exports.view.model import View
from answerable.exports.view.page import ViewSummary, make_view, render, write_view
from answerable.exports.view.reading import read_view

__all__ = ["View", "ViewSummary", "make_view", "read_view", "render", "write_view"]
