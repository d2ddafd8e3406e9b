"""A worker: opens one snapshot and answers one query after the other, until its server is gone."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path
from typing import IO, Any, BinaryIO, Final

from answerable.extract.alarm import end_after
from answerable.extract.errors import AnswerableError
from answerable.graph.endpoint.asked import Asked, RequestRefusedError
from answerable.graph.endpoint.depth import check_depth
from answerable.graph.endpoint.workers.outgoing import BrokenAnswerError, Outgoing
from answerable.graph.endpoint.workers.wire import Kind, frame, read_frame, told
from answerable.graph.endpoint.written import streamed
from answerable.graph.profiles import Publishable, profiled
from answerable.graph.store import Store

__all__ = ["main"]

_OVERTIME: Final = 5
"""Seconds after its time-out at which a query ends by itself, should the server not be there to end it."""


def main() -> None:
    """Work for the server at the other end of the pipes."""
    incoming, pipe = _pipes()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server is told, and ends its workers itself
    if (first := read_frame(incoming)) is None:
        return
    task = told(first[1])
    try:
        opened = Store.open(Path(task["store"]), task["snapshot"], memory=task["in_memory"])
        store = profiled(opened, task["profile"])
        del opened  # the copy that a profile shows stands for itself
    except AnswerableError as error:
        _put(pipe, frame(Kind.READY, {"trouble": str(error)}))
        return
    store.query("ASK { GRAPH ?g { ?s ?p ?o } }")  # so that the named graphs are loaded before anybody waits for them
    _put(pipe, frame(Kind.READY, {"name": store.name, "base": store.base, "graphs": sorted(store.graphs)}))
    _limit_memory(task["memory"])
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # an engine out of memory says so at length; the server logs one line
    with suppress(BrokenPipeError):
        while (read := read_frame(incoming)) is not None:
            _answer(store, told(read[1]), task, pipe)


def _pipes() -> tuple[IO[bytes], int]:
    """Take standard input and output for the server alone: what a library prints goes to standard error."""
    pipe = os.dup(1)
    os.dup2(2, 1)
    return sys.stdin.buffer, pipe


def _answer(store: Store | Publishable, query: dict[str, Any], task: dict[str, Any], pipe: int) -> None:
    end_after(int(task["timeout"]) + _OVERTIME)
    outgoing = Outgoing(lambda data: _put(pipe, data), task["result"])
    try:
        asked = Asked(query["sparql"], query["accept"], tuple(query["default"]), tuple(query["named"]))
        check_depth(asked.sparql, task["depth"])
        outgoing.media_type, write = streamed(store, asked)
        write(_file(outgoing))
        outgoing.finish()
    except RequestRefusedError as error:
        outgoing.refuse(error.status, error.message)
    except AnswerableError as error:
        outgoing.refuse(HTTPStatus.BAD_REQUEST, str(error))
    except BrokenPipeError:
        raise
    except (OSError, ValueError, RuntimeError, SyntaxError, MemoryError, BrokenAnswerError) as error:
        outgoing.refuse(HTTPStatus.INTERNAL_SERVER_ERROR, f"the query cannot be answered: {error}")
    end_after(0)


def _file(outgoing: Outgoing) -> BinaryIO:
    """Let the engine write to what has no more of a file than that."""
    return outgoing  # type: ignore[return-value]


def _put(pipe: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(pipe, view) :]


def _limit_memory(more: int) -> None:
    """Allow this process so many bytes more than it has; a query that needs them ends with the process."""
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - not on every system

        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        most = pages * resource.getpagesize() + more
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
