"""Whether a build keeps what it promises: shapes, evidence, ledger, totals, quotes and clean RDF.

Nothing here trusts the program that made the graph: it works on the N-Quads alone, so that it also tells what happened
to a file that was altered since.
"""

from __future__ import annotations

from answerable.graph.checking.checks import CHECKS, check_graph, check_graphs
from answerable.graph.checking.finding import Finding, Place
from answerable.graph.checking.hygiene import check_order
from answerable.graph.checking.published import PUBLISHED, check_published
from answerable.graph.checking.quads import by_graph
from answerable.graph.checking.quotes import check_quotes

__all__ = [
    "CHECKS",
    "PUBLISHED",
    "Finding",
    "Place",
    "by_graph",
    "check_graph",
    "check_graphs",
    "check_order",
    "check_published",
    "check_quotes",
]
