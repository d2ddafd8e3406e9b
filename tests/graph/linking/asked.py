"""Lines of N-Quads, asked with SPARQL."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph

from answerable.ontology.terms import PREFIXES

__all__ = ["asked"]


def asked(lines: Iterable[str], query: str) -> list[tuple[str, ...]]:
    """Give the rows of a SELECT, sorted, each value as its plain text without the address it begins with."""
    store = pyoxigraph.Store()
    store.load("".join(lines).encode(), format=pyoxigraph.RdfFormat.N_QUADS)
    prefixes = "".join(f"PREFIX {name}: <{iri}> " for name, iri in PREFIXES.items())
    found = store.query(prefixes + query, use_default_graph_as_union=True)
    return sorted(tuple(_plain(term) for term in row) for row in found)  # type: ignore[union-attr]


def _plain(term: object) -> str:
    value = str(getattr(term, "value", ""))
    return value.partition("/id/")[2] or value.partition("def#")[2] or value
