"""Word documents: what a reader of the printed page sees, and nothing else."""

from __future__ import annotations

import pytest

from answerable.extract.document import Document, Place
from answerable.extract.readers import read_document
from answerable.extract.source import SourceFile
from tests.extract.readers.office import W, archive, cells_of, docx, only_table, p, prose_of, r, tbl, tc, tr


def read(body: str, **parts: str) -> Document:
    return read_document(SourceFile("plan.docx", docx(body, **parts)))


def in_cell(inside: str, **parts: str) -> list[tuple[str, int]]:
    """Give the paragraphs of a cell with the depth of each."""
    cell = only_table(read(tbl(tr(tc(inside), "beside")), **parts)).rows[0].cells[0]
    return [(paragraph.text, paragraph.level) for paragraph in cell.paragraphs]


# Tables.


def test_rows_and_cells_stand_where_they_are() -> None:
    document = read(tbl(tr("Rec", "Owner"), tr("1", tc(p("Head of Safety") + p("Governor")))))
    assert cells_of(document) == [["Rec", "Owner"], ["1", "Head of Safety | Governor"]]
    second = only_table(document).rows[1].cells[1].paragraphs[1].lines[0]
    assert second.place == Place(table=1, row=2, column=2, paragraph=2)


def test_a_cell_over_several_columns_stands_in_the_first() -> None:
    wide = tc("Priority concerns", '<w:gridSpan w:val="3"/>')
    assert cells_of(read(tbl(tr("1", "2", "3"), tr(wide)))) == [["1", "2", "3"], ["Priority concerns", "", ""]]


@pytest.mark.parametrize("goes_on", ["<w:vMerge/>", '<w:vMerge w:val="continue"/>'])
def test_a_cell_over_several_rows_counts_once_and_covers_the_places_below(goes_on: str) -> None:
    rows = tr(tc("1", '<w:vMerge w:val="restart"/>'), "a"), tr(tc("hidden", goes_on), "b"), tr("2", "c")
    assert cells_of(read(tbl(*rows))) == [["1", "a"], ["^", "b"], ["2", "c"]]


def test_cells_merged_in_the_old_way_are_one() -> None:
    row = tr(tc("Both", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), "c")
    assert cells_of(read(tbl(tr("1", "2", "3"), row))) == [["1", "2", "3"], ["Both", "", "c"]]


def test_rows_whose_edges_differ_by_a_hair_have_the_same_columns() -> None:
    rows = tr("1", tc("2", '<w:gridSpan w:val="2"/>'), "3"), tr(tc("a", '<w:gridSpan w:val="2"/>'), "b", "c")
    assert cells_of(read(tbl(*rows, widths=(1000, 40, 2000, 3000)))) == [["1", "2", "3"], ["a", "b", "c"]]


def test_columns_that_some_rows_part_are_kept_apart() -> None:
    rows = tr("1", tc("2", '<w:gridSpan w:val="2"/>')), tr("a", "b", "c")
    assert cells_of(read(tbl(*rows, widths=(1000, 1000, 2000)))) == [["1", "2", ""], ["a", "b", "c"]]


def test_a_row_that_begins_further_right_has_empty_places() -> None:
    later = tr("b", properties='<w:gridBefore w:val="1"/>')
    assert cells_of(read(tbl(tr("1", "2"), later))) == [["1", "2"], ["", "b"]]


def test_a_deleted_row_is_gone_and_an_inserted_one_is_there() -> None:
    rows = tr("1"), tr("gone", properties="<w:del/>"), tr("new", properties="<w:ins/>")
    assert cells_of(read(tbl(*rows))) == [["1"], ["new"]]


def test_a_table_within_a_cell_gives_its_words_in_order() -> None:
    nested = tbl(tr("a", "b"), tr("c", "d"))
    assert in_cell(p("before") + nested + p("after")) == [(word, 0) for word in ("before", "a", "b", "c", "d", "after")]


def test_a_table_that_only_frames_another_is_none() -> None:
    inner = tbl(tr("1", "2"))
    assert cells_of(read(tbl(tr(tc(p("Title") + inner + p()))))) == [["1", "2"]]
    assert prose_of(read(tbl(tr(tc(p("Title") + inner + p()))))) == ["Title"]


def test_rows_and_cells_within_content_controls_are_found() -> None:
    held = f"<w:sdt><w:sdtPr/><w:sdtContent>{tr('2', 'b')}</w:sdtContent></w:sdt>"
    cell = f"<w:sdt><w:sdtContent>{tc('c')}</w:sdtContent></w:sdt>"
    row = f"<w:tr>{tc('3')}{cell}</w:tr>"
    assert cells_of(read(tbl(tr("1", "a"), held, row))) == [["1", "a"], ["2", "b"], ["3", "c"]]


# Paragraphs and lines.


def test_a_soft_break_parts_lines_and_an_empty_one_paragraphs() -> None:
    broken = p(r("Head of") + "<w:r><w:br/></w:r>" + r("Safety"))
    (cell,) = [only_table(read(tbl(tr(tc(broken))))).rows[0].cells[0]]
    assert [line.text for line in cell.paragraphs[0].lines] == ["Head of", "Safety"]
    assert cell.paragraphs[0].loose
    assert in_cell(p(r("One.") + "<w:r><w:br/><w:br/></w:r>" + r("Two."))) == [("One.", 0), ("Two.", 0)]


def test_empty_paragraphs_at_the_ends_of_a_cell_say_nothing_and_between_others_hold_a_place() -> None:
    assert in_cell(p() + p("a") + p() + p("b") + p() + p()) == [("a", 0), ("", 0), ("b", 0)]
    assert in_cell(p() + p()) == []


def test_tabs_hyphens_symbols_and_odd_spaces() -> None:
    words = r("a") + "<w:r><w:tab/></w:r>" + r("b \u00a0 c") + "<w:r><w:noBreakHyphen/></w:r>" + r("d\u200b")
    soft = r("co") + "<w:r><w:softHyphen/></w:r>" + r("operate")
    assert in_cell(p(words) + p(soft)) == [("a b c-d", 0), ("cooperate", 0)]


def test_a_superscript_belongs_to_its_word() -> None:
    assert in_cell(p(r("3") + r("rd", '<w:vertAlign w:val="superscript"/>') + r(" May 2022"))) == [("3rd May 2022", 0)]


@pytest.mark.parametrize("mark", ["• ", "- ", "– ", "\uf0b7", "* "])
def test_a_typed_mark_makes_an_item(mark: str) -> None:
    assert in_cell(p(f"{mark}Train staff") + p("Then")) == [("Train staff", 1), ("Then", 0)]


def test_the_sign_of_a_symbol_font_makes_an_item_too() -> None:
    sign = '<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>'
    assert in_cell(p(sign + r(" Train staff"))) == [("Train staff", 1)]


def test_hidden_words_are_not_printed() -> None:
    assert in_cell(p(r("seen") + r(" hidden", "<w:vanish/>") + r(" too", '<w:vanish w:val="0"/>'))) == [("seen too", 0)]


# Changes, fields, links.


def test_changes_are_taken_as_accepted() -> None:
    gone = "<w:del><w:r><w:delText>May</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{r(' here')}</w:moveFrom><w:moveTo>{r(' there')}</w:moveTo>"
    assert in_cell(p(gone + f"<w:ins>{r('June')}</w:ins>" + r(" 2024") + moved)) == [("June 2024 there", 0)]


def test_a_paragraph_whose_mark_is_deleted_runs_into_the_next() -> None:
    assert in_cell(p("Head of ", "<w:rPr><w:del/></w:rPr>") + p("Safety")) == [("Head of Safety", 0)]


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def test_a_field_shows_its_result_and_not_its_code() -> None:
    code = "<w:r><w:instrText>REF target</w:instrText></w:r>"
    nested = mark("begin") + code + mark("separate") + r("inner") + mark("end")
    shown = mark("begin") + code + nested + mark("separate") + r("April") + mark("end")
    simple = f'<w:fldSimple w:instr="DATE">{r(" 2024")}</w:fldSimple>'
    assert in_cell(p(shown + simple)) == [("April 2024", 0)]


def test_links_and_controls_give_their_words() -> None:
    link = f"<w:hyperlink>{r('the report')}</w:hyperlink>"
    control = f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{r(' of 2021')}</w:sdtContent></w:sdt>"
    assert in_cell(p(r("See ") + link + control)) == [("See the report of 2021", 0)]


# Text boxes, headers, notes.

BOX = f"<w:txbxContent>{p('In a box')}</w:txbxContent>"
BOXED = (
    f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing></mc:Choice>"
    f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def test_a_text_box_stands_once_after_its_paragraph() -> None:
    assert prose_of(read(p(r("Anchor") + BOXED) + p("Next"))) == ["Anchor", "In a box", "Next"]
    assert in_cell(p(r("Anchor") + BOXED)) == [("Anchor", 0), ("In a box", 0)]


def test_lines_at_the_head_and_foot_of_pages_come_first_and_once() -> None:
    title = p("Action Plan: HMP Pellow")
    document = read(p("Body"), header1=title, header2=title + tbl(tr("Published: 3 May 2022")), footer1=p("Page"))
    assert prose_of(document) == ["Action Plan: HMP Pellow", "Published: 3 May 2022", "Page", "Body"]


def test_notes_stand_below_the_body() -> None:
    notes = f"<w:footnote><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote>{p('A note.')}</w:footnote>"
    reference = "<w:r><w:footnoteReference w:id='2'/></w:r>"
    assert prose_of(read(p(r("Words") + reference) + p("more"), footnotes=notes)) == ["Words", "more", "A note."]


# Lists.

LEVELS = """<w:abstractNum w:abstractNumId="1">
<w:lvl w:ilvl="0"><w:start w:val="2"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%3)"/></w:lvl>
</w:abstractNum><w:abstractNum w:abstractNumId="2">
<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>
</w:num>"""


def item(text: str, number: int, level: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def test_numbers_that_word_makes_up_are_printed() -> None:
    items = item("a", 1) + item("b", 1, 1) + item("c", 1, 1) + item("d", 1, 2) + item("e", 1) + item("f", 1, 1)
    said = [text for text, _ in in_cell(items, numbering=LEVELS)]
    assert said == ["2. a", "2.1 b", "2.2 c", "(i) d", "3. e", "3.1 f"]


def test_a_list_that_begins_anew_counts_from_its_own_start() -> None:
    said = [text for text, _ in in_cell(item("a", 1) + item("b", 3) + item("c", 3), numbering=LEVELS)]
    assert said == ["2. a", "7. b", "8. c"]


def test_a_number_stands_in_an_otherwise_empty_cell() -> None:
    assert in_cell(item("", 1), numbering=LEVELS) == [("2.", 0)]


def test_bullets_are_told_by_their_depth() -> None:
    items = p("Intro:") + item("a", 2) + item("b", 2, 1)
    assert in_cell(items, numbering=LEVELS) == [("Intro:", 0), ("a", 1), ("b", 2)]


def test_a_style_puts_a_paragraph_into_a_list_and_zero_takes_it_out() -> None:
    listed = (
        '<w:style w:styleId="B"><w:name w:val="b"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    derived = '<w:style w:styleId="D"><w:name w:val="d"/><w:basedOn w:val="B"/></w:style>'
    style = '<w:pStyle w:val="D"/>'
    items = p("a", style) + p("b", f'{style}<w:numPr><w:numId w:val="0"/></w:numPr>')
    assert in_cell(items, numbering=LEVELS, styles=listed + derived) == [("a", 1), ("b", 0)]


def test_a_heading_is_told_by_its_style() -> None:
    style = '<w:style w:styleId="H"><w:name w:val="heading 2"/></w:style>'
    document = read(p("Main recommendation", '<w:pStyle w:val="H"/>') + p("Prose"), styles=style)
    assert [paragraph.heading for paragraph in document.paragraphs] == [True, False]


# Other forms of the format.


def test_the_strict_form_reads_the_same() -> None:
    parts = {"word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{p("Words")}</w:body></w:document>'}
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        W, "http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    assert prose_of(read_document(SourceFile("plan.docx", archive(parts)))) == ["Words"]


def test_content_like_code_is_carried_as_text() -> None:
    said = "&lt;script&gt;alert(1)&lt;/script&gt; {{7*7}} =HYPERLINK(&quot;x&quot;)"
    assert in_cell(p(said)) == [('<script>alert(1)</script> {{7*7}} =HYPERLINK("x")', 0)]
