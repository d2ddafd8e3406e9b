"""A PDF to its pages, or one clear line on why not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from answerable.extract.errors import UnreadableDocumentError
from answerable.extract.readers.pdf.handles import Handle
from answerable.extract.readers.pdf.pages import Page, read_page
from answerable.extract.source import SourceFile

__all__ = ["MOST_PAGES", "read_pages"]

MOST_PAGES: Final = 500
"""Plans have up to fifty pages; a file of many more is a book, or made to keep a reader busy."""
_FEWEST_WORDS: Final = 5
"""A page of fewer words, on average, is a scan with a stamp."""
_LARGEST: Final = 20_000.0
"""Points; PDF itself allows 14,400."""


def read_pages(source: SourceFile) -> list[Page]:
    """Read the pages of a PDF.

    Raises:
        UnreadableDocumentError: it is locked or broken, has no pages or too many, or has no text layer.
    """
    document = _opened(source)
    try:
        pages = list(_pages(document, source.name))
    finally:
        document.close()
    if sum(page.words for page in pages) < _FEWEST_WORDS * len(pages):
        raise UnreadableDocumentError(
            f"{source.name}: the PDF has no text layer, only pictures of pages; run OCR first, for instance with "
            "ocrmypdf IN.pdf OUT.pdf"
        )
    return pages


def _opened(source: SourceFile) -> Handle:
    import pypdfium2 as pdfium  # noqa: PLC0415 - loads a library of 7 MB, for a PDF only

    try:
        document = pdfium.PdfDocument(source.content)
        count = len(document)
    except pdfium.PdfiumError as error:
        raise UnreadableDocumentError(f"{source.name}: {_reason(error)}") from error
    if 0 < count <= MOST_PAGES:
        return document
    document.close()
    if not count:
        raise UnreadableDocumentError(f"{source.name}: the PDF has no pages that can be read; fetch the file again")
    raise UnreadableDocumentError(
        f"{source.name}: the PDF has {count} pages, and {MOST_PAGES} are the most that are read; cut out the plan"
    )


def _reason(error: Exception) -> str:
    from pypdfium2 import raw  # noqa: PLC0415 - loaded with the first PDF

    code = getattr(error, "err_code", None)
    if code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
        return "the PDF is locked with a password; save a copy without one"
    return "the PDF is broken or cut short and cannot be opened; fetch the file again"


def _pages(document: Handle, name: str) -> Iterator[Page]:
    import pypdfium2 as pdfium  # noqa: PLC0415 - loaded with the first PDF

    for index in range(len(document)):
        try:
            page = document[index]
            text_page = page.get_textpage()
        except pdfium.PdfiumError as error:
            raise UnreadableDocumentError(
                f"{name}: page {index + 1} is broken and cannot be read; fetch the file again"
            ) from error
        frame = page.get_cropbox()
        if max(frame[2] - frame[0], frame[3] - frame[1]) > _LARGEST:
            raise UnreadableDocumentError(f"{name}: page {index + 1} is larger than a PDF's page may be")
        try:
            yield read_page(index + 1, page.raw, text_page.raw, frame)
        finally:
            text_page.close()
            page.close()
