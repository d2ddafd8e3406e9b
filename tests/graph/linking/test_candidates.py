"""Which holders are offered to people as perhaps one, and with what reasons."""

from __future__ import annotations

import pytest

from answerable.graph import Store
from answerable.graph.linking.candidates import Candidate, Holder, candidates
from answerable.graph.linking.candidates.asking import holders_in
from answerable.graph.linking.candidates.blocks import pairs
from answerable.graph.linking.decisions import Decision, Judgement, Standing
from tests.graph.invented import HARBOUR, LIGHTS, post


def holder(title: str, organisation: str = HARBOUR, kind: str = "Post") -> Holder:
    return Holder(post(title, organisation).iri, title, kind, organisation)


def offered(*holders: Holder, least: float = 0.5) -> list[Candidate]:
    return candidates(holders, Standing(), least=least)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Deputy Cluster Heads", "Cluster Deputy Leads", "different roles: “head”, “lead”"),
        ("Head of Pilots & Signals", "DD Pilots and Signals", "different roles: “"),
        ("Head of Pilotage", "Deputy Head of Pilotage", "only one has “deputy”"),
        ("Head of Resettlement", "Head of Resettelment", "spelled nearly alike"),
        ("Manager of Tidal Works Safety", "TWS Manager", "“TWS” may be short for “Tidal Works Safety”"),
    ],
)
def test_near_misses_are_offered_with_their_reason(one: str, other: str, reason: str) -> None:
    (found,) = offered(holder(one), holder(other))
    assert reason in "; ".join(found.reasons)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Head of Lamps", "Head of Kitchens"),
        ("Director of Pilots and Signals", "Director of Stores and Kitchens"),
        ("Harbour Master", "Accountant"),
    ],
)
def test_titles_about_different_things_are_not_offered(one: str, other: str) -> None:
    assert offered(holder(one), holder(other)) == []


def test_one_title_in_another_organisation_scores_less_than_a_near_miss_at_home() -> None:
    home, near, away = holder("Director of Tides"), holder("Head of Tides"), holder("Director of Tides", LIGHTS)
    found = offered(home, near, away)
    assert [(each.one.organisation == each.other.organisation) for each in found] == [True, False]
    assert found[1].reasons == ("the same words", "in different organisations")


def test_a_title_that_many_bodies_have_is_not_offered_across_them() -> None:
    bodies = [f"https://sea.example/id/organisation/port-{number}" for number in range(9)]
    assert offered(*(holder("Harbour Master", body) for body in bodies)) == []


def test_a_unit_is_not_offered_as_a_post() -> None:
    assert offered(holder("Pilots Service"), holder("Pilot Services Group", kind="OrganizationalUnit")) == []


def test_what_is_decided_is_not_offered_again_even_through_a_chain() -> None:
    heads, leads, chiefs = holder("Pilot Heads"), holder("Pilot Leads"), holder("Pilot Chiefs")
    judged = [
        Decision("2024-01-09", "kim", Judgement.SAME, heads.iri, "", leads.iri, "", line=2),
        Decision("2024-01-09", "kim", Judgement.DIFFERENT, leads.iri, "", chiefs.iri, "", line=3),
    ]
    assert len(offered(heads, leads, chiefs)) == 3
    assert candidates([heads, leads, chiefs], Standing(judged)) == []


def test_what_somebody_was_unsure_of_is_offered_with_that() -> None:
    heads, leads = holder("Pilot Heads"), holder("Pilot Leads")
    doubt = Decision("2024-01-09", "kim", Judgement.UNSURE, heads.iri, "", leads.iri, "", line=2)
    (found,) = candidates([heads, leads], Standing([doubt]))
    assert found.judged is Judgement.UNSURE


def test_the_pairs_grow_with_the_holders_and_not_with_their_square() -> None:
    def compared(bodies: int) -> int:
        homes = [f"https://sea.example/id/organisation/port-{number}" for number in range(bodies)]
        titles = [f"{role} of {work}" for role in ("Head", "Lead", "Manager") for work in ("Tides", "Lamps", "Stores")]
        return sum(1 for _ in pairs(holder(title, home) for home in homes for title in titles))

    assert compared(80) == 4 * compared(20)


def test_a_large_block_is_compared_with_neighbours_only() -> None:
    many = [holder(f"Head of Tides {number}") for number in range(300)]
    assert sum(1 for _ in pairs(many)) < 300 * 90


def test_the_holders_of_a_store_carry_their_forms_and_quotes(store: Store) -> None:
    found = {each.label: each for each in holders_in(store)}
    assert found.keys() >= {"Head of Signals", "Lamp Officers", "Chief Pilot"}
    signals = found["Head of Signals"]
    assert signals.kind == "Post"
    assert {quote.document for quote in signals.quotes} == {"harbour.txt", "lighthouse.txt"}
    assert str(signals.quotes[0]).startswith("harbour.txt, table 1, row ")
    assert found["Lamp Officers"].kind == "Post"
    assert found["Chief Pilot"].organisation is not None
