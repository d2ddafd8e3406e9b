"""How much a command costs before it does anything, beside bare imports of the libraries that it cannot do without.

Whole processes, interleaved, medians of several rounds in one run. Run by `make bench`.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import answerable

__all__ = ["main"]

ROOT = Path(__file__).resolve().parent.parent


def seconds(arguments: list[str]) -> float:
    """Give the time of one Python process from start to end."""
    started = time.perf_counter()
    subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started


def main(runs: int) -> None:
    """Measure and print a line for each pair: ours, its peer, the ratio and the floor."""
    with tempfile.TemporaryDirectory() as folder:
        answerable.build(ROOT / "examples" / "plans", to=Path(folder) / "store")
        query = ["-m", "answerable", "query", "plans", "--store", f"{folder}/store"]
        pairs = {
            "answerable --help": (["-m", "answerable", "--help"], "import typer", 1.5),
            "answerable query": (query, "import pyoxigraph, rdflib", 2.5),
        }
        print(f"medians of {runs} rounds, interleaved")
        for name, (ours, peer, floor) in pairs.items():
            rounds = [(seconds(ours), seconds(["-c", peer])) for _ in range(runs)]
            mine, bare = (statistics.median(column) for column in zip(*rounds, strict=True))
            told = f"{name:<20} {mine * 1000:6.0f} ms   {peer:<28} {bare * 1000:6.0f} ms"
            print(f"{told}   {mine / bare:5.2f} x   floor {floor} x   {'holds' if mine <= floor * bare else 'broken'}")


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=9)
    main(**vars(options.parse_args()))
