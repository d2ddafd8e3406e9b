"""The RDF formats in which a graph leaves: N-Quads, TriG, Turtle and JSON-LD, of one named graph or of all."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from answerable.graph.errors import NoSuchGraphError
from answerable.ontology.terms import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    import pyoxigraph

__all__ = ["RDF_FORMATS", "write_rdf"]

_COMMENTED: Final = frozenset({"trig", "turtle"})


def write_rdf(quads: bytes, form: str, *, base: str, graph: str | None = None, snapshot: str | None = None) -> str:
    """Give the N-Quads of a build in one of `RDF_FORMATS`.

    `graph` is the address of the one named graph that is meant, or its end after the base and `graph/`; without it all
    are given, which Turtle, having no named graphs, gives as one. `base` is what the addresses of things begin with;
    `snapshot` is said in an opening comment, where the format has comments and is not the snapshot's own.
    Raises NoSuchGraphError, which names the graphs that there are.
    """
    if graph is not None:
        quads = _only(quads, graph, base)
    told = f"# Answerable, snapshot {snapshot}\n" if snapshot and form in _COMMENTED else ""
    return told + RDF_FORMATS[form](quads, base)


def _only(quads: bytes, graph: str, base: str) -> bytes:
    lines = quads.splitlines(keepends=True)
    wanted = {f" <{address}> .\n".encode() for address in (graph, f"{base}graph/{graph}")}
    kept = [line for line in lines if any(line.endswith(end) for end in wanted)]
    if not kept:
        names = sorted({line.rpartition(b" <")[2].removesuffix(b"> .\n").decode() for line in lines})
        known = ", ".join(name.removeprefix(f"{base}graph/") for name in names)
        raise NoSuchGraphError(f"no graph is called {graph!r}; there are: {known}")
    return b"".join(kept)


def _as_nquads(quads: bytes, _base: str) -> str:
    return quads.decode()


def _as_trig(quads: bytes, base: str) -> str:
    import pyoxigraph  # noqa: PLC0415 - loaded only where it is used

    return _serialised(_parsed(quads), pyoxigraph.RdfFormat.TRIG, base)


def _as_turtle(quads: bytes, base: str) -> str:
    import pyoxigraph  # noqa: PLC0415 - loaded only where it is used

    triples = dict.fromkeys(quad.triple for quad in _parsed(quads))
    return _serialised(triples, pyoxigraph.RdfFormat.TURTLE, base)


def _as_jsonld(quads: bytes, base: str) -> str:
    from answerable.graph.tree import tree_of  # noqa: PLC0415 - only for this format

    return json.dumps(tree_of(quads, base), indent=1, ensure_ascii=False) + "\n"


def _parsed(quads: bytes) -> Iterable[pyoxigraph.Quad]:
    import pyoxigraph  # noqa: PLC0415 - loaded only where it is used

    # A line begins with its subject: grouping by graph lets a writer open each graph once.
    parsed: list[Any] = list(pyoxigraph.parse(input=quads, format=pyoxigraph.RdfFormat.N_QUADS))
    return sorted(parsed, key=lambda quad: str(quad.graph_name))


def _serialised(statements: Iterable[Any], form: pyoxigraph.RdfFormat, base: str) -> str:
    import pyoxigraph  # noqa: PLC0415 - loaded only where it is used

    prefixes = {**PREFIXES, "": base}
    written = pyoxigraph.serialize(statements, format=form, prefixes=prefixes)
    assert written is not None, "without an output, what is written is given back"
    return written.decode()


RDF_FORMATS: Final[Mapping[str, Callable[[bytes, str], str]]] = {
    "nquads": _as_nquads,
    "trig": _as_trig,
    "turtle": _as_turtle,
    "jsonld": _as_jsonld,
}
"""Each format by its name."""
