"""OpenDocument texts (ODT): tables, lists and text boxes as printed, tracked changes as accepted."""

from __future__ import annotations

from answerable.extract.readers.odt.reader import OdtReader

__all__ = ["OdtReader"]
