"""What a holder is: a post, a person, a unit or a body; and when two holders are the same."""

from __future__ import annotations

import pytest

from tests.extract.plans import holders_in, owners_in


def test_a_title_of_courtesy_makes_a_person() -> None:
    (owner,) = owners_in("Mr A. Brookes")
    assert (owner.kind, owner.person, owner.post) == ("person", "Mr A. Brookes", None)


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
