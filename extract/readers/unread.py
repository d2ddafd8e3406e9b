"""Formats that no reader reads: what such a file is, told by its content, and the way out."""

from __future__ import annotations

import re
from typing import Final

from answerable.extract.readers.archive import SIGNATURE
from answerable.extract.source import SourceFile

__all__ = ["reason_unread"]

_AS_DOCX: Final = "open it in an office program and save it as DOCX"
_SCANNED: Final = "read its words with an OCR program first, and save them as DOCX or text"

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WITHIN_OLE: Final = (
    ("EncryptedPackage", "protected by a password", "open it, take the password off and save it"),
    ("WordDocument", "a Word document in the format of before 2007 (.doc)", _AS_DOCX),
    ("Workbook", "a spreadsheet (.xls)", "copy the plan's table into a document and save it as DOCX"),
    ("__substg1.0", "an e-mail (.msg)", "save the plan that it brings, and name that file"),
)
_WITHIN_ARCHIVE: Final = (
    (b"xl/workbook", "a spreadsheet (.xlsx)", "copy the plan's table into a document and save it as DOCX"),
    (b"ppt/presentation", "a presentation (.pptx)", "copy the plan's table into a document and save it as DOCX"),
    (b"opendocument.spreadsheet", "a spreadsheet (.ods)", "copy the plan's table into a document and save it as ODT"),
    (b"opendocument.presentation", "a presentation (.odp)", "copy the plan's table into a document and save it as ODT"),
    (b"application/epub", "a book (.epub)", "convert it to HTML"),
)
_SIGNATURES: Final = (
    (b"{\\rtf", "a rich text file (.rtf)", _AS_DOCX),
    (b"%PDF", "a PDF file", "convert it to text with its tables"),
    (b"\x89PNG", "a picture (PNG)", _SCANNED),
    (b"\xff\xd8\xff", "a picture (JPEG)", _SCANNED),
    (b"GIF8", "a picture (GIF)", _SCANNED),
    (b"II*\0", "a picture (TIFF)", _SCANNED),
    (b"MM\0*", "a picture (TIFF)", _SCANNED),
    (b"\x1f\x8b", "a packed file (gzip)", "unpack it, and name the files in it"),
    (b"7z\xbc\xaf", "a packed file (7z)", "unpack it, and name the files in it"),
    (b"Rar!\x1a", "a packed file (RAR)", "unpack it, and name the files in it"),
)
_MAIL: Final = re.compile(
    rb"\A(?:[\w-]+:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n)*?(?:MIME-Version|Received|Message-ID):", re.IGNORECASE
)


def reason_unread(source: SourceFile) -> str | None:
    """Give what a file is and what to do about it, in a few words; None where its content is of no format we know.

    >>> reason_unread(SourceFile("plan.doc", b"%PDF-1.7"))
    'a PDF file, which is not read; convert it to text with its tables'
    """
    found = _within(source.content) or next(
        ((what, way) for sign, what, way in _SIGNATURES if source.content.startswith(sign)), None
    )
    if found is None and _MAIL.match(source.content[:4096]):
        found = "an e-mail or a web archive (.mhtml)", "save the plan that it brings as a file of its own"
    return f"{found[0]}, which is not read; {found[1]}" if found else None


def _within(content: bytes) -> tuple[str, str] | None:
    """What a container of many parts holds; its signature does not tell."""
    if content.startswith(_OLE):
        inside = ((what, way) for name, what, way in _WITHIN_OLE if name.encode("utf-16-le") in content)
        return next(inside, ("an office file in the format of before 2007", _AS_DOCX))
    if content.startswith((SIGNATURE, b"PK\x05\x06")):
        inside = ((what, way) for name, what, way in _WITHIN_ARCHIVE if name in content)
        return next(inside, ("a packed file (zip)", "unpack it, and name the files in it"))
    return None
