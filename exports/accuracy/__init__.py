"""How well plans were read, as a page: figures by field and format, and each mistake beside the document's words."""

from __future__ import annotations

from answerable.exports.accuracy.page import to_html
from answerable.exports.accuracy.report import Figure, Misreading, PlanMisread, Quoted, Report

__all__ = ["Figure", "Misreading", "PlanMisread", "Quoted", "Report", "to_html"]
