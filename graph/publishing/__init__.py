"""A build put on any SPARQL 1.1 server, by the Graph Store Protocol or by Update, and fetched back from there."""

from __future__ import annotations

from answerable.graph.publishing.fetching import Fetched, fetch
from answerable.graph.publishing.offers import Method
from answerable.graph.publishing.publishing import Published, Snapshot, publish

__all__ = ["Fetched", "Method", "Published", "Snapshot", "fetch", "publish"]
