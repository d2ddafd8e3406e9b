"""What a snapshot's files are called."""

from __future__ import annotations

from typing import Final

__all__ = ["GRAPH_FILE", "MANIFEST_FILE", "RECORDS_FILE"]

GRAPH_FILE: Final = "graph.nq"
"""The graph as sorted N-Quads."""

RECORDS_FILE: Final = "records.jsonl"
"""The plan records it was made from, as JSON Lines."""

MANIFEST_FILE: Final = "manifest.json"
"""The hashes of both, the counts and the sources."""
