"""Layout text over several pages: what a page alone does not say of its columns, and the page before does."""

from __future__ import annotations

from textwrap import dedent

from answerable.extract import read_source
from answerable.extract.readers import read_document
from answerable.extract.records import PlanRecord
from answerable.extract.source import SourceFile

FIRST = dedent("""\
    Action Plan Submitted: 3 May 2022

    A Response to the HMI Probation Inspection: Saltmarket PDU

    1.    2.                       3.                   4.                        5.               6.
    Rec   Recommendation           Agreed/ Partly       Action                    Responsible      Target Date
    No                             Agreed/ Not Agreed   Taken/Planned             Owner
    1.    Saltmarket PDU should    Agreed               A form in plain words     Head of PDU      May 2022
          agree plans with the                          will be tried, and
          people they are about.                        everybody will be told
                                                        of it by letter. The
    """)
ALONE = dedent("""\
    letters will be short
    and will say whom to
    ask. Offices will
    hear of it first from
    their own managers.
    """)
LATER = dedent("""\
    2.   Share what is known      Not Agreed   This is not agreed        Head of Courts   TBC
         of risks to children                  because of cost. It is
         with everybody who                    not known what it
         looks after them.                     would need.
                                                 Talks will go on in
                                                  every town.
    """)


def source(*pages: str) -> SourceFile:
    return SourceFile("plan.txt", "\f".join(pages).encode())


def read(*pages: str) -> PlanRecord:
    return read_source(source(*pages), names=False)


def test_numbers_over_the_headings_stand_each_in_a_column_of_its_own() -> None:
    table = next(read_document(source(FIRST, LATER)).tables)
    assert [cell.text for cell in table.rows[0].cells][:2] == ["1. Rec No", "2. Recommendation"]
    assert len(table.rows[0].cells) == 6


def test_a_page_with_nothing_beside_a_cell_goes_on_with_it_though_its_place_is_lost() -> None:
    found = read(FIRST, ALONE, LATER)
    (action,) = found.recommendations[0].actions
    assert action.text.startswith("A form in plain words will be tried, and everybody will be told of it by letter.")
    assert action.text.endswith(
        "The letters will be short and will say whom to ask. Offices will hear of it first from their own managers."
    )
    assert [each.number for each in found.recommendations] == ["1", "2"]
    assert found.ledger.balances


def test_wide_lines_below_a_table_are_no_part_of_it() -> None:
    note = "This plan is looked at by the board every quarter, and whoever wants to know more may write to it.\n" * 5
    found = read(FIRST, LATER, note)
    assert not any("quarter" in action.text for each in found.recommendations for action in each.actions)


def test_an_answer_printed_once_on_a_page_without_headings_is_a_column() -> None:
    later = read(FIRST, LATER).recommendations[1]
    assert later.status == "Not Agreed"
    assert later.text == "Share what is known of risks to children with everybody who looks after them."


def test_the_last_lines_of_a_list_item_that_is_set_in_are_part_of_its_cell() -> None:
    table = list(read_document(source(FIRST, LATER)).tables)[1]
    assert [paragraph.text for paragraph in table.rows[0].cells[3].paragraphs][-1] == "Talks will go on in every town."


def test_an_empty_line_within_a_sentence_is_the_space_of_another_column() -> None:
    torn = FIRST.replace("will be tried, and\n", "will be tried, and\n\n")
    more = "".join(f"{' ' * 52}{line}\n" for line in ("letters will be short.", "Offices hear of it first."))
    table = next(read_document(source(torn + more, LATER)).tables)
    first, *_ = table.rows[1].cells[3].paragraphs
    assert first.text.startswith("A form in plain words will be tried, and everybody")
