"""Word documents (DOCX): real tables, numbering, tracked changes as accepted, fields as shown."""

from __future__ import annotations

from answerable.extract.readers.docx.reader import DocxReader

__all__ = ["DocxReader"]
