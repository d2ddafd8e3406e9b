"""OpenDocument texts: what a reader of the printed page sees, and nothing else."""

from __future__ import annotations

import pytest

from answerable.extract.document import Document, Place
from answerable.extract.errors import UnreadableDocumentError
from answerable.extract.readers import read_document
from answerable.extract.source import SourceFile
from tests.extract.readers.office import archive, cells_of, only_table, prose_of

MIME = "application/vnd.oasis.opendocument.text"
SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for prefix, space in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "draw": "drawing",
    }.items()
)


def odt(body: str, styles: str = "", pages: str = "") -> bytes:
    content = f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}"
    return archive(
        {
            "mimetype": MIME,
            "content.xml": f"<office:document {SPACES}>{content}</office:text></office:body></office:document>",
            "styles.xml": f"<office:document-styles {SPACES}>{pages}</office:document-styles>",
        }
    )


def read(body: str, styles: str = "", pages: str = "") -> Document:
    return read_document(SourceFile("plan.odt", odt(body, styles, pages)))


def p(inside: str) -> str:
    return f"<text:p>{inside}</text:p>"


def tc(inside: str, attributes: str = "") -> str:
    return f"<table:table-cell {attributes}>{inside if inside.startswith('<') else p(inside)}</table:table-cell>"


def tr(*cells: str, attributes: str = "") -> str:
    inside = "".join(cell if cell.startswith("<table:") else tc(cell) for cell in cells)
    return f"<table:table-row {attributes}>{inside}</table:table-row>"


def tbl(*rows: str) -> str:
    return f"<table:table>{''.join(rows)}</table:table>"


COVERED = "<table:covered-table-cell/>"


def in_cell(inside: str, styles: str = "") -> list[tuple[str, int]]:
    cell = only_table(read(tbl(tr(tc(inside), "beside")), styles)).rows[0].cells[0]
    return [(paragraph.text, paragraph.level) for paragraph in cell.paragraphs]


def test_rows_and_cells_stand_where_they_are() -> None:
    document = read(
        tbl(f"<table:table-header-rows>{tr('Rec', 'Owner')}</table:table-header-rows>", tr("1", p("A") + p("B")))
    )
    assert cells_of(document) == [["Rec", "Owner"], ["1", "A | B"]]
    second = only_table(document).rows[1].cells[1].paragraphs[1].lines[0]
    assert second.place == Place(table=1, row=2, column=2, paragraph=2)


def test_cells_over_columns_and_rows_count_once() -> None:
    rows = (
        tr("1", "2", "3"),
        tr(tc("wide", 'table:number-columns-spanned="3"'), COVERED, COVERED),
        tr(tc("down", 'table:number-rows-spanned="2"'), "b", "c"),
        tr(COVERED, "d", "e"),
        tr("4", "5", "6"),
    )
    assert cells_of(read(tbl(*rows))) == [
        ["1", "2", "3"],
        ["wide", "", ""],
        ["down", "b", "c"],
        ["^", "d", "e"],
        ["4", "5", "6"],
    ]


def test_repeated_rows_and_cells_are_there_as_often() -> None:
    row = tr(tc("x", 'table:number-columns-repeated="2"'), "y", attributes='table:number-rows-repeated="2"')
    assert cells_of(read(tbl(row))) == [["x", "x", "y"], ["x", "x", "y"]]


def test_a_table_within_a_cell_gives_its_words_and_one_that_frames_others_is_none() -> None:
    assert in_cell(p("a") + tbl(tr("b", "c"))) == [("a", 0), ("b", 0), ("c", 0)]
    assert cells_of(read(tbl(tr(tc(p("Title") + tbl(tr("1", "2"))))))) == [["1", "2"]]


def test_breaks_tabs_spaces_and_page_breaks() -> None:
    words = "a<text:tab/>b<text:s text:c='3'/>c<text:soft-page-break/>d<text:line-break/>e"
    (paragraph,) = only_table(read(tbl(tr(tc(p(words)))))).rows[0].cells[0].paragraphs
    assert [line.text for line in paragraph.lines] == ["a b cd", "e"]


def test_spans_links_and_fields_give_their_words_and_hidden_ones_do_not() -> None:
    hidden = '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    words = "<text:span>3<text:span>rd</text:span></text:span> <text:a>May</text:a> <text:date>2022</text:date>"
    assert in_cell(p(f'{words}<text:span text:style-name="H"> no</text:span>'), hidden) == [("3rd May 2022", 0)]


def test_changes_are_taken_as_accepted() -> None:
    gone = f"<text:tracked-changes><text:changed-region>{p('gone')}</text:changed-region></text:tracked-changes>"
    words = "<text:change-start/>June<text:change-end/> 2024<text:change/>"
    assert prose_of(read(gone + p(words))) == ["June 2024"]


def test_remarks_are_not_printed_and_notes_stand_below() -> None:
    note = f"<text:note-citation>1</text:note-citation><text:note-body>{p('A note.')}</text:note-body>"
    assert prose_of(
        read(p(f"Words<office:annotation>{p('Hm')}</office:annotation><text:note>{note}</text:note>.") + p("More"))
    ) == [
        "Words.",
        "More",
        "A note.",
    ]


def test_a_text_box_stands_after_its_paragraph() -> None:
    box = f"<draw:frame><draw:text-box>{p('In a box')}</draw:text-box></draw:frame>"
    assert prose_of(read(p(f"Anchor{box}") + p("Next"))) == ["Anchor", "In a box", "Next"]
    assert in_cell(p(f"Anchor{box}")) == [("Anchor", 0), ("In a box", 0)]


def test_lines_at_the_head_and_foot_of_pages_come_first_and_once() -> None:
    pages = f"<style:footer>{p('Foot')}</style:footer><style:header>{p('Title')}</style:header>"
    pages += f"<style:header-first>{p('Title')}</style:header-first>"
    master = f"<office:master-styles><style:master-page>{pages}</style:master-page></office:master-styles>"
    assert prose_of(read(p("Body"), pages=master)) == ["Title", "Foot", "Body"]


LISTS = """<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1"
style:num-suffix="." text:start-value="2"/><text:list-level-style-number text:level="2" style:num-format="1"
text:display-levels="2"/><text:list-level-style-number text:level="3" style:num-format="i" style:num-prefix="("
style:num-suffix=")"/></text:list-style><text:list-style style:name="B"><text:list-level-style-bullet text:level="1"/>
<text:list-level-style-bullet text:level="2"/></text:list-style>"""


def items(style: str, inside: str, attributes: str = "") -> str:
    return f'<text:list text:style-name="{style}" {attributes}>{inside}</text:list>'


def item(inside: str) -> str:
    return f"<text:list-item>{inside}</text:list-item>"


def test_numbers_that_the_format_makes_up_are_printed() -> None:
    deepest = items("", item(p("c")))
    nested = items("", item(p("b") + deepest) + item(p("d")))
    said = in_cell(items("N", item(p("a") + nested) + item(p("e") + p("more"))), LISTS)
    assert [text for text, _ in said] == ["2. a", "2.1 b", "(i) c", "2.2 d", "3. e", "more"]


def test_a_list_goes_on_with_the_one_that_it_names() -> None:
    first = items("N", item(p("a")), 'xml:id="L1"')
    going_on = items("N", item(p("b")), 'text:continue-list="L1"')
    anew = items("N", item(p("c")))
    more = items("N", item(p("d")), 'text:continue-numbering="true"')
    assert [text for text, _ in in_cell(first + going_on + anew + more, LISTS)] == ["2. a", "3. b", "2. c", "3. d"]


def test_bullets_are_told_by_their_depth() -> None:
    assert in_cell(p("Intro:") + items("B", item(p("a") + items("", item(p("b"))))), LISTS) == [
        ("Intro:", 0),
        ("a", 1),
        ("b", 2),
    ]


def test_a_heading_is_told() -> None:
    assert [each.heading for each in read("<text:h>Plan</text:h><text:p>Prose</text:p>").paragraphs] == [True, False]


def test_an_encrypted_text_says_so() -> None:
    parts = {"mimetype": MIME, "content.xml": b"\x00\x01", "META-INF/manifest.xml": "<m><encryption-data/></m>"}
    with pytest.raises(UnreadableDocumentError, match="protected by a password"):
        read_document(SourceFile("plan.odt", archive(parts)))
