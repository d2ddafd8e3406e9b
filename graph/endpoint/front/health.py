"""Whether the server lives, whether it can answer, and its counts."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from answerable.graph.endpoint.front.metrics import Metrics
    from answerable.graph.endpoint.service import Service

__all__ = ["health_routes"]


def health_routes(service: Service, metrics: Metrics) -> list[BaseRoute]:
    """Give `/healthz`, `/readyz` and `/metrics`."""
    from prometheus_client import CONTENT_TYPE_LATEST  # noqa: PLC0415 - only a server needs it
    from starlette.responses import JSONResponse, PlainTextResponse, Response  # noqa: PLC0415 - only a server needs it
    from starlette.routing import Route  # noqa: PLC0415 - only a server needs it

    async def lives(_request: Request) -> Response:
        return PlainTextResponse("ok\n", headers=_UNKEPT)

    async def is_ready(_request: Request) -> Response:
        state = service.source.state()
        ready = bool(state["snapshot"]) and state.get("workers") != 0
        status = HTTPStatus.OK if ready else HTTPStatus.SERVICE_UNAVAILABLE
        return JSONResponse({"ready": ready, **state}, status, headers=_UNKEPT)

    async def counts(_request: Request) -> Response:
        return Response(metrics.written(), headers={**_UNKEPT, "Content-Type": CONTENT_TYPE_LATEST})

    return [Route("/healthz", lives), Route("/readyz", is_ready), Route("/metrics", counts)]


_UNKEPT = {"Cache-Control": "no-store"}
