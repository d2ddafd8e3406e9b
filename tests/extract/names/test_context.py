"""What the words around a name say of it, and where one name ends and the next begins."""

from __future__ import annotations

import pytest

from answerable.extract.names import NamedPassage
from answerable.extract.records import MentionType
from tests.extract.names.test_names import find, passage


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Staff will introduce Quern, a debt support scheme run with the council.", "Quern", "programme"),
        ("Quern, the substance misuse service, will see new arrivals.", "Quern", "service"),
        ("Men may join a boxing course, Gloves Off.", "Gloves Off", "training"),
        ("It was written with the charity Quern.", "Quern", "organisation"),
        ("The unit is run by Quern.", "Quern", "organisation"),
        ("Visits are recorded on Quern each day.", "Quern", "system"),
        ("There is a scheme called Quern.", "Quern", "programme"),
        ("All will see the Quern app.", "Quern", "system"),
        ("Officers reviewed QuernPlus last year.", "QuernPlus", "programme"),
        ("It will open on Quern wing.", "Quern", "place"),
    ],
)
def test_the_words_around_a_name_say_what_it_is(text: str, name: str, kind: str) -> None:
    found = find(text)
    assert {label: mention.type for label, mention in found.items()} == {name: MentionType(kind)}


@pytest.mark.parametrize(
    "text",
    [
        "Nationally, the team will meet.",
        "Staff, a manager and a nurse will talk about it in team meetings.",
        "Managers will use Accommodation and work with Housing.",
        "The X-ray machine is used by Security.",
    ],
)
def test_a_capital_alone_makes_no_name(text: str) -> None:
    assert not find(text)


def test_what_a_body_has_is_a_name_by_itself() -> None:
    assert set(find("We will use Northfold College's Skills Passport.")) == {"Northfold College", "Skills Passport"}


def test_a_known_name_and_a_board_are_a_new_name() -> None:
    assert set(find("The Drug Strategy Board will meet.")) == {"Drug Strategy Board"}


def test_an_acronym_that_nobody_defines_is_the_name_with_its_initials() -> None:
    (mention,) = find("The Harm Review Board met.", "The HRB will meet again.").values()
    assert (mention.label, mention.acronym, mention.recommendations) == ("Harm Review Board", "HRB", ("1", "2"))


def test_an_acronym_with_two_readings_stays_itself() -> None:
    assert "HRB" in find("The Harm Review Board and the Housing Referral Board met.", "The HRB will meet again.")


def test_a_post_of_the_owner_column_is_found_in_the_text() -> None:
    owner = NamedPassage(passage("Deputy Governor"), "owner", "1", MentionType.ROLE)
    (mention,) = find("The results go to the Deputy Governor.", owner).values()
    assert mention.type is MentionType.ROLE


def test_the_body_that_the_header_names_is_a_mention() -> None:
    header = NamedPassage(passage("Upper Fells Probation Region"), "title", None)
    assert set(find(header)) == {"Upper Fells Probation Region"}
