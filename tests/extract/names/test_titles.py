"""The title of a post in its parts."""

from __future__ import annotations

import pytest

from answerable.extract.names import read_title, without_body
from answerable.ontology.gazetteer import roles


@pytest.mark.parametrize(
    ("title", "role", "portfolio", "unit"),
    [
        ("Head of Community Payback", "Head", "Community Payback", None),
        ("Heads of Safety", "Head", "Safety", None),
        ("Head of Education, Skills and Work", "Head", "Education, Skills and Work", None),
        ("Deputy Cluster Heads", "Deputy Head", "Cluster", None),
        ("Cluster Deputy Heads", "Deputy Head", "Cluster", None),
        ("DD sentence Management", "Deputy Director", "sentence Management", None),
        ("Deputy Director, Sentence Management", "Deputy Director", "Sentence Management", None),
        ("DD Substance Misuse Group", "Deputy Director", None, "Substance Misuse Group"),
        ("Manager, Business Assurance Team", "Manager", None, "Business Assurance Team"),
        ("Contract Management Team Lead", "Lead", None, "Contract Management Team"),
        ("Head of Safety, Business Assurance Team", "Head", "Safety", "Business Assurance Team"),
        ("Head of Barset PDU", "Head", None, "Barset PDU"),
        ("Customer Service Centre (CSC) Lead", "Lead", "Customer Service Centre", None),
        ("L&D Lead", "Lead", "L&D", None),
        ("Through the Gate Leads", "Lead", "Through the Gate", None),
        ("Regional Probation Director – Wendle and Marsh", "Regional Probation Director", "Wendle and Marsh", None),
        ("Chief Probation Officer", "Chief Probation Officer", None, None),
        ("SPOs", "Senior Probation Officer", None, None),
        ("QDO SPO", "Senior Probation Officer", "QDO", None),
        ("Governor Liaison Officer", "Officer", "Governor Liaison", None),
        ("Single Points of Contact", "Single Point of Contact", None, None),
        ("Acting Head of Safety", "Head", "Safety", None),
        ("All Governors", "Governor", None, None),
        ("Regional Head of Operations", "Head", "Operations", None),
        ("Deputy Regional Heads of Operations", "Deputy Head", "Operations", None),
        ("Midlands Lead for the Quality Team", "Lead", None, "Quality Team"),
        ("Office of the Head of Safety", None, None, None),
        ("Substance Misuse Group", None, None, None),
        ("", None, None, None),
    ],
)
def test_a_title_says_role_portfolio_and_unit(
    title: str, role: str | None, portfolio: str | None, unit: str | None
) -> None:
    found = read_title(title)
    assert (found.role and found.role.label, found.portfolio, found.unit) == (role, portfolio, unit)


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Director of Operations, Barset CRC", "Director of Operations"),
        ("Barset CRC Director of Operations", "Director of Operations"),
        ("Director of Operations (Barset CRC)", "Director of Operations"),
        ("Director of Operations of Barset CRC", "Director of Operations"),
        ("Barset CRC's Director of Operations", "Director of Operations"),
        ("Director, Barset CRC Reform Programme", "Director, Reform Programme"),
        ("Barset CRC", "Barset CRC"),
        ("Head of Safety", "Head of Safety"),
    ],
)
def test_the_name_of_the_body_is_no_part_of_the_title(title: str, bare: str) -> None:
    assert without_body(title, ("Barset CRC",)) == bare


@pytest.mark.parametrize("role", roles().values(), ids=lambda role: role.label)
def test_every_role_is_known_by_each_of_its_names(role: object) -> None:
    for name in (role.label, role.notation, *role.labels):  # type: ignore[attr-defined]
        assert name is None or read_title(name).role == role


def test_the_plainer_role_of_a_grade_is_a_role() -> None:
    assert {role.broader for role in roles().values()} - {None} <= set(roles())
