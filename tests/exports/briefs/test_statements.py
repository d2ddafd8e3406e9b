"""The four briefings on real plans, statement by statement against queries of another making."""

import re
from datetime import date
from html import unescape

import pytest

from answerable.exports.briefs import read_brief
from answerable.exports.briefs.brief import Brief, Bullets, Section, Statement
from answerable.graph.store import Store

DAY = date(2024, 3, 28)


def section(brief: Brief, title: str) -> Section:
    return next(each for each in brief.sections if each.title.startswith(title))


def texts(brief: Brief, title: str) -> str:
    blocks = section(brief, title).blocks
    bullets = [item.text for block in blocks if isinstance(block, Bullets) for item in block.items]
    return "\n".join([*bullets, *(block.text for block in blocks if isinstance(block, Statement))])


def number(store: Store, sparql: str) -> int:
    return int(str(next(store.select(f"SELECT (COUNT(DISTINCT ?x) AS ?n) WHERE {{ {sparql} }}").records())["n"]))


def headline(brief: Brief, label: str) -> int:
    return int(next(each.value for each in brief.headlines if label in each.label).split()[0].replace(",", ""))


@pytest.fixture(scope="module")
def director(seeds: Store) -> Brief:
    return read_brief("owner", "Director of Operations", seeds)


@pytest.fixture(scope="module")
def cas3(seeds: Store) -> Brief:
    return read_brief("programme", "cas3", seeds)


@pytest.fixture(scope="module")
def plan002(seeds: Store) -> Brief:
    return read_brief("plan", "plan 002", seeds)


@pytest.fixture(scope="module")
def dlnr(seeds: Store) -> Brief:
    return read_brief("organisation", "DLNR CRC", seeds)


OWNED = "?o skos:prefLabel 'Director of Operations' . ?x ap:owner ?o"


def test_the_day_is_the_latest_that_the_documents_state(director: Brief) -> None:
    assert director.as_at.words == "as at 28 March 2024, the date of the latest plan"


def test_the_director_owns_as_many_assignments_as_are_counted(seeds: Store, director: Brief) -> None:
    assert headline(director, "assignments") == number(seeds, OWNED)
    assert director.title == f"Director of Operations owns {number(seeds, OWNED)} assignments in 2 plans"


def test_the_directors_overdue_ones_are_those_past_their_day(seeds: Store, director: Brief) -> None:
    past = number(seeds, f"{OWNED} ; ap:dueBy ?day FILTER(?day < '{DAY}'^^xsd:date)")
    assert headline(director, "past the date") == past


def test_the_director_shares_nothing(seeds: Store, director: Brief) -> None:
    assert number(seeds, f"{OWNED} , ?other FILTER(?o != ?other)") == 0
    assert "It shares no assignment" in texts(director, "With whom")


def test_the_directors_company_ended_and_its_heir_is_inferred(director: Brief) -> None:
    said = next(item for item in section(director, "The owner").blocks[0].items if "ended on" in item.text)
    assert "ended on 25 June 2021. East Midlands Probation Region followed" in said.text
    assert said.inferred == "change event"


def test_cas3_is_named_in_the_recommendations_that_refer_to_it(seeds: Store, cas3: Brief) -> None:
    named = "?thing skos:notation 'CAS3' . ?x dcterms:references ?thing ; a ap:Recommendation"
    assert headline(cas3, "recommendations") == number(seeds, named)
    assert "Only Offender Management in Custody – post-release, 2023 names it." in texts(cas3, "What is said")


def test_the_plan_counts_its_answers_as_its_own_closing_box_does(plan002: Brief) -> None:
    said = texts(plan002, "How it was answered")
    assert "6 of 10 recommendations were agreed:" in said
    assert "2 of 10 recommendations were partly agreed:" in said
    assert "2 of 10 recommendations were not agreed:" in said


def test_the_plan_tells_its_days_in_order(plan002: Brief) -> None:
    said = texts(plan002, "The plan")
    assert "Submitted on 17 March 2023; the inspection report was published on 14 March 2023, 3 days earlier." in said
    assert "Updated on 28 March 2024." in said


def test_the_plans_moves_are_those_with_a_revised_day(seeds: Store, plan002: Brief) -> None:
    moved = number(
        seeds,
        "?x ap:dueBy ?a ; ap:update ?u . ?u ap:revisedDueBy ?b FILTER(?a != ?b) "
        "FILTER NOT EXISTS { ?u ap:dueKind ap:completed } FILTER NOT EXISTS { ?u ap:status ap:complete }",
    )
    assert headline(plan002, "dates moved") == moved


def test_the_organisation_answered_two_inspections_and_ended(seeds: Store, dlnr: Brief) -> None:
    inspected = "?body skos:notation 'DLNR CRC' . ?x ap:inspected ?body"
    assert headline(dlnr, "plans about it") == number(seeds, inspected)
    assert dlnr.title == "DLNR CRC answered 2 inspections and ended on 25 June 2021"
    assert "owned by Reducing Reoffending Partnership" in texts(dlnr, "The organisation")
    assert "which also owned Staffordshire and West Midlands CRC" in texts(dlnr, "The organisation")


def test_the_organisations_repeats_are_those_that_say_so(dlnr: Brief) -> None:
    said = texts(dlnr, "What came back")
    assert "The answer is the same: agreed." in said
    assert "The answer changed from partly agreed to agreed." in said


@pytest.mark.parametrize("name", ["director", "cas3", "plan002", "dlnr"])
def test_every_quote_stands_in_a_document(name: str, words_of_seeds: str, request: pytest.FixtureRequest) -> None:
    brief: Brief = request.getfixturevalue(name)
    known = set(re.findall(r"\w+", unescape(re.sub("<[^>]*>", " ", words_of_seeds))))
    quotes = [quote.text for note in brief.notes for quote in note.quotes if quote.text]
    assert len(quotes) > 20
    assert [quote for quote in quotes if set(re.findall(r"\w+", quote)) - known] == []


@pytest.mark.parametrize("name", ["director", "cas3", "plan002", "dlnr"])
def test_every_note_has_a_place(name: str, request: pytest.FixtureRequest) -> None:
    brief: Brief = request.getfixturevalue(name)
    assert all(quote.place for note in brief.notes for quote in note.quotes)
