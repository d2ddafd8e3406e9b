"""All checks of one graph, from its N-Quads to findings with their places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from answerable.graph.checking.asking import check_evidence, check_ledger, check_totals
from answerable.graph.checking.finding import Defect
from answerable.graph.checking.hygiene import check_lines, check_order
from answerable.graph.checking.leaning import Leaning
from answerable.graph.checking.places import Places
from answerable.graph.checking.quads import by_graph, parsed
from answerable.graph.checking.shapes import check_shapes
from answerable.graph.dataset import Dataset
from answerable.ontology import terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from answerable.graph.checking.finding import Finding

__all__ = ["CHECKS", "check_graph", "check_graphs"]

CHECKS: Final = ("rdf", "shapes", "evidence", "ledger", "totals")
"""The checks that need the graph alone, in the order they are made."""

_KINDS: Final = (terms.DOCUMENT_GRAPH, terms.REFERENCE_GRAPH, terms.INFERRED_GRAPH, terms.DATASET_GRAPH)


def check_graph(quads: bytes, *, watched: Callable[[Sequence[str]], Iterable[str]] = iter) -> Iterator[Finding]:
    """Check the N-Quads of a build and give what is wrong, document by document.

    `watched` goes through the addresses of the named graphs, for whoever wants to show how far it has come.
    """
    yield from check_order(quads)
    yield from check_graphs(by_graph(quads), watched=watched)


def check_graphs(
    groups: Mapping[str, Sequence[str]], *, watched: Callable[[Sequence[str]], Iterable[str]] = iter
) -> Iterator[Finding]:
    """Check the lines of each named graph as `check_graph` does, whatever the order is in which they came."""
    places = Places(groups)
    for defect in _defects(groups, watched):
        yield places.finding(defect)


def _defects(
    groups: Mapping[str, Sequence[str]], watched: Callable[[Sequence[str]], Iterable[str]]
) -> Iterator[Defect]:
    kinds = {graph: _kind(graph, lines) for graph, lines in groups.items()}
    yield from _missing(set(kinds.values()))
    leaning = Leaning(groups)
    for graph in watched(sorted(groups)):
        yield from check_lines(graph, groups[graph])
        kind = kinds[graph]
        if kind is not None:
            own = [quad for _, quad in parsed(groups[graph]) if quad]
            yield from check_shapes(kind, graph, [*own, *leaning.of(graph, own)])
    try:
        dataset = Dataset(_sound(groups))
    except SyntaxError as error:
        message = f"The engine cannot load the graph: {' '.join(str(error).split())}. Build again from the documents."
        yield Defect("rdf", "an engine loads it", message)
        return
    for check in (check_evidence, check_ledger, check_totals):
        yield from check(dataset)


def _kind(graph: str, lines: Sequence[str]) -> str | None:
    """Give the kind of a named graph, which it states of itself."""
    start = f"<{graph}> <{terms.RDF_TYPE}> <"
    stated = {line.removeprefix(start).partition(">")[0] for line in lines if line.startswith(start)}
    return min(stated, default=None)


def _missing(kinds: set[str | None]) -> Iterator[Defect]:
    for kind in (kind for kind in _KINDS if kind not in kinds):
        name = kind.removeprefix(terms.AP)
        message = f"The build holds no ap:{name}, so that its shapes matched nothing. Build again from the documents."
        yield Defect("shapes", "every kind of graph is there", message)


def _sound(groups: Mapping[str, Sequence[str]]) -> bytes:
    """Give the lines that an engine can load; the others are findings already."""
    lines = (line + "\n" for group in groups.values() for line, quad in parsed(group) if quad)
    return "".join(lines).encode("utf-8", "replace")
