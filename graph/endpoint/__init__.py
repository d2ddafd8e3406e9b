"""The SPARQL 1.1 Protocol over one graph: routes for a server, and the workers that answer behind it."""

from __future__ import annotations

from answerable.graph.endpoint.documents import Documents
from answerable.graph.endpoint.limits import Limits
from answerable.graph.endpoint.service import Service

__all__ = ["Documents", "Limits", "Service"]
