"""Holders that may be one: offered to people with a score, the reasons in words, and the quotes of both.

Holders whose titles normalise to one key have one address already. What is left differs in a way that no rule may
settle: a word, a role, a spelling, an acronym that the document does not define.
"""

from __future__ import annotations

from answerable.graph.linking.candidates.finding import Candidate, candidates
from answerable.graph.linking.candidates.holder import Holder, Quote

__all__ = ["Candidate", "Holder", "Quote", "candidates"]
