"""A server put together: the endpoint, whatever else is shown of the same graph, and the gate before all of it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp, Receive, Scope, Send

    from answerable.graph.endpoint import Limits, Service
    from answerable.graph.endpoint.front import Metrics
    from answerable.graph.profiles import Profile

__all__ = ["Address", "application", "elsewhere", "pooled", "serve"]


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server listens, and who may ask it."""

    host: str = "127.0.0.1"
    port: int = 8000
    token: str | None = None
    log_queries: bool = False


def application(service: Service, metrics: Metrics | None = None) -> Starlette:
    """Give the application that serves a graph: `/sparql`, the named questions, and whatever else stands on it."""
    from starlette.applications import Starlette

    from answerable.exports.pages import Shelves, error_pages, page_routes, query_page
    from answerable.exports.pages.questions import question_routes
    from answerable.extract.errors import AnswerableError
    from answerable.graph.endpoint.front import Metrics, health_routes
    from answerable.graph.endpoint.routes import sparql_routes

    shelves = Shelves()

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        await service.source.start()
        shelves.of(service.graph())  # the first page then need not wait for all names and recommendations
        yield
        await service.source.stop()

    return Starlette(
        routes=[
            *sparql_routes(service, query_page),
            *question_routes(service),
            *page_routes(service, shelves),
            *health_routes(service, metrics or Metrics()),
        ],
        exception_handlers={AnswerableError: _refused, **error_pages(service)},
        lifespan=lifespan,
    )


def pooled(
    store: Path,
    snapshot: str | None = None,
    *,
    workers: int = 2,
    limits: Limits | None = None,
    memory: int | None = None,
    documents: Path | None = None,
    profile: Profile = "internal",
) -> Service:
    """Give the service of a store, answered by worker processes; it opens the snapshot when it starts.

    Under the profile `publishable` it answers from a copy without named individuals; `documents` would still name them.
    """
    from answerable.graph.endpoint import Documents, Limits, Service
    from answerable.graph.endpoint.workers import Pool
    from answerable.graph.store import IN_MEMORY

    held = limits or Limits()
    most = IN_MEMORY if memory is None else memory
    pool = Pool(store, snapshot, workers=workers, limits=held, memory=most, profile=profile)
    return Service(pool, held, Documents(documents) if documents else None)


def elsewhere(
    endpoint: str, *, limits: Limits | None = None, documents: Path | None = None, base: str | None = None
) -> Service:
    """Give the service of a build that lies on a SPARQL server; each query goes there, and waits no longer than here.

    Raises EndpointError where the server cannot be reached, refuses, or holds no build.
    """
    from answerable.graph.endpoint import Documents, Limits, Service
    from answerable.graph.remote import RemoteStore

    held = limits or Limits()
    graph = RemoteStore.open(endpoint, base=base, timeout=held.timeout)
    return Service.of(graph, limits=held, documents=Documents(documents) if documents else None)


def serve(service: Service, address: Address, *, say: Callable[[str], None]) -> None:
    """Serve until SIGTERM or SIGINT; `say` is told where it listens, once it answers.

    Raises:
        PortError: the port cannot be had.
        NotAStoreError: the snapshot cannot be opened.
    """
    from answerable.graph.endpoint.front import Access, Gate, Metrics
    from answerable.graph.endpoint.front.access import LOOPBACK
    from answerable.graph.endpoint.front.logs import say_as_json
    from answerable.graph.endpoint.front.server import listening, run

    taken = listening(address.host, address.port)
    host, port = taken.getsockname()[:2]
    local = host == "::1" or host.startswith("127.")
    access = Access(address.token, LOOPBACK if local else None, any_origin=bool(address.token) or not local)
    metrics = Metrics(service.source.figures)
    app = _with_short_way(application(service, metrics), service)
    gate = Gate(app, access, metrics, address.log_queries)
    say_as_json()
    shown = f"[{host}]" if ":" in host else host
    run(gate, service.source, taken, limits=service.limits, ready=lambda: say(f"http://{shown}:{port}/"))


def _with_short_way(app: Starlette, service: Service) -> ASGIApp:
    """Lead a query straight to the endpoint: finding its way among the routes costs as much as a small answer."""
    from answerable.exports.pages import query_page
    from answerable.graph.endpoint.protocol import SparqlEndpoint

    endpoint = SparqlEndpoint(service, query_page)

    async def led(scope: Scope, receive: Receive, send: Send) -> None:
        await (endpoint if scope["path"] == "/sparql" else app)(scope, receive, send)

    return led


async def _refused(_request: Request, error: Exception) -> Response:
    """Tell a client of any route in one line what was wrong."""
    from starlette.responses import PlainTextResponse

    from answerable.graph.endpoint.asked import RequestRefusedError
    from answerable.graph.errors import EndpointError

    refused = error if isinstance(error, RequestRefusedError) else None
    status = refused.status if refused else HTTPStatus.BAD_GATEWAY if isinstance(error, EndpointError) else 400
    headers = {"Cache-Control": "no-store", **(refused.headers if refused else {})}
    return PlainTextResponse(f"{error}\n", int(status), headers)
