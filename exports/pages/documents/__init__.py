"""Source documents with what was read of them: the text with its evidence marked, or the evidence in reading order."""

from __future__ import annotations

from answerable.exports.pages.documents.page import document

__all__ = ["document"]
