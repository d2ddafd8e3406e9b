"""A plan that stands in a text file, written anew as a Word document and as a page: the same words in real tables."""

from __future__ import annotations

import html
import io

import docx
from docx.enum.section import WD_ORIENT
from docx.shared import Mm
from docx.table import _Cell

from answerable.extract.document import Document, Paragraph, Table

__all__ = ["copied_as_docx", "copied_as_html"]


def copied_as_docx(document: Document) -> bytes:
    """Give the Word file: paragraphs, tables, bullets."""
    made = docx.Document()
    section = made.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    for block in document.blocks:
        if isinstance(block, Table):
            table = made.add_table(
                rows=len(block.rows), cols=max(len(row.cells) for row in block.rows), style="Table Grid"
            )
            for row, written in zip(block.rows, table.rows, strict=True):
                for cell, place in zip(row.cells, written.cells, strict=False):
                    _write(place, cell.paragraphs)
            made.add_paragraph()
        else:
            made.add_paragraph("\n".join(line.text for line in block.lines))
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def _write(place: _Cell, paragraphs: tuple[Paragraph, ...]) -> None:
    for index, paragraph in enumerate(paragraphs):
        written = place.paragraphs[0] if not index else place.add_paragraph()
        if paragraph.level:
            written.style = "List Bullet" if paragraph.level == 1 else "List Bullet 2"
        written.add_run("\n".join(line.text for line in paragraph.lines))


def copied_as_html(document: Document) -> bytes:
    """Give the page."""
    parts = [_table(block) if isinstance(block, Table) else f"<p>{_words(block)}</p>" for block in document.blocks]
    return f"<!DOCTYPE html><html><meta charset=utf-8><body>{''.join(parts)}</body></html>".encode()


def _table(table: Table) -> str:
    rows = ("".join(f"<td>{_cell(cell.paragraphs)}</td>" for cell in row.cells) for row in table.rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def _cell(paragraphs: tuple[Paragraph, ...]) -> str:
    if len(paragraphs) == 1 and not paragraphs[0].level:
        return _words(paragraphs[0])
    return "".join(_item(paragraph) if paragraph.level else f"<p>{_words(paragraph)}</p>" for paragraph in paragraphs)


def _item(paragraph: Paragraph) -> str:
    return f"{'<ul>' * paragraph.level}<li>{_words(paragraph)}</li>{'</ul>' * paragraph.level}"


def _words(paragraph: Paragraph) -> str:
    return "<br>".join(html.escape(line.text, quote=False) for line in paragraph.lines)
