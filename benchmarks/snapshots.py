"""What a build costs beside the one before it: none of many plans changed, one changed, and that plan built alone.

The floor: one changed plan costs at most three times building that plan alone, plus the writing of the snapshot, which
is told apart: the lines of all parts are copied into one sorted file, hashed and brought to the disk. A plan can change
in three ways that cost differently: in what it says will be done and by when, in the words of a recommendation, which
are compared with those of all others, and in a holder, whose networks are measured anew. Where nothing changed there is
nothing to write; the snapshot that stands is read and hashed instead, which is told apart too.
"""

from __future__ import annotations

import re
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final, NamedTuple
from unittest.mock import patch

import answerable
from answerable.graph.layout import GRAPH_FILE, RECORDS_FILE
from answerable.graph.snapshots import building
from answerable.graph.snapshots.writing import SnapshotFiles
from benchmarks.harness import RUNS, Measured
from benchmarks.plans import write_plans

__all__ = ["measure"]

FLOOR: Final = 3.0
CHANGED: Final = "00007.txt"
WRITING: Final = ("write_graph", "write_records", "settle")
CHECKING: Final = "is_sound"
WAYS: Final[Mapping[str, tuple[str, str]]] = {
    "an action and its date": (r"(?<=\t)\w+ \d{4}(?=\n)", "May {}"),
    "the words of a recommendation": (r"(?<=\n1\t)\w+", "Really{}"),
    "a holder": (r"Head of \w+", "Head of {}"),
}
"""Ways to change a plan: what is replaced, the first time that it stands there, and by what."""


class Cost(NamedTuple):
    """Seconds of one build, and those of them that went into writing the snapshot, or checking the one that stands."""

    seconds: float
    writing: float

    @property
    def rest(self) -> float:
        """The seconds without the writing or checking."""
        return self.seconds - self.writing


def measure(plans: int = 500, runs: int = RUNS) -> Iterator[Measured]:
    """Measure builds of so many plans, in turns with builds of the one plan that changes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_plans(folder / "plans", plans)
        (folder / "alone").mkdir()
        cost(folder / "plans", folder / "store")
        for way in WAYS:
            rounds = [one_round(folder, way, number) for number in range(runs + 1)][1:]
            alone, changed, unchanged = (middle(column) for column in zip(*rounds, strict=True))
            what = f"one of {plans} plans changed in {way}, without the writing"
            floor = FLOOR if way == next(iter(WAYS)) else None
            each = 1e6 * (changed.rest - alone.rest) / plans
            note = f"{each:.0f} µs for each plan of the corpus beyond that plan"
            yield Measured(what, "building that plan alone", changed.rest, alone.seconds, floor=floor, note=note)
        copied = sum(
            (answerable.open_store(folder / "store").directory / file).stat().st_size
            for file in (GRAPH_FILE, RECORDS_FILE)
        )
        yield Measured(f"writing the snapshot of {plans} plans", "", changed.writing, note=f"{copied / 1e6:.0f} MB")
        what = f"none of {plans} plans changed, without checking the snapshot"
        yield Measured(what, "building one plan", unchanged.rest, alone.seconds)
        yield Measured(f"checking that the snapshot of {plans} plans is as it was written", "", unchanged.writing)


def one_round(folder: Path, way: str, number: int) -> tuple[Cost, Cost, Cost]:
    """Change the plan and build it alone, all of them, and all of them again."""
    plan = folder / "plans" / CHANGED
    pattern, by = WAYS[way]
    text, changed = re.subn(pattern, by.format(2000 + number), plan.read_text("utf-8"), count=1)
    if not changed:
        raise ValueError(f"{plan} has nothing to change in {way}")
    plan.write_text(text, "utf-8")
    (folder / "alone" / CHANGED).write_text(text, "utf-8")
    one = cost(folder / "alone", folder / "store-alone")
    return one, cost(folder / "plans", folder / "store"), cost(folder / "plans", folder / "store")


def middle(costs: tuple[Cost, ...]) -> Cost:
    """Give the median of each."""
    return Cost(statistics.median(each.seconds for each in costs), statistics.median(each.writing for each in costs))


def cost(plans: Path, store: Path) -> Cost:
    """Build in this process."""
    with timed() as writing:
        started = time.perf_counter()
        answerable.build(plans, to=store)
        seconds = time.perf_counter() - started
    return Cost(seconds, sum(writing))


@contextmanager
def timed() -> Iterator[list[float]]:
    """Collect the seconds that go into writing snapshots and checking one that stands."""
    spent: list[float] = []
    with ExitStack() as patched:
        for owner, name in (*((SnapshotFiles, name) for name in WRITING), (building, CHECKING)):
            patched.enter_context(patch.object(owner, name, _timing(getattr(owner, name), spent)))
        yield spent


def _timing(method: Callable[..., object], spent: list[float]) -> Callable[..., object]:
    def run(*arguments: object) -> object:
        started = time.perf_counter()
        try:
            return method(*arguments)
        finally:
            spent.append(time.perf_counter() - started)

    return run
