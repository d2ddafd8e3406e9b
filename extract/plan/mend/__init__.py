"""Damaged tables: what scanning and cutting did to rows is undone as far as evidence allows, and marked.

Nothing here knows one document. Each module answers one trait: recommendations that run across the cells of their
row, rows printed line by line, echoes of a line, tails of a cell that landed in another column.
"""

from answerable.extract.plan.mend.across import lift_headings
from answerable.extract.plan.mend.lexicon import Lexicon
from answerable.extract.plan.mend.lines import merge_lines
from answerable.extract.plan.mend.tails import return_tails

__all__ = ["Lexicon", "lift_headings", "merge_lines", "return_tails"]
