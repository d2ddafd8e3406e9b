"""Networks of the graph for programs that draw and measure networks: GEXF, GraphML and Cytoscape JSON."""

from answerable.exports.graphs.cytoscape import to_cytoscape
from answerable.exports.graphs.gexf import to_gexf
from answerable.exports.graphs.graphml import to_graphml
from answerable.exports.graphs.network import NETWORKS, Edge, Network, Node
from answerable.exports.graphs.reading import read_network

__all__ = ["NETWORKS", "Edge", "Network", "Node", "read_network", "to_cytoscape", "to_gexf", "to_graphml"]
