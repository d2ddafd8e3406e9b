"""Lists of owners in narrow columns, where nearly every line is full: a full line may end an entry."""

from __future__ import annotations

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


def test_titles_that_fill_their_lines_are_no_prose_and_each_is_an_owner() -> None:
    sheet = Sheet()
    sheet.write(50, 60, "Action Plan: HMP Saltwick")
    sheet.grid((100, 140, 260, 380), EDGES)
    for x, number, heading in zip(
        EDGES, "123456", ("No", "Recommendation", "Response", "Action taken", "Owner", "Date"), strict=False
    ):
        sheet.write(x + 5, 115, f"{number}.", heading)
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
