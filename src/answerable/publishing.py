"""A build put on a server, and the report on it in words and as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike

    from answerable.graph.publishing import Method, Published

__all__ = ["publish", "published_as_json", "published_as_text"]


def publish(
    store: str | PathLike[str],
    endpoint: str,
    *,
    snapshot: str | None = None,
    method: Method | None = None,
    to: str | None = None,
    timeout: float | None = None,
    dry_run: bool = False,
) -> Published:
    """Make a SPARQL server hold the current snapshot of a store, or the one whose name begins with `snapshot`.

    Graphs that are there already do not travel again, and graphs of plans that are gone are removed; what lies outside
    the base of the build is left alone. Credentials come from the environment (docs/how-to/publish.md).

    Args:
        store: the folder that `build` wrote.
        endpoint: where the server answers queries.
        snapshot: an earlier build.
        method: `graph-store` or `update`; found out unless it is said.
        to: where the server takes graphs; found out unless it is said.
        timeout: seconds that the server may take for each request.
        dry_run: say what would travel, and send nothing.

    Raises:
        NotAStoreError: the folder is missing, is no build, or was altered since.
        EndpointError: the server cannot be reached, refuses, or has something else than what was sent.
    """
    from answerable.console import watched
    from answerable.graph.addressed.bringing import brought
    from answerable.graph.errors import DamagedSnapshotError
    from answerable.graph.layout import GRAPH_FILE, Layout
    from answerable.graph.publishing import Snapshot, publish
    from answerable.graph.remote.connection import TIMEOUT, Connection
    from answerable.graph.remote.endpoint import Endpoint
    from answerable.graph.snapshots.listing import chosen, way_back
    from answerable.graph.snapshots.manifest import proven_path, read_manifest

    layout = Layout(brought(store, snapshot))
    folder = layout.snapshot(chosen(layout, snapshot))
    try:
        manifest = read_manifest(folder)
        what = Snapshot(folder.name, str(manifest["base"]), proven_path(folder, GRAPH_FILE, manifest))
    except DamagedSnapshotError as error:
        raise DamagedSnapshotError(f"{error}; {way_back(layout, folder.name)}") from error
    with Connection(timeout=timeout or TIMEOUT) as connection:
        return publish(
            what,
            Endpoint(endpoint, connection),
            method=method,
            url=to,
            dry_run=dry_run,
            watched=lambda parts: watched(parts, "Publishing"),
        )


def published_as_text(done: Published, *, dry_run: bool) -> str:
    """Say what travelled, or in a dry run what would."""
    if done.is_current:
        return f"snapshot {done.snapshot} is there already: {_graphs(len(done.unchanged))}, nothing sent"
    lines = {
        "snapshot": f"{done.snapshot}, {'in place of ' + done.before if done.before else 'none was there whole'}",
        "would send" if dry_run else "sent": f"{_graphs(len(done.added))} new, {len(done.changed)} changed: "
        f"{done.triples} triples",
        "would remove" if dry_run else "removed": _graphs(len(done.removed)),
        "unchanged": _graphs(len(done.unchanged)),
        "where": f"{done.url}, by {done.method}, and counted there graph by graph" if done.url else "nothing was sent",
    }
    return "\n".join(f"{name:<16} {value}" for name, value in lines.items())


def published_as_json(done: Published, *, dry_run: bool) -> str:
    """Give the same as one JSON object, with the address of every graph."""
    from dataclasses import asdict

    return json.dumps({**asdict(done), "current": done.is_current, "dry_run": dry_run}, indent=1)


def _graphs(count: int) -> str:
    return f"{count} graph{'' if count == 1 else 's'}"
