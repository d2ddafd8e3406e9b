"""A network as the elements of Cytoscape and cytoscape.js."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from answerable.exports.graphs.network import Network

__all__ = ["to_cytoscape"]


def to_cytoscape(network: Network) -> Iterator[bytes]:
    """Give the network in pieces: `data` says what it is of, `elements` holds its nodes and edges."""
    scope = network.scope
    about = {
        "name": network.name,
        "description": network.description,
        "snapshot": scope.snapshot,
        "as_at": scope.as_at.isoformat() if scope.as_at else None,
        "licence": scope.licence,
    }
    yield f'{{"data": {_json(about)}, "elements": {{"nodes": [\n'.encode()
    yield from _listed(
        {"id": node.iri, "label": node.label, "kind": node.kind, "load": node.load}
        | {name: value for name, value in (("plan", node.plan), ("status", node.status)) if value}
        for node in network.nodes
    )
    yield b'], "edges": [\n'
    yield from _listed(
        {"id": f"e{number}", "source": edge.source, "target": edge.target, "tie": edge.kind, "weight": edge.weight}
        for number, edge in enumerate(network.edges)
    )
    yield b"]}}\n"


def _listed(elements: Iterator[dict[str, Any]]) -> Iterator[bytes]:
    for number, data in enumerate(elements):
        yield f"{',' if number else ''}{_json({'data': data})}\n".encode()


def _json(value: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    return json.dumps(value, ensure_ascii=False)
