"""What the Turtle of a graph costs beside rdflib's serialiser, and whether both say the same.

Both begin with the graph as they hold it after loading, and end with text. Without blank nodes, two graphs are
isomorphic where their triples are the same ones.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import rdflib

import answerable
from answerable.graph.formats import write_rdf
from benchmarks.harness import Measured, beside
from benchmarks.plans import write_plans

__all__ = ["measure"]

FASTER: Final = 10.0


def measure(triples: int = 100_000, plans: int = 45, runs: int = 5) -> Iterator[Measured]:
    """Compare times, then what was written."""
    with tempfile.TemporaryDirectory() as folder:
        write_plans(Path(folder, "plans"), plans)
        answerable.build(f"{folder}/plans", to=f"{folder}/store")
        store = answerable.open_store(f"{folder}/store")
        quads, base = store.quads(), store.base
    quads = b"".join(quads.splitlines(keepends=True)[:triples])
    graph = rdflib.Graph()
    graph.parse(data=_as_triples(quads), format="nt")
    mine, peer = beside(lambda: write_rdf(quads, "turtle", base=base), lambda: graph.serialize(format="turtle"), runs)
    note = f"{_apart(write_rdf(quads, 'turtle', base=base), graph):,} triples apart"
    what = f"Turtle of {len(graph):,} triples"
    yield Measured(what, "rdflib's serialiser", mine, peer, floor=FASTER, better="at least", note=note)


def _as_triples(quads: bytes) -> bytes:
    return b"".join(line.rsplit(b" <", 1)[0] + b" .\n" for line in quads.splitlines())


def _apart(turtle: str, graph: rdflib.Graph) -> int:
    """Count the triples that only one of the two says, and fail where there are any."""
    read = rdflib.Graph()
    read.parse(data=turtle, format="turtle")
    apart = len(set(read) ^ set(graph))
    if apart:
        raise ValueError(f"{apart} triples are not the same")
    return apart
