"""Names of elements and attributes of OpenDocument that a plan's words depend on."""

from __future__ import annotations

from typing import Final

from answerable.extract.readers.trees import Element

__all__ = ["count", "get", "name", "q"]

_OASIS: Final = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES: Final = {
    "office": f"{_OASIS}office:1.0",
    "text": f"{_OASIS}text:1.0",
    "table": f"{_OASIS}table:1.0",
    "style": f"{_OASIS}style:1.0",
    "draw": f"{_OASIS}drawing:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
_PREFIXES: Final = {space: prefix for prefix, space in _SPACES.items()}


def q(short: str) -> str:
    """Give the full name of what a short one means.

    >>> q("text:p")
    '{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p'
    """
    prefix, _, local = short.partition(":")
    return f"{{{_SPACES[prefix]}}}{local}"


def name(element: Element) -> str:
    """Give an element's short name; empty for what is of another vocabulary or no element."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    space, _, local = tag[1:].partition("}")
    prefix = _PREFIXES.get(space)
    return f"{prefix}:{local}" if prefix else ""


def get(element: Element, short: str, default: str = "") -> str:
    """Give an attribute by its short name."""
    return str(element.get(q(short), default))


def count(element: Element, short: str, most: int, default: int = 1) -> int:
    """Give an attribute that counts, from 1 to `most`."""
    text = get(element, short)
    return min(max(int(text), 1), most) if text.isdigit() and len(text) < 10 else default
