"""Web pages: their content without the site around it, and offsets that hold the words with their markup."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.extract.document import Document
from answerable.extract.readers import read_document
from answerable.extract.source import SourceFile
from tests.extract.readers.office import cells_of, prose_of


def read(inside: str, encoding: str = "utf-8") -> Document:
    return read_document(SourceFile("page", f"<!DOCTYPE html><html><body>{inside}</body></html>".encode(encoding)))


def table(*rows: str) -> str:
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


# What a page is.


@pytest.mark.parametrize(
    "page",
    [
        "<!DOCTYPE html><p>Words",
        "\ufeff<html><p>Words",
        "<?xml version='1.0'?>\n<!-- saved -->\n<html><p>Words</html>",
        "  <HTML><BODY><P>Words",
        "<div><p>Words</p><table><tr><td>1<td>2</table></div>",
    ],
)
def test_a_page_is_told_by_its_content(page: str) -> None:
    document = read_document(SourceFile("plan.txt", page.encode()))
    assert document.media_type == "text/html"
    assert prose_of(document) == ["Words"]


@pytest.mark.parametrize(
    "text", ["Plan\n\n1\t<p>Agreed</p>\t<table><tr><td>x</td></tr></table>\n", "<Name> should act."]
)
def test_text_with_markup_in_it_is_no_page(text: str) -> None:
    assert read_document(SourceFile("plan.html", text.encode())).media_type == "text/plain"


@pytest.mark.parametrize(
    ("page", "encoding"),
    [
        ("<html><p>café – £5", "utf-8"),
        ("<html><p>café – £5", "utf-8-sig"),
        ("<html><p>café – £5", "utf-16"),
        ("<html><p>café – £5", "utf-16-le"),
        ("<html><p>café – £5", "cp1252"),
        ('<html><meta charset="windows-1252"><p>café – £5', "cp1252"),
        ('<html><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>café – £5', "cp1252"),
    ],
)
def test_every_usual_encoding_is_read(page: str, encoding: str) -> None:
    assert prose_of(read_document(SourceFile("page", page.encode(encoding)))) == ["café – £5"]


# What is content.


def test_scripts_styles_comments_and_the_site_around_are_no_content() -> None:
    hidden = "<script>if (a < b) '<p>x</p>'</script><style>p {}</style><!-- <p>no</p> --><template><p>t</p></template>"
    site = "<nav><ul><li>Home</li></ul></nav><header role='banner'>Site</header><footer><p>Crown</p></footer>"
    assert prose_of(read(f"{site}<p>One</p>{hidden}<p>T<!-- x -->wo</p>{site}")) == ["One", "Two"]


def test_where_a_page_names_its_main_part_the_rest_is_not_read() -> None:
    assert prose_of(read("<p>Cookies?</p><main><header><h1>Title</h1></header><p>Words</p></main><p>Help</p>")) == [
        "Title",
        "Words",
    ]


@pytest.mark.parametrize("line", ["Published 3 May 2022", "Updated: 14 June 2023", "Last updated 1 June 2020"])
def test_the_sites_own_dates_are_not_the_plans(line: str) -> None:
    assert prose_of(read(f"<p>{line}</p><p>Report Published: 7 May 2021</p>")) == ["Report Published: 7 May 2021"]


def test_headings_and_list_items_are_told() -> None:
    found = list(read("<h2>Plan</h2><p>Intro:</p><ul><li>a<ul><li>b</li></ul></li></ul>").paragraphs)
    assert [(paragraph.text, paragraph.level, paragraph.heading) for paragraph in found] == [
        ("Plan", 0, True),
        ("Intro:", 0, False),
        ("a", 1, False),
        ("b", 2, False),
    ]


def test_unknown_tags_and_nested_inline_markup_give_their_words() -> None:
    page = "<p>Head <span lang=en><b>of <i>Safety</i></b></span>, <abbr title='a > b'>HMP</abbr> <o:p>X</o:p></p>"
    assert prose_of(read(page)) == ["Head of Safety, HMP X"]


# Tables.


def test_cells_over_columns_and_rows_are_laid_out() -> None:
    rows = (
        "<th>Rec<th>Action<th>Owner",
        "<td rowspan=2>1<td>a<td>A",
        "<td>b<td>B",
        "<td colspan=3>Key concerns",
        "<td>2<td>c<td>C",
    )
    assert cells_of(read(table(*rows))) == [
        ["Rec", "Action", "Owner"],
        ["1", "a", "A"],
        ["^", "b", "B"],
        ["Key concerns", "", ""],
        ["2", "c", "C"],
    ]


def test_a_cell_that_reaches_to_the_end_covers_all_rows_below() -> None:
    assert cells_of(read(table("<td rowspan='0'>1<td>a", "<td>b", "<td>c"))) == [["1", "a"], ["^", "b"], ["^", "c"]]


def test_tables_that_are_not_closed_are_read_all_the_same() -> None:
    assert cells_of(read("<table><tr><td>1<td>a<tr><td>2<td>b")) == [["1", "a"], ["2", "b"]]
    assert cells_of(read("<table><td>1<td>a</tr><td>2</table>")) == [["1", "a", "2"]]


def test_a_table_within_a_cell_gives_its_words_and_one_that_frames_others_is_none() -> None:
    nested = table("<td>a", "<td>b")
    assert cells_of(read(table(f"<td>x{nested}y<td>z"))) == [["x | a | b | y", "z"]]
    assert cells_of(read(table(f"<td><p>Title</p>{table('<td>1<td>2')}"))) == [["1", "2"]]


def test_no_number_of_columns_takes_more_than_its_share() -> None:
    cells = cells_of(read(table("<td colspan=999999 rowspan=999999>1<td>a", "<td>b", "<td>c")))
    assert cells == [["1", "a"], ["^", "b"], ["^", "c"]]


# Offsets.


def pieces(document: Document) -> list[tuple[str, str]]:
    paragraphs = [*document.paragraphs]
    for found in document.tables:
        paragraphs += [paragraph for row in found.rows for cell in row.cells for paragraph in cell.paragraphs]
    return [(line.text, document.quote(line)) for paragraph in paragraphs for line in paragraph.lines]


def test_quotes_hold_their_markup() -> None:
    page = "<p>3<sup>rd</sup> May &amp;\n June</p>" + table("<td>31<sup>st</sup><!-- x --> July")
    assert pieces(read(page)) == [
        ("3rd May & June", "3<sup>rd</sup> May &amp;\n June"),
        ("31st July", "31<sup>st</sup><!-- x --> July"),
    ]


_TABLE_TAGS = ("<table>", "</table>", "<tr>", "<td>", "<td rowspan=2>", "<td colspan=3>", "</td>")
_OTHERS = ("<p>", "</p>", "<ul><li>", "</ul>", "<br>", "<nav>", "</nav>", "<main>", "<!--", "-->", "<script>")
_BITS = st.sampled_from([*_TABLE_TAGS, *_OTHERS, *'<>"•', "word ", "&amp;"])


@given(st.lists(_BITS, max_size=40))
def test_any_page_is_read_and_every_word_of_it_has_its_place(bits: list[str]) -> None:
    document = read("".join(bits))
    for text, quote in pieces(document):
        assert text
        assert quote
    for found in document.tables:
        assert len({len(row.cells) for row in found.rows}) == 1


@pytest.mark.parametrize(
    "bit", ["<nav>", "<script>", "<!--", "<table><tr><td>", "<td rowspan=9999>", "<a title='", "<"]
)
def test_a_page_of_open_ends_is_read_in_one_pass(bit: str) -> None:
    started = time.perf_counter()
    read(bit * 20_000)
    assert time.perf_counter() - started < 10
