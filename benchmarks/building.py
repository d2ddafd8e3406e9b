"""A whole build of text plans, all stages, beside spaCy reading and tokenising the same files; and where its time goes.

Both are warm and in this one process. Every build is from nothing, into a folder of its own. The stages are told of
one more build, in which the clock is looked at where each begins and ends; reading is taken by itself, with names and
without.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final
from unittest.mock import patch

import answerable
from answerable.graph.snapshots.building import Build
from answerable.graph.snapshots.collection import Collection
from answerable.graph.snapshots.writing import SnapshotFiles
from benchmarks.harness import Measured, beside, seconds
from benchmarks.plans import write_plans

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["measure"]

FLOOR: Final = 3.5
STAGES: Final[Mapping[str, tuple[type, tuple[str, ...]]]] = {
    "keeping what was read": (Build, ("add",)),
    "mapping to quads": (Collection, ("settle",)),
    "links and measures": (Collection, ("share",)),
    "writing the snapshot": (SnapshotFiles, ("write_graph", "write_records", "settle")),
}
"""The stages after reading, by what does them."""


def measure(plans: int = 500, runs: int = 5) -> Iterator[Measured]:
    """Build so many generated plans in turns with tokenising them, then tell the stages of a build."""
    import spacy  # noqa: PLC0415 - only here

    nlp, numbers = spacy.blank("en"), count()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_plans(folder / "plans", plans)
        files = sorted((folder / "plans").iterdir())

        def built() -> object:
            return answerable.build(folder / "plans", to=folder / f"store-{next(numbers)}", jobs=1)

        ours, peer = beside(built, lambda: tokenised(files, nlp), runs)
        note = f"{1000 * ours / plans:.1f} ms a plan; one process, one core"
        what = f"build of {plans} text plans, all stages"
        yield Measured(what, 'read and tokenise, spacy.blank("en")', ours, peer, floor=FLOOR, note=note)
        yield from shares(files, built)


def tokenised(files: Sequence[Path], nlp: Language) -> int:
    """Read each text and tokenise it; give the number of tokens."""
    return sum(len(nlp(file.read_text("utf-8"))) for file in files)


def shares(files: Sequence[Path], built: Callable[[], object]) -> Iterator[Measured]:
    """Tell what each stage of a build takes, once, in seconds and as a share of the build."""
    without = seconds(lambda: list(answerable.read(*files, names=False, jobs=1)))
    reading = seconds(lambda: list(answerable.read(*files, jobs=1)))
    whole, spent = timed(built)
    stages = {"reading": without, "names": reading - without, **spent}
    stages["all else"] = whole - sum(stages.values())
    for stage, taken in stages.items():
        yield Measured(f"{stage}, of that", "", taken, note=f"{100 * taken / whole:.0f} % of {whole:.1f} s; taken once")


def timed(work: Callable[[], object]) -> tuple[float, Mapping[str, float]]:
    """Give the seconds that some work takes, and those that go into each stage."""
    spent = dict.fromkeys(STAGES, 0.0)
    with ExitStack() as patched:
        for stage, (owner, names) in STAGES.items():
            for name in names:
                patched.enter_context(patch.object(owner, name, _timing(getattr(owner, name), spent, stage)))
        return seconds(work), spent


def _timing(method: Callable[..., object], spent: dict[str, float], stage: str) -> Callable[..., object]:
    def run(*arguments: object) -> object:
        started = time.perf_counter()
        try:
            return method(*arguments)
        finally:
            spent[stage] += time.perf_counter() - started

    return run
