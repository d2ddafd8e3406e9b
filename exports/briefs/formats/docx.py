"""A briefing as a Word document that an office can edit: real styles, headings, tables, described pictures."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from importlib.metadata import version
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from answerable.exports.briefs.brief import Bullets, Picture, Statement, Table
from answerable.exports.figures.canvas import WIDTH
from answerable.exports.figures.rendering import to_png

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

    from answerable.exports.briefs.brief import Block, Brief

__all__ = ["to_docx"]

_EPOCH: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""Stands for the day of writing, which would make equal briefings differ."""
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_FONT: Final = "Liberation Sans"
_TEXT: Final = 170
"""Millimetres between the margins."""
_TALLEST: Final = 640.0
"""Points that a picture may be high, so that it fits a page of A4 with its caption."""


def to_docx(brief: Brief) -> bytes:
    """Give the document; equal briefings give equal bytes. Raises NoMatplotlibError where figures cannot be drawn."""
    import docx  # noqa: PLC0415 - loaded only where a document is written

    document = docx.Document()
    _set_up(document, brief)
    _open(document, brief)
    for section in brief.sections:
        document.add_heading(_clean(section.title), level=1)
        for block in section.blocks:
            _block(document, block)
    _close(document, brief)
    data = BytesIO()
    document.save(data)
    return _fixed(data.getvalue())


def _clean(text: str) -> str:
    """Leave out characters that XML has no place for."""
    return _FORBIDDEN.sub("", text)


def _set_up(document: Document, brief: Brief) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415 - loaded only where a document is written
    from docx.oxml.ns import qn  # noqa: PLC0415 - python-docx is loaded where a Word file is written
    from docx.shared import Mm, Pt, RGBColor  # noqa: PLC0415 - python-docx is loaded where a Word file is written

    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(20)
    page.top_margin = page.bottom_margin = Mm(20)
    for name, size in (
        ("Normal", 10),
        ("Title", 20),
        ("Heading 1", 15),
        ("Heading 2", 12),
        ("Caption", 9),
        ("List Bullet", 10),
        ("List Number", 9),
    ):
        style: Any = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = _FONT, Pt(size), RGBColor(0x1A, 0x1D, 0x21)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    caption: Any = document.styles["Caption"]
    caption.font.bold = False
    normal: Any = document.styles["Normal"]
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    normal.element.get_or_add_rPr().append(language)
    for held in document.styles.element.iter(qn("w:lang")):
        held.set(qn("w:val"), "en-GB")
    told = document.core_properties
    told.title, told.subject, told.author = (
        _clean(brief.title)[:255],
        _clean(f"Briefing: {brief.name}")[:255],
        "Answerable",
    )
    told.comments, told.language = f"Snapshot {brief.snapshot}; {brief.as_at.words}", "en-GB"
    told.created = told.modified = _EPOCH
    told.revision = 1
    told.last_modified_by = "Answerable"


def _open(document: Document, brief: Brief) -> None:
    article = "an" if brief.kind[0] in "aeiou" else "a"
    document.add_paragraph(_clean(f"Briefing on {article} {brief.kind}: {brief.name}"), style="Caption")
    document.add_paragraph(_clean(brief.title), style="Title")
    document.add_paragraph(_clean(brief.scope), style="Caption")
    table = _new_table(document, ("What", "How many"))
    for headline in brief.headlines:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = _clean(headline.label), _clean(headline.value)


def _block(document: Document, block: Block) -> None:
    if isinstance(block, Statement):
        _told(document.add_paragraph(), block)
    elif isinstance(block, Bullets):
        for item in block.items:
            _told(document.add_paragraph(style="List Bullet"), item)
    elif isinstance(block, Picture):
        _picture(document, block)
    else:
        _table(document, block)


def _told(paragraph: Paragraph, statement: Statement, *, bold: bool = False) -> None:
    paragraph.add_run(_clean(statement.text)).bold = bold or None
    if statement.inferred:
        paragraph.add_run(_clean(f" [inferred: {statement.inferred}]")).italic = True
    if statement.notes:
        paragraph.add_run(", ".join(map(str, statement.notes))).font.superscript = True


def _picture(document: Document, picture: Picture) -> None:
    from docx.shared import Pt  # noqa: PLC0415 - loaded only where a document is written

    words, canvas = picture.figure.words, picture.figure.canvas()
    caption = document.add_paragraph(style="Caption")
    caption.paragraph_format.keep_with_next = True
    caption.add_run(_clean(words.title)).bold = True
    caption.add_run(_clean(f"\n{words.scope}{'. ' + words.note if words.note else ''}"))
    scale = min(1.0, _TALLEST / canvas.height)
    shape = document.add_picture(BytesIO(to_png(canvas, words)), width=Pt(WIDTH * scale))
    shape._inline.docPr.set("descr", _clean(words.alt))  # noqa: SLF001 - python-docx has no other way to describe one
    shape._inline.docPr.set("title", _clean(words.title))  # noqa: SLF001 - python-docx gives no other way


def _new_table(document: Document, columns: tuple[str, ...]) -> Any:  # noqa: ANN401 - python-docx's table
    from docx.oxml import OxmlElement  # noqa: PLC0415 - loaded only where a document is written

    table = document.add_table(rows=1, cols=len(columns), style="Table Grid")
    for cell, column in zip(table.rows[0].cells, columns, strict=True):
        cell.paragraphs[0].add_run(_clean(column)).bold = True
    head = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no word for a header row
    head.append(OxmlElement("w:cantSplit"))
    head.append(OxmlElement("w:tblHeader"))
    return table


def _table(document: Document, block: Table) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415 - loaded only where a document is written
    from docx.shared import Mm  # noqa: PLC0415 - python-docx is loaded where a Word file is written

    caption = document.add_paragraph(_clean(block.caption), style="Caption")
    caption.paragraph_format.keep_with_next = True
    table = _new_table(document, block.columns)
    table.autofit = False
    for column, share in zip(table.columns, block.shares, strict=True):
        column.width = Mm(_TEXT * share / 12)
    for group in block.groups:
        if group.heading:
            cells = _row(table)
            _told(cells[0].merge(cells[-1]).paragraphs[0], group.heading, bold=True)
        for row in group.rows:
            for place, (cell, statement) in enumerate(zip(_row(table), row, strict=True)):
                _told(cell.paragraphs[0], statement)
                if place in block.numbers:
                    cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.add_paragraph()


def _row(table: Any) -> Any:  # noqa: ANN401 - python-docx's table and cells
    from docx.oxml import OxmlElement  # noqa: PLC0415 - loaded only where a document is written

    row = table.add_row()
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - a row is not cut by a page
    return row.cells


def _close(document: Document, brief: Brief) -> None:
    document.add_heading("Notes: the words that say so", level=1)
    for note in brief.notes:
        told = "; ".join(f"“{quote.text}” {quote.place}" if quote.text else quote.place for quote in note.quotes)
        paragraph = document.add_paragraph(style="Normal")
        paragraph.paragraph_format.left_indent = paragraph.paragraph_format.first_line_indent = None
        paragraph.add_run(_clean(f"{note.number}. {told}."))
    document.add_heading("Sources and method", level=1)
    for source in brief.sources:
        document.add_paragraph(_clean(source), style="List Bullet")
    licence = f"Licence of what the plans say: {brief.licence or 'none is stated in this build'}."
    made = f"Snapshot {brief.snapshot}. Made by Answerable {version('answerable')}."
    for line in (*brief.method, made, licence):
        document.add_paragraph(_clean(line))


def _fixed(data: bytes) -> bytes:
    """Write the package anew with its parts in order and one date, so that equal documents are equal bytes."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda part: (part != "[Content_Types].xml", part)):
            entry = ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 3
            new.writestr(entry, old.read(name))
    return out.getvalue()
