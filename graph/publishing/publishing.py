"""A snapshot put on a server: only what changed travels, each graph is counted there, and a broken run goes on.

What was sent is noted on the server graph by graph, with a hash of what it holds. So the server itself knows what it
has, whoever publishes next and from wherever. The name of the snapshot is noted last: as long as it is missing, the
build there is not whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from answerable.graph.errors import EndpointError
from answerable.graph.publishing.offers import Method, writer_for
from answerable.graph.publishing.parts import Part, contents, parts
from answerable.graph.publishing.standing import Standing, note, standing, triples_of
from answerable.graph.remote.note import published_graph

if TYPE_CHECKING:
    from answerable.graph.publishing.writers import Writer
    from answerable.graph.remote.endpoint import Endpoint

    Watched = Callable[[Sequence[Part]], Iterable[Part]]

__all__ = ["Published", "Snapshot", "publish"]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What is published: the N-Quads of a snapshot, its name and its base."""

    name: str
    base: str
    quads: Path


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing came to, or would come to in a dry run."""

    snapshot: str
    before: str | None
    """The snapshot that was there, None where none was there whole."""
    added: tuple[str, ...]
    """Graphs that were sent and not there before."""
    changed: tuple[str, ...]
    """Graphs that were sent in the place of others."""
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    triples: int
    """How many triples were sent."""
    method: str | None = None
    """How, and None where nothing was sent."""
    url: str | None = None

    @property
    def is_current(self) -> bool:
        """Whether all was there already."""
        return self.before == self.snapshot and not (self.added or self.changed or self.removed)


def publish(
    snapshot: Snapshot,
    endpoint: Endpoint,
    *,
    method: Method | None = None,
    url: str | None = None,
    dry_run: bool = False,
    watched: Watched = iter,
) -> Published:
    """Make a server hold a snapshot, and no other graph under its base.

    Args:
        snapshot: what to publish.
        endpoint: where the server answers queries.
        method: how it takes graphs; found out where it is not said.
        url: where it takes them; found out likewise.
        dry_run: say what would be sent, and send nothing.
        watched: goes through the graphs that are sent, for whoever looks on.

    Raises:
        EndpointError: the server cannot be reached, refuses, or holds something else than what was sent; what was sent
            before stays, and the next run goes on from there.
    """
    local, there = parts(snapshot.quads), standing(endpoint, snapshot.base)
    planned = _planned(snapshot, local, there)
    if dry_run or planned.is_current:
        return planned
    # The note on what is about to change goes first: a graph that was sent in part must not pass for a whole one.
    kept = note([local[graph] for graph in planned.unchanged], snapshot.base)
    writer = writer_for(endpoint, published_graph(snapshot.base), kept, method=method, url=url)
    wanted = [local[graph] for graph in (*planned.added, *planned.changed)]
    for (part, lines), _ in zip(contents(snapshot.quads, wanted), watched(wanted), strict=True):
        _send(writer, endpoint, part, lines)
        writer.add(published_graph(snapshot.base), note([part], snapshot.base))
    for graph in planned.removed:
        writer.drop(graph)
    _finish(writer, endpoint, snapshot, local)
    return replace(planned, method=writer.method, url=writer.url)


def _planned(snapshot: Snapshot, local: Mapping[str, Part], there: Standing) -> Published:
    unchanged = tuple(graph for graph, part in local.items() if there.has(part))
    sent = [part for graph, part in local.items() if graph not in unchanged]
    return Published(
        snapshot=snapshot.name,
        before=there.snapshot,
        added=tuple(part.graph for part in sent if part.graph not in there.triples),
        changed=tuple(part.graph for part in sent if part.graph in there.triples),
        unchanged=unchanged,
        removed=tuple(graph for graph in there.triples if graph not in local),
        triples=sum(part.triples for part in sent),
    )


def _send(writer: Writer, endpoint: Endpoint, part: Part, lines: Sequence[bytes]) -> None:
    writer.put(part.graph, lines)
    found = triples_of(endpoint, part.graph)
    if found != part.triples:
        raise EndpointError(
            f"{endpoint.url} has {found} triples in <{part.graph}> where {part.triples} were sent; publish again, "
            "or with another --method"
        )


def _finish(writer: Writer, endpoint: Endpoint, snapshot: Snapshot, local: Mapping[str, Part]) -> None:
    """Note the whole, once a count of every graph has shown that it is there and nothing else is."""
    there = standing(endpoint, snapshot.base).triples
    wrong = sorted(
        graph for graph in {*local, *there} if graph not in local or local[graph].triples != there.get(graph)
    )
    if wrong:
        raise EndpointError(f"{endpoint.url} was changed by another while this was published ({wrong[0]}); try again")
    writer.put(published_graph(snapshot.base), note(local.values(), snapshot.base, snapshot.name))
