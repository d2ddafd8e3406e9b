"""A plan of the generator as a file: text, a Word file or a PDF with ruled tables; the same bytes for the same plan."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Final

__all__ = ["WRITERS"]

Rows = Sequence[Sequence[str]]

_WIDTHS: Final = {6: (30, 150, 60, 260, 130, 90), 8: (28, 110, 52, 180, 100, 70, 140, 70)}
"""Points of each column on a landscape page, by the number of columns."""


def _as_text(opening: Sequence[str], rows: Rows) -> bytes:
    table = "\n".join("\t".join(row) for row in rows)
    return ("\n\n".join((*opening, table)) + "\n").encode()


def _as_docx(opening: Sequence[str], rows: Rows) -> bytes:
    """Write paragraphs and one table with python-docx."""
    import docx  # noqa: PLC0415 - loaded only for this format

    document = docx.Document()
    for paragraph in opening:
        document.add_paragraph(paragraph)
    table = document.add_table(len(rows), len(rows[0]), "Table Grid")
    cells = table._cells  # noqa: SLF001 - table.cell() looks for merged cells anew at every call, which is quadratic
    for cell, text in zip(cells, (text for row in rows for text in row), strict=True):
        cell.paragraphs[0].add_run(text)
    stream = io.BytesIO()
    document.save(stream)
    return _without_times(stream.getvalue())


def _without_times(packed: bytes) -> bytes:
    """Pack the parts of a file anew, each as of the first day that the format knows."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as before, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.infolist():
            after.writestr(zipfile.ZipInfo(part.filename), before.read(part), zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _as_pdf(opening: Sequence[str], rows: Rows) -> bytes:
    """Draw paragraphs and one ruled table, whose headings come again on every page, with ReportLab."""
    from xml.sax.saxutils import escape  # noqa: PLC0415 - loaded only for this format

    from reportlab.lib.pagesizes import A4, landscape  # noqa: PLC0415 - as above
    from reportlab.lib.styles import getSampleStyleSheet  # noqa: PLC0415 - as above
    from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, Spacer  # noqa: PLC0415 - as above

    style = getSampleStyleSheet()["BodyText"]
    cells = [[Paragraph(escape(text), style) for text in row] for row in rows]
    ruled = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    table = LongTable(cells, _WIDTHS[len(rows[0])], repeatRows=1, style=ruled)
    stream = io.BytesIO()
    paper = SimpleDocTemplate(stream, pagesize=landscape(A4), leftMargin=45, rightMargin=45, invariant=1)
    paper.build([*(Paragraph(escape(text), style) for text in opening), Spacer(0, 12), table])
    return stream.getvalue()


WRITERS: Final[Mapping[str, Callable[[Sequence[str], Rows], bytes]]] = {
    "txt": _as_text,
    "docx": _as_docx,
    "pdf": _as_pdf,
}
"""How the paragraphs before the table, and its rows, become a file of each format."""
