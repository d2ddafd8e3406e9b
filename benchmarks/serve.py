"""The named questions over HTTP: `answerable serve` beside the bare `oxigraph serve`, on the same data in one run.

1. Every question at 1 client, asked of both in turns, computed anew each time (a comment makes each text new) and kept.
2. All questions in turn at 1, 8 and 32 clients, both servers in turns: p99, median and answers a second.
3. 32 clients for a minute: no error but an honest 503, and memory that stays where it was.

Both servers hold the data in memory, and both are asked by the same client, which is a process of its own.
`python benchmarks/run.py serve --with plans=12 seconds=2 steady=5` is a short look.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from pathlib import Path
from typing import Final

from answerable.graph.layout import GRAPH_FILE
from answerable.graph.store import Store
from benchmarks.harness import LeftOut, Measured
from benchmarks.load import Load, Target, asked, in_turns
from benchmarks.served import built, questions
from benchmarks.servers import TOOLS, bare, memory_of, ours

__all__ = ["measure"]

CLIENTS: Final = (1, 8, 32)
SLICES: Final = 5
SLOW, FLOOR_SLOW, FLOOR_QUICK, FLOOR_P99, FLOOR_MEMORY = 10.0, 1.3, 1.5, 1.5, 1.1
BARE: Final = "oxigraph serve"
HONEST: Final = (HTTPStatus.OK, HTTPStatus.SERVICE_UNAVAILABLE)


def measure(plans: int = 20, seconds: float = 3.0, steady: float = 60.0, workers: int = 2) -> Iterator[Measured]:
    """Measure all of it on a graph of so many plans; times in seconds, of which 0 leaves a part out."""
    if not (TOOLS / "oxigraph").exists():
        raise LeftOut("the oxigraph server is not installed (pip install oxigraph)")
    with tempfile.TemporaryDirectory() as folder:
        store = built(Path(folder), plans)
        texts = questions(Store.open(store))
        if seconds:
            yield from _beside_bare(store, texts, seconds, workers)
        if steady:
            yield from _steady(store, texts, steady, workers)


def _beside_bare(folder: Path, texts: Mapping[str, str], seconds: float, workers: int) -> Iterator[Measured]:
    quads = Store.open(folder).directory / GRAPH_FILE
    with bare(quads) as theirs, ours(folder, workers) as (mine, _):
        targets = {"bare": Target(theirs, "/query"), "ours": Target(mine, "/sparql")}
        kept = {"kept": Target(mine, "/sparql", anew=False)}
        yield from _of_questions(in_turns(targets | kept, texts, 3 * seconds))
        for clients in CLIENTS:
            yield from _of_clients(targets | kept, texts, clients, seconds)


def _of_questions(came: Mapping[str, Load]) -> Iterator[Measured]:
    for name in sorted(came["bare"].times, key=came["bare"].median):
        peer, own, kept = (came[which].median(name) for which in ("bare", "ours", "kept"))
        floor = FLOOR_SLOW if peer > SLOW else FLOOR_QUICK
        note = f"asked again: {kept:.2f} ms"
        yield Measured(f"{name}, 1 client", BARE, own / 1000, peer / 1000, floor=floor, note=note)


def _of_clients(
    targets: Mapping[str, Target], texts: Mapping[str, str], clients: int, seconds: float
) -> Iterator[Measured]:
    for target in targets.values():
        asked(target, texts, clients, seconds / SLICES)
    came = {name: Load() for name in targets}
    for _ in range(SLICES):
        for name, target in targets.items():
            asked(target, texts, clients, seconds / SLICES, came[name])
    peer, own, kept = (came[which] for which in ("bare", "ours", "kept"))
    rates = f"answers a second: {own.per_second():,.0f}, kept {kept.per_second():,.0f}, bare {peer.per_second():,.0f}"
    for share, what, floor in ((0.5, "median", None), (0.99, "p99", FLOOR_P99)):
        figures = (own.quantile(share) / 1000, peer.quantile(share) / 1000)
        yield Measured(f"all questions, {clients} clients, {what}", BARE, *figures, floor=floor, note=rates)


def _steady(folder: Path, texts: Mapping[str, str], seconds: float, workers: int) -> Iterator[Measured]:
    """Load with 32 clients and watch the memory, once as much is held as may be kept."""
    with ours(folder, workers) as (port, process):
        target = Target(port, "/sparql")
        asked(target, texts, 32, seconds)
        before = memory_of(process)
        came = asked(target, texts, 32, seconds)
        after = memory_of(process)
    failed = len(came.failures) + sum(times for status, times in came.statuses.items() if status not in HONEST)
    what = f"32 clients for {seconds:g} s"
    yield Measured(f"{what}, failed", "", failed, unit="requests", floor=0, note=came.told())
    yield Measured(f"{what}, memory", "a minute before", after, before, unit="MB", floor=FLOOR_MEMORY)
