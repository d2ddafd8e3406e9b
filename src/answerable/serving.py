"""A server put together: the endpoint, and whatever else is shown of the same graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.applications import Starlette

    from answerable.graph.endpoint import Service

__all__ = ["application"]


def application(service: Service) -> Starlette:
    """Give the application that serves a graph: `/sparql`, and every route that stands on it."""
    from starlette.applications import Starlette

    from answerable.graph.endpoint.routes import sparql_routes

    return Starlette(routes=sparql_routes(service))
