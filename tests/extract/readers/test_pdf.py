"""The PDF reader: what a page draws and prints, as tables, cells and paragraphs with their boxes."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from answerable.extract.document import Table
from answerable.extract.errors import UnreadableDocumentError
from answerable.extract.readers.pdf import PdfReader
from answerable.extract.readers.pdf.opening import MOST_PAGES
from answerable.extract.source import SourceFile
from tests.extract.readers.drawing import EDGES, Sheet, cells, read, table_of

ROWS = (100.0, 130.0, 200.0, 260.0)


def filled(sheet: Sheet) -> Sheet:
    sheet.headings(115)
    for y, number in ((145, "1"), (215, "2")):
        sheet.row(y, number, "Do more", "Agreed", "We will do more.", "Governor", "May 2024")
    return sheet


# Tables from rules.


@pytest.mark.parametrize("style", ["lines", "bars", "frames"])
def test_rules_make_a_table_however_they_are_drawn(style: str) -> None:
    sheet = Sheet()
    sheet.grid(ROWS, style=style)
    assert cells(table_of(read(filled(sheet)))) == [
        ["No", "Recommendation", "Response", "Action taken", "Owner", "Date"],
        ["1", "Do more", "Agreed", "We will do more.", "Governor", "May 2024"],
        ["2", "Do more", "Agreed", "We will do more.", "Governor", "May 2024"],
    ]


def test_a_table_that_the_page_cuts_off_has_a_last_row_without_a_closing_rule() -> None:
    sheet = Sheet()
    for y in ROWS[:-1]:
        sheet.rule(EDGES[0], y, EDGES[-1], y)
    for x in EDGES:
        sheet.rule(x, ROWS[0], x, 560)
    assert len(table_of(read(filled(sheet))).rows) == 3


def test_a_table_without_rules_at_its_sides_still_has_its_outer_columns() -> None:
    sheet = Sheet()
    for y in ROWS:
        sheet.rule(EDGES[0], y, EDGES[-1], y)
    for x in EDGES[1:-1]:
        sheet.rule(x, ROWS[0], x, ROWS[-1])
    assert [row[0] for row in cells(table_of(read(filled(sheet))))] == ["No", "1", "2"]


def test_a_merged_cell_stands_in_its_first_square_and_leaves_the_others_empty() -> None:
    sheet = Sheet()
    sheet.grid((100, 130), EDGES)
    sheet.grid((130, 160), (EDGES[0], EDGES[-1]))
    sheet.grid((160, 200), EDGES)
    sheet.write(55, 148, "Recommendations to the governor, over all of the columns")
    sheet.write(55, 175, "1")
    sheet.headings(115)
    rows = cells(table_of(read(sheet)))
    assert rows[1] == ["Recommendations to the governor, over all of the columns", "", "", "", "", ""]
    assert rows[2][0] == "1"


def test_a_cell_merged_downwards_is_one_cell_beside_two_rows() -> None:
    sheet = Sheet()
    sheet.rule(50, 100, 790, 100)
    sheet.rule(330, 150, 790, 150)
    sheet.rule(50, 200, 790, 200)
    for x in EDGES:
        sheet.rule(x, 100, x, 200)
    sheet.write(55, 115, "1")
    sheet.write(95, 115, "See everybody", "every month")
    sheet.write(335, 115, "First action.")
    sheet.write(335, 165, "Second action.")
    assert cells(table_of(read(sheet))) == [
        ["1", "See everybody every month", "", "First action.", "", ""],
        ["", "", "", "Second action.", "", ""],
    ]


def test_tables_that_stand_directly_on_one_another_are_apart() -> None:
    sheet = Sheet()
    box, plan = (50.0, 180.0, 470.0, 790.0), (130.0, 200.0, 270.0)
    sheet.grid((100.0, 130.0), box)
    sheet.grid(plan)
    sheet.grid((270.0, 290.0, 310.0), (50.0, 140.0, 215.0))
    for x, word in zip(box, ("Term", "Meaning", "Remark"), strict=False):
        sheet.write(x + 5, 115, word)
    sheet.headings(145)
    sheet.row(215, "1", "Do more", "Agreed", "We will do more.", "Governor", "May 2024")
    for y, answer, count in ((282, "Agreed", "1"), (302, "Total", "1")):
        sheet.write(55, y, answer)
        sheet.write(145, y, count)
    assert [cells(table) for table in read(sheet).tables] == [
        [["Term", "Meaning", "Remark"]],
        [
            ["No", "Recommendation", "Response", "Action taken", "Owner", "Date"],
            ["1", "Do more", "Agreed", "We will do more.", "Governor", "May 2024"],
        ],
        [["Agreed", "1"], ["Total", "1"]],
    ]


def test_a_row_merged_across_does_not_part_a_table() -> None:
    sheet = Sheet()
    for y in (100, 130, 160, 190):
        sheet.rule(EDGES[0], y, EDGES[-1], y)
    for x in EDGES[1:-1]:
        sheet.rule(x, 100, x, 130)
        sheet.rule(x, 160, x, 190)
    for x in (EDGES[0], EDGES[-1]):
        sheet.rule(x, 100, x, 190)
    sheet.headings(115)
    sheet.write(55, 145, "Recommendations to the governor")
    sheet.row(175, "1", "Do more", "Agreed", "We will do more.", "Governor", "May 2024")
    assert [len(table.rows) for table in read(sheet).tables] == [3]


def test_a_line_under_words_is_no_rule_of_the_table() -> None:
    sheet = Sheet()
    sheet.grid(ROWS)
    sheet.rule(335, 147, 400, 147)
    assert len(table_of(read(filled(sheet))).rows) == 3


def test_a_frame_around_words_is_no_table() -> None:
    sheet = Sheet()
    sheet.canvas.rect(40, 400, 500, 100)
    sheet.write(50, 120, "A box that stands alone holds prose")
    document = read(sheet)
    assert not list(document.tables)
    assert [paragraph.text for paragraph in document.paragraphs] == ["A box that stands alone holds prose"]


def test_a_rule_down_the_margin_that_meets_no_other_is_no_table() -> None:
    sheet = Sheet()
    sheet.rule(20, 100, 20, 400)
    sheet.write(50, 120, "Words beside a rule that marks a change")
    assert [paragraph.text for paragraph in read(sheet).paragraphs] == ["Words beside a rule that marks a change"]


def test_a_table_without_any_rules_is_told_by_what_stands_in_line() -> None:
    sheet = Sheet()
    sheet.write(50, 60, "A response to the inspection of HMP Saltwick")
    sheet.row(115, "No", "Recommendation", "Response", "Action taken", "Owner", "Date")
    sheet.row(145, "1", "Do more for people", "Agreed", "We will do more for", "Governor", "May 2024")
    sheet.write(95, 157, "who leave")
    sheet.write(335, 157, "those who leave.")
    sheet.row(187, "2", "Do less", "Agreed", "We will do less.", "Head of Work", "June 2024")
    document = read(sheet)
    assert cells(table_of(document)) == [
        ["No", "Recommendation", "Response", "Action taken", "Owner", "Date"],
        ["1", "Do more for people who leave", "Agreed", "We will do more for those who leave.", "Governor", "May 2024"],
        ["2", "Do less", "Agreed", "We will do less.", "Head of Work", "June 2024"],
    ]
    assert [p.text for p in document.paragraphs] == ["A response to the inspection of HMP Saltwick"]


# Pages.


def boxes(table: Table) -> list[tuple[float, ...]]:
    lines = (line for row in table.rows for cell in row.cells for p in cell.paragraphs for line in p.lines)
    return [tuple(line.place.box or ()) for line in lines]


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_page_that_is_turned_for_the_reader_is_read_as_it_is_shown(quarters: int) -> None:
    upright = Sheet()
    upright.grid(ROWS)
    turned = Sheet()  # the library lays a page that it turns by a quarter on its side itself
    canvas = turned.canvas
    canvas.translate(*{1: (595, 0), 2: (842, 595), 3: (0, 842)}[quarters])
    canvas.rotate(90 * quarters)
    turned.grid(ROWS)
    filled(turned).canvas.setPageRotation(90 * quarters)
    one, other = table_of(read(filled(upright))), table_of(read(turned))
    assert cells(one) == cells(other)
    for box, same in zip(boxes(one), boxes(other), strict=True):
        assert same == pytest.approx(box, abs=2.0)


def test_what_stands_at_the_same_place_on_every_page_is_given_once_and_page_numbers_never() -> None:
    sheet = Sheet()
    for page in (1, 2, 3):
        sheet.write(50, 30, "OFFICIAL")
        sheet.write(50, 150, f"Words of page number {page} alone, which stay")
        sheet.write(400, 580, f"Page {page} of 3")
        sheet.turn_over()
    assert [paragraph.text for paragraph in read(sheet).paragraphs] == [
        "OFFICIAL",
        *(f"Words of page number {page} alone, which stay" for page in (1, 2, 3)),
    ]


def test_every_piece_has_its_page_and_the_box_around_its_words() -> None:
    sheet = Sheet()
    sheet.write(50, 30, "Some words before the page ends")
    sheet.turn_over()
    sheet.grid(ROWS)
    cell = table_of(read(filled(sheet))).rows[1].cells[3]
    place = cell.paragraphs[0].lines[0].place
    assert place[:4] == (2, 1, 2, 4)
    assert tuple(place.box or ()) == pytest.approx((335.0, 137.5, 408.9, 147.5), abs=1.0)


# Words and paragraphs.


def in_a_cell(*lines: tuple[float, str], width: float = 215) -> list[tuple[int, str]]:
    sheet = Sheet()
    sheet.grid((100, 300), (50, 90, 330, 330 + width))
    sheet.write(55, 115, "1")
    sheet.write(95, 115, "This line stands here to say how wide")
    sheet.write(335, 290, "|")
    for y, line in lines:
        sheet.write(335, y, line)
    cell = table_of(read(sheet)).rows[0].cells[2]
    return [(paragraph.level, paragraph.text) for paragraph in cell.paragraphs[:-1]]


def test_a_full_line_goes_on_in_the_next_and_a_hyphen_at_its_end_stays_as_printed() -> None:
    assert in_a_cell(
        (115, "Staff of every wing will meet under a multi-"),
        (127, "agency plan, which the governor signs, with"),
        (139, "partners."),
    ) == [(0, "Staff of every wing will meet under a multi-agency plan, which the governor signs, with partners.")]


def test_space_between_lines_parts_paragraphs() -> None:
    assert in_a_cell((115, "One thing will be done by"), (133, "Another will be done too.")) == [
        (0, "One thing will be done by"),
        (0, "Another will be done too."),
    ]


def test_where_no_space_parts_paragraphs_a_line_that_ends_early_does() -> None:
    assert in_a_cell((115, "Head of Safety"), (127, "Head of Security"), (139, "Governor")) == [
        (0, "Head of Safety"),
        (0, "Head of Security"),
        (0, "Governor"),
    ]


def test_bullets_make_list_items_as_deep_as_they_are_set_in() -> None:
    sheet = Sheet()
    sheet.grid((100, 300), (50, 90, 330, 565))
    sheet.write(55, 115, "1")
    y = sheet.write(335, 115, "We will:")
    for indent, text in ((10, "meet every"), (28, "with partners"), (10, "write it down")):
        sheet.write(335 + indent, y, "•")
        y = sheet.write(335 + indent + 9, y, text)
    cell = table_of(read(sheet)).rows[0].cells[2]
    assert [(paragraph.level, paragraph.text) for paragraph in cell.paragraphs] == [
        (0, "We will:"),
        (1, "meet every"),
        (2, "with partners"),
        (1, "write it down"),
    ]


def test_raised_letters_belong_to_the_number_before_them() -> None:
    sheet = Sheet()
    sheet.write(50, 100, "Submitted: 3")
    sheet.write(50 + sheet.canvas.stringWidth("Submitted: 3", "Helvetica", 10), 96, "rd", size=6)
    sheet.write(50 + sheet.canvas.stringWidth("Submitted: 3rd", "Helvetica", 10), 100, "May 2022")
    sheet.write(50, 130, "Enough words for a page that is no scan")
    assert next(read(sheet).paragraphs).text == "Submitted: 3rd May 2022"


def test_what_stands_side_by_side_outside_tables_is_kept_apart() -> None:
    sheet = Sheet()
    sheet.write(50, 100, "Action plan submitted: 4 May 2022")
    sheet.write(600, 100, "Ministry of Justice")
    assert [p.text for p in read(sheet).paragraphs] == ["Action plan submitted: 4 May 2022", "Ministry of Justice"]


# Files that cannot be read: one line that says why, and what to do.


def refused(content: bytes) -> str:
    with pytest.raises(UnreadableDocumentError) as raised:
        PdfReader().read(SourceFile("plan.pdf", content))
    return str(raised.value)


def pages(count: int) -> bytes:
    document = pypdfium2.PdfDocument.new()
    for _ in range(count):
        document.new_page(100, 100)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def locked() -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, encrypt=StandardEncryption("key", ownerPassword="other"))
    canvas.drawString(100, 100, "Nobody reads this without the key")
    canvas.save()
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (pages(2), "no text layer, only pictures of pages; run OCR first"),
        (locked(), "locked with a password"),
        (b"%PDF-1.7\n" + bytes(200), "broken or cut short"),
        (pages(3)[:300], "broken or cut short"),
        (pages(MOST_PAGES + 1), f"has {MOST_PAGES + 1} pages, and {MOST_PAGES} are the most"),
    ],
    ids=["scan", "locked", "broken", "cut short", "long"],
)
def test_a_file_that_cannot_be_read_says_so_in_one_line(content: bytes, words: str) -> None:
    said = refused(content)
    assert said.startswith("plan.pdf: ")
    assert words in said
    assert "\n" not in said


def test_a_pdf_is_known_by_its_content() -> None:
    assert PdfReader().accepts(SourceFile("plan.txt", b"\xef\xbb\xbf%PDF-1.4 and more"))
    assert not PdfReader().accepts(SourceFile("plan.pdf", b"Rec\tAction\tOwner"))
