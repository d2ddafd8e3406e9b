"""What a holder is: a post, a person, a unit or a body; and when two holders are the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.plans import holders_in, owners_in


def test_a_title_of_courtesy_makes_a_person() -> None:
    (owner,) = owners_in("Mr A. Brookes")
    assert (owner.kind, owner.person, owner.post) == ("person", "Mr A. Brookes", None)


@pytest.mark.parametrize(
    "cell",
    ["J. Doe", "J Doe", "J. A. Doe", "D. O'Doe", "Jane Doe", "Mary-Jane Doe", "Tom Miller-Price", "Jane A. Miller"],
)
def test_a_given_name_or_an_initial_before_a_surname_makes_a_person(cell: str) -> None:
    (owner,) = owners_in(cell)
    assert (owner.kind, owner.person, owner.post) == ("person", cell, None)


CAPITALS = ["JANE DOE", "Jane DOE", "J. DOE", "J DOE", "JANE MILLER-PRICE", "JANE O'DOE", "JANE DOE MBE"]
PARTICLES = ["Jane van der Doe", "Maria de Doe", "Seán Ó Doe", "Siân ap Doe", "Jane d'Doe", "Jane Doe OBE"]
ACCENTS = ["John McDoe-Smith", "Zoë Döe"]


@pytest.mark.parametrize("cell", CAPITALS + PARTICLES + ACCENTS)
def test_capitals_particles_accents_and_honours_are_part_of_a_name(cell: str) -> None:
    (owner,) = owners_in(cell)
    assert (owner.kind, owner.person, owner.post) == ("person", cell, None)


@pytest.mark.parametrize("name", ["JANE DOE", "ADA BROOKES", "Jane van der Doe", "Seán Ó Doe", "Siân ap Doe", "J. DOE"])
@pytest.mark.parametrize("post", ["Head of Safety", "HEAD OF SAFETY", "Regional Head of Operations"])
@pytest.mark.parametrize("style", ["{name}, {post}", "{name} – {post}", "{post} ({name})", "{name}<br>{post}"])
def test_a_name_so_written_stands_beside_a_post(name: str, post: str, style: str) -> None:
    (owner,) = owners_in(style.format(name=name, post=post))
    assert (owner.kind, owner.person, owner.post) == ("role", name, post)


@pytest.mark.parametrize("cell", ["JANE DOE AND TOM MILLER", "Jane van der Doe and Tom Ó Miller"])
def test_names_so_written_are_parted_like_others(cell: str) -> None:
    assert [owner.kind for owner in owners_in(cell)] == ["person", "person"]


NOBODY = ["SAFER CUSTODY", "HMP OMU", "HOWARD LODGE", "A WING", "B BLOCK", "OMU SPOC", "MAPPA NHS", "GLEN PARVA"]
NOBODY += ["Community van Safety", "RRP Ops", "NHS CARE", "LEARNING AND DEVELOPMENT"]


@pytest.mark.parametrize("cell", NOBODY)
def test_other_words_in_capitals_and_with_small_words_are_nobody(cell: str) -> None:
    assert all(owner.person is None for owner in owners_in(cell))


@pytest.mark.parametrize("cell", ["A Wing", "C Block", "Howard Lodge", "Jordan Street", "Safer Custody", "Glen Parva"])
def test_what_only_opens_like_a_name_is_no_person(cell: str) -> None:
    (owner,) = owners_in(cell)
    assert (owner.kind, owner.person) == ("team", None)


@pytest.mark.parametrize(
    "cell", ["Jane Doe and Tom Miller", "Jane Doe, Tom Miller", "Jane Doe; Tom Miller", "Jane Doe<br>Tom Miller"]
)
def test_names_without_posts_are_parted_like_other_holders(cell: str) -> None:
    assert [(owner.kind, owner.person) for owner in owners_in(cell)] == [
        ("person", "Jane Doe"),
        ("person", "Tom Miller"),
    ]


@pytest.mark.parametrize("cell", ["Head of Safety and Jane Doe", "Head of Safety; Jane Doe"])
def test_a_name_joined_to_a_post_is_somebody_else(cell: str) -> None:
    assert [(owner.kind, owner.text) for owner in owners_in(cell)] == [
        ("role", "Head of Safety"),
        ("person", "Jane Doe"),
    ]


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("Head of Safety", "role"),
        ("Regional Managers", "role"),
        ("DD Resettlement & CRS", "role"),
        ("SPO", "role"),
        ("QDO", "role"),
        ("All Heads of PDU", "role"),
        ("Director General", "role"),
        ("Education Manager, Northgate Learning", "role"),
        ("Clinical Lead, CareFirst Health", "role"),
        ("Business Assurance Team", "team"),
        ("HR", "team"),
        ("L&D", "team"),
        ("EPSIG", "team"),
        ("HMPPS", "organisation"),
        ("Ministry of Justice", "organisation"),
        ("Midlands NHS Trust", "organisation"),
        ("Wendle Valley CRC", "provider"),
    ],
)
def test_holders_are_posts_units_or_bodies(cell: str, kind: str) -> None:
    (owner,) = owners_in(cell)
    assert owner.kind == kind


BEFORE = ["", "Regional ", "Midlands ", "East Midlands ", "Welsh ", "Acting Regional ", "Quality and Practice "]
NOUNS = ["Head", "Heads", "Lead", "Director", "Manager", "Chair", "Vice-Chair", "Officer", "Secretary", "Inspector"]
OF = ["of the Management Board", "of the Drug Strategy Team", "for Safety", "of Operations", "to the Trust"]
OF += ["for Women's Services", "in charge of the Segregation Unit", "of the Northern Safeguarding Partnership"]


@given(st.sampled_from(BEFORE), st.sampled_from(NOUNS), st.sampled_from(OF))
def test_who_heads_or_serves_a_body_is_a_post_and_not_the_body(before: str, noun: str, of: str) -> None:
    (owner,) = owners_in(f"{before}{noun} {of}")
    assert (owner.kind, owner.text) == ("role", f"{before}{noun} {of}")


@pytest.mark.parametrize(
    "cell",
    [
        "Regional Head of Operations; Governor",
        "Governor and Midlands Head of Operations",
        "Policy Lead for Women and Regional Head of Operations",
    ],
)
def test_such_posts_are_parted_like_others(cell: str) -> None:
    assert [owner.kind for owner in owners_in(cell)] == ["role", "role"]


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("Board of Directors", "team"),
        ("Office of the Chief Inspector", "team"),
        ("Office of the Wendle Commissioner", "organisation"),
        ("Prison Officer Training Unit", "team"),
        ("Directorate of Security", "team"),
    ],
)
def test_a_unit_named_after_posts_is_no_post(cell: str, kind: str) -> None:
    (owner,) = owners_in(cell)
    assert (owner.kind, owner.text) == (kind, cell)


def test_the_same_words_have_the_same_identity_and_other_posts_another() -> None:
    first, again, other = owners_in("Head of Safety; head of safety; Head of Security")
    assert first.iri == again.iri
    assert first.iri != other.iri


@pytest.mark.parametrize("cell", ["TBC", "N/A"])
def test_what_fills_the_place_of_a_holder_is_none(cell: str) -> None:
    assert holders_in(cell) == []
