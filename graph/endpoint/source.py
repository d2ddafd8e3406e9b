"""Where the answers of a service come from: a graph that is open in this process, or workers that hold it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from http import HTTPStatus
from io import BytesIO
from typing import TYPE_CHECKING, Protocol

from answerable.graph.endpoint.asked import Asked, Reply, RequestRefusedError
from answerable.graph.endpoint.written import answered
from answerable.graph.errors import EndpointError, QueryRefusedError

if TYPE_CHECKING:
    from answerable.graph.askable import Askable

__all__ = ["OpenGraph", "Source"]


class Source(Protocol):
    """Answers queries of one graph, which may move on to a newer snapshot between two of them."""

    def graph(self) -> Askable:
        """Give the snapshot that answers now, for threads."""

    async def answer(self, asked: Asked) -> Reply:
        """Answer for a client; raises RequestRefusedError where it gets none."""

    async def start(self) -> None:
        """Get ready to answer; raises AnswerableError where that cannot be."""

    async def stop(self) -> None:
        """Finish what is being answered, and stop."""

    def state(self) -> Mapping[str, str | int | None]:
        """Tell how it stands: `snapshot`, and `trouble` in one line where something is wrong."""

    def figures(self) -> Mapping[str, float]:
        """Give what is counted of it, by name; names that end in `_total` only grow."""


class OpenGraph:
    """A graph that is open already; each query is answered in a thread, and nothing can end it."""

    def __init__(self, graph: Askable) -> None:
        self._graph = graph

    def graph(self) -> Askable:
        """Give the graph."""
        return self._graph

    async def answer(self, asked: Asked) -> Reply:
        """Answer for a client, the whole answer at once."""
        return await asyncio.to_thread(self._whole, asked)

    async def start(self) -> None:
        """Do nothing: the graph is open."""

    async def stop(self) -> None:
        """Do nothing: whoever opened the graph closes it."""

    def state(self) -> Mapping[str, str | int | None]:
        """Tell which snapshot answers."""
        return {"snapshot": self._graph.name, "trouble": None}

    def figures(self) -> Mapping[str, float]:
        """Give nothing: there is nothing to count."""
        return {}

    def _whole(self, asked: Asked) -> Reply:
        output = BytesIO()
        try:
            media_type, write = answered(self._graph, asked)
            write(output)
        except QueryRefusedError as error:
            refusal = RequestRefusedError(HTTPStatus.BAD_REQUEST, str(error))
        except EndpointError as error:
            refusal = RequestRefusedError(HTTPStatus.BAD_GATEWAY, str(error))
        except RequestRefusedError as error:
            # The engine's results may only be let go in this thread: no frame that holds them leaves with the error.
            refusal = error.with_traceback(None)
        else:
            return Reply(media_type, output.getvalue())
        raise refusal
