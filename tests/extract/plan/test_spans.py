"""Cells merged over rows, and words that mean the row above."""

from __future__ import annotations

import pytest

from answerable.extract import read_source
from answerable.extract.records import PlanRecord
from answerable.extract.source import SourceFile
from tests.extract.plans import COLUMNS, HEADER, as_tabs, owners_of, pairs_of, plan_row, read_text


def page(*rows: str) -> PlanRecord:
    headings = "".join(f"<th>{heading}</th>" for heading in COLUMNS.values())
    lines = "".join(f"<p>{line}</p>" for line in HEADER.splitlines() if line)
    inside = "".join(f"<tr>{row}</tr>" for row in (headings, *rows))
    content = f"<!doctype html><html>{lines}<table>{inside}</table></html>"
    return read_source(SourceFile("plan.html", content.encode()), names=False)


def test_an_answer_merged_over_recommendations_is_the_answer_to_each() -> None:
    record = page(
        "<td>1<td>Improve plans.<td rowspan=2>Agreed<td>Plans will be read.<td>Head of Safety<td>May 2021",
        "<td>2<td>Improve food.<td>Trolleys will be heated.<td>Head of Catering<td>June 2021",
        "<td>3<td>Improve air.<td>Not Agreed<td>This is not possible.<td><td>",
    )
    assert [reply.status and reply.status.value for reply in record.recommendations] == [
        "Agreed",
        "Agreed",
        "Not Agreed",
    ]
    status = next(item for item in record.recommendations[1].evidence if item.field == "status")
    assert (status.quote, status.row) == ("Agreed", 2)


def test_a_date_merged_over_owners_is_the_date_of_each() -> None:
    record = page(
        "<td rowspan=2>1<td rowspan=2>Improve plans.<td rowspan=2>Agreed<td>Plans will be read.<td>Head of Safety"
        "<td rowspan=2>May 2021",
        "<td>Staff will be told.<td>Head of People",
    )
    (reply,) = record.recommendations
    assert pairs_of(reply) == [("Head of Safety", "May 2021"), ("Head of People", "May 2021")]
    assert [each.actions for each in reply.assignments] == [(0,), (1,)]


def test_a_recommendation_merged_over_its_rows_is_one() -> None:
    record = page(
        "<td rowspan=2>1<td rowspan=2>Improve plans.<td rowspan=2>Agreed<td>Plans will be read.<td>Head of Safety"
        "<td>May 2021",
        "<td>Staff will be told.<td><td>June 2021",
    )
    (reply,) = record.recommendations
    assert reply.text == "Improve plans."
    assert [owners_of(each) for each in reply.assignments] == [["Head of Safety"], ["Head of Safety"]]


def test_as_above_leads_to_the_recommendation_above_and_an_empty_cell_does_not() -> None:
    rows = [
        plan_row("1", "Improve plans.", "Agreed", "Plans will be read.", "Head of Safety", "May 2021"),
        plan_row("2", "Improve food.", "Agreed", "Trolleys will be heated.", "As above", "June 2021"),
        plan_row("3", "Improve air.", "Agreed", "Windows will be opened.", "", "July 2021"),
    ]
    found = [reply.assignments[0] for reply in read_text(as_tabs(rows)).recommendations]
    assert [(each.owner_text, owners_of(each), each.inherited) for each in found] == [
        ("Head of Safety", ["Head of Safety"], False),
        ("As above", ["Head of Safety"], True),
        ("", [], False),
    ]


@pytest.mark.parametrize("words", ["As above", "See above", "Ditto"])
def test_a_date_as_above_is_the_date_above_and_stays_as_printed(words: str) -> None:
    rows = [
        plan_row("1", "Improve plans.", "Agreed", "Plans will be read.", "Head of Safety", "May 2021"),
        plan_row("", "", "", "Staff will be told.", "Head of People", words),
    ]
    (reply,) = read_text(as_tabs(rows)).recommendations
    assert [(each.due.text, each.due.to) for each in reply.assignments] == [("May 2021", "2021-05"), (words, "2021-05")]
