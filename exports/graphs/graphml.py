"""A network as GraphML, which yEd, Gephi, igraph and networkx open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from answerable.exports.graphs.xml import attributes, fit

if TYPE_CHECKING:
    from answerable.exports.graphs.network import Network

__all__ = ["to_graphml"]

_KEYS: Final[Mapping[str, Mapping[str, str]]] = {
    "graph": {"description": "string", "snapshot": "string", "as_at": "string"},
    "node": {"kind": "string", "label": "string", "load": "int", "plan": "string", "status": "string"},
    "edge": {"tie": "string", "weight": "int"},
}


def to_graphml(network: Network) -> Iterator[bytes]:
    """Give the network in pieces, in a fixed order."""
    return (f"{line}\n".encode() for line in _lines(network))


def _lines(network: Network) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    for about, keys in _KEYS.items():
        for name, kind in keys.items():
            described = {"id": f"{about}-{name}", "for_": about, "attr.name": name, "attr.type": kind}
            yield f"<key{attributes(**described)}/>"
    yield f"<graph{attributes(id=network.name, edgedefault='undirected')}>"
    day = network.scope.as_at
    yield _data("graph", description=network.description, snapshot=network.scope.snapshot, as_at=day or "")
    for node in network.nodes:
        told = _data("node", kind=node.kind, label=node.label, load=node.load, plan=node.plan, status=node.status)
        yield f"<node{attributes(id=node.iri)}>{told}</node>"
    for edge in network.edges:
        told = _data("edge", tie=edge.kind, weight=edge.weight)
        yield f"<edge{attributes(source=edge.source, target=edge.target)}>{told}</edge>"
    yield "</graph></graphml>"


def _data(about: str, **values: object) -> str:
    return "".join(
        f"<data{attributes(key=f'{about}-{name}')}>{escape(fit(str(value)))}</data>"
        for name, value in values.items()
        if value != ""
    )
