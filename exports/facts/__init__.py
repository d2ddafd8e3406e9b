"""Facts as people read them: a term, a value in words, and the quotes that say so. Every page and briefing has them."""

from answerable.exports.facts.asking import Row, ask, grouped, text_of
from answerable.exports.facts.evidence import EvidenceIndex
from answerable.exports.facts.fact import Fact, Quote

__all__ = ["EvidenceIndex", "Fact", "Quote", "Row", "ask", "grouped", "text_of"]
