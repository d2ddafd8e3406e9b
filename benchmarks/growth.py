"""How a build grows: seconds and peak memory of builds of more and more plans, and what each further plan adds.

Each build is a process of its own, from nothing. What is held is the largest build beside the one before: time for
each plan should stay what it is, and memory should not grow with the corpus; what each plan adds to memory and to
the file of what plans share is told. `--with plans=1000` makes the largest build larger or smaller.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from answerable.graph.layout import Layout
from benchmarks.harness import Measured, peak
from benchmarks.plans import write_plans

__all__ = ["measure"]

SIZES: Final = (10, 100, 1_000, 10_000)
TIME_FLOOR: Final = 1.5
"""How many times those of the build before may be the seconds for each plan of the largest."""
BUILD: Final = """
import sys, time
from pathlib import Path
import answerable
started = time.perf_counter()
answerable.build(sys.argv[1], to=sys.argv[2])
Path(sys.argv[3]).write_text(str(time.perf_counter() - started))
"""


class Grown(NamedTuple):
    """One build from nothing."""

    plans: int
    seconds: float
    megabytes: float
    """The most memory that its process needed."""
    shared: int
    """Bytes of the file of what the plans share."""


def measure(plans: int = 1_000) -> Iterator[Measured]:
    """Measure builds of 10, 100, ... plans, up to so many, which are more than 10."""
    sizes = [size for size in SIZES if size < plans] + [plans]
    builds = []
    for size in sizes:
        builds.append(build(size))
        yield from told(builds[-1])
    small, large = builds[-2:]
    each = [one.seconds / one.plans for one in (large, small)]
    what = f"time for each of {large.plans} plans"
    yield Measured(what, f"for each of {small.plans}", each[0], each[1], floor=TIME_FLOOR)
    added = (large.megabytes - small.megabytes) * 1e3 / (large.plans - small.plans)
    yield Measured("memory that each further plan adds", "", added, unit="KB")
    yield Measured(
        "what each plan adds to the file of what plans share", "", large.shared / large.plans / 1e3, unit="KB"
    )


def told(grown: Grown) -> Iterator[Measured]:
    """Tell of one build."""
    yield Measured(f"build of {grown.plans} plans, for each", "", grown.seconds / grown.plans)
    yield Measured(f"build of {grown.plans} plans, peak memory", "", grown.megabytes, unit="MB")


def build(plans: int) -> Grown:
    """Build so many plans in a process of its own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_plans(folder / "plans", plans)
        took, store = folder / "seconds", folder / "store"
        most = peak(BUILD, folder / "plans", store, took)
        return Grown(plans, float(took.read_text()), most, Layout(store).corpus.stat().st_size)
