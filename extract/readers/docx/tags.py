"""Names of elements and attributes of WordprocessingML that a plan's words depend on."""

from __future__ import annotations

from typing import Final

from answerable.extract.readers.trees import Element

__all__ = ["MAIN", "child", "local", "value", "w"]

MAIN: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def w(name: str) -> str:
    """Give the full name of an element or attribute.

    >>> w("p")
    '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p'
    """
    return f"{{{MAIN}}}{name}"


def local(element: Element) -> str:
    """Give an element's name without its namespace; empty for what is no element, such as an entity."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: Element | None, *path: str) -> Element | None:
    """Give the first element at a path of names below an element, or None."""
    for name in path:
        if element is None:
            return None
        element = element.find(w(name))
    return element


def value(element: Element | None, name: str = "val", default: str = "") -> str:
    """Give an attribute of an element that may be missing."""
    return default if element is None else str(element.get(w(name), default))
