"""Organisations over time: every one that ended leads somewhere, and nothing leads to a body that nobody knows."""

from __future__ import annotations

from itertools import pairwise

import pytest

from answerable.ontology.gazetteer import bodies
from answerable.ontology.iris import DEFAULT_BASE


def iri(path: str) -> str:
    return DEFAULT_BASE + path


COMPANIES = [key for key in bodies().by_iri if key.endswith("-crc") and "/provider/" in key]
REGIONS = [key for key in bodies().by_iri if key.endswith("-probation-region")]


def after(path: str) -> dict[str, tuple[str | None, str | None]]:
    """What came after a body: by the end of its address, the day of the event and the last day of the body."""
    change = [change for change in bodies().changes if iri(path) in change.before]
    return {
        heir.rsplit("/", 1)[-1]: (each.date, bodies().by_iri[iri(path)].valid_to)
        for each in change
        for heir in each.after
    }


def test_nothing_leads_to_a_body_that_nobody_knows() -> None:
    known = bodies()
    ends = {end for change in known.changes for end in (*change.before, *change.after)}
    ends |= {end for ownership in known.ownerships for end in (ownership.owned, ownership.owner)}
    ends |= {above for body in known.by_iri.values() for above in (*body.parents, *body.operators)}
    assert ends - set(known.by_iri) == set()


def test_every_fact_has_its_source() -> None:
    known = bodies()
    for fact in (*known.by_iri.values(), *known.changes, *known.ownerships):
        assert fact.sources, fact.iri


@pytest.mark.parametrize(
    ("path", "heirs", "day"),
    [
        ("organisation/national-offender-management-service", {"hm-prison-and-probation-service"}, "2017-04-01"),
        ("organisation/national-probation-service", {"probation-service"}, "2021-06-26"),
        (
            "provider/cheshire-and-greater-manchester-crc",
            {"greater-manchester-probation-region", "north-west-probation-region"},
            "2021-06-26",
        ),
        ("organisation/nps-wales", {"wales-probation-region"}, "2021-06-26"),
    ],
)
def test_a_body_that_ended_became_others_on_the_next_day(path: str, heirs: set[str], day: str) -> None:
    found = after(path)
    assert set(found) == heirs
    assert {when for when, _ in found.values()} == {day}
    assert all(last is not None and last < day for _, last in found.values())


def test_the_trusts_became_the_national_service_and_every_company() -> None:
    heirs = set(after("organisation/probation-trusts"))
    assert heirs == {"national-probation-service", *(key.rsplit("/", 1)[-1] for key in COMPANIES)}
    assert len(COMPANIES) == 21


def test_every_company_is_followed_by_regions_of_the_probation_service() -> None:
    assert len(REGIONS) == 12
    for company in COMPANIES:
        assert {iri(f"organisation/{heir}") for heir in after(company.removeprefix(DEFAULT_BASE))} <= set(REGIONS)
    for region in REGIONS:
        assert bodies().by_iri[region].parents == (iri("organisation/probation-service"),)


def test_every_company_had_one_owner_at_a_time() -> None:
    for company in COMPANIES:
        spans = sorted(
            (each.valid_from or "", each.valid_to or "") for each in bodies().ownerships if each.owned == company
        )
        assert spans, company
        assert spans[-1][1] == bodies().by_iri[company].valid_to
        assert all(ended < began for (_, ended), (began, _) in pairwise(spans)), company


def test_a_company_is_no_part_of_its_owner() -> None:
    for ownership in bodies().ownerships:
        assert ownership.owner not in bodies().by_iri[ownership.owned].parents


def test_one_joint_venture_owned_two_companies() -> None:
    owner = iri("organisation/reducing-reoffending-partnership")
    owned = {each.owned.rsplit("/", 1)[-1] for each in bodies().ownerships if each.owner == owner}
    assert owned == {
        "derbyshire-leicestershire-nottinghamshire-and-rutland-crc",
        "staffordshire-and-west-midlands-crc",
    }


def test_a_prison_is_a_part_of_the_service_or_is_operated_for_it() -> None:
    prisons = [body for key, body in bodies().by_iri.items() if "/prison/" in key and not body.valid_to]
    run = [body for body in prisons if body.parents or body.operators]
    assert len(run) > 100
    assert not any(body.parents and body.operators for body in run)


def test_a_prison_that_merged_leads_to_the_one_it_became() -> None:
    assert set(after("prison/acklington")) == {"northumberland"}


def test_a_monarch_changes_the_label_and_not_the_body() -> None:
    service = bodies().by_iri[iri("organisation/hm-inspectorate-of-probation")]
    assert {f"{whose} Majesty's Inspectorate of Probation" for whose in ("Her", "His")} <= set(service.labels)
