"""Links across the plans of a build: what repeats what, what is like what, and what came after what."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from answerable.extract.records import PlanRecord
from answerable.graph.linking.plans import find_links, map_links, map_revisions
from answerable.graph.linking.plans.sequence import versions
from answerable.graph.linking.plans.told import recommendation_iris, told_plan
from answerable.graph.mapping import map_plan
from answerable.graph.mapping.names import choose_names, said_in
from answerable.graph.mapping.versions import plan_iris
from answerable.ontology.iris import DEFAULT_BASE
from tests.graph.invented import assigned, due, plan, post, recommendation
from tests.graph.linking.asked import asked

LAMPS = "Light every lamp of the outer pier before dusk"
STAIRS = "Mend the worn stairs of the old signal tower"
ROTAS = "Publish the pilots' rotas a month before they begin"
REPEATED = ". This recommendation is repeated from the last inspection."

REPEATS = "SELECT ?later ?earlier { ?later ap:repeats ?earlier }"
SIMILAR = "SELECT ?later ?earlier { ?later ap:similarTo ?earlier }"


def first(*recommendations: str, body: str = "Harbour Board", name: str = "first.txt") -> PlanRecord:
    return plan(
        name,
        *(recommendation(str(number), text) for number, text in enumerate(recommendations, 1)),
        submitted="2016-05-01",
        report="2016-04-20",
        body=body,
    )


def second(text: str, *, repeated: bool = True, body: str = "Harbour Board") -> PlanRecord:
    return plan("second.txt", recommendation("1", text, repeated=repeated), body=body)


def links(*records: PlanRecord) -> list[str]:
    iris = plan_iris(records, DEFAULT_BASE)
    by_source = {record.source.sha256: record for record in records}
    plans = [told_plan(record, iris[source], DEFAULT_BASE) for source, record in by_source.items()]
    evidence = {each.iri: each.evidence for plan in plans for each in plan.recommendations}
    revised = [
        line
        for group in versions(plans)
        for earlier, later in pairwise(group)
        for line in map_revisions((earlier, by_source[earlier.sha256]), (later, by_source[later.sha256]))
    ]
    return [*revised, *map_links(find_links(plans), evidence.__getitem__)]


def mapped(record: PlanRecord) -> list[str]:
    names = choose_names(said_in(record, DEFAULT_BASE).items(), DEFAULT_BASE)
    (iri,) = plan_iris([record], DEFAULT_BASE).values()
    return [line for graph in map_plan(record, plan=iri, names=names, base=DEFAULT_BASE) for line in graph.lines]


def test_a_stated_repeat_is_found_in_the_earlier_plan_of_the_body() -> None:
    lines = links(first(ROTAS, LAMPS, STAIRS), second(LAMPS + REPEATED))
    assert asked(lines, REPEATS) == [
        ("plan/harbour-board/2020-03-03/recommendation/1", "plan/harbour-board/2016-04-20/recommendation/2")
    ]
    assert asked(lines, SIMILAR) == []


def test_a_link_tells_its_score_its_method_and_the_words_behind_it() -> None:
    records = first(ROTAS, LAMPS, STAIRS), second(LAMPS + REPEATED)
    lines = links(*records)
    ((links_by, score, method, confidence),) = asked(
        lines,
        "SELECT ?links ?score ?method ?sure { ?link a ap:Link ; ap:links ?links ; ap:score ?score ; ap:method ?method ;"
        " ap:confidence ?sure }",
    )
    assert links_by == "repeats"
    assert re.fullmatch(r"0\.[5-9]\d{5}", score)
    assert "states a repeat" in method
    assert confidence == "0.9"
    quotes = "SELECT ?words { ?link a ap:Link ; ap:evidence/oa:exact ?words }"
    assert asked([*lines, *(line for record in records for line in mapped(record))], quotes) == [
        (LAMPS,),
        (LAMPS + REPEATED,),
    ]


def test_likeness_without_a_statement_is_only_likeness() -> None:
    lines = links(first(ROTAS, LAMPS, STAIRS), second(LAMPS, repeated=False))
    assert asked(lines, REPEATS) == []
    assert len(asked(lines, SIMILAR)) == 1


def test_a_repeat_is_not_sought_in_the_plans_of_another_body() -> None:
    lines = links(first(LAMPS, body="Lights Trust"), second(LAMPS + REPEATED))
    assert asked(lines, REPEATS) == []
    assert len(asked(lines, SIMILAR)) == 1
    ((remark,),) = asked(lines, "SELECT ?remark { ?later rdfs:comment ?remark }")
    assert remark == "no plan of an earlier inspection of this body is among the documents"


@pytest.mark.parametrize("earlier", [(STAIRS, ROTAS), (LAMPS, LAMPS)])
def test_what_is_not_clearly_best_is_left_open_with_a_remark(earlier: tuple[str, ...]) -> None:
    lines = links(first(*earlier), second(LAMPS + REPEATED))
    assert asked(lines, REPEATS) == []
    ((remark,),) = asked(lines, "SELECT ?remark { ?later rdfs:comment ?remark }")
    assert remark == "no recommendation of an earlier plan of this body is clearly the one repeated"


def test_the_newest_earlier_plan_that_has_it_is_meant() -> None:
    between = plan(
        "between.txt", recommendation("4", LAMPS + REPEATED, repeated=True), report="2018-04-20", submitted=None
    )
    lines = links(first(LAMPS), between, second(LAMPS + REPEATED))
    assert asked(lines, REPEATS) == [
        ("plan/harbour-board/2018-04-20/recommendation/4", "plan/harbour-board/2016-04-20/recommendation/1"),
        ("plan/harbour-board/2020-03-03/recommendation/1", "plan/harbour-board/2018-04-20/recommendation/4"),
    ]


def test_plans_of_one_body_follow_each_other_in_time() -> None:
    lines = links(second(LAMPS), first(STAIRS), first(ROTAS, body="Lights Trust", name="other.txt"))
    assert asked(lines, "SELECT ?later ?earlier { ?later ap:previousPlan ?earlier }") == [
        ("plan/harbour-board/2020-03-03", "plan/harbour-board/2016-04-20")
    ]


def test_the_order_of_the_records_means_nothing() -> None:
    records = first(ROTAS, LAMPS, STAIRS), second(LAMPS + REPEATED), first(LAMPS, body="Lights Trust", name="o.txt")
    assert set(links(*records)) == set(links(*reversed(records)))


def test_many_plans_are_tied_to_a_few_each() -> None:
    many = [first(LAMPS, body=f"Port {number}", name=f"{number}.txt") for number in range(20)]
    found = asked(links(*many), SIMILAR)
    assert max(sum(later == each for later, _ in found) for each, _ in found) == 3


def update() -> PlanRecord:
    pilot = post("Chief Pilot")
    return plan(
        "update.txt",
        recommendation("1", LAMPS, assigned(pilot, update="Half are lit.", revised=due("2020-06"))),
        updated="2021-03-01",
    )


def test_an_update_revises_the_original_and_says_what_changed() -> None:
    original = plan("original.txt", recommendation("1", LAMPS, assigned(post("Chief Pilot"))))
    lines = links(update(), original)
    later, earlier = "plan/harbour-board/2020-03-03/version/2021-03-01", "plan/harbour-board/2020-03-03"
    assert asked(lines, "SELECT ?later ?earlier { ?later prov:wasRevisionOf ?earlier }") == [(later, earlier)]
    query = """SELECT ?kind ?of ?before ?after { ?change a ap:Change ; ap:changeKind ?kind ; ap:changeOf ?of ;
               ap:changeIn ?plan ; ap:after ?after OPTIONAL { ?change ap:before ?before } }"""
    assert asked(lines, query) == [
        ("dateSlipped", f"{later}/recommendation/1", "2020-04", "2020-06"),
        ("progressTold", f"{later}/recommendation/1", "", "Half are lit."),
    ]
    assert asked(lines, "SELECT ?days { ?change ap:days ?days }") == [("61",)]
    assert asked(lines, SIMILAR) == []


def test_equal_numbers_have_the_addresses_that_the_mapping_gives_them() -> None:
    record = plan("some.txt", recommendation("1", LAMPS), recommendation("1", STAIRS), recommendation("2", ROTAS))
    (iri,) = plan_iris([record], DEFAULT_BASE).values()
    found = asked(mapped(record), "SELECT ?iri { ?iri a ap:Recommendation }")
    assert [(each.partition("/id/")[2],) for each in recommendation_iris(record, iri)] == sorted(found)
