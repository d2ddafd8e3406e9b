"""Text that keeps the layout of a page: columns by position, rows by number, evidence by character."""

from __future__ import annotations

from textwrap import dedent

import pytest

from answerable.extract import read_source
from answerable.extract.document import Document, Table
from answerable.extract.readers import read_document
from answerable.extract.readers.layout import LayoutReader
from answerable.extract.source import SourceFile

PLAN = dedent("""\
    Action Plan Submitted: 3 May 2022

    A Response to the HMI Probation Inspection: Saltmarket PDU

    Rec   Recommendation           Agreed/ Partly       Action                    Responsible      Target Date
    No                             Agreed/ Not Agreed   Taken/Planned             Owner
    1     Saltmarket PDU should    Agreed               A form in plain words     Head of PDU      May 2022
          agree plans with the                          will be tried.
          people they are about.                        Plans without a           Quality Lead     June 2022
                                                        signature will be sent
                                                        back.
    2     Share what is known      Not Agreed           This is not agreed        Head of Courts   TBC
          of risks to children.                         because of cost.
    \f
    Rec   Recommendation         Agreed/ Partly       Action                 Responsible       Target Date
    No                           Agreed/ Not Agreed   Taken/Planned          Owner
    3     Fill vacant posts.     Agreed               Two campaigns a        Head of HR        July 2022
                                                      year will be run.
    4     Write to everybody.    Agreed               A letter will go       Office Managers   August 2022
                                                      to every office.
    """)


def source(text: str = PLAN) -> SourceFile:
    return SourceFile("plan.txt", text.encode())


def document() -> Document:
    return read_document(source())


def row(table: Table, number: int) -> list[str]:
    return [cell.text for cell in table.rows[number].cells]


def test_columns_are_told_by_where_words_begin_and_wrapped_lines_are_put_together() -> None:
    table, _ = document().tables
    assert row(table, 0)[:3] == ["Rec No", "Recommendation", "Agreed/ Partly Agreed/ Not Agreed"]
    assert row(table, 3) == [
        "2",
        "Share what is known of risks to children.",
        "Not Agreed",
        "This is not agreed because of cost.",
        "Head of Courts",
        "TBC",
    ]


def test_a_line_where_several_columns_begin_anew_begins_a_row() -> None:
    table, _ = document().tables
    assert row(table, 2)[3:] == ["Plans without a signature will be sent back.", "Quality Lead", "June 2022"]


def test_each_page_has_columns_of_its_own_and_heads_its_table_again() -> None:
    _, table = document().tables
    assert row(table, 0)[0] == "Rec No"
    assert [row(table, number)[0] for number in (1, 2)] == ["3", "4"]
    assert {cell.place.page for cell in table.rows} == {2}


def test_every_piece_leads_to_its_characters() -> None:
    found = document()
    assert found.text == PLAN
    pieces = [p for t in found.tables for r in t.rows for c in r.cells for g in c.paragraphs for p in g.lines]
    pieces += [piece for paragraph in found.paragraphs for piece in paragraph.lines]
    assert pieces
    for piece in pieces:
        start, end = piece.span() or (0, 0)
        assert " ".join(PLAN[start:end].split()) == piece.text


def test_the_plan_is_read() -> None:
    record = read_source(source(), names=False)
    assert record.submitted == "2022-05-03"
    assert [(found.number, found.status) for found in record.recommendations] == [
        ("1", "Agreed"),
        ("2", "Not Agreed"),
        ("3", "Agreed"),
        ("4", "Agreed"),
    ]
    first = record.recommendations[0]
    assert [(each.owner_text, each.due.text, each.actions) for each in first.assignments] == [
        ("Head of PDU", "May 2022", (0,)),
        ("Quality Lead", "June 2022", (1,)),
    ]
    assert [action.text for action in first.actions] == [
        "A form in plain words will be tried.",
        "Plans without a signature will be sent back.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Rec\tAction\tOwner\n" * 9,
        "| Rec  | Action   | Owner   |\n" * 9,
        "<p>One   two   three</p>\n" * 9,
        "Prose without anything set apart.\n" * 9,
        "",
    ],
    ids=["tabs", "pipes", "markup", "prose", "nothing"],
)
def test_other_texts_are_left_to_other_readers(text: str) -> None:
    assert not LayoutReader().accepts(source(text))
