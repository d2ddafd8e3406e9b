"""The graph in the forms that other Python libraries work on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

    from answerable.graph.store import Store

__all__ = ["to_networkx", "to_rdflib"]

_NODES = """
SELECT ?node ?kind ?label
WHERE {
  { SELECT DISTINCT ?node { ?assignment ap:owner ?node } }
  ?node skos:prefLabel ?label .
  BIND("holder" AS ?kind)
}
ORDER BY ?node
"""
_RECOMMENDATIONS = """
SELECT ?node ?kind ?label ?plan
WHERE {
  ?node a ap:Recommendation ; dcterms:identifier ?label ; dcterms:isPartOf ?plan .
  BIND("recommendation" AS ?kind)
}
ORDER BY ?node
"""
_PLANS = """
SELECT ?node ?kind ?label
WHERE {
  ?node a ap:ActionPlan ; dcterms:source/ap:fileName ?document .
  OPTIONAL { ?node dcterms:title ?title }
  BIND("plan" AS ?kind)
  BIND(COALESCE(?title, ?document) AS ?label)
}
ORDER BY ?node
"""
_OWNED = """
SELECT ?holder ?recommendation (COUNT(DISTINCT ?assignment) AS ?weight)
WHERE { ?assignment ap:owner ?holder ; ap:of ?recommendation }
GROUP BY ?holder ?recommendation
ORDER BY ?holder ?recommendation
"""


def to_rdflib(store: Store) -> rdflib.Dataset:
    """Give the whole graph as an rdflib dataset, one named graph each; its default graph is their union.

    rdflib holds a graph about twelve times as slowly as the store does, so query the store where you can.
    """
    import rdflib  # noqa: PLC0415 - loaded only for those who want it

    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=store.quads(), format="nquads")
    return dataset


def to_networkx(store: Store) -> nx.Graph:
    """Give the ownership network: who holds what in which plan.

    Nodes are addresses (str) with `kind` ("holder", "recommendation" or "plan") and `label`. An edge of kind "owns"
    ties a holder to a recommendation and weighs as many assignments as the holder has there; one of kind "part of"
    ties a recommendation to its plan and weighs 1.
    """
    import networkx as nx  # noqa: PLC0415 - loaded only for those who want it

    network = nx.Graph()
    for query in (_PLANS, _RECOMMENDATIONS, _NODES):
        for row in store.select(query).records():
            network.add_node(row["node"], kind=row["kind"], label=row["label"])
            if row.get("plan"):
                network.add_edge(row["node"], row["plan"], kind="part of", weight=1)
    for row in store.select(_OWNED).records():
        network.add_edge(row["holder"], row["recommendation"], kind="owns", weight=row["weight"])
    return network
