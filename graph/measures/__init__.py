"""What the networks in a build show of each post and thing, as numbers with the method that gave them.

`Ties` picks out of the lines of a build who holds what and which recommendation involves what; `networks` makes
graphs of that, `parts` takes these apart, `methods` measures them, and `map_measures` states what came out of one.
"""

from __future__ import annotations

from answerable.graph.measures.communities import communities
from answerable.graph.measures.mapping import map_communities, map_measures
from answerable.graph.measures.methods import OF_PARTS, numbered
from answerable.graph.measures.networks import NETWORKS, Network, Weights, graph_of
from answerable.graph.measures.parts import in_groups
from answerable.graph.measures.ties import TIED, Ties

__all__ = [
    "NETWORKS",
    "OF_PARTS",
    "TIED",
    "Network",
    "Ties",
    "Weights",
    "communities",
    "graph_of",
    "in_groups",
    "map_communities",
    "map_measures",
    "numbered",
]
