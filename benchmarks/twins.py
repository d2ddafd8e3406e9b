"""How well one plan is read in every format: the same plans as text, pages, Word files, OpenDocument files and PDF.

Prints shares from 0 to 1 over all plans of tests/twins, with the floor of each figure, and the time that reading takes.
Formats that LibreOffice makes are left out where it is not installed. Run by `make bench`.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from answerable.extract import read_plan
from tests.extract.gold import items_in_gold, items_of_record
from tests.twins.formats import FORMATS, write_twins
from tests.twins.plan import gold_of
from tests.twins.plans import PLANS
from tests.twins.scores import FLOORS, figures

__all__ = ["main"]


def line(folder: Path, ending: str) -> str:
    """Read every plan in one format and give a line of figures."""
    pairs, seconds = [], 0.0
    for plan in PLANS:
        path = folder / f"{plan.name}.{ending}"
        read_plan(path, names=False)  # fills the caches
        started = time.perf_counter()
        record = read_plan(path, names=False)
        seconds += time.perf_counter() - started
        pairs.append((items_in_gold(gold_of(plan)), items_of_record(record)))
    reached = figures(pairs)
    return (
        f"{ending:<8}" + "".join(f"{reached[name]:9.3f}" for name in FLOORS) + f"{1000 * seconds / len(PLANS):9.1f} ms"
    )


def main() -> None:
    """Measure and print one line for each format."""
    print(f"{len(PLANS)} plans\n{'':<8}" + "".join(f"{name:>9}" for name in FLOORS) + f"{'a plan':>12}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_twins(PLANS, folder)
        for ending in FORMATS:
            if (folder / f"{PLANS[0].name}.{ending}").exists():
                print(line(folder, ending))
    print(f"{'floor':<8}" + "".join(f"{floor:9.2f}" for floor in FLOORS.values()))


if __name__ == "__main__":
    main()
