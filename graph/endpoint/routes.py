"""Where the endpoint stands on a server."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.routing import BaseRoute

    from answerable.graph.endpoint.protocol import QueryPage
    from answerable.graph.endpoint.service import Service

__all__ = ["sparql_routes"]


def sparql_routes(service: Service, page: QueryPage | None = None) -> list[BaseRoute]:
    """Give `/sparql`; `page` is what browsers see there."""
    from starlette.routing import Route  # noqa: PLC0415 - only a server needs it

    from answerable.graph.endpoint.protocol import SparqlEndpoint  # noqa: PLC0415 - only a server needs it

    return [Route("/sparql", SparqlEndpoint(service, page))]
