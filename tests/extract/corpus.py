"""The whole plans that reading is tried on, with what a careful reader found in each; every record is read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from answerable.extract import read_plan
from answerable.extract.records import PlanRecord
from answerable.extract.source import SourceFile
from tests.places import ROOT, SHARED

__all__ = ["ALL", "EXAMPLES", "GOLDEN", "OURS", "SEEDS", "TWINS", "Plan", "record_of", "text_of"]

GOLDEN: Final = ROOT / "tests" / "golden"


class Plan(NamedTuple):
    """A document and the gold beside it."""

    document: Path
    gold: Path

    @property
    def name(self) -> str:
        """What twins have in common."""
        return self.gold.stem

    def __str__(self) -> str:
        return self.document.name.removesuffix(".txt")


def twins() -> list[Plan]:
    folders = ROOT / "tests" / "plans", ROOT / "tests" / "plans" / "blind"
    golds = sorted(path for folder in folders for path in folder.glob("*.json"))
    return [Plan(gold.with_name(f"{gold.stem}.{layout}.txt"), gold) for gold in golds for layout in ("tab", "md")]


def examples() -> list[Plan]:
    golds = sorted((ROOT / "examples" / "gold").glob("*.json"))
    return [Plan(ROOT / "examples" / "plans" / f"{gold.stem}.txt", gold) for gold in golds]


def seeds() -> list[Plan]:
    documents = (path for stem in ("000", "001") for path in sorted((SHARED / "seeds").glob(f"{stem}_*.txt")))
    return [Plan(path, SHARED / "gold" / f"{path.name[:3]}.json") for path in documents]


TWINS: Final = twins()
"""Plans set twice, tab-separated and as Markdown, in turn."""
EXAMPLES: Final = examples()
SEEDS: Final = seeds()
"""Real plans, where they are kept beside the checkout."""
OURS: Final = TWINS + EXAMPLES
ALL: Final = OURS + SEEDS


@cache
def record_of(plan: Plan) -> PlanRecord:
    """Give the record of a plan, without names."""
    return read_plan(plan.document, names=False)


@cache
def text_of(plan: Plan) -> str:
    """Give the text to which offsets refer."""
    return SourceFile.load(plan.document).decode()
