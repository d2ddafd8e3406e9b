"""The four networks as they open: true in what they say, no two marks touching, few enough, alike for equal views."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import islice, takewhile
from math import hypot

import pytest

from answerable.exports.view import View
from answerable.exports.view.networks import Drawing, drawing_data, drawings
from answerable.graph.store import Store
from answerable.graph.values import Rows

Crowd = Callable[..., View]
NAMES = ("ownership", "together", "programmes", "organisations")


def rows_of(store: Store, text: str) -> list[dict[str, object]]:
    answer = store.query(text)
    assert isinstance(answer, Rows)
    return list(answer.records())


def touching(drawing: Drawing) -> list[tuple[str, str]]:
    """Give the pairs of marks that touch, looking from each only as far right as the two largest reach."""
    marks = sorted(drawing.marks, key=lambda mark: mark.x)
    reach = 2 * max((mark.size for mark in marks), default=0)
    near = (
        (one, two)
        for index, one in enumerate(marks)
        for two in takewhile(lambda mark, one=one: mark.x - one.x <= reach, islice(marks, index + 1, None))  # type: ignore[misc]
    )
    return [(one.key, two.key) for one, two in near if hypot(one.x - two.x, one.y - two.y) < one.size + two.size]


def test_there_are_four_and_ownership_comes_first(view: View) -> None:
    assert tuple(drawings(view)) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_no_two_marks_touch_and_all_stand_on_whole_pixels(changed: View, name: str) -> None:
    drawing = drawings(changed)[name]
    assert drawing.marks
    assert touching(drawing) == []
    assert all(isinstance(place, int) for mark in drawing.marks for place in (mark.x, mark.y, mark.size))


@pytest.mark.parametrize("name", NAMES)
def test_ties_end_at_marks(changed: View, name: str) -> None:
    drawing = drawings(changed)[name]
    drawn = {mark.key for mark in drawing.marks}
    assert drawing.ties
    assert {end for tie in drawing.ties for end in (tie.source, tie.target)} <= drawn


@pytest.mark.parametrize("name", NAMES)
def test_equal_views_draw_alike(changed: View, name: str) -> None:
    number = {node.key: index for index, node in enumerate(changed.nodes)}
    again = replace(changed, nodes=tuple(changed.nodes))
    assert drawing_data(drawings(changed)[name], number) == drawing_data(drawings(again)[name], number)


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_drawing_says_what_would_fill_it(name: str) -> None:
    drawing = drawings(View((), (), (), (), {}))[name]
    assert drawing.marks == ()
    assert drawing.heading == "No plan has been loaded yet"
    assert drawing.empty


def test_the_heading_of_ownership_says_who_carries_most_and_who_spans_plans(store: Store, view: View) -> None:
    loads = Counter(
        str(row["name"])
        for row in rows_of(
            store, "SELECT DISTINCT ?a ?name WHERE { ?a a ap:Assignment ; ap:owner ?o . ?o skos:prefLabel ?name }"
        )
    )
    ((name, load),) = loads.most_common(1)
    spans = rows_of(
        store,
        "SELECT ?name (COUNT(DISTINCT ?plan) AS ?n) WHERE { ?a ap:of/dcterms:isPartOf ?plan ; ap:owner ?o . "
        "?o skos:prefLabel ?name } GROUP BY ?name HAVING (COUNT(DISTINCT ?plan) > 1)",
    )
    assert [(row["name"], row["n"]) for row in spans] == [("Director of Operations", 2)]
    total = len(view.assignments)
    said = f"{name} carry {load} of {total} assignments; Director of Operations spans 2 plans"
    assert drawings(view)["ownership"].heading == said


def test_the_ties_of_those_who_work_together_are_what_sparql_counts(store: Store, view: View) -> None:
    counted = rows_of(
        store,
        "SELECT ?one ?two (COUNT(DISTINCT ?a) AS ?n) WHERE { ?a ap:owner ?one, ?two FILTER(STR(?one) < STR(?two)) } "
        "GROUP BY ?one ?two",
    )
    drawn = {(tie.source, tie.target): tie.weight for tie in drawings(view)["together"].ties}
    assert drawn == {(row["one"], row["two"]): row["n"] for row in counted}


def test_two_who_only_share_with_each_other_are_both_named(view: View) -> None:
    heading = drawings(view)["together"].heading
    assert heading == "Director of Operations and Head of Community Payback each share assignments with 1 other holder"


def test_the_heading_of_programmes_says_what_joins_plans_or_that_nothing_does(store: Store, view: View) -> None:
    counted = rows_of(
        store,
        "SELECT ?name (COUNT(DISTINCT ?r) AS ?n) WHERE { ?r ap:involves ?thing . ?thing a ap:System ; "
        "skos:prefLabel ?name } GROUP BY ?name",
    )
    assert [(row["name"], row["n"]) for row in counted] == [("Offender Assessment System", 2)]
    heading = drawings(view)["programmes"].heading
    assert heading == "Offender Assessment System is named by 2 recommendations, and nothing joins plans"


def test_what_several_plans_name_stands_in_the_middle(view: View) -> None:
    system = next(node for node in view.nodes if node.family == "thing")
    plans = tuple(node.key for node in view.nodes if node.family == "plan")
    demand = next(node for node in view.nodes if node.family == "recommendation" and node.plans == plans[:1])
    joined = replace(
        view,
        nodes=tuple(replace(node, plans=plans) if node is system else node for node in view.nodes),
        edges=(*view.edges, replace(next(e for e in view.edges if e.kind == "mentions"), target=demand.key)),
    )
    drawing = drawings(joined)["programmes"]
    assert drawing.heading == "Offender Assessment System is named in 2 of 2 plans, more than anything else"
    far = {mark.key: hypot(mark.x, mark.y) for mark in drawing.marks}
    assert far[system.key] == min(far.values())


def test_a_change_is_an_arrow_from_left_to_right_and_ownership_a_line(changed: View) -> None:
    drawing = drawings(changed)["organisations"]
    arrows = [tie for tie in drawing.ties if tie.kind == "succeeds"]
    assert sorted((tie.source[-5:], tie.target[-3:]) for tie in arrows) == [("d/old", "new"), ("other", "new")]
    assert all(tie.path[0][0] < tie.path[1][0] for tie in arrows)
    assert [tie.path[0][0] == tie.path[1][0] for tie in drawing.ties if tie.kind == "company"] == [True]
    assert [tick.label for tick in drawing.ticks] == ["June\n2021"]


def test_the_heading_of_organisations_says_what_became_of_the_body_inspected(changed: View) -> None:
    drawing = drawings(changed)["organisations"]
    assert drawing.heading == "Northmoor CRC ended on 26 June 2021; Moor Region followed"


def test_plans_lie_on_the_lane_of_their_body_in_the_order_of_their_days(changed: View) -> None:
    drawing = drawings(changed)["organisations"]
    lane = next(line for line in drawing.lifelines if line.key.endswith("/old"))
    plans = [mark for mark in drawing.marks if any(mark.key == n.key for n in changed.nodes if n.family == "plan")]
    assert {mark.y for mark in plans} == {lane.y}
    assert lane.start < plans[0].x < plans[1].x < lane.end
    assert not lane.open_end


def test_many_plans_stand_in_groups_and_every_plan_is_in_one(crowd: Crowd) -> None:
    many = crowd(plans=300, holders=8)
    for name in ("ownership", "programmes"):
        assert len(drawings(many)[name].marks) <= 150
    drawing = drawings(many)["ownership"]
    assert sum(len(group.members) for group in drawing.groups) == 300
    assert "300 plans stand in 1 group by year, with 42 of 2,400 holders" in (drawing.note or "")


def test_of_many_who_work_together_the_largest_circles_are_drawn_and_the_note_says_so(crowd: Crowd) -> None:
    drawing = drawings(crowd(plans=300, holders=4))["together"]
    assert len(drawing.marks) == 100
    assert "the 50 largest of 300 circles, 100 of 600 holders" in (drawing.note or "")
    assert touching(drawing) == []


def test_thousands_can_be_drawn_at_once_where_somebody_asks_for_it(crowd: Crowd) -> None:
    drawing = drawings(crowd(plans=300, holders=8), most=3000)["ownership"]
    assert len(drawing.marks) == 3000
    assert touching(drawing) == []
