from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from answerable.graph import Store, write_snapshot
from answerable.graph.errors import (
    DamagedSnapshotError,
    NotAStoreError,
    QueryRefusedError,
    QuestionError,
    SnapshotError,
)
from answerable.graph.layout import GRAPH_FILE, MANIFEST_FILE
from answerable.graph.values import Blank, Iri, Literal, Rows, Triples, Truth, scalar
from answerable.ontology.terms import AP, XSD_BOOLEAN, XSD_DATE, XSD_DECIMAL, XSD_INTEGER

if TYPE_CHECKING:
    from pathlib import Path

    from answerable.extract.records import PlanRecord


def test_a_missing_folder_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(NotAStoreError, match=r"is not there; make it with: answerable build"):
        Store.open(tmp_path / "nowhere")


def test_a_folder_of_other_files_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(NotAStoreError, match="holds no snapshot; make one with"):
        Store.open(tmp_path)


def test_a_build_of_an_earlier_form_is_to_be_built_anew(records: tuple[PlanRecord, ...], tmp_path: Path) -> None:
    for name in (GRAPH_FILE, MANIFEST_FILE):
        (tmp_path / name).write_text("{}")
    with pytest.raises(NotAStoreError, match="earlier form; build it anew"):
        Store.open(tmp_path)
    with pytest.raises(SnapshotError, match="earlier form; remove it"):
        write_snapshot(records, tmp_path)


def test_an_altered_graph_is_refused(records: tuple[PlanRecord, ...], tmp_path: Path) -> None:
    write_snapshot(records, tmp_path / "s")
    graph = Store.open(tmp_path / "s").directory / GRAPH_FILE
    graph.write_text(graph.read_text("utf-8").replace("dusk", "dawn"), "utf-8")
    with pytest.raises(DamagedSnapshotError, match=r"is not the file that .*; build it again"):
        Store.open(tmp_path / "s")
    graph.unlink()
    with pytest.raises(DamagedSnapshotError, match="cannot be read"):
        Store.open(tmp_path / "s")


def test_an_altered_manifest_is_refused(records: tuple[PlanRecord, ...], tmp_path: Path) -> None:
    write_snapshot(records, tmp_path / "s")
    manifest = Store.open(tmp_path / "s").directory / MANIFEST_FILE
    manifest.write_bytes(manifest.read_bytes().replace(b"harbour.txt", b"harbor.txt"))
    with pytest.raises(DamagedSnapshotError, match="gave the snapshot its name"):
        Store.open(tmp_path / "s")


def test_a_damaged_snapshot_names_the_sound_one_to_go_back_to(records: tuple[PlanRecord, ...], tmp_path: Path) -> None:
    names = []
    for some in (records[:1], records[1:], records):
        write_snapshot(some, tmp_path / "s")
        names.append(Store.open(tmp_path / "s").name)
    for damaged in names[1:]:
        (tmp_path / "s" / "snapshots" / damaged / GRAPH_FILE).write_bytes(b"")
    with pytest.raises(DamagedSnapshotError, match=f"answerable snapshots use {names[0]} --store"):
        Store.open(tmp_path / "s")


def test_a_damaged_snapshot_is_mended_by_the_same_build(records: tuple[PlanRecord, ...], tmp_path: Path) -> None:
    write_snapshot(records, tmp_path / "s")
    graph = Store.open(tmp_path / "s").directory / GRAPH_FILE
    graph.write_bytes(b"")
    write_snapshot(records, tmp_path / "s")
    assert Store.open(tmp_path / "s").directory == graph.parent


def test_a_plain_select_sees_every_named_graph(store: Store) -> None:
    graphs = store.select("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")
    assert {str(row[0]) for row in graphs} == store.graphs
    everything = store.select("SELECT ?s ?p ?o { ?s ?p ?o }")
    assert set(everything) == set(store.select("SELECT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }"))
    assert len(store) == len(store.select("SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }"))


def test_a_statement_that_two_documents_make_counts_once(records: tuple[PlanRecord, ...], tmp_path: Path) -> None:
    first = records[0]
    source = first.source.model_copy(update={"sha256": "0" * 64, "name": "update.txt"})
    update = first.model_copy(update={"source": source, "updated": "2022-03-01"})
    write_snapshot([first, update], tmp_path / "s")
    query = "SELECT (COUNT(*) AS ?n) { ?report a ap:InspectionReport ; dcterms:issued ?day }"
    store = Store.open(tmp_path / "s")
    assert list(store.select(query).records()) == [{"n": 1}]
    named = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?report dcterms:issued ?day } }"
    assert list(store.select(named).records()) == [{"n": 2}]
    assert list(store.select(query).records()) == [{"n": 1}]


@pytest.mark.parametrize("keyword", ["GRAPH g:inferred", "graph g:inferred", "GRAPHg:inferred"])
def test_a_named_graph_is_there_however_it_is_asked_for(
    records: tuple[PlanRecord, ...], tmp_path: Path, keyword: str
) -> None:
    write_snapshot(records, tmp_path / "s")
    store = Store.open(tmp_path / "s")
    assert store.query(f"PREFIX g: <{store.base}graph/> ASK {{ {keyword} {{ ?s ?p ?o }} }}") == Truth(value=True)


def test_each_kind_of_query_has_its_kind_of_answer(store: Store) -> None:
    assert store.query("ASK { ?plan a ap:ActionPlan }") == Truth(value=True)
    assert store.query("ASK { ?plan a ap:Nothing }") == Truth(value=False)
    triples = store.query("CONSTRUCT { ?plan a ap:ActionPlan } WHERE { ?plan a ap:ActionPlan }")
    assert isinstance(triples, Triples)
    assert len(triples) == 2
    assert {triple.object for triple in triples} == {Iri(AP + "ActionPlan")}
    assert isinstance(store.query("DESCRIBE ap:agreed"), Triples)


def test_from_narrows_a_query_to_one_graph(store: Store) -> None:
    inferred = f"{store.base}graph/inferred"
    assert store.query(f"ASK FROM <{inferred}> {{ ?x ap:ownedBy ?y }}") == Truth(value=True)
    assert store.query(f"ASK FROM <{inferred}> {{ ?x a ap:ActionPlan }}") == Truth(value=False)


def test_substitutions_are_terms_and_never_text(store: Store) -> None:
    hostile = Literal('x" } INSERT DATA { <a:a> <a:a> <a:a> } #\n\\')
    answer = store.query("SELECT (STRLEN(?name) AS ?n) { BIND(1 AS ?one) }", {"name": hostile})
    assert answer == Rows(("n",), ((Literal(str(len(hostile.value)), XSD_INTEGER),),))


def test_a_substitution_reaches_into_every_group(store: Store) -> None:
    query = "SELECT ?n { { SELECT ?plan ?n { ?plan dcterms:identifier ?n FILTER(?n = ?wanted) } } }"
    assert len(store.select(query, {"wanted": Literal("10")})) == 1
    query = "ASK { ?s a ?class }"
    assert store.query(query, {"class": Iri(AP + "ActionPlan")}) == Truth(value=True)
    assert store.query('ASK { FILTER(LANG(?x) = "cy") }', {"x": Literal("iawn", language="cy")}) == Truth(value=True)


def test_a_blank_node_is_no_substitution(store: Store) -> None:
    with pytest.raises(QuestionError, match="names nothing"):
        store.query("ASK { ?s ?p ?o }", {"s": Blank("b")})


@pytest.mark.parametrize("query", ["SELECT", "SELECT * { ?s ?p }", "SELECT * { ?s unknown:p ?o }"])
def test_a_malformed_query_is_one_line(store: Store, query: str) -> None:
    with pytest.raises(QueryRefusedError) as caught:
        store.query(query)
    assert "\n" not in str(caught.value)


def test_terms_become_plain_values() -> None:
    terms = (
        Literal("3", XSD_INTEGER),
        Literal("0.5", XSD_DECIMAL),
        Literal("true", XSD_BOOLEAN),
        Literal("2020-04-30", XSD_DATE),
        Literal("text"),
        Iri("a:b"),
        Blank("x"),
        None,
    )
    assert [scalar(t) for t in terms] == [3, Decimal("0.5"), True, date(2020, 4, 30), "text", "a:b", "_:x", None]


def test_a_blank_node_that_a_query_makes_is_shown(store: Store) -> None:
    answer = store.query("SELECT (BNODE() AS ?b) {}")
    assert isinstance(answer, Rows)
    assert isinstance(answer.rows[0][0], Blank)


def test_rows_are_asked_for_by_a_select(store: Store) -> None:
    assert store.select("SELECT ?plan { ?plan a ap:ActionPlan }").columns == ("plan",)
    with pytest.raises(QueryRefusedError, match="write it as a SELECT"):
        store.select("ASK { ?plan a ap:ActionPlan }")
