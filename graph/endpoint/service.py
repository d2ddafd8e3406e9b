"""What every route of a server works over: the graph that answers now, the limits, the documents that may be shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from answerable.graph.endpoint.limits import Limits

if TYPE_CHECKING:
    from answerable.graph.askable import Askable
    from answerable.graph.endpoint.documents import Documents
    from answerable.graph.endpoint.source import Source

__all__ = ["Service"]


@dataclass(frozen=True, slots=True)
class Service:
    """One graph as it is served: `source` answers, and may move on to a newer snapshot at any time."""

    source: Source
    limits: Limits = field(default_factory=Limits)
    documents: Documents | None = None

    @classmethod
    def of(cls, graph: Askable, *, limits: Limits | None = None, documents: Documents | None = None) -> Service:
        """Serve a graph that is open already, in this process: an opened store, or one that lies elsewhere."""
        from answerable.graph.endpoint.source import OpenGraph  # noqa: PLC0415 - only where nothing else answers

        return cls(OpenGraph(graph), limits or Limits(), documents)

    def graph(self) -> Askable:
        """Give the snapshot that answers now, to be asked from a thread, never from the server's own loop.

        Take it once for each request, so that all of an answer is of one snapshot.
        """
        return self.source.graph()

    @property
    def snapshot(self) -> str:
        """The name of the snapshot that answers now."""
        return self.source.graph().name

    @property
    def base(self) -> str:
        """The address that the things of the snapshot are named under."""
        return self.source.graph().base
