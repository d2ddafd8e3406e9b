"""Families of readers, and how each makes a file of what the fuzzer gives."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Final

from answerable.extract.source import SourceFile

__all__ = ["FAMILIES"]

_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OPEN: Final = "urn:oasis:names:tc:opendocument:xmlns:"
_OPEN_TYPE: Final = "application/vnd.oasis.opendocument.text"


def _as_it_is(name: str) -> Callable[[bytes], SourceFile]:
    return lambda content: SourceFile(name, content)


def _word(body: bytes) -> SourceFile:
    opened = f'<w:document xmlns:w="{_WORD}"><w:body>'.encode()
    return SourceFile("any.docx", _archive({"word/document.xml": _mended(opened + body)}))


def _open_document(body: bytes) -> SourceFile:
    spaces = " ".join(f'xmlns:{each}="{_OPEN}{each}:1.0"' for each in ("office", "text", "table", "style"))
    opened = f"<office:document {spaces}><office:body><office:text>".encode()
    return SourceFile("any.odt", _archive({"mimetype": _OPEN_TYPE.encode(), "content.xml": _mended(opened + body)}))


def _mended(xml: bytes) -> bytes:
    """Close what is open, so that bytes changed at random still reach the reader as a tree."""
    from lxml import etree  # noqa: PLC0415 - by the families of XML alone

    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError:
        return xml
    return xml if root is None else bytes(etree.tostring(root))


def _archive(parts: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for name, content in parts.items():
            made.writestr(zipfile.ZipInfo(name), content)
    return stream.getvalue()


FAMILIES: Final[Mapping[str, Callable[[bytes], SourceFile]]] = {
    "text": _as_it_is("any.txt"),
    "web": _as_it_is("any.html"),
    "word": _word,
    "opendocument": _open_document,
    "archive": _as_it_is("any.docx"),
    "pdf": _as_it_is("any.pdf"),
}
"""By name: text means tables of tabs, of Markdown and of aligned columns, archive the shell of office files."""
