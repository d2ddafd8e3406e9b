"""Lists of owners in narrow columns, where nearly every line is full: a full line may end an entry."""

from __future__ import annotations

import pytest

from answerable.extract import read_source
from tests.extract.readers.drawing import EDGES, Sheet

OWNERS = (
    (
        "Regional Managers",
        "Deputy Area Heads",
        "Regional Managers",
        "Director of Work",
        "Regional Managers",
        "Deputy Area Heads",
    ),
    ("Director of Work", "Regional Managers", "Quality Assurance", "Manager", "Deputy Area Heads", "Regional Managers"),
)
DATES = (
    ("May 2024", "June 2024", "July 2024", "May 2025", "June 2025", "July 2025"),
    ("May 2024", "June 2024", "July 2024", "May 2025", "June 2025"),
)


def headed(*rows: float) -> Sheet:
    """Draw the table of a plan with its headings; `rows` are its rules."""
    sheet = Sheet()
    sheet.write(50, 60, "Action Plan: HMP Saltwick")
    sheet.grid(rows, EDGES)
    for x, number, heading in zip(
        EDGES, "123456", ("No", "Recommendation", "Response", "Action taken", "Owner", "Date"), strict=False
    ):
        sheet.write(x + 5, 115, f"{number}.", heading)
    return sheet


def test_titles_that_fill_their_lines_are_no_prose_and_each_is_an_owner() -> None:
    sheet = headed(100, 140, 260, 380)
    for index, (owners, dates) in enumerate(zip(OWNERS, DATES, strict=True)):
        top = 155 + 120 * index
        sheet.row(top, str(index + 1), "See to it that all is well.", "Agreed", "We will see to it in every region.")
        sheet.write(EDGES[4] + 5, top, *owners)
        sheet.write(EDGES[5] + 5, top, *dates)
    found = read_source(sheet.file(), names=False).recommendations
    assert [[each.owner_text for each in one.assignments] for one in found] == [
        list(OWNERS[0]),
        [
            "Director of Work",
            "Regional Managers",
            "Quality Assurance Manager",
            "Deputy Area Heads",
            "Regional Managers",
        ],
    ]


@pytest.mark.parametrize(
    ("lines", "owners"),
    [
        (("Governor; Deputy", "Governor"), ["Governor", "Deputy Governor"]),
        (("Governor and Deputy", "Governor"), ["Governor", "Deputy Governor"]),
        (("Head of Boats; Chief", "Executive"), ["Head of Boats", "Chief Executive"]),
        (("Head of Boats; Assistant", "Director of Lamps"), ["Head of Boats", "Assistant Director of Lamps"]),
        (("Boat Manager; Lead", "Governor"), ["Boat Manager", "Lead", "Governor"]),
        (("Chief Executive", "Governor"), ["Chief Executive", "Governor"]),
    ],
)
def test_a_line_that_ends_with_a_word_that_opens_a_title_is_only_full(
    lines: tuple[str, ...], owners: list[str]
) -> None:
    sheet = headed(100, 140, 260)
    sheet.row(155, "1", "See to it that all is well.", "Agreed", "We will see to it in every region.")
    sheet.write(EDGES[4] + 5, 155, *lines)
    sheet.write(EDGES[5] + 5, 155, "May 2024")
    (recommendation,) = read_source(sheet.file(), names=False).recommendations
    assert [owner.text for each in recommendation.assignments for owner in each.owners] == owners


def test_a_title_that_a_full_line_cuts_is_no_list_beside_two_dates() -> None:
    sheet = headed(100, 140, 260)
    sheet.row(155, "1", "See to it that all is well.", "Agreed", "We will see to it in every region.")
    sheet.write(EDGES[4] + 5, 155, "Head of Boats; Deputy", "Governor")
    sheet.write(EDGES[5] + 5, 155, "May 2024", "June 2024")
    (recommendation,) = read_source(sheet.file(), names=False).recommendations
    owners = [[owner.text for owner in each.owners] for each in recommendation.assignments]
    assert owners == [["Head of Boats", "Deputy Governor"]] * 2
