"""How fast a build is checked, and whether the work keeps in step with the number of plans."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import answerable
from answerable.graph.checking import check_graph
from benchmarks.harness import Measured, beside
from benchmarks.plans import write_plans

__all__ = ["measure"]

GROWTH: Final = 1.5
"""A plan among many may cost so many times a plan among few."""


def measure(few: int = 3, many: int = 30, runs: int = 5) -> Iterator[Measured]:
    """Check few plans and many in turns, and compare what one costs."""
    with tempfile.TemporaryDirectory() as name:
        large, small = (_graph(Path(name), count) for count in (many, few))
    one, other = beside(lambda: list(check_graph(large)), lambda: list(check_graph(small)), runs)
    what = f"checking one plan among {many}"
    yield Measured(what, f"one among {few}", one / many, other / few, floor=GROWTH)


def _graph(folder: Path, count: int) -> bytes:
    write_plans(folder / f"plans{count}", count)
    answerable.build(folder / f"plans{count}", to=folder / f"store{count}")
    return answerable.open_store(folder / f"store{count}").quads()
