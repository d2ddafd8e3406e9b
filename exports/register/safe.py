"""Cells that a spreadsheet takes for words, whatever a plan prints."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["LONGEST", "defused", "is_formula", "shown"]

LONGEST: Final = 32_000
"""Letters that a cell of a workbook may hold, a little less than what its makers allow."""
_FORMULA: Final = re.compile(r"\s*[=+\-@\t\r|%]")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def is_formula(text: str) -> bool:
    """Whether a spreadsheet could take a text for a formula."""
    return _FORMULA.match(text) is not None


def defused(text: str) -> str:
    """Give a text that begins with an apostrophe where a spreadsheet would calculate it.

    >>> defused("=1+1"), defused("April 2020")
    ("'=1+1", 'April 2020')
    """
    return f"'{text}" if is_formula(text) else text


def shown(text: str) -> str:
    """Give a text without control characters, and no longer than a cell may be."""
    clean = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)
    if len(clean) <= LONGEST:
        return clean
    return f"{clean[:LONGEST]} [... {len(clean) - LONGEST:,} more letters: see the document]"
