"""How fast files become documents, beside the bare opening of the same files by a library.

The plans of tests/twins as DOCX, ODT and HTML: the median of several runs, and the mean over the plans.
DOCX stands beside python-docx, which opens and walks nothing; ODT beside the bare parsing of its XML by lxml,
the fastest that there is. HTML stands by itself. Run by `make bench`.
"""

from __future__ import annotations

import argparse
import io
import statistics
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import docx
from lxml import etree

from answerable.extract.readers import read_document
from answerable.extract.source import SourceFile
from tests.twins.formats import write_twins
from tests.twins.plans import PLANS

__all__ = ["main"]

RUNS = 15


def median(work: Callable[[], object], runs: int) -> float:
    """Give the median time of several runs in milliseconds, after one that fills the caches."""
    work()
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return statistics.median(times) * 1000


def open_odt(content: bytes) -> int:
    """Unpack and parse the parts of an ODT file, and count their elements."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        roots = [etree.fromstring(parts.read(name)) for name in ("content.xml", "styles.xml")]
    return sum(1 for root in roots for _ in root.iter())


def line(name: str, runs: int, contents: list[bytes], bare: Callable[[bytes], object] | None) -> str:
    """Measure all plans in one format, and give a line for the mean of them."""
    ours = sum(median(lambda c=c: read_document(SourceFile("plan", c)), runs) for c in contents) / len(contents)
    if bare is None:
        return f"{name:<6}{ours:9.2f} ms"
    alone = sum(median(lambda c=c: bare(c), runs) for c in contents) / len(contents)
    return f"{name:<6}{ours:9.2f} ms{alone:9.2f} ms{ours / alone:7.1f} x"


def main(runs: int) -> None:
    """Print one line for each format."""
    print(f"{len(PLANS)} plans, mean of medians of {runs} runs\n{'':<6}{'to document':>12}{'bare':>12}{'ratio':>9}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_twins(PLANS, folder)
        for ending, bare in (("docx", lambda c: docx.Document(io.BytesIO(c))), ("odt", open_odt), ("html", None)):
            contents = [path.read_bytes() for path in sorted(folder.glob(f"*.{ending}"))]
            if contents:
                print(line(ending, runs, contents, bare))


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=RUNS)
    main(options.parse_args().runs)
