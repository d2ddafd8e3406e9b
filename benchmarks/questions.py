"""What the named questions cost: a look-up as the graph grows tenfold, and each beside the bare engine.

The peer is pyoxigraph alone with the quickest shape of the question that is known: its own, or the one of that name in
`benchmarks/shapes/` where that is quicker. Both give the same rows, or the benchmark fails.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import geometric_mean
from typing import Final

import pyoxigraph

from answerable.graph import Question, Store, ask
from answerable.graph.engine import from_engine
from answerable.graph.values import Rows
from answerable.ontology.terms import PREFIXES
from benchmarks.copies import LARGE, SHAPES, SMALL, asked, looks_up, store, text, told
from benchmarks.harness import Measured, beside, seconds

__all__ = ["measure"]

GROWTH: Final = 4.0
BARE: Final = 1.3


def measure(only: str = "", runs: int = 9) -> Iterator[Measured]:
    """Measure all questions, or those named in a list with commas."""
    with tempfile.TemporaryDirectory() as folder:
        small, large = (store(Path(folder), copies) for copies in (SMALL, LARGE))
        yield from growth(small, large, only, runs)
        yield from overhead(large, only, runs)


def growth(small: Store, large: Store, only: str, runs: int) -> Iterator[Measured]:
    """Compare each look-up in a large graph with itself in a small one."""
    for question in filter(looks_up, asked(only)):
        values = told(question)
        more, less = beside(
            lambda: ask(large, question, **values),  # noqa: B023 - called at once
            lambda: ask(small, question, **values),  # noqa: B023 - called at once
            runs,
        )
        what = f"{question.name}, {len(large):,} quads"
        yield Measured(what, f"itself, {len(small):,} quads", more, less, floor=GROWTH)


def overhead(large: Store, only: str, runs: int) -> Iterator[Measured]:
    """Compare each question with its quickest shape on the bare engine."""
    bare, ratios = _bare(large), []
    for question in asked(only):
        values = told(question)
        name, shape = _quickest(bare, question, large)
        mine, peer = beside(
            lambda: ask(large, question, **values),  # noqa: B023 - called at once
            lambda: _rows(bare, shape),  # noqa: B023 - called at once
            runs,
        )
        yield Measured(f"{question.name}, {len(large):,} quads", f"bare pyoxigraph, {name}", mine, peer, floor=BARE)
        ratios.append(mine / peer)
    yield Measured(f"{len(ratios)} questions, geometric mean", "", geometric_mean(ratios), unit="times", floor=BARE)


def _bare(large: Store) -> pyoxigraph.Store:
    """Load the graph as whoever uses the engine alone would: the named graphs, and their union as the default graph."""
    bare, quads = pyoxigraph.Store(), large.quads()
    triples = b"".join(line.rsplit(b" <", 1)[0] + b" .\n" for line in quads.splitlines())
    bare.bulk_load(input=triples, format=pyoxigraph.RdfFormat.N_TRIPLES)
    bare.bulk_load(input=quads, format=pyoxigraph.RdfFormat.N_QUADS)
    return bare


def _rows(bare: pyoxigraph.Store, sparql: str) -> object:
    found = bare.query(sparql, prefixes=dict(PREFIXES))
    assert isinstance(found, pyoxigraph.QuerySolutions)
    return [list(solution) for solution in found]


def _quickest(bare: pyoxigraph.Store, question: Question, large: Store) -> tuple[str, str]:
    shapes = {"its own shape": text(question)}
    other = SHAPES / f"{question.name}.rq"
    if other.exists():
        shapes["another shape"] = text(question, other.read_text("utf-8"))
        _must_agree(bare, question, shapes["another shape"], large)
    taken = {name: min(seconds(lambda: _rows(bare, shape)) for _ in range(5)) for name, shape in shapes.items()}  # noqa: B023
    quickest = min(taken, key=taken.__getitem__)
    return quickest, shapes[quickest]


def _must_agree(bare: pyoxigraph.Store, question: Question, shape: str, large: Store) -> None:
    expected = ask(large, question, **told(question))
    found = from_engine(bare.query(shape, prefixes=dict(PREFIXES)))  # type: ignore[arg-type] - a SELECT gives solutions
    if not (isinstance(expected, Rows) and expected == found):
        raise ValueError(f"the other shape of {question.name} gives other rows")
