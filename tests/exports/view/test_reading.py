"""The view model is what the graph says: loads as SPARQL counts them, marks by kind, facts with their quotes."""

from answerable.exports.facts import Fact
from answerable.exports.view import View
from answerable.exports.view.model import Node
from answerable.exports.view.questions import text_of
from answerable.graph.store import Store
from answerable.graph.values import Rows


def node(view: View, label: str) -> Node:
    return next(each for each in view.nodes if each.label == label)


def fact(facts: tuple[Fact, ...], term: str) -> Fact:
    return next(each for each in facts if each.term == term)


def test_every_holder_carries_as_many_assignments_as_sparql_counts(store: Store, view: View) -> None:
    counted = store.query(
        "SELECT ?owner (COUNT(DISTINCT ?a) AS ?n) WHERE { ?a a ap:Assignment ; ap:owner ?owner } GROUP BY ?owner"
    )
    assert isinstance(counted, Rows)
    loads = {row["owner"]: row["n"] for row in counted.records()}
    assert loads == {each.key: each.load for each in view.nodes if each.family in {"post", "body"}}


def test_the_view_holds_every_plan_recommendation_and_assignment(view: View) -> None:
    families = [each.family for each in view.nodes]
    assert (families.count("plan"), families.count("recommendation"), len(view.assignments)) == (2, 4, 6)


def test_marks_say_what_a_thing_is(view: View) -> None:
    assert node(view, "Director of Operations").mark == "circle"
    assert node(view, "Regional Managers").mark == "double-circle"
    assert node(view, "Offender Assessment System").mark == "hexagon"
    assert node(view, "Northmoor CRC, 2019").mark == "page"


def test_fill_says_how_a_recommendation_was_answered(view: View) -> None:
    fills = [each.fill for each in view.nodes if each.family == "recommendation"]
    assert fills == ["agreed", "not", "partly", "agreed"]


def test_a_holder_of_two_plans_is_known_in_both(view: View) -> None:
    assert len(node(view, "Director of Operations").plans) == 2
    assert len(node(view, "Regional Managers").plans) == 1


def test_a_joint_assignment_makes_a_joint_tie(view: View) -> None:
    director = node(view, "Director of Operations").key
    assert {edge.kind for edge in view.edges if edge.source == director} == {"owns", "joint"}


def test_a_date_stands_as_printed_and_as_read_with_its_quote_and_place(view: View) -> None:
    date = fact(view.assignments[0].facts, "Date")
    assert (date.printed, date.value) == ("April 2019", "by 30 April 2019")
    assert date.quotes[0].text == "April 2019"
    assert date.quotes[0].place.startswith("Northmoor CRC action plan, 2 March 2019, page 1, table 1, row ")
    assert date.quotes[0].place.endswith("recommendation 1, date column")


def test_what_is_inferred_names_its_rule(view: View) -> None:
    belongs = fact(node(view, "Director of Operations").facts, "Belongs to")
    assert belongs.value == "Northmoor CRC"
    assert belongs.inferred == "respondent's post"


def test_progress_and_the_revised_date_stand_with_the_assignment(view: View) -> None:
    moved = next(item for item in view.assignments if len(item.owners) == 2)
    assert fact(moved.facts, "Update").value == "Half of it is done."
    revised = fact(moved.facts, "Revised date")
    assert (revised.printed, revised.value) == ("March 2021", "by 31 March 2021")


def test_a_named_thing_leads_to_the_words_of_each_recommendation(view: View) -> None:
    system = node(view, "Offender Assessment System")
    assert system.short == "OASys"
    assert [each.quotes[0].text for each in system.facts] == ["OASys", "OASys"]


def test_every_printed_value_has_a_quote(view: View) -> None:
    worked_out = {"Inspected", "Recommendations", "Read from", "Belongs to", "Progress"}
    said = [*(f for each in view.nodes for f in each.facts), *(f for each in view.assignments for f in each.facts)]
    facts = [f for f in said if f.term not in worked_out]
    assert len(facts) > 30
    assert [f for f in facts if not f.quotes] == []


def test_the_query_shown_is_one_that_the_store_answers(store: Store, view: View) -> None:
    director = node(view, "Director of Operations")
    for text in view.queries["post"]:
        answer = store.query(text.replace("{key}", director.key))
        assert isinstance(answer, Rows)
        assert len(answer) > 0


def test_every_question_declares_its_prefixes_so_that_any_store_can_answer_it() -> None:
    for name in ("plans", "assignments", "evidence", "things", "organisations"):
        text = text_of(name)
        used = {prefix for prefix in ("ap", "dcterms", "oa", "org", "rdfs", "skos") if f"{prefix}:" in text}
        assert used == {prefix for prefix in used if f"PREFIX {prefix}:" in text}


def test_namesakes_in_two_bodies_are_told_apart_by_their_body(namesakes: View) -> None:
    labels = sorted(each.label for each in namesakes.nodes if each.family == "post")
    assert labels == ["Governor, HMP Eastmoor", "Governor, HMP Westmoor"]
    assert {each.short for each in namesakes.nodes if each.family == "post"} == {"Governor"}
