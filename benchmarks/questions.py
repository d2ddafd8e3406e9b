"""How quickly each named question is answered, and how that grows from about 10,000 to about 100,000 quads.

The plans are copies of the examples, each with bodies, dates and names of its own, so that a look-up has as much to
find in a large graph as in a small one. A question without anything to look up reads the whole graph and grows with
it. Medians in one process. Run by `make bench`.
"""

from __future__ import annotations

import argparse
import re
import statistics
import tempfile
import time
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import answerable
from answerable.extract.records import PlanRecord
from answerable.graph import all_questions, ask
from answerable.library import build_records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from answerable.graph import Question, Store

__all__ = ["main"]

ROOT = Path(__file__).resolve().parent.parent
SIZES = (1, 11)
YEARS_APART = 3
MOST = 4.0
TOLD = {
    "as_at": "2024-06-30",
    "month": "2021-03",
    "name": "H0C CRC",
    "only": "",
}
THING = "Anchor0 Contact Centre"
OWN_NAMES = {
    "HFC": "H{}C",
    "Harbourshire": "Harbour{}shire",
    "harbourshire": "harbour-{}",
    "Anchor": "Anchor{}",
    "anchor": "anchor-{}",
    "somewhere-to-go": "to-{}",
}
LOOKS_UP = frozenset({"name", "month"})


def plans(copies: int) -> Iterator[PlanRecord]:
    """Give each example plan as many times over, each time as another body's, some years later."""
    records = [record.to_json() for record in answerable.read(ROOT / "examples" / "plans")]
    for copy in range(copies):
        for text in records:
            yield PlanRecord.model_validate_json(_as_another(text, copy))


def _as_another(text: str, copy: int) -> str:
    for name, another in OWN_NAMES.items():
        text = text.replace(name, another.format(copy))
    later = re.sub(r'"(20\d\d)(?=[-"])', lambda year: f'"{int(year[1]) + YEARS_APART * copy}', text)
    return re.sub(r'("sha256":")\w+', lambda found: found[1] + sha256(text.encode()).hexdigest(), later)


def median_ms(store: Store, question: Question, runs: int) -> float:
    """Give the median time of asking a question, in milliseconds, after once for nothing."""
    told = {each.name: TOLD[each.name] for each in question.parameters}
    if question.group.startswith("Programmes") and "name" in told:
        told["name"] = THING
    times = []
    for _ in range(runs + 1):
        started = time.perf_counter()
        ask(store, question, **told)
        times.append(time.perf_counter() - started)
    return statistics.median(times[1:]) * 1000


def measured(folder: Path, runs: int) -> Iterator[tuple[int, dict[str, float]]]:
    """Give the size of each graph and the time of each question on it."""
    for copies in SIZES:
        build_records(plans(copies), to=folder / str(copies))
        store = answerable.open_store(folder / str(copies))
        yield len(store), {question.name: median_ms(store, question, runs) for question in all_questions()}


def line(question: Question, small: float, large: float) -> str:
    """Tell of one question; only a look-up is held to a floor."""
    looks_up = any(parameter.name in LOOKS_UP for parameter in question.parameters)
    verdict = ("holds" if large <= MOST * small else "broken") if looks_up else "reads all"
    return f"{question.name:<20} {small:9.2f} ms {large:9.2f} ms {large / small:7.1f} x   {verdict}"


def main(runs: int) -> None:
    """Measure every question at both sizes and print a line for each."""
    with tempfile.TemporaryDirectory() as folder:
        (less, small), (more, large) = measured(Path(folder), runs)
    print(f"medians of {runs} runs; {less:,} and {more:,} quads; a look-up grows at most {MOST:g} times")
    for question in sorted(all_questions(), key=lambda each: (each.number or len(small), each.name)):
        print(line(question, small[question.name], large[question.name]))


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=15)
    main(**vars(options.parse_args()))
