"""Text files as documents: what is a table, where rows, cells and paragraphs end, and where each stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.extract.document import Document, Paragraph, Table
from answerable.extract.readers import read_document
from answerable.extract.source import SourceFile


def read(text: str) -> Document:
    return read_document(SourceFile("plan.txt", text.encode()))


def cells(document: Document) -> list[list[list[str]]]:
    """The texts of all cells, by table and row."""
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]


def prose(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def test_a_line_with_a_tab_is_a_row() -> None:
    assert cells(read("Rec No\tOwner\n1\tGovernor\n")) == [[["Rec No", "Owner"], ["1", "Governor"]]]


@pytest.mark.parametrize(
    "rule",
    ["|---|---|", "| --- | --- |", "|:---|---:|", "| :-: | :-: |", "|-|-|", "|---|---"],
)
def test_a_line_that_begins_with_a_pipe_is_a_row_and_its_rule_is_none(rule: str) -> None:
    document = read(f"| Rec No | Owner |\n{rule}\n| 1 | Governor |\n")
    assert cells(document) == [[["Rec No", "Owner"], ["1", "Governor"]]]


@pytest.mark.parametrize("row", ["| 1 | Governor |", "|1|Governor|", "| 1 | Governor", "  | 1 | Governor |  "])
def test_pipes_and_spaces_at_the_edges_are_no_cells(row: str) -> None:
    assert cells(read(row)) == [[["1", "Governor"]]]


def test_an_escaped_pipe_parts_no_cells() -> None:
    assert [len(row) for row in cells(read("| 1 | Safety \\| Security |\n"))[0]] == [2]


def test_empty_cells_are_cells() -> None:
    assert cells(read("\t\tGovernor\t\n")) == [[["", "", "Governor", ""]]]
    assert cells(read("|  |  | Governor |  |\n")) == [[["", "", "Governor", ""]]]


def test_rows_need_not_be_of_one_width() -> None:
    assert [len(row) for row in cells(read("1\tImprove\tGovernor\nmore\tGovernor\n"))[0]] == [3, 2]


@pytest.mark.parametrize("gap", ["\n\n", "\n\n\n\n", "\n \t \n", "\nPage 3\n"])
def test_an_empty_line_and_prose_end_a_table(gap: str) -> None:
    document = read(f"1\tGovernor{gap}2\tHead of Safety\n")
    assert [(table.index, len(table.rows)) for table in document.tables] == [(1, 1), (2, 1)]


def test_lines_that_nothing_parts_are_one_paragraph() -> None:
    document = read("HM Prison &\nProbation Service\n\nAction Plan\n")
    assert prose(document) == ["HM Prison & Probation Service", "Action Plan"]
    assert [len(paragraph.lines) for paragraph in document.paragraphs] == [2, 1]


def test_a_heading_of_markdown_is_a_heading_without_its_mark() -> None:
    (heading, text) = read("## Action plan\nThe plan follows.\n").paragraphs
    assert (heading.text, heading.heading) == ("Action plan", True)
    assert (text.text, text.heading) == ("The plan follows.", False)


def test_items_of_a_list_begin_paragraphs_of_their_own() -> None:
    document = read("We will:\n- read plans\n- write a guide\n")
    assert [(paragraph.level, paragraph.text) for paragraph in document.paragraphs] == [
        (0, "We will:"),
        (1, "read plans"),
        (1, "write a guide"),
    ]


def test_blocks_stand_in_reading_order() -> None:
    document = read("Action Plan\n\n1\tGovernor\n\nThe end\n")
    assert [type(block) for block in document.blocks] == [Paragraph, Table, Paragraph]


def test_places_count_from_one() -> None:
    document = read("1\tGovernor\n\n2\tHead\n3\tLead\n")
    places = [(row.place.table, row.place.row) for table in document.tables for row in table.rows]
    assert places == [(1, 1), (2, 1), (2, 2)]
    last = list(document.tables)[1].rows[1].cells[1]
    assert last.paragraphs[0].lines[0].place[:4] == (None, 2, 2, 2)


def test_pages_are_counted_where_the_file_has_any() -> None:
    document = read("Action Plan\f1\tGovernor\f2\tHead\n")
    assert next(document.paragraphs).lines[0].place.page == 1
    assert [row.place.page for table in document.tables for row in table.rows] == [2, 3]


def test_a_document_knows_what_it_was_read_from() -> None:
    source = SourceFile("plan.txt", b"Action Plan\n")
    document = read_document(source)
    assert (document.name, document.sha256, document.media_type) == ("plan.txt", source.sha256, "text/plain")
    assert document.text == "Action Plan\n"


TOKENS = [
    "| 1 |",
    " 2 |",
    "\t",
    "\n",
    "\n\n",
    "\f",
    "\r\n",
    "Head of Safety",
    "<p>",
    "</p>",
    "<br>",
    "1",
    "# ",
    "- ",
    "•",
]


@given(st.lists(st.sampled_from(TOKENS), max_size=30))
def test_every_line_of_every_paragraph_stands_at_its_offsets(tokens: list[str]) -> None:
    text = "a" + "".join(tokens)
    document = read(text)
    position = 0
    for line in _lines(document):
        start, end = line
        assert position <= start < end <= len(text)
        position = end


def _lines(document: Document) -> list[tuple[int, int]]:
    paragraphs = [
        paragraph
        for block in document.blocks
        for paragraph in (
            [block]
            if isinstance(block, Paragraph)
            else [each for row in block.rows for cell in row.cells for each in cell.paragraphs]
        )
    ]
    return [line.span() or (0, 0) for paragraph in paragraphs for line in paragraph.lines]


def test_a_form_feed_ends_a_table_though_a_row_follows_at_once() -> None:
    document = read("1\tOfficers go to the Police and Crime\f\tPanels in spring.\n")
    assert cells(document) == [[["1", "Officers go to the Police and Crime"]], [["", "Panels in spring."]]]


def test_rows_of_markdown_may_do_without_bars_at_their_ends() -> None:
    document = read("Before | after\n\nRec | Owner | Date\n--- | :--: | ---\n1 | A\\|B | May\n | | June\n\nOne | two\n")
    assert cells(document) == [[["Rec", "Owner", "Date"], ["1", "A|B", "May"], ["", "", "June"]]]
    assert prose(document) == ["Before | after", "One | two"]
    row = next(document.tables).rows[1]
    assert [document.quote(cell.paragraphs[0].lines[0]) for cell in row.cells] == ["1", "A\\|B", "May"]
