"""What stands on every page and belongs to none: running heads and feet, and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from answerable.extract.readers.page.words import Line
from answerable.extract.readers.pdf.pages import Page

__all__ = ["without_furniture"]

_MARGIN: Final = 0.14
"""The share of a page's height, at its head and at its foot, in which such lines stand."""
_PAGE_NUMBER: Final = re.compile(r"(?:page\s*)?[-–]?\s*\d{1,3}\s*[-–]?(?:\s*(?:of|/)\s*\d{1,3})?$", re.IGNORECASE)


def without_furniture(pages: Sequence[Page]) -> Iterator[list[Line]]:
    """Give the prose of each page: a line that stands on several pages only once, page numbers never."""
    standing = Counter(key for page in pages for key in {_key(line) for line in page.prose if _in_margin(line, page)})
    seen: set[tuple[str, int]] = set()
    for page in pages:
        kept = []
        for line in page.prose:
            if _in_margin(line, page):
                key = _key(line)
                if _PAGE_NUMBER.match(line.text) or (standing[key] > 1 and key in seen):
                    continue
                seen.add(key)
            kept.append(line)
        yield kept


def _in_margin(line: Line, page: Page) -> bool:
    return line.bottom < page.height * _MARGIN or line.top > page.height * (1 - _MARGIN)


def _key(line: Line) -> tuple[str, int]:
    """The words with any number in them, and about where they stand."""
    return re.sub(r"\d+", "#", line.text), round(line.top / 8)
