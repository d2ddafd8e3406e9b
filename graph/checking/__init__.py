"""Whether a build keeps what it promises: shapes, evidence, ledger, totals, quotes and clean RDF.

Nothing here trusts the program that made the graph: it works on the N-Quads alone, so that it also tells what happened
to a file that was altered since.
"""

from __future__ import annotations

from answerable.graph.checking.checks import CHECKS, check_graph
from answerable.graph.checking.finding import Finding, Place
from answerable.graph.checking.quotes import check_quotes

__all__ = ["CHECKS", "Finding", "Place", "check_graph", "check_quotes"]
