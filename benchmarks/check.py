"""How fast a build is checked: plans made from the examples under other names, a few and many.

Where the time a plan stays the same, checking by document keeps the work in step with the number of plans. Run by
`make bench`.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from hashlib import sha256
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

from answerable.extract import read_plan
from answerable.extract.source import discover
from answerable.graph.checking import check_graph
from answerable.graph.layout import GRAPH_FILE
from answerable.library import build_records, open_store

if TYPE_CHECKING:
    from collections.abc import Sequence

    from answerable.extract.records import PlanRecord

__all__ = ["main"]

ROOT = Path(__file__).resolve().parent.parent


def many(records: Sequence[PlanRecord], count: int) -> list[PlanRecord]:
    """Give as many plans as are asked for: the records again and again, each as the plan of another body."""
    return [renamed(record, place) for place, record in enumerate(islice(cycle(records), count))]


def renamed(record: PlanRecord, place: int) -> PlanRecord:
    """Give a record as that of another document about another body."""
    name = f"{place:03}-{record.source.name}"
    source = record.source.model_copy(update={"name": name, "sha256": sha256(name.encode()).hexdigest()})
    return record.model_copy(update={"source": source, "inspected_body": f"Body {place}", "inspected_iri": None})


def graph_of(records: Sequence[PlanRecord]) -> bytes:
    """Give the graph that a build of these records writes."""
    with tempfile.TemporaryDirectory() as folder:
        build_records(records, to=folder)
        return (open_store(folder).directory / GRAPH_FILE).read_bytes()


def main(folder: Path, counts: Sequence[int]) -> None:
    """Measure and print one line for each number of plans."""
    records = [read_plan(path) for path in discover([str(folder)])]
    for count in counts:
        quads = graph_of(many(records, count))
        start = time.perf_counter()
        findings = sum(1 for _ in check_graph(quads))
        seconds = time.perf_counter() - start
        lines, pace = quads.count(b"\n"), 1000 * seconds / count
        print(f"{count:>4} plans, {lines:>7} quads: {seconds:6.1f} s, {pace:5.0f} ms a plan, {findings} findings")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--plans", type=Path, default=ROOT / "examples" / "plans", help="folder of plans to multiply")
    parser.add_argument("--counts", type=int, nargs="+", default=[3, 30, 100], help="how many plans to check")
    arguments = parser.parse_args()
    main(arguments.plans, arguments.counts)
