"""Readers: one per format, registered in one place; each turns a file into the neutral document model."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.metadata import entry_points
from typing import Final, Protocol

from answerable.extract.document import Document
from answerable.extract.errors import UnreadableDocumentError
from answerable.extract.readers.docx import DocxReader
from answerable.extract.readers.layout import LayoutReader
from answerable.extract.readers.odt import OdtReader
from answerable.extract.readers.pdf import PdfReader
from answerable.extract.readers.text import TextReader
from answerable.extract.readers.unread import reason_unread
from answerable.extract.readers.web import HtmlReader
from answerable.extract.source import SourceFile

__all__ = ["Reader", "read_document", "registered"]

ENTRY_POINT_GROUP = "answerable.readers"
"""Other packages add readers under this entry point group; theirs are asked before ours."""


class Reader(Protocol):
    """What a format must offer."""

    def accepts(self, source: SourceFile) -> bool:
        """Whether the content (not the name) is of this reader's format."""

    def read(self, source: SourceFile) -> Document:
        """Turn the file into a document, or raise UnreadableDocumentError."""


_OURS: Final[tuple[type[Reader], ...]] = (PdfReader, DocxReader, OdtReader, HtmlReader, LayoutReader, TextReader)
"""Our readers, the more particular ones first: text is what no other reader takes."""


@cache
def registered() -> tuple[Reader, ...]:
    """Give all readers in the order in which they are asked: those of other packages first."""
    return (*(point.load()() for point in entry_points(group=ENTRY_POINT_GROUP)), *(reader() for reader in _OURS))


def read_document(source: SourceFile) -> Document:
    """Read a file with the first reader that accepts its content.

    Raises:
        UnreadableDocumentError: no reader knows the format, or the one that does cannot read it.
    """
    chosen: Iterator[Reader] = (reader for reader in registered() if reader.accepts(source))
    if reader := next(chosen, None):
        return reader.read(source)
    known = reason_unread(source)
    raise UnreadableDocumentError(
        f"{source.name}: {known}"
        if known
        else f"{source.name}: not a text file, and of no format that is known; save the plan as DOCX, ODT, HTML or text"
    )
