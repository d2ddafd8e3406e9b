"""Office files made of a few lines of XML, so that a test can say just what stands in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from answerable.extract.document import Cell, Document, Table

__all__ = ["archive", "cells_of", "docx", "only_table", "p", "prose_of", "r", "tbl", "tc", "tr"]

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    """Give a zip archive of parts by name."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """Give a Word document with this body; `parts` are the insides of numbering, styles, header1, footnotes ..."""
    files = {"word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>"}
    relations = ""
    for name, inside in parts.items():
        kind = name.rstrip("0123456789")
        root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        files[f"word/{name}.xml"] = f"<w:{root} {_SPACES}>{inside}</w:{root}>"
        relations += f'<Relationship Id="{name}" Type="{_RELATIONS}/{kind}" Target="{name}.xml"/>'
    files["word/_rels/document.xml.rels"] = f"<Relationships>{relations}</Relationships>"
    return archive(files)


def r(text: str, properties: str = "") -> str:
    """Give a run of words."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(inside: str = "", properties: str = "") -> str:
    """Give a paragraph; what is no markup is a run."""
    words = inside if inside.startswith("<") else r(inside) if inside else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{words}</w:p>"


def tc(inside: str = "", properties: str = "") -> str:
    """Give a cell; what is no markup is a paragraph."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside if inside.startswith('<') else p(inside)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """Give a row; what is no markup is a cell of one paragraph."""
    inside = "".join(cell if cell.startswith("<w:tc>") else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def tbl(*rows: str, widths: tuple[int, ...] = ()) -> str:
    """Give a table; widths of the grid's columns in twentieths of a point."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def only_table(document: Document) -> Table:
    """Give the only table of a document."""
    (table,) = document.tables
    return table


def cells_of(document: Document) -> list[list[str]]:
    """Give the words of the only table's cells, row by row; those under a merged cell as a caret."""
    return [[_said(cell) for cell in row.cells] for row in only_table(document).rows]


def _said(cell: Cell) -> str:
    return "^" if cell.covered else " | ".join(paragraph.text for paragraph in cell.paragraphs)


def prose_of(document: Document) -> list[str]:
    """Give the words of the paragraphs outside tables."""
    return [paragraph.text for paragraph in document.paragraphs]
