"""The server itself: listens, answers until it is told to stop, and finishes what it has begun."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING, Any

from answerable.graph.errors import PortError

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from answerable.graph.endpoint.limits import Limits
    from answerable.graph.endpoint.source import Source

__all__ = ["listening", "run"]


def listening(host: str, port: int) -> socket.socket:
    """Take a port of an address (0: any that is free); raises PortError where it cannot be had."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        taken = socket.socket(family, kind, protocol)
    except OSError as error:
        raise PortError(f"cannot listen on {host}: {error.strerror}; check --host") from error
    try:
        if os.name == "posix":
            taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(address)
        taken.listen(1024)
    except (OSError, OverflowError) as error:
        taken.close()
        reason = getattr(error, "strerror", None) or str(error)
        raise PortError(f"cannot listen on {host} port {port}: {reason}; choose another with --port") from error
    return taken


def run(app: ASGIApp, source: Source, taken: socket.socket, *, limits: Limits, ready: Callable[[], None]) -> None:
    """Serve on a port until SIGTERM or SIGINT; `ready` is called when the first request can be answered."""
    server = _server(app, limits)

    def stop(*_: object) -> None:
        # Uvicorn takes signals only while it serves, and raises them again when it has done what they ask for.
        server.should_exit = True

    with closing(taken):
        for stopping in (signal.SIGTERM, signal.SIGINT):
            signal.signal(stopping, stop)
        with asyncio.Runner(loop_factory=server.config.get_loop_factory()) as runner:
            runner.run(_serve(server, source, taken, ready))


async def _serve(server: Any, source: Source, taken: socket.socket, ready: Callable[[], None]) -> None:  # noqa: ANN401 - as below
    try:
        await source.start()
        if not server.should_exit:
            ready()
            await server.serve(sockets=[taken])
    finally:
        await source.stop()


def _server(app: ASGIApp, limits: Limits) -> Any:  # noqa: ANN401 - uvicorn is loaded only where a server runs
    import uvicorn  # noqa: PLC0415 - loaded only where a server runs

    from answerable.graph.endpoint.front.connection import GuardedConnection  # noqa: PLC0415 - loads uvicorn

    longest = 3 * limits.query + 20_000
    held_to = {"idle": limits.idle, "longest": longest, "most": limits.responses}
    config = uvicorn.Config(
        app,
        http=type("LimitedConnection", (GuardedConnection,), held_to),
        ws="none",
        lifespan="off",
        loop="auto",  # uvloop, where there is one
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=int(limits.idle),
        timeout_graceful_shutdown=int(limits.timeout) + 1,
    )
    return uvicorn.Server(config)
