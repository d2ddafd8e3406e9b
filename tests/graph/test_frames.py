from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph
import pytest
import rdflib
from rdflib.compare import isomorphic

from answerable import graph
from answerable.graph import Store, to_networkx, to_rdflib
from answerable.graph.layout import GRAPH_FILE
from answerable.ontology.iris import DEFAULT_BASE

if TYPE_CHECKING:
    from collections.abc import Iterator


def test_rdflib_and_the_store_hold_the_same_quads(store: Store) -> None:
    dataset = to_rdflib(store)
    assert len(list(dataset.quads())) == len(store)
    assert {str(context.identifier) for context in dataset.graphs() if len(context)} >= store.graphs


def test_the_file_is_valid_for_both_parsers_and_says_the_same(store: Store) -> None:
    path = store.directory / GRAPH_FILE
    ours = rdflib.Graph()
    for quad in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.N_QUADS):
        ours.parse(data=f"{quad.triple} .", format="nt")
    theirs = rdflib.Graph()
    for subject, predicate, value, _ in to_rdflib(store).quads():
        theirs.add((subject, predicate, value))
    assert isomorphic(ours, theirs)


def test_no_literal_is_ill_typed(store: Store) -> None:
    def literals() -> Iterator[rdflib.Literal]:
        return (value for _, _, value, _ in to_rdflib(store).quads() if isinstance(value, rdflib.Literal))

    assert [value for value in literals() if value.ill_typed] == []


def test_the_ownership_network_ties_holders_to_recommendations_to_plans(store: Store) -> None:
    network = to_networkx(store)
    kinds = [kind for _, kind in network.nodes(data="kind")]
    assert {kind: kinds.count(kind) for kind in kinds} == {"plan": 2, "recommendation": 3, "holder": 3}
    head = f"{DEFAULT_BASE}post/head-of-signals"
    assert network.nodes[head]["label"] == "Head of Signals"
    assert network.degree(head) == 3
    first = f"{DEFAULT_BASE}plan/harbour-board/2020-03-03/recommendation/1"
    assert network.edges[head, first] == {"kind": "owns", "weight": 1}
    assert network.edges[first, first.rsplit("/", 2)[0]] == {"kind": "part of", "weight": 1}


def test_public_names_load_when_they_are_asked_for() -> None:
    assert {getattr(graph, name).__name__ for name in graph.__all__} == set(graph.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        graph.nothing  # noqa: B018 - asking for it is what is tested
