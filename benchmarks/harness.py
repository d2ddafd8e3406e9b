"""What a benchmark gives, and how it takes times: ours and its peer side by side, in turns, in one run.

A benchmark is a file of this folder with a function `measure` whose arguments all have defaults and which gives
`Measured` as it goes. It raises `LeftOut` where a program that it needs is not installed. `run.py` does the rest.
"""

from __future__ import annotations

import gc
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

__all__ = ["ROOT", "RUNS", "LeftOut", "Measured", "beside", "peak", "process", "seconds"]

ROOT: Final = Path(__file__).resolve().parent.parent
RUNS: Final = 5
"""How often each of two is timed, after once for nothing."""
_PEAK: Final = """
import re, resource, sys
from pathlib import Path
exec(compile(sys.stdin.read(), "measured", "exec"))
told = Path("/proc/self/status")  # unlike getrusage, it does not count what the process was before it became Python
if told.exists():
    print(int(re.search(r"VmHWM:\\s+(\\d+) kB", told.read_text())[1]) * 1.024e-3)
else:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3))
"""


class LeftOut(Exception):  # noqa: N818 - nothing went wrong
    """A benchmark that cannot be taken here; says what is missing."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One figure beside its peer's, in the same `unit`, with the `floor` that it is held to.

    With a peer, both are costs: `at most` holds ours to so many times the peer's, `at least` the peer's to so many
    times ours. Without one, ours itself is held. Without a floor the figure is only told.
    """

    what: str
    against: str
    ours: float
    peer: float | None = None
    unit: str = "s"
    floor: float | None = None
    better: Literal["at most", "at least"] = "at most"
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times the one is the other: ours of the peer's for `at most`, the peer's of ours for `at least`."""
        if not self.peer or not self.ours:
            return None
        return self.ours / self.peer if self.better == "at most" else self.peer / self.ours

    @property
    def holds(self) -> bool | None:
        """Whether the floor holds; None where there is none."""
        held = self.ours if self.peer is None else self.ratio
        if self.floor is None or held is None:
            return None
        return held <= self.floor if self.better == "at most" else held >= self.floor


def beside(ours: Callable[[], object], peer: Callable[[], object], runs: int = RUNS) -> tuple[float, float]:
    """Give the median seconds of both, run in turns after each ran once for nothing; who begins changes each round."""
    both = (ours, peer)
    for work in both:
        work()
    taken: tuple[list[float], list[float]] = ([], [])
    for number in range(runs):
        for place in (0, 1) if number % 2 == 0 else (1, 0):
            taken[place].append(seconds(both[place]))
    return statistics.median(taken[0]), statistics.median(taken[1])


def seconds(work: Callable[[], object]) -> float:
    """Give the seconds that some work takes; what earlier work left to be collected is not its own."""
    gc.collect()
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def process(*arguments: object) -> Callable[[], object]:
    """Give the work of running Python with these arguments, from the start of the process to its end."""
    command = [sys.executable, *map(str, arguments)]
    return lambda: subprocess.run(command, stdout=subprocess.DEVNULL, check=True, cwd=ROOT)


def peak(code: str, *arguments: object) -> float:
    """Give the most memory, in megabytes, that a process of its own needs for some Python code, Python itself included.

    The code finds the arguments in `sys.argv[1:]`.
    """
    command: Sequence[str] = [sys.executable, "-c", _PEAK, *map(str, arguments)]
    done = subprocess.run(command, input=code, stdout=subprocess.PIPE, check=True, text=True, cwd=ROOT)
    return float(done.stdout.split()[-1])
