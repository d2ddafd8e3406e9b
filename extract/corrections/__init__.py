"""Values that were misread and that people put right, kept in a text file; a record shows each that was applied."""

from __future__ import annotations

from answerable.extract.corrections.applying import corrected
from answerable.extract.corrections.text import Corrections, Line, load_corrections, parse_corrections

__all__ = ["Corrections", "Line", "corrected", "load_corrections", "parse_corrections"]
