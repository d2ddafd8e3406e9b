from __future__ import annotations

import pytest

from answerable.graph import Question, Store, all_questions, ask, load_question, parse_question
from answerable.graph.errors import QuestionError
from answerable.graph.questions import quoted
from answerable.graph.values import Rows, Scalar
from answerable.ontology.iris import DEFAULT_BASE


def records(store: Store, question: str, /, **values: Scalar) -> list[dict[str, Scalar]]:
    answer = ask(store, question, **values)
    assert isinstance(answer, Rows)
    return list(answer.records())


def said(store: Store, question: str, /, **values: Scalar) -> list[list[str]]:
    """The words that prove each row of an answer."""
    asked = load_question(question)
    answer = ask(store, asked, **values)
    assert isinstance(answer, Rows)
    return [[quote.text for quote in words] for words in quoted(store, asked, answer).quotes]


def column(found: list[dict[str, Scalar]], name: str) -> list[Scalar]:
    return [row[name] for row in found]


def test_plans_counts_the_answers_of_each_plan(store: Store) -> None:
    harbour, lighthouse = records(store, "plans")
    counts = ("recommendations", "agreed", "partly_agreed", "not_agreed", "no_status")
    assert [harbour[name] for name in counts] == [2, 1, 1, 0, 0]
    assert [lighthouse[name] for name in counts] == [1, 0, 0, 1, 0]
    assert (harbour["inspected"], str(harbour["published"])) == ("Harbour Board", "2020-03-03")
    assert said(store, "plans")[0] == ["the inspection of the harbour"]


def test_reasons_lists_what_was_not_fully_agreed_and_brackets_what_was_inferred(store: Store) -> None:
    boat, stairs = records(store, "reasons")
    assert (boat["number"], boat["answer"], boat["reasons"]) == ("10", "Partly Agreed", "(Operational), Affordability")
    assert boat["rationale"] == "This is subject to funding."
    assert said(store, "reasons") == [["This is subject to funding."], []]
    assert (stairs["answer"], stairs["reasons"], stairs["rationale"]) == ("Not Agreed", None, None)


def test_owners_puts_first_who_carries_most(store: Store) -> None:
    found = records(store, "owners")
    assert found[0] == {
        "holder": "Head of Signals",
        "organisation": None,
        "assignments": 3,
        "recommendations": 3,
        "plans": 2,
        "iri": f"{DEFAULT_BASE}post/head-of-signals",
    }
    assert column(found, "holder") == ["Head of Signals", "Chief Pilot", "Lamp Officers"]
    assert column(found, "organisation") == [None, "(Harbour Board)", None]


def test_post_finds_a_holder_by_part_of_the_name_in_any_case(store: Store) -> None:
    found = records(store, "post", name="head of SIGNALS")
    assert column(found, "number") == ["1", "10", "1"]
    assert column(found, "action") == ["Lamps will be logged in TIDE each night.", None, None]
    assert said(store, "post", name="head of SIGNALS") == [
        ["Head of Signals and Lamp Officers", "April 2020"],
        ["Head of Signals", "31 February 2021"],
        ["Head of Signals", "2021"],
    ]
    assert [str(day) for day in column(found, "due_by")] == ["2020-04-30", "None", "2021-12-31"]
    assert records(store, "post", name="Harbour Master") == []


@pytest.mark.parametrize("name", ["tide", "TIDE", "tidal information and duty exchange"])
def test_mentions_finds_a_thing_by_name_or_acronym(store: Store, name: str) -> None:
    (found,) = records(store, "mentions", name=name)
    assert (found["thing"], found["number"], found["words"]) == ("Tidal Information and Duty Exchange", "1", "TIDE")
    assert said(store, "mentions", name=name) == [["TIDE"]]


def test_mentions_needs_the_whole_name(store: Store) -> None:
    assert records(store, "mentions", name="TID") == []


def test_dates_counts_the_days_from_the_report_to_the_plan(store: Store) -> None:
    harbour, lighthouse = records(store, "dates")
    assert (str(harbour["published"]), str(harbour["submitted"]), harbour["days"]) == ("2020-03-03", "2020-02-28", -4)
    assert str(harbour["updated"]) == "2021-03-01"
    assert (lighthouse["submitted"], lighthouse["days"]) == (None, None)


EXAMPLES: dict[str, Scalar] = {"string": "x", "date": "2024-03-31", "month": "2024-03"}


@pytest.mark.parametrize("question", all_questions(), ids=lambda question: question.name)
def test_every_question_says_what_it_asks_and_gives_the_columns_it_names(store: Store, question: Question) -> None:
    assert question.title.endswith("?")
    assert question.explanation.endswith(".")
    assert question.group
    values = {parameter.name: EXAMPLES[parameter.type] for parameter in question.parameters}
    answer = ask(store, question, **values)
    assert isinstance(answer, Rows)
    assert answer.columns == tuple(column.name for column in (*question.columns, *question.addresses))
    assert "ORDER BY" in question.sparql
    assert answer == ask(store, question, **values)


@pytest.mark.parametrize("question", all_questions(), ids=lambda question: question.name)
def test_every_line_of_an_opening_is_understood(question: Question) -> None:
    opening = question.sparql.partition("#\n")[0].partition("SELECT")[0]
    told = (len(question.parameters), len(question.columns), len(question.addresses))
    lines = [line.split()[1].removesuffix(":") for line in opening.splitlines() if line.startswith("# ")]
    assert tuple(lines.count(word) for word in ("parameter", "column", "address")) == told
    assert set(lines) <= {"title:", "explanation", "title", "number", "group", "parameter", "column", "address"}


def test_the_library_holds_all_the_questions_that_the_graph_must_answer() -> None:
    numbers = {question.number for question in all_questions() if question.number is not None}
    assert numbers == set(range(1, 26))


def test_an_unknown_question_is_told_what_there_is() -> None:
    with pytest.raises(QuestionError, match=r"Did you mean owners\? There is: across-plans, .*, vacancy"):
        load_question("owner")
    with pytest.raises(QuestionError, match=r"no question is called '\.\./x'"):
        load_question("../x")


def test_an_unknown_parameter_is_told_what_there_is(store: Store) -> None:
    with pytest.raises(QuestionError, match=r"no parameter of post is called 'nmae'. Did you mean name\?"):
        ask(store, "post", nmae="x")
    with pytest.raises(QuestionError, match="There is none"):
        ask(store, "plans", name="x")


def test_no_clock_says_which_day_it_is(store: Store) -> None:
    with pytest.raises(QuestionError, match=r"give as_at: the day to judge by.*--param as_at=2024-03-31"):
        ask(store, "overdue")


def test_a_parameter_without_a_default_must_be_given(store: Store) -> None:
    with pytest.raises(QuestionError, match=r"give name: .*--param name="):
        ask(store, "post")


@pytest.mark.parametrize(
    ("kind", "value", "term"),
    [
        ("string", "a", '"a"'),
        ("integer", "7", "7"),
        ("integer", 7, "7"),
        ("decimal", "0.5", "0.5"),
        ("boolean", True, "true"),
        ("boolean", "False", "false"),
        ("date", "2020-04-30", '"2020-04-30"^^xsd:date'),
        ("month", "2020-04", '"2020-04"^^xsd:gYearMonth'),
        ("iri", "https://w3id.org/answerable/def#agreed", "ap:agreed"),
    ],
)
def test_parameters_become_terms_of_their_type(store: Store, kind: str, value: Scalar, term: str) -> None:
    asked = parse_question("mine", f"# parameter x {kind}: a value\nASK {{ FILTER(SAMETERM(?x, {term})) }}")
    assert ask(store, asked, x=value)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("integer", "many"),
        ("decimal", "x"),
        ("boolean", "maybe"),
        ("date", "2020-02-30"),
        ("date", "20200230"),
        ("date", "2020-W13-7"),
        ("date", "today"),
        ("month", "2020-13"),
        ("month", "April 2020"),
        ("iri", "not an address"),
    ],
)
def test_a_value_of_another_type_is_refused(store: Store, kind: str, value: str) -> None:
    asked = parse_question("mine", f"# parameter x {kind}: a value\nASK {{ FILTER(?x = ?x) }}")
    with pytest.raises(QuestionError, match=f"must be of type {kind}"):
        ask(store, asked, x=value)


def test_a_default_stands_in_where_nothing_is_given(store: Store) -> None:
    asked = parse_question("mine", '# parameter n integer "3": a number\nSELECT (?n + 1 AS ?m) { }')
    answer = ask(store, asked)
    assert isinstance(answer, Rows)
    assert list(answer.records()) == [{"m": 4}]


def test_a_type_that_does_not_exist_is_named() -> None:
    with pytest.raises(QuestionError, match="parameter x has type colour; use one of string"):
        parse_question("mine", "# parameter x colour: a value\nASK {}")
