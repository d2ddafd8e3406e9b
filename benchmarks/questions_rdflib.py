"""What the named questions cost beside rdflib in memory, on about 100,000 quads; both give the same rows.

rdflib answers from a plain graph where a question asks for no named graph, which is quicker for it than a data set, and
is asked in the shape of `benchmarks/shapes/rdflib/` where one is known that is quicker for it than the question's own.
"""

from __future__ import annotations

import signal
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import geometric_mean
from typing import Any, Final

import rdflib

from answerable.graph import Question, Store, ask
from answerable.graph.values import Iri, Rows
from answerable.ontology.terms import PREFIXES, XSD_STRING
from benchmarks.copies import LARGE, SHAPES, asked, store, text, told
from benchmarks.harness import RUNS, Measured, beside

__all__ = ["measure"]

OTHERWISE: Final = frozenset({"mentions"})
"""rdflib takes a variable within the EXISTS of an OPTIONAL for a new one, and finds other words."""
CANNOT: Final = frozenset({"promises"})
"""rdflib gathers no DISTINCT values where one is unbound."""
PATIENCE: Final = 8.0
"""Seconds for which an answer of rdflib is waited for: hundreds of times what it is held to."""
EACH: Final = 10.0
ALL: Final = 25.0


def measure(only: str = "", runs: int = RUNS, copies: int = LARGE) -> Iterator[Measured]:
    """Measure all questions, or those named in a list with commas."""
    with tempfile.TemporaryDirectory() as folder:
        ours = store(Path(folder), copies)
        quads = ours.quads()
    named, union = rdflib.Dataset(default_union=True), rdflib.Graph()
    named.parse(data=quads, format="nquads")
    for triple in named.triples((None, None, None)):
        union.add(triple)
    ratios = []
    for question in asked(only):
        if question.name in CANNOT:
            continue
        taken = _beside(ours, named if "GRAPH" in question.sparql else union, question, runs)
        ratios.append(taken.ratio or 1)
        yield taken
    what = f"{len(ratios)} questions, geometric mean"
    yield Measured(what, "", geometric_mean(ratios), unit="times as quick", floor=ALL, better="at least")


def _beside(ours: Store, graph: rdflib.Graph, question: Question, runs: int) -> Measured:
    """Time a question in turns; where rdflib takes longer than we wait, ours alone, beside the time that we waited."""
    sparql, values, what = _shape(question), told(question), f"{question.name}, {len(ours):,} quads"
    try:
        with _patience():
            theirs = list(graph.query(sparql, initNs=PREFIXES))
    except TimeoutError:
        mine, _ = beside(lambda: ask(ours, question, **values), lambda: None, runs)
        note = f"rdflib was stopped after {PATIENCE:g} s"
        return Measured(what, "rdflib in memory", mine, PATIENCE, floor=EACH, better="at least", note=note)
    _must_agree(ours, question, theirs)
    mine, peer = beside(lambda: ask(ours, question, **values), lambda: list(graph.query(sparql, initNs=PREFIXES)), runs)
    return Measured(what, "rdflib in memory", mine, peer, floor=EACH, better="at least")


def _shape(question: Question) -> str:
    other = SHAPES / "rdflib" / f"{question.name}.rq"
    return text(question, other.read_text("utf-8") if other.exists() else None)


@contextmanager
def _patience() -> Iterator[None]:
    """Stop what is done within after a while, by TimeoutError."""

    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _must_agree(ours: Store, question: Question, theirs: Sequence[Any]) -> None:
    answer = ask(ours, question, **told(question))
    assert isinstance(answer, Rows)
    mine = [[None if term is None else _plain(term) for term in row] for row in answer]
    other = [[None if term is None else _foreign(term) for term in row] for row in theirs]
    if question.name not in OTHERWISE and sorted(mine, key=repr) != sorted(other, key=repr):
        raise ValueError(f"rdflib answers {question.name} otherwise: {mine[:1]} and {other[:1]}")


def _plain(term: Any) -> tuple[str, ...]:  # noqa: ANN401 - a term
    return ("iri", term.value) if isinstance(term, Iri) else ("value", term.value, term.datatype)


def _foreign(term: Any) -> tuple[str, ...]:  # noqa: ANN401 - a term of rdflib
    if isinstance(term, rdflib.URIRef):
        return ("iri", str(term))
    return ("value", str(term), str(term.datatype or XSD_STRING))
