"""Builds that apply what people decided, and that leave second copies out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from answerable.extract.records import Evidence, PlanRecord
from answerable.graph import Store, write_snapshot
from answerable.graph.layout import MANIFEST_FILE
from answerable.graph.linking.decisions import Decision, Judgement, append_decision
from tests.graph.invented import assigned, due, plan, post, recommendation

HEADS, LEADS, PILOT = post("Deputy Cluster Heads"), post("Cluster Deputy Leads"), post("Chief Pilot")
WORDS = "Light every lamp of the outer pier before dusk"


EARLIER = plan(
    "earlier.txt",
    recommendation("1", "Mend the stairs", assigned(LEADS, PILOT)),
    submitted="2018-01-01",
    report="2018-02-01",
)
LATER = plan("later.txt", recommendation("1", WORDS, assigned(HEADS), assigned(HEADS, by="2020-09"), assigned(LEADS)))


@pytest.fixture
def decisions(tmp_path: Path) -> Path:
    path = tmp_path / "decisions.tsv"
    decision = Decision("2024-01-09", "kim", Judgement.SAME, HEADS.iri, HEADS.text, LEADS.iri, LEADS.text, "one rota")
    append_decision(path, decision)
    return path


def built(records: Sequence[PlanRecord], to: Path, decisions: Path | None = None) -> Store:
    write_snapshot(records, to, decisions=decisions)
    return Store.open(to)


def found(store: Store, query: str) -> list[tuple[str, ...]]:
    return sorted(tuple(str(term) for term in row) for row in store.select(query))


@pytest.fixture
def merged(decisions: Path, tmp_path: Path) -> Store:
    return built([EARLIER, LATER], tmp_path / "merged", decisions)


def test_without_a_decision_the_two_are_two(tmp_path: Path) -> None:
    store = built([EARLIER, LATER], tmp_path / "apart")
    assert len(found(store, "SELECT DISTINCT ?holder { ?assignment ap:owner ?holder }")) == 3
    assert found(store, "SELECT ?old { ?old dcterms:isReplacedBy ?kept }") == []


def test_the_post_of_the_older_plan_keeps_its_address(merged: Store) -> None:
    assert found(merged, "SELECT ?old ?kept { ?old dcterms:isReplacedBy ?kept }") == [(HEADS.iri, LEADS.iri)]


def test_of_posts_of_one_day_the_first_in_the_alphabet_keeps_its_address(decisions: Path, tmp_path: Path) -> None:
    store = built([LATER], tmp_path / "s", decisions)
    assert found(store, "SELECT ?old ?kept { ?old dcterms:isReplacedBy ?kept }") == [(LEADS.iri, HEADS.iri)]


def test_the_replaced_post_keeps_nothing_but_the_way_to_the_kept_one(merged: Store) -> None:
    assert found(merged, f"SELECT DISTINCT ?link {{ <{HEADS.iri}> ?link ?thing }}") == [
        ("http://purl.org/dc/terms/isReplacedBy",)
    ]
    assert found(merged, f"SELECT DISTINCT ?link {{ ?thing ?link <{HEADS.iri}> }}") == [
        ("https://w3id.org/answerable/def#judged",)
    ]


def test_assignments_and_shortcuts_point_to_the_kept_post(merged: Store) -> None:
    count = f"SELECT (COUNT(DISTINCT ?assignment) AS ?n) {{ ?assignment ap:owner <{LEADS.iri}> }}"
    assert found(merged, count) == [("4",)]
    assert len(found(merged, f"SELECT ?each {{ <{LEADS.iri}> ap:answerableFor ?each }}")) == 2
    assert len(found(merged, f"SELECT ?each {{ ?each ap:ownedBy <{LEADS.iri}> }}")) == 2


def test_every_label_is_kept(merged: Store) -> None:
    labels = found(merged, f"SELECT ?label {{ <{LEADS.iri}> skos:prefLabel|skos:altLabel ?label }}")
    assert labels == [("Cluster Deputy Leads",), ("Deputy Cluster Heads",)]
    assert len(found(merged, f"SELECT ?label {{ <{LEADS.iri}> skos:prefLabel ?label }}")) == 1


def test_the_decision_stands_in_a_graph_of_its_own(merged: Store) -> None:
    query = """SELECT ?graph ?day ?who ?what ?note { GRAPH ?graph {
        ?decision a ap:Decision, prov:Activity ; dcterms:date ?day ; ap:judgement ?what ; rdfs:comment ?note ;
        prov:wasAssociatedWith/foaf:name ?who } }"""
    assert found(merged, query) == [
        (f"{merged.base}graph/decisions", "2024-01-09", "kim", "https://w3id.org/answerable/def#same", "one rota")
    ]


def test_the_records_stay_as_they_were_read_and_the_counts_follow_the_decision(merged: Store) -> None:
    records = (merged.directory / "records.jsonl").read_text("utf-8")
    assert HEADS.iri in records
    assert merged.manifest["counts"]["owners"] == 2


def test_a_decision_that_is_undone_leaves_no_trace(decisions: Path, tmp_path: Path) -> None:
    append_decision(decisions, Decision("2024-02-01", "kim", Judgement.UNDO, LEADS.iri, "", HEADS.iri, ""))
    undone = built([EARLIER, LATER], tmp_path / "undone", decisions)
    never = built([EARLIER, LATER], tmp_path / "never")
    # The graph of the dataset counts that of the decisions.
    graphs = ", ".join(f"<{never.base}graph/{name}>" for name in ("decisions", "dataset"))
    without = f"FILTER(?graph NOT IN ({graphs}))"
    query = f"SELECT ?s ?p ?o {{ GRAPH ?graph {{ ?s ?p ?o }} {without} }}"
    assert found(undone, query) == found(never, query)


def test_a_decision_about_posts_that_this_build_does_not_know_does_nothing(decisions: Path, tmp_path: Path) -> None:
    other = plan("other.txt", recommendation("1", WORDS, assigned(PILOT)))
    store = built([other], tmp_path / "s", decisions)
    assert found(store, "SELECT ?old { ?old dcterms:isReplacedBy|ap:judged ?kept }") == []


def test_a_build_over_an_earlier_one_gives_what_a_build_alone_gives(decisions: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    built([LATER], first, decisions)
    grown = built([EARLIER, LATER], first, decisions)
    alone = built([EARLIER, LATER], second, decisions)
    assert grown.manifest["files"] == alone.manifest["files"]


def offsets(record: PlanRecord) -> PlanRecord:
    (each,) = record.recommendations
    placed = tuple(Evidence(**{**piece.model_dump(), "start": 1, "end": 2}) for piece in each.evidence)
    return record.model_copy(update={"recommendations": (each.model_copy(update={"evidence": placed}),)})


def test_a_second_file_of_a_plan_is_left_out_with_a_reason(tmp_path: Path) -> None:
    pdf, docx = (plan(name, recommendation("1", WORDS, assigned(PILOT))) for name in ("plan.pdf", "plan.docx"))
    store = built([offsets(pdf), docx], tmp_path / "s")
    reason = "the same version of the same plan as plan.pdf, which reads better or as well"
    manifest = json.loads((store.directory / MANIFEST_FILE).read_text("utf-8"))
    assert manifest["ignored"] == [{"name": "plan.docx", "reason": reason}]
    assert [source["name"] for source in manifest["sources"]] == ["plan.pdf"]
    query = "SELECT ?copy ?read ?why { ?one ap:copyOf/ap:fileName ?read ; ap:fileName ?copy ; rdfs:comment ?why }"
    assert found(store, query) == [("plan.docx", "plan.pdf", reason)]
    assert len(found(store, "SELECT ?plan { ?plan a ap:ActionPlan }")) == 1


def test_an_update_is_tied_to_its_original_with_what_changed(tmp_path: Path) -> None:
    original = plan("original.txt", recommendation("1", WORDS, assigned(PILOT)))
    update = plan(
        "update.txt", recommendation("1", WORDS, assigned(PILOT, revised=due("2020-06"))), updated="2021-03-01"
    )
    store = built([update, original], tmp_path / "s")
    query = "SELECT ?days { ?change ap:changeIn/prov:wasRevisionOf ?plan ; ap:days ?days . ?plan a ap:ActionPlan }"
    assert found(store, query) == [("61",)]
