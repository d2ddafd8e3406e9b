from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
import rdflib

from answerable.graph import Store, write_snapshot
from answerable.graph.mapping import graph_iri
from answerable.graph.mapping.days import first_day, last_day, whole_day
from answerable.graph.mapping.titles import is_plural_title
from answerable.graph.mapping.versions import plan_iris
from answerable.graph.values import Rows, Truth
from answerable.ontology.iris import DEFAULT_BASE
from answerable.ontology.terms import AP

if TYPE_CHECKING:
    from pathlib import Path

    from answerable.extract.records import PlanRecord

    Records = tuple[PlanRecord, ...]

FACTS = "ap:ActionPlan ap:InspectionReport ap:Recommendation ap:Action ap:Note ap:Assignment ap:Update"


def rows(store: Store, query: str) -> list[tuple[str, ...]]:
    answer = store.query(query)
    assert isinstance(answer, Rows)
    return [tuple("" if term is None else str(term) for term in row) for row in answer]


def holds(store: Store, pattern: str) -> bool:
    answer = store.query(f"ASK {{ {pattern} }}")
    assert isinstance(answer, Truth)
    return answer.value


def test_no_node_is_blank(store: Store) -> None:
    assert not holds(store, "?s ?p ?o FILTER(ISBLANK(?s) || ISBLANK(?o))")


def test_every_fact_leads_to_its_words(store: Store) -> None:
    assert not holds(store, f"VALUES ?class {{ {FACTS} }} ?fact a ?class FILTER NOT EXISTS {{ ?fact ap:evidence ?e }}")
    assert not holds(store, "?assignment ap:owner ?holder FILTER NOT EXISTS { ?holder ap:evidence ?e }")


def test_every_body_that_a_plan_names_leads_to_its_words(store: Store) -> None:
    links = "VALUES ?link { ap:inspected ap:addressedTo dcterms:creator } ?fact ?link ?body"
    assert holds(store, links)
    assert not holds(store, f"{links} FILTER NOT EXISTS {{ ?fact ap:evidence ?e . ?body ap:evidence ?e }}")


def test_every_piece_of_evidence_says_what_where_and_how(store: Store) -> None:
    for needed in ("ap:field", "ap:rule", "oa:exact", "dcterms:source"):
        assert not holds(store, f"?e a ap:Evidence FILTER NOT EXISTS {{ ?e {needed} ?x }}")
    assert not holds(store, "?s ap:evidence ?e FILTER NOT EXISTS { ?e a ap:Evidence }")


def test_a_link_has_the_evidence_that_both_ends_share(store: Store) -> None:
    assert holds(store, "?rec a ap:Recommendation ; dcterms:references ?thing")
    assert not holds(
        store,
        "?subject dcterms:references ?thing FILTER NOT EXISTS { ?subject ap:evidence ?e . ?thing ap:evidence ?e }",
    )
    assert not holds(store, "?a ap:owner ?holder FILTER NOT EXISTS { ?a ap:evidence ?e . ?holder ap:evidence ?e }")


def test_one_stretch_of_text_is_one_node_for_all_it_supports(store: Store) -> None:
    found = rows(
        store, 'SELECT ?s (COUNT(?e) AS ?n) { ?s ap:evidence ?e . ?e oa:exact "TIDE" } GROUP BY ?s ORDER BY ?s'
    )
    plan = f"{DEFAULT_BASE}plan/harbour-board/2020-03-03"
    assert found == [
        (f"{plan}/recommendation/1", "1"),
        (f"{plan}/recommendation/1/action/1-1", "1"),
        (f"{DEFAULT_BASE}system/tidal-information-and-duty-exchange", "1"),
    ]


def test_a_plan_is_known_by_the_body_inspected_and_the_date_of_the_report(store: Store) -> None:
    assert rows(store, "SELECT ?plan { ?plan a ap:ActionPlan } ORDER BY ?plan") == [
        (f"{DEFAULT_BASE}plan/harbour-board/2020-03-03",),
        (f"{DEFAULT_BASE}plan/old-lighthouse/2021-01-05",),
    ]


def test_later_versions_of_a_plan_leave_the_address_of_the_first_alone(records: Records) -> None:
    first = records[0].model_copy(update={"updated": None})
    update = records[0].model_copy(
        update={"source": first.source.model_copy(update={"sha256": "0" * 64}), "updated": "2021-03-01"}
    )
    again = update.model_copy(update={"source": first.source.model_copy(update={"sha256": "1" * 64})})
    plain = f"{DEFAULT_BASE}plan/harbour-board/2020-03-03"
    expected = {
        first.source.sha256: plain,
        "0" * 64: f"{plain}/version/2021-03-01",
        "1" * 64: f"{plain}/version/{'1' * 16}",
    }
    assert plan_iris([first, update, again], DEFAULT_BASE) == expected
    assert plan_iris([again, update, first], DEFAULT_BASE) == expected


def test_two_spellings_of_one_body_are_one_plan(records: Records) -> None:
    spelled = records[0].model_copy(update={"inspected_body": "The Board of the Harbour"})
    assert plan_iris([spelled], DEFAULT_BASE) == plan_iris(records[:1], DEFAULT_BASE)


def test_a_plan_without_a_body_or_dates_is_known_by_its_title_or_its_content(records: Records) -> None:
    titled = records[0].model_copy(update={"inspected_body": None})
    bare = records[1].model_copy(update={"inspected_body": None})
    assert plan_iris([titled], DEFAULT_BASE)[titled.source.sha256].endswith("/the-inspection-of-the-harbour/2020-02-28")
    assert plan_iris([bare], DEFAULT_BASE)[bare.source.sha256].endswith(f"/plan/{bare.source.sha256[:16]}")


def test_an_action_is_known_by_its_label_or_its_words_and_not_by_its_place(records: Records, tmp_path: Path) -> None:
    def addresses(record: PlanRecord, name: str) -> set[tuple[str, ...]]:
        write_snapshot([record], tmp_path / name)
        return set(rows(Store.open(tmp_path / name), "SELECT ?a { { ?a a ap:Action } UNION { ?a a ap:Note } }"))

    record = records[0]
    first, second = record.recommendations
    turned = first.model_copy(update={"actions": first.actions[::-1], "assignments": ()})
    moved = record.model_copy(update={"recommendations": (turned, second)})
    assert addresses(record, "a") == addresses(moved, "b")


def test_equal_siblings_are_told_apart_by_a_counter(records: Records, tmp_path: Path) -> None:
    first = records[0].recommendations[0]
    twice = first.model_copy(update={"assignments": first.assignments[:1] * 2})
    write_snapshot([records[0].model_copy(update={"recommendations": (twice,)})], tmp_path / "s")
    found = rows(Store.open(tmp_path / "s"), "SELECT ?a { ?a a ap:Assignment } ORDER BY ?a")
    assert found[1][0] == found[0][0] + "-2"


def test_only_commitments_are_actions(store: Store) -> None:
    assert rows(store, "SELECT ?text { ?a a ap:Action ; dcterms:description ?text } ORDER BY ?text") == [
        ("A rota will be agreed.",),
        ("Lamps will be logged in TIDE each night.",),
    ]
    note = "SELECT ?text { ?rec skos:note ?n . ?n ap:noteKind ap:context ; dcterms:description ?text }"
    assert rows(store, note) == [("The main actions are:",)]


def test_a_month_is_a_text_with_a_first_and_a_last_day_and_never_a_date(store: Store) -> None:
    query = 'SELECT ?by ?edtf (DATATYPE(?by) AS ?type) { ?a ap:dueText "April 2020" ; ap:dueBy ?by ; ap:edtf ?edtf }'
    assert rows(store, query) == [("2020-04-30", "2020-04", "http://www.w3.org/2001/XMLSchema#date")]
    assert holds(store, '?a ap:dueText "2021" ; ap:dueBy "2021-12-31"^^xsd:date')


def test_a_day_that_does_not_exist_is_kept_as_printed_only(store: Store) -> None:
    assert holds(store, '?a ap:dueText "31 February 2021" FILTER NOT EXISTS { ?a ap:dueBy ?by }')


def test_what_is_ongoing_has_no_day_to_be_overdue_by(store: Store) -> None:
    assert holds(store, "?a ap:dueKind ap:ongoing FILTER NOT EXISTS { ?a ap:dueBy ?by }")


def test_an_update_has_its_status_its_date_and_its_own_words(store: Store) -> None:
    query = """SELECT ?status ?at ?text ?revised {
        ?a ap:update ?u .
        ?u ap:status ?status ; ap:asAt ?at ; ap:revisedText ?revised ; dcterms:description ?text ; ap:evidence ?e .
        ?e oa:exact ?text }"""
    (found,) = rows(store, query)
    assert found[0].endswith("#closed")
    assert found[1:] == ("2021-03-01", "The boat is afloat.", "Closed")


def test_holders_are_posts_and_groups_of_posts(store: Store) -> None:
    assert holds(store, '?h a org:Post ; skos:prefLabel "Head of Signals"')
    assert holds(store, '?h a ap:PostGroup ; skos:prefLabel "Lamp Officers"')


@pytest.mark.parametrize(
    ("title", "plural"),
    [
        ("Regional Managers", True),
        ("Deputy Cluster Heads", True),
        ("Heads of Service", True),
        ("Head of Commissioned Services", False),
        ("Director of Operations", False),
        ("DD Sentence Management", False),
        ("Operations", False),
        ("", False),
    ],
)
def test_a_title_is_plural_by_its_head(title: str, plural: bool) -> None:
    assert is_plural_title(title) is plural


def test_what_is_inferred_stands_apart_and_names_its_rule(store: Store) -> None:
    inferred = graph_iri(DEFAULT_BASE, "inferred")
    links = {link for (link,) in rows(store, f"SELECT DISTINCT ?p {{ GRAPH <{inferred}> {{ ?s ?p ?o }} }}")}
    for link in ("ownedBy", "answerableFor", "worksWith", "involves", "reason"):
        assert f"https://w3id.org/answerable/def#{link}" in links
    ruled = "?g a ap:InferredGraph ; ap:applies ?rule . ?rule ap:infers ?p ; ap:confidence ?c ; dcterms:description ?d"
    described = {link for (link,) in rows(store, f"SELECT DISTINCT ?p {{ {ruled} }}")}
    assert {link for link in links if holds(store, f"?holder a org:Post . ?x <{link}> ?holder")} <= described


def test_no_shortcut_stands_in_a_document_graph(store: Store) -> None:
    shortcuts = "VALUES ?p { ap:ownedBy ap:answerableFor ap:worksWith ap:involves }"
    assert not holds(store, f"?g a ap:DocumentGraph . {shortcuts} GRAPH ?g {{ ?s ?p ?o }}")


def test_a_stated_reason_stands_in_the_document_and_a_guessed_one_does_not(store: Store) -> None:
    assert holds(store, "?g a ap:DocumentGraph . GRAPH ?g { ?r ap:reason ap:affordability }")
    assert holds(store, "?g a ap:InferredGraph . GRAPH ?g { ?r ap:reason ap:operational }")
    assert not holds(store, "?g a ap:DocumentGraph . GRAPH ?g { ?r ap:reason ap:operational }")


def test_a_body_that_the_owner_does_not_name_is_inferred(store: Store) -> None:
    assert holds(store, '?g a ap:InferredGraph . GRAPH ?g { ?h org:postIn ?b } ?h skos:prefLabel "Chief Pilot"')


def test_an_action_is_owned_only_where_the_pairing_is_certain(store: Store) -> None:
    assert holds(store, '?action ap:label "1.1" ; ap:ownedBy ?holder')
    assert not holds(store, '?action ap:label "1.2" ; ap:ownedBy ?holder')


def test_the_ledger_can_be_asked_for(store: Store) -> None:
    query = """SELECT ?rows ?loaded ?ignored ?flagged {
        ?document ap:fileName "harbour.txt" ; ap:rows ?rows ; ap:rowsLoaded ?loaded .
        ?document ap:rowsIgnored ?ignored ; ap:rowsFlagged ?flagged }"""
    assert rows(store, query) == [("9", "6", "2", "1")]
    assert holds(store, "?d ap:flag ?f . ?f ap:row 9 ; ap:rows 1 ; dcterms:description ?why")


def test_everything_has_one_preferred_label_at_most(store: Store) -> None:
    assert not holds(store, "?s skos:prefLabel ?a, ?b FILTER(?a != ?b)")
    assert not holds(store, "?s skos:prefLabel ?a ; skos:altLabel ?a")


def test_a_concern_is_a_recommendation_with_a_level(store: Store) -> None:
    assert holds(store, '?c a ap:Concern, ap:Recommendation ; ap:level "priority" ; ap:repeated true')


@pytest.mark.parametrize(
    ("printed", "first", "last", "whole"),
    [
        ("2020", "2020-01-01", "2020-12-31", "None"),
        ("2020-02", "2020-02-01", "2020-02-29", "None"),
        ("2019-02", "2019-02-01", "2019-02-28", "None"),
        ("2020-04-07", "2020-04-07", "2020-04-07", "2020-04-07"),
        ("2019-02-29", "None", "None", "None"),
        ("2019-13", "None", "None", "None"),
        ("2019-00", "None", "None", "None"),
        ("2019-01-00", "None", "None", "None"),
        ("0000", "None", "None", "None"),
        ("soon", "None", "None", "None"),
        (None, "None", "None", "None"),
    ],
)
def test_precision_becomes_days_only_where_the_days_are_real(
    printed: str | None, first: str, last: str, whole: str
) -> None:
    assert (str(first_day(printed)), str(last_day(printed)), str(whole_day(printed))) == (first, last, whole)


def test_every_term_of_ours_that_the_graph_uses_is_defined(store: Store) -> None:
    ontology = rdflib.Graph().parse(data=(files("answerable.ontology") / "answerable.ttl").read_text("utf-8"))
    used = "{ ?s ?term ?o } UNION { ?s a ?term } UNION { ?s ?p ?term }"
    found = {term for (term,) in rows(store, f"SELECT DISTINCT ?term {{ {used} }}") if term.startswith(AP)}
    assert len(found) > 80
    assert found - {AP} <= {str(subject) for subject in ontology.subjects()}
