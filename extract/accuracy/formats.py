"""The short names by which people know the formats of documents."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

__all__ = ["format_name"]

_NAMES: Final = MappingProxyType(
    {
        "text/plain": "text",
        "text/html": "HTML",
        "application/pdf": "PDF",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "DOCX",
        "application/vnd.oasis.opendocument.text": "ODT",
    }
)


def format_name(media_type: str) -> str:
    """Give the short name of a media type, or the type itself where a reader of somebody else's made it.

    >>> format_name("application/pdf"), format_name("text/csv")
    ('PDF', 'text/csv')
    """
    return _NAMES.get(media_type, media_type)
