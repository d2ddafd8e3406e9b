"""A build brought back from a server, one named graph at a time, to be looked at whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerable.graph.errors import EndpointError
from answerable.graph.publishing.parts import part_of
from answerable.graph.publishing.standing import standing
from answerable.graph.remote.description import describe

if TYPE_CHECKING:
    from answerable.graph.publishing.parts import Part
    from answerable.graph.publishing.standing import Standing
    from answerable.graph.remote.endpoint import Endpoint

__all__ = ["Fetched", "fetch"]


@dataclass(frozen=True, slots=True)
class Fetched:
    """The named graphs under the base of a build."""

    groups: Mapping[str, Sequence[str]]
    """The lines of N-Quads of each graph, without line ends."""
    parts: Mapping[str, Part]
    noted: Standing
    """What publishing noted of them."""


def fetch(endpoint: Endpoint, *, watched: Callable[[Sequence[str]], Iterable[str]] = iter) -> Fetched:
    """Fetch every graph of the build that a server holds; `watched` goes through their addresses, for whoever looks on.

    Raises EndpointError as `describe` does, and where a graph comes in part: no server says how much it may leave out,
    so that each is counted there.
    """
    noted = standing(endpoint, describe(endpoint, None).base)
    groups, parts = {}, {}
    for graph in watched(sorted(noted.triples)):
        triples = endpoint.lines(graph)
        _check_whole(endpoint, graph, len(triples), noted.triples[graph])
        parts[graph] = part_of(graph, triples)
        groups[graph] = [triple.decode().removesuffix(".\n") + f"<{graph}> ." for triple in triples]
    return Fetched(groups, parts, noted)


def _check_whole(endpoint: Endpoint, graph: str, given: int, counted: int) -> None:
    if given != counted:
        raise EndpointError(
            f"{endpoint.url} gave {given} of the {counted} triples of <{graph}>; let it give as many at once "
            "(Virtuoso: ResultSetMaxRows), or try again if it is being published to"
        )
