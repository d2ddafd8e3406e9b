"""A network as GEXF 1.3, which Gephi opens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from answerable.exports.graphs.xml import attributes, fit

if TYPE_CHECKING:
    from answerable.exports.graphs.network import Network, Node

__all__ = ["to_gexf"]

_COLUMNS: Final = {"kind": "string", "load": "integer", "plan": "string", "status": "string"}


def to_gexf(network: Network) -> Iterator[bytes]:
    """Give the network in pieces, in a fixed order."""
    return (f"{line}\n".encode() for line in _lines(network))


def _lines(network: Network) -> Iterator[str]:
    day = network.scope.as_at
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<gexf xmlns="http://gexf.net/1.3" version="1.3">'
    yield f"<meta{attributes(lastmodifieddate=day) if day else ''}>"
    yield f"<creator>Answerable</creator><description>{escape(fit(network.description))}</description></meta>"
    yield '<graph defaultedgetype="undirected" mode="static">'
    yield '<attributes class="node">'
    for name, kind in _COLUMNS.items():
        yield f"<attribute{attributes(id=name, title=name, type=kind)}/>"
    yield '</attributes><attributes class="edge">'
    yield f"<attribute{attributes(id='tie', title='tie', type='string')}/></attributes><nodes>"
    yield from map(_node, network.nodes)
    yield "</nodes><edges>"
    for number, edge in enumerate(network.edges):
        ends = attributes(id=number, source=edge.source, target=edge.target, weight=edge.weight)
        yield f"<edge{ends}><attvalues><attvalue{attributes(for_='tie', value=edge.kind)}/></attvalues></edge>"
    yield "</edges></graph></gexf>"


def _node(node: Node) -> str:
    values = {"kind": node.kind, "load": node.load, "plan": node.plan, "status": node.status}
    told = "".join(f"<attvalue{attributes(for_=name, value=value)}/>" for name, value in values.items() if value != "")
    return f"<node{attributes(id=node.iri, label=node.label)}><attvalues>{told}</attvalues></node>"
