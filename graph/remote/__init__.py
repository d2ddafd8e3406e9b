"""Graphs that lie elsewhere: answers as the SPARQL protocol sends them, and any endpoint as something to ask."""

from __future__ import annotations

from answerable.graph.remote.results import answer_from_json

__all__ = ["answer_from_json"]
