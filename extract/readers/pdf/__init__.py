"""PDF files with a text layer: tables from the page's own rules, or from aligned text where it draws none."""

from __future__ import annotations

from typing import Final

from answerable.extract.document import Document
from answerable.extract.readers.pdf.assembly import blocks_of
from answerable.extract.readers.pdf.opening import read_pages
from answerable.extract.readers.pdf.unruled import with_unruled
from answerable.extract.source import SourceFile

__all__ = ["PdfReader"]

_SIGNATURE: Final = b"%PDF-"
_HEAD: Final = 1024
"""A few bytes may stand before the signature; readers look that far."""


class PdfReader:
    """Reads a PDF by position: evidence is a page and a box."""

    def accepts(self, source: SourceFile) -> bool:
        """Whether the bytes have a PDF's signature at their head."""
        return _SIGNATURE in source.content[:_HEAD]

    def read(self, source: SourceFile) -> Document:
        """Give the document; raises UnreadableDocumentError where it is locked, broken, too long or without text."""
        blocks = blocks_of(with_unruled(read_pages(source)))
        return Document(source.name, source.sha256, "application/pdf", tuple(blocks))
