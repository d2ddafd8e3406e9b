"""Briefings that stand on their own: on a plan, an owner, a programme or an organisation, as HTML, DOCX or PDF."""

from answerable.exports.briefs.reading import KINDS, read_brief
from answerable.exports.briefs.writing import write_brief

__all__ = ["KINDS", "read_brief", "write_brief"]
