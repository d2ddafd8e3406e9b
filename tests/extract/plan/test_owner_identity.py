"""Which post in which organisation an owner is, and what its title says."""

from __future__ import annotations

import pytest

from answerable.extract import read_plan
from answerable.extract.records import Owner, PlanRecord
from tests.extract.plans import HEADER, as_tabs, only, owners_in, plan_row, read_text
from tests.places import SEEDS


def owner_in(cell: str, body: str = "Pellow Vale CRC") -> Owner:
    """The owner of a plan that answers the inspection of a body."""
    row = plan_row("1", "Improve plans", "Agreed", "Plans will be read each month.", cell, "May 2021")
    (assignment,) = only(read_text(as_tabs([row], before=HEADER.replace("Pellow Vale CRC", body)))).assignments
    (owner,) = assignment.owners
    return owner


@pytest.mark.parametrize(
    "spelling",
    [
        "Directors of Operations",
        "director of operations",
        "Director (Operations)",
        "Director of Operations, Pellow Vale CRC",
        "Pellow Vale CRC Director of Operations",
        "Jane Doe, Director of Operations",
    ],
)
def test_spellings_of_one_post_of_one_body_are_one_post(spelling: str) -> None:
    assert owner_in(spelling).iri == owner_in("Director of Operations").iri


@pytest.mark.parametrize(
    "other",
    [
        "Head of Operations",
        "Operations Lead",
        "Director of Safety",
        "Deputy Director of Operations",
        "NPS Director of Operations",
    ],
)
def test_other_roles_portfolios_and_bodies_are_other_posts(other: str) -> None:
    assert owner_in(other).iri != owner_in("Director of Operations").iri


def test_the_same_words_in_another_body_are_another_post() -> None:
    assert owner_in("Head of Safety").iri != owner_in("Head of Safety", "Wendle Marsh CRC").iri


def test_an_owner_says_role_portfolio_unit_and_person() -> None:
    (owner,) = owners_in("Dr Jane Doe, DD Substance Misuse Group")
    assert (owner.person, owner.role, owner.portfolio, owner.unit) == (
        "Dr Jane Doe",
        "Deputy Director",
        None,
        "Substance Misuse Group",
    )
    assert owner.role_iri is not None
    assert owner.role_iri.endswith("/grade/deputy-director")


def test_the_unit_of_a_post_is_the_unit_that_owns_things_itself() -> None:
    post, unit = owners_in("Manager, Business Assurance Team; Business Assurance Team")
    assert post.unit_iri == unit.iri


def test_what_is_no_post_has_no_role() -> None:
    (team,) = owners_in("Business Assurance Team")
    assert (team.role, team.portfolio, team.unit) == (None, None, None)


@pytest.fixture(scope="module")
def seeds() -> dict[str, PlanRecord]:
    paths = sorted(SEEDS.glob("*.txt"))
    if not paths:
        pytest.skip(f"the plans are not at {SEEDS}")
    return {path.name[:3]: read_plan(path, names=False) for path in paths}


def owners_of(record: PlanRecord) -> dict[str, set[str]]:
    """Every owner of a plan with all its prints."""
    found: dict[str, set[str]] = {}
    for owner in (o for r in record.recommendations for a in r.assignments for o in a.owners):
        found.setdefault(owner.iri, set()).add(owner.text)
    return found


@pytest.mark.parametrize(("plan", "posts"), [("000", 12), ("001", 9), ("002", 12)])
def test_as_many_holders_as_a_careful_reader_counts(seeds: dict[str, PlanRecord], plan: str, posts: int) -> None:
    assert len(owners_of(seeds[plan])) == posts


def test_one_director_of_one_company_stands_in_two_plans(seeds: dict[str, PlanRecord]) -> None:
    first, second = (owners_of(seeds[plan]) for plan in ("000", "001"))
    assert [first[iri] for iri in first.keys() & second.keys()] == [{"Director of Operations"}]
