from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import TYPE_CHECKING

import networkx as nx
import pytest

from answerable.exports.graphs import NETWORKS, Edge, Network, Node, read_network, to_gexf, to_graphml
from answerable.graph.frames import to_networkx

if TYPE_CHECKING:
    from collections.abc import Callable

    from answerable.exports.scope import Scope
    from answerable.graph import Store


@pytest.mark.parametrize("name", NETWORKS)
def test_networkx_reads_the_same_network_from_each_format(
    name: str, plans: Store, scope: Scope, written: Callable[..., bytes]
) -> None:
    network = read_network(plans, name, scope)
    gexf = nx.read_gexf(io.BytesIO(written("gexf", name)))
    graphml = nx.read_graphml(io.BytesIO(written("graphml", name)))
    for graph in (gexf, graphml):
        assert set(graph) == {node.iri for node in network.nodes}
        assert graph.number_of_edges() == len(network.edges)
        assert {(node, data["load"]) for node, data in graph.nodes(data=True)} == {
            (n.iri, n.load) for n in network.nodes
        }
        assert sum(int(data["weight"]) for *_, data in graph.edges(data=True)) == sum(e.weight for e in network.edges)
    elements = json.loads(written("cytoscape", name))["elements"]
    assert {each["data"]["id"] for each in elements["nodes"]} == set(gexf)
    assert len(elements["edges"]) == len(network.edges)


def test_each_says_its_scope_and_snapshot(written: Callable[..., bytes], scope: Scope) -> None:
    for form in ("gexf", "graphml", "cytoscape"):
        assert scope.snapshot in written(form).decode()
        assert "14 March 2024, the date of the latest plan" in written(form).decode()


def test_the_ownership_network_is_the_one_of_the_library(plans: Store, written: Callable[..., bytes]) -> None:
    mine, theirs = nx.read_graphml(io.BytesIO(written("graphml"))), to_networkx(plans)
    assert {frozenset(edge) for edge in mine.edges} == {frozenset(edge) for edge in theirs.edges}


def test_marks_of_xml_and_control_characters_do_no_harm(scope: Scope) -> None:
    nodes = (Node("https://x.example/a", "post", 'A & B <"c">\x0b', 1), Node("https://x.example/b", "post", "'d'", 1))
    network = Network("together", nodes, (Edge(nodes[0].iri, nodes[1].iri, "shares", 1),), scope)
    for read, write in ((nx.read_gexf, to_gexf), (nx.read_graphml, to_graphml)):
        graph = read(io.BytesIO(b"".join(write(network))))
        assert graph.nodes[nodes[0].iri]["label"].startswith('A & B <"c">')


def test_the_files_for_neo4j_hold_together(written: Callable[..., bytes], plans: Store, scope: Scope) -> None:
    """Every end of a relationship is a node of some file, and every file is named by the command that imports it."""
    with zipfile.ZipFile(io.BytesIO(written("neo4j"))) as archive:
        tables = {
            name: list(csv.DictReader(io.StringIO(archive.read(name).decode())))
            for name in archive.namelist()
            if name.endswith(".csv")
        }
        command, about = archive.read("import.sh").decode(), archive.read("about.txt").decode()
    nodes = [row["iri:ID"] for name, rows in tables.items() if name.startswith("nodes") for row in rows]
    assert len(nodes) == len(set(nodes))
    ends = [row for name, rows in tables.items() if name.startswith("relationships") for row in rows]
    assert {row[":START_ID"] for row in ends} | {row[":END_ID"] for row in ends} <= set(nodes)
    assert all(f"={name} " in command for name in tables)
    assert scope.snapshot in about
    (count,) = plans.select("SELECT (COUNT(DISTINCT ?a) AS ?n) WHERE { ?a a ap:Assignment }").rows[0]
    assert len(tables["nodes-assignments.csv"]) == int(str(count))
    assert {row[":LABEL"].split(";")[0] for row in tables["nodes-named.csv"]} == {"Holder", "Thing"}
