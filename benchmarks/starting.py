"""How much a command costs before it does anything, beside bare imports of the libraries that it cannot do without."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import answerable
from benchmarks.harness import Measured, beside, process
from benchmarks.plans import write_plans

__all__ = ["measure"]

HELP: Final = 1.5
QUERY: Final = 2.5


def measure(runs: int = 15, plans: int = 5) -> Iterator[Measured]:
    """Time whole processes, from start to end."""
    ours, peer = beside(process("-m", "answerable", "--help"), process("-c", "import typer"), runs)
    yield Measured("answerable --help", "import typer", ours, peer, floor=HELP)
    with tempfile.TemporaryDirectory() as folder:
        write_plans(Path(folder, "plans"), plans)
        answerable.build(f"{folder}/plans", to=f"{folder}/store")
        query = process("-m", "answerable", "query", "plans", "--store", f"{folder}/store")
        ours, peer = beside(query, process("-c", "import pyoxigraph, rdflib"), runs)
    yield Measured(f"answerable query, {plans} plans", "import pyoxigraph, rdflib", ours, peer, floor=QUERY)
