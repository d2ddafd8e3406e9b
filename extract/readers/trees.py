"""XML parts as trees: no entity is expanded, no file or address is looked at, no tree grows without bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from answerable.extract.errors import UnreadableDocumentError

if TYPE_CHECKING:
    from answerable.extract.readers.archive import Archive

__all__ = ["Element", "parse_part"]

_STRICT: Final = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL: Final = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
"""Two namespaces of one vocabulary: the strict form of DOCX has the same names as the usual one."""

Element = Any
"""An element of lxml, which says nothing of its types."""


def parse_part(archive: Archive, name: str, part: str) -> Element:
    """Give the root element of a part of the file called `name`.

    Raises:
        UnreadableDocumentError: the part is no well-formed XML, or declares a document type, as only attacks do.
    """
    from lxml import etree  # noqa: PLC0415 - loaded when an office file is read

    content = archive.read(part).replace(_STRICT, _TRANSITIONAL)
    if b"<!DOCTYPE" in content:
        raise _declared(name, part)
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableDocumentError(
            f"{name}: {part} in it is no well-formed XML; fetch the file again, or save the document anew"
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:  # in an encoding that hides the word
        raise _declared(name, part)
    return root


def _declared(name: str, part: str) -> UnreadableDocumentError:
    return UnreadableDocumentError(
        f"{name}: {part} in it declares a document type, which no office program writes; the file is not what it says"
    )
