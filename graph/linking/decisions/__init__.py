"""What people decided about which posts are one, kept in a text file that only grows.

A line judges one pair; what the lines say together follows from an algebra: `same` is transitive, and nothing may be
both `same` and `different`.
"""

from __future__ import annotations

from answerable.graph.linking.decisions.decision import Decision
from answerable.graph.linking.decisions.judgement import Judgement
from answerable.graph.linking.decisions.standing import Finding, Standing
from answerable.graph.linking.decisions.text import Decisions, append_decision, load_decisions, parse_decisions

__all__ = [
    "Decision",
    "Decisions",
    "Finding",
    "Judgement",
    "Standing",
    "append_decision",
    "load_decisions",
    "parse_decisions",
]
