"""What a build costs beside the one before it: all plans, none changed, one changed, and that plan built alone.

The floor: one changed plan costs at most three times building that plan alone, plus the writing of the snapshot, which
is stated. A changed holder is stated apart, because the networks that it stands in are measured anew. All of them are
interleaved in one process, medians of several rounds after one that fills the caches. Full builds run in processes of
their own, which tell their peak memory. Run by `make bench`.
"""

from __future__ import annotations

import argparse
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import answerable
from answerable.graph.snapshots.writing import SnapshotFiles

__all__ = ["main"]

ROOT = Path(__file__).resolve().parent.parent
FLOOR = 3.0
WRITING = ("write_graph", "write_records", "settle")
FULL = """
import resource, sys, time, answerable
started = time.perf_counter()
built = answerable.build(sys.argv[1], to=sys.argv[2])
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 if sys.platform == "darwin" else 1000)
print(built.summary.quads, time.perf_counter() - started, peak)
"""


class Cost(NamedTuple):
    """Seconds of one build, and those of them that went into writing the snapshot."""

    seconds: float
    writing: float


def write_plans(folder: Path, count: int) -> None:
    """Write plans of different bodies, made of the example plans: some holders and things are shared, most are not."""
    folder.mkdir()
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "examples" / "plans").iterdir())]
    for number in range(count):
        name = f"{spelled(number)}shire"
        text = texts[number % len(texts)].replace("Harbourshire", name).replace("Somewhere to go", f"Going to {name}")
        (folder / f"{number:05}.txt").write_text(text, "utf-8")


def spelled(number: int) -> str:
    """Give a name for a number below 17,576."""
    return "".join(chr(ord("a") + number // 26**place % 26) for place in range(3)).title()


def full_build(plans: Path, store: Path) -> str:
    """Build in a fresh process, and say what it took."""
    command = [sys.executable, "-c", FULL, str(plans), str(store)]
    quads, seconds, peak = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    count = len(list(plans.iterdir()))
    each = f"{float(seconds) / count * 1000:5.0f} ms a plan"
    return f"{count:>6} plans {int(quads):>9} quads {float(seconds):7.1f} s {each} {float(peak):6.0f} MB peak"


def cost(plans: Path, store: Path) -> Cost:
    """Build in this process."""
    with timed() as writing:
        started = time.perf_counter()
        answerable.build(plans, to=store)
        seconds = time.perf_counter() - started
    return Cost(seconds, sum(writing))


@contextmanager
def timed() -> Iterator[list[float]]:
    """Collect the seconds that go into writing snapshots."""
    spent: list[float] = []
    before = {name: getattr(SnapshotFiles, name) for name in WRITING}
    for name, method in before.items():
        setattr(SnapshotFiles, name, _timing(method, spent))
    try:
        yield spent
    finally:
        for name, method in before.items():
            setattr(SnapshotFiles, name, method)


def _timing(method: Callable[..., object], spent: list[float]) -> Callable[..., object]:
    def run(*arguments: object) -> object:
        started = time.perf_counter()
        try:
            return method(*arguments)
        finally:
            spent.append(time.perf_counter() - started)

    return run


def change(plan: Path, round_number: int) -> None:
    """Add a line to a plan, so that it has to be read again and all of its lines are other ones."""
    plan.write_text(f"{plan.read_text('utf-8')}\nCopy {round_number}\n", "utf-8")


def change_holder(plan: Path, round_number: int) -> None:
    """Name another director in a plan that names one, so that who holds what has changed."""
    text, changed = re.subn(r"Director of \w+", f"Director of {spelled(round_number)}", plan.read_text("utf-8"))
    if not changed:
        raise ValueError(f"{plan} names no director")
    plan.write_text(text, "utf-8")


def main(plans: int, runs: int) -> None:
    """Print what builds cost."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print("full builds, each in a process of its own")
        for count in (plans // 5, plans):
            write_plans(folder / f"{count}", count)
            print("  " + full_build(folder / f"{count}", folder / f"store-{count}"))
        some, store = folder / f"{plans}", folder / f"store-{plans}"
        changed = some / "00007.txt"
        (folder / "alone").mkdir()
        rounds = []
        for round_number in range(runs + 1):
            change(changed, round_number)
            (folder / "alone" / changed.name).write_text(changed.read_text("utf-8"), "utf-8")
            one = cost(folder / "alone", folder / "store-alone")
            other, none = cost(some, store), cost(some, store)
            change_holder(changed, round_number)
            rounds.append((one, other, none, cost(some, store)))
        report(plans, rounds[1:])


def report(plans: int, rounds: list[tuple[Cost, Cost, Cost, Cost]]) -> None:
    """Print the medians, and whether the floor holds."""
    alone, changed, unchanged, holder = (
        Cost(statistics.median(each.seconds for each in column), statistics.median(each.writing for each in column))
        for column in zip(*rounds, strict=True)
    )
    rest, more = (each.seconds - each.writing for each in (changed, holder))
    told = "holds" if rest <= FLOOR * alone.seconds else "broken"
    print(f"builds after another, medians of {len(rounds)} rounds, interleaved")
    print(f"  {unchanged.seconds * 1000:6.0f} ms  none of {plans} changed")
    print(f"  {changed.seconds * 1000:6.0f} ms  one changed, of which writing {changed.writing * 1000:.0f} ms")
    print(f"  {holder.seconds * 1000:6.0f} ms  one holder changed, of which writing {holder.writing * 1000:.0f} ms")
    print(f"  {alone.seconds * 1000:6.0f} ms  that plan built alone")
    print(
        f"  {rest / alone.seconds:6.2f} x   one changed without the writing, beside it alone   floor {FLOOR} x   {told}"
    )
    print(f"  {more / alone.seconds:6.2f} x   one holder changed without the writing, beside it alone")


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--plans", type=int, default=500)
    options.add_argument("--runs", type=int, default=7)
    main(**vars(options.parse_args()))
