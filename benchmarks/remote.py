"""A million quads put on SPARQL servers of others by `publish`, and the named questions asked there.

Each server is new and holds its graph as it does unless told otherwise: `oxigraph serve` in memory, Virtuoso on the
disk. For Oxigraph the peer is the least that it can mean: the same N-Quads in one request, with nobody counting.
`--with store=DIR` publishes a build that is there, in place of one that is made.
"""

from __future__ import annotations

import os
import statistics
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Final
from unittest.mock import patch

import httpx
import pytest

import answerable
from answerable.graph.errors import AnswerableError
from answerable.graph.layout import GRAPH_FILE
from answerable.graph.questions import all_questions, ask
from answerable.graph.remote import RemoteStore
from answerable.graph.remote.credentials import PASSWORD, USER
from answerable.graph.store import Store
from answerable.publishing import publish
from benchmarks.harness import LeftOut, Measured, seconds
from benchmarks.plans import write_plans
from tests.servers import Server, oxigraph, virtuoso

__all__ = ["measure"]

Running = Callable[[Path], AbstractContextManager[Server]]
PATIENCE: Final = 600.0
"""Seconds that a server may take for one request."""
TOLD: Final = {"as_at": "2024-06-30", "month": "2023-09", "name": "head"}
"""What a question is told that must be told something."""
TOO_SHORT: Final = 0.01
"""Seconds of a question here under which its way through the network is all that a ratio tells."""
SERVERS: Final[dict[str, Running]] = {"oxigraph serve": oxigraph, "Virtuoso": virtuoso}


def measure(plans: int = 450, store: str = "", only: str = "") -> Iterator[Measured]:
    """Publish the build of so many generated plans to each server, or to the one whose name begins with `only`."""
    with tempfile.TemporaryDirectory() as name:
        at = Path(store) if store else _built(Path(name), plans)
        graph = answerable.open_store(at)
        missing = []
        for server, running in SERVERS.items():
            if server.startswith(only):
                try:
                    yield from _on(server, running, at, graph)
                except pytest.skip.Exception as error:
                    missing.append(str(error))
        if missing:
            raise LeftOut("; ".join(missing))


def _built(folder: Path, plans: int) -> Path:
    write_plans(folder / "plans", plans)
    answerable.build(folder / "plans", to=folder / "store")
    return folder / "store"


def _on(name: str, running: Running, at: Path, graph: Store) -> Iterator[Measured]:
    what = f"{len(graph)} quads published to {name}"
    peer = _at_once(running, graph) if running is oxigraph else None
    against = "one request of all" if peer else ""
    with tempfile.TemporaryDirectory() as folder, running(Path(folder)) as server, _known(server):

        def put() -> object:
            return publish(at, server.query, method="graph-store", to=server.store, timeout=PATIENCE)

        first = seconds(put)
        yield Measured(what, against, first, peer, note=f"{len(graph) / first:,.0f} quads a second")
        yield Measured(f"the same again to {name}, nothing to send", "", seconds(put))
        yield _questions(name, RemoteStore.open(server.query, timeout=PATIENCE), graph)


def _questions(name: str, remote: RemoteStore, graph: Store) -> Measured:
    """Ask each named question once there and once here, when it was asked before in both places."""
    there, here, refused = [], [], []
    for question in all_questions():
        told = {one.name: TOLD[one.name] for one in question.parameters if one.default is None}
        try:
            there.append(_second_time(lambda question=question, told=told: ask(remote, question, **told)))
        except AnswerableError:
            refused.append(question.name)
        else:
            here.append(_second_time(lambda question=question, told=told: ask(graph, question, **told)))
    worst = max(far / near for far, near in zip(there, here, strict=True) if near > TOO_SHORT)
    note = (
        f"the median of {len(there)} questions; the slowest took {max(there):.1f} s there and {max(here):.1f} s here, "
    )
    note += f"the ratio was {worst:.1f} at most" + (f"; refused: {', '.join(refused)}" if refused else "")
    return Measured(f"a named question on {name}", "here", statistics.median(there), statistics.median(here), note=note)


def _second_time(work: Callable[[], object]) -> float:
    work()
    return seconds(work)


def _at_once(running: Running, graph: Store) -> float:
    content = (graph.directory / GRAPH_FILE).read_bytes()
    with tempfile.TemporaryDirectory() as folder, running(Path(folder)) as server:

        def post() -> object:
            told = {"Content-Type": "application/n-quads"}
            return httpx.post(server.store, content=content, headers=told, timeout=PATIENCE).raise_for_status()

        return seconds(post)


def _known(server: Server) -> AbstractContextManager[object]:
    """Be to the server who may write there."""
    who = {USER: server.credentials.user, PASSWORD: server.credentials.password}
    return patch.dict(os.environ, {name: value for name, value in who.items() if value})
