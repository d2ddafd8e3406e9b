"""Graphs that lie elsewhere: answers as the SPARQL protocol sends them, and any endpoint as something to ask."""

from __future__ import annotations

from answerable.graph.remote.credentials import Credentials
from answerable.graph.remote.results import answer_from_json
from answerable.graph.remote.store import RemoteStore

__all__ = ["Credentials", "RemoteStore", "answer_from_json"]
