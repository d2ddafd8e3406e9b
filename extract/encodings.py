"""Which encoding a text is in: by its byte order mark, by what it declares, by its bytes."""

from __future__ import annotations

import codecs
from typing import Final

__all__ = ["encoding_of"]

_MARKS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_HEAD: Final = 4096
_OFTEN: Final = 0.7
"""The share of every second byte that is null in UTF-16 of a European language, at the least."""
_READABLE: Final = frozenset({"utf-8", "utf-16-le", "utf-16-be", "cp1252"})
_SYNONYMS: Final = {
    "iso8859-1": "cp1252",  # as every browser takes it: the bytes that Latin-1 leaves out are Windows quotes and dashes
    "ascii": "cp1252",
    "utf-16": "utf-16-le",
}


def encoding_of(content: bytes, declared: str | None = None) -> tuple[str | None, int]:
    """Give the encoding and the length of the byte order mark; None where the bytes are no text.

    A mark comes first, then what the bytes show, then what the text declares of itself; where nothing speaks for
    UTF-8, old files are in Windows-1252.

    >>> encoding_of("café".encode()), encoding_of("café".encode("cp1252")), encoding_of("café".encode("utf-16"))
    (('utf-8', 0), ('cp1252', 0), ('utf-16-le', 2))
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding, len(mark)
    if b"\0" in content:
        return _wide(content[:_HEAD]), 0
    named = _named(declared)
    if named not in {None, "utf-8"}:
        return named, 0
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252", 0
    return "utf-8", 0


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark, told by its null bytes, all of which stand on one side."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    least = _OFTEN * len(head) / 2
    if odd >= least and not even:
        return "utf-16-le"
    return "utf-16-be" if even >= least and not odd else None


def _named(declared: str | None) -> str | None:
    try:
        name = codecs.lookup(declared).name if declared else None
    except LookupError:
        return None
    name = _SYNONYMS.get(name or "", name)
    return name if name in _READABLE else None
