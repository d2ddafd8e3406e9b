"""What a holder is: a post, a person, a unit or a body; and when two holders are the same."""

from __future__ import annotations

import pytest

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


def test_the_same_words_have_the_same_identity_and_other_posts_another() -> None:
    first, again, other = owners_in("Head of Safety; head of safety; Head of Security")
    assert first.iri == again.iri
    assert first.iri != other.iri


@pytest.mark.parametrize("cell", ["TBC", "N/A"])
def test_what_fills_the_place_of_a_holder_is_none(cell: str) -> None:
    assert holders_in(cell) == []
