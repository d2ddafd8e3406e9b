"""Processes that hold a snapshot and answer: a query can be ended by ending its process, and by nothing less."""

from __future__ import annotations

from answerable.graph.endpoint.workers.pool import Pool

__all__ = ["Pool"]
