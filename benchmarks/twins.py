"""How well one plan is read in every format: the same plans as text, web pages, Word, OpenDocument and PDF files.

Each figure is a share from 0 to 1 over all plans of tests/twins. Formats that LibreOffice makes are left out
without it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from answerable.extract import read_plan
from benchmarks.harness import Measured
from tests.extract.gold import items_in_gold, items_of_record
from tests.twins.formats import FORMATS, write_twins
from tests.twins.plan import gold_of
from tests.twins.plans import PLANS
from tests.twins.scores import FLOORS, figures

__all__ = ["measure"]


def measure() -> Iterator[Measured]:
    """Read every plan in every format, and hold each figure to its floor."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_twins(PLANS, folder)
        for ending in FORMATS:
            if (folder / f"{PLANS[0].name}.{ending}").exists():
                for figure, share in reached(folder, ending).items():
                    what = f"{figure} of {len(PLANS)} plans as {ending}"
                    yield Measured(what, "", share, unit="", floor=FLOORS[figure], better="at least")


def reached(folder: Path, ending: str) -> Mapping[str, float]:
    """Give the figures of all plans in one format."""
    records = [read_plan(folder / f"{plan.name}.{ending}", names=False) for plan in PLANS]
    golden = [items_in_gold(gold_of(plan)) for plan in PLANS]
    return figures(zip(golden, map(items_of_record, records), strict=True))
