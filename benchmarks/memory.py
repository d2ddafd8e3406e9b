"""How much memory a graph needs once it is loaded, beside rdflib: the most that a process of its own ever holds."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import answerable
from answerable.graph.layout import GRAPH_FILE
from benchmarks.harness import Measured, peak
from benchmarks.plans import write_plans

__all__ = ["measure"]

HALF: Final = 0.5
OURS: Final = """
import sys
from answerable import open_store
store = open_store(sys.argv[1])
assert len(store.query("SELECT ?plan { ?plan a ap:ActionPlan }")) > 0
"""
PEER: Final = """
import sys
import rdflib
dataset = rdflib.Dataset(default_union=True)
dataset.parse(sys.argv[1], format="nquads")
assert len(dataset) > 0
"""
QUADS: Final = 2400
"""About as many quads as a plan of the generator makes."""


def measure(quads: int = 1_000_000) -> Iterator[Measured]:
    """Build a graph of so many quads and load it both ways."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_plans(folder / "plans", quads // QUADS + 1)
        built = answerable.build(folder / "plans", to=folder / "store")
        graph = answerable.open_store(folder / "store").directory / GRAPH_FILE
        mine, peer = peak(OURS, folder / "store"), peak(PEER, graph)
    note = f"once each: a peak, not a time; {built.summary.quads:,} quads"
    yield Measured(
        f"memory of {built.summary.quads:,} quads, loaded", "rdflib.Dataset", mine, peer, "MB", HALF, note=note
    )
