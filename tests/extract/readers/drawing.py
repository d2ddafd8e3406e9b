"""PDFs drawn directly, to the point: words, rules and pages as a test wants them. Measured from the top left."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from answerable.extract.document import Document, Table
from answerable.extract.readers.pdf import PdfReader
from answerable.extract.source import SourceFile

__all__ = ["EDGES", "Sheet", "cells", "read", "table_of"]

WIDTH: Final = 842.0
HEIGHT: Final = 595.0
EDGES: Final = (50.0, 90.0, 250.0, 330.0, 570.0, 680.0, 790.0)
"""Where the columns of a plan's table begin and the last one ends."""


class Sheet:
    """A landscape page, or several, with 10-point print."""

    def __init__(self, width: float = WIDTH, height: float = HEIGHT) -> None:
        self.stream = io.BytesIO()
        self.height = height
        self.canvas = Canvas(self.stream, pagesize=(width, height), invariant=1)
        self.canvas.setFont("Helvetica", 10)

    def write(self, x: float, y: float, *lines: str, size: float = 10, pitch: float = 12) -> float:
        """Print lines from a point down, and give where the next would stand."""
        self.canvas.setFont("Helvetica", size)
        for line in lines:
            self.canvas.drawString(x, self.height - y, line)
            y += pitch
        return y

    def rule(self, x: float, y: float, x2: float, y2: float) -> None:
        """Draw a line."""
        self.canvas.line(x, self.height - y, x2, self.height - y2)

    def grid(self, rows: Sequence[float], columns: Sequence[float] = EDGES, *, style: str = "lines") -> None:
        """Draw a table's rules as lines, as thin filled rectangles, or as the frames of its cells."""
        if style == "frames":
            for top, bottom in pairwise(rows):
                for left, right in pairwise(columns):
                    self.canvas.rect(left, self.height - bottom, right - left, bottom - top, stroke=1, fill=0)
            return
        for y in rows:
            self._bar(columns[0], y, columns[-1], y, style)
        for x in columns:
            self._bar(x, rows[0], x, rows[-1], style)

    def _bar(self, x: float, y: float, x2: float, y2: float, style: str) -> None:
        if style == "lines":
            self.rule(x, y, x2, y2)
        else:
            self.canvas.rect(x - 0.3, self.height - y2 - 0.3, x2 - x + 0.6, y2 - y + 0.6, stroke=0, fill=1)

    def headings(self, y: float) -> None:
        """Print the headings of a plan."""
        self.row(y, "No", "Recommendation", "Response", "Action taken", "Owner", "Date")

    def row(self, y: float, *texts: str) -> None:
        """Print a text in each column."""
        for x, text in zip(EDGES, texts, strict=False):
            self.write(x + 5, y, text)

    def turn_over(self, quarters: int = 0) -> None:
        """Begin another page; `quarters` turns the one that ends."""
        if quarters:
            self.canvas.setPageRotation(quarters * 90)
        self.canvas.showPage()

    def file(self) -> SourceFile:
        """Give the file."""
        self.canvas.save()
        return SourceFile("drawn.pdf", self.stream.getvalue())


def read(sheet: Sheet) -> Document:
    """Read what was drawn."""
    return PdfReader().read(sheet.file())


def table_of(document: Document, index: int = 0) -> Table:
    """Give one table of a document."""
    return list(document.tables)[index]


def cells(table: Table) -> list[list[str]]:
    """Give the text of every cell, row by row."""
    return [[cell.text for cell in row.cells] for row in table.rows]
