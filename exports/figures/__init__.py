"""Still figures: values read from the graph, drawn by matplotlib as SVG or PNG with a title that says the finding."""

from answerable.exports.figures.catalogue import FIGURES, read_figure
from answerable.exports.figures.writing import write_figure

__all__ = ["FIGURES", "read_figure", "write_figure"]
