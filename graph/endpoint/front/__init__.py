"""What stands between the network and the routes: who may ask, what is told of it, and connections that end."""

from __future__ import annotations

from answerable.graph.endpoint.front.access import Access
from answerable.graph.endpoint.front.gate import Gate
from answerable.graph.endpoint.front.health import health_routes
from answerable.graph.endpoint.front.metrics import Metrics

__all__ = ["Access", "Gate", "Metrics", "health_routes"]
