"""The same briefing as a page, as a document to edit, and on paper."""

from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pypdfium2
import pytest
from lxml import html

from answerable.exports.briefs import read_brief
from answerable.exports.briefs.brief import Brief
from answerable.exports.briefs.formats import pdf
from answerable.exports.briefs.formats.docx import to_docx
from answerable.exports.briefs.formats.html import to_html
from answerable.graph.errors import HandOverError
from answerable.graph.store import Store
from tests.browsing import CHROMIUM, NO_CHROMIUM, launched

pytest.importorskip("matplotlib")
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A4 = (595, 842)


@pytest.fixture(scope="module")
def brief(examples: Store) -> Brief:
    return read_brief("programme", "cas3", examples)


@pytest.fixture(scope="module")
def hostile(hostile_store: Store) -> Brief:
    return read_brief("plan", "northmoor-crc-2020.txt", hostile_store)


@pytest.fixture(scope="module")
def document(brief: Brief) -> bytes:
    return to_docx(brief)


def test_equal_briefings_are_equal_bytes(brief: Brief, document: bytes) -> None:
    assert to_html(brief) == to_html(brief)
    assert to_docx(brief) == document


def test_a_page_asks_for_nothing_and_runs_nothing(brief: Brief) -> None:
    page = to_html(brief)
    assert "default-src 'none'; script-src 'none'; style-src 'sha256-" in unescape(page)
    assert [word for word in ("<script", " style=", "src=", "<link", "@import") if word in page] == []


def test_every_note_that_is_referred_to_is_there(brief: Brief) -> None:
    page = to_html(brief)
    assert brief.notes
    for note in brief.notes:
        assert f'id="note-{note.number}"' in page
        assert f'href="#note-{note.number}"' in page


def test_every_id_in_a_page_is_there_once(brief: Brief) -> None:
    found = html.fromstring(to_html(brief)).xpath("//@id")
    assert len(found) == len(set(found))


def test_names_of_any_kind_stay_text_in_a_page(hostile: Brief) -> None:
    page = to_html(hostile)
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "&lt;script&gt;alert" in page
    assert "{{ heading }}" in page


def test_names_of_any_kind_stay_text_in_a_document(hostile: Brief, hostile_names: tuple[str, ...]) -> None:
    words = docx.Document(BytesIO(to_docx(hostile))).element.xpath("string(.)")
    assert hostile_names[0] in words


def test_a_document_has_real_headings_tables_and_language(brief: Brief, document: bytes) -> None:
    opened = docx.Document(BytesIO(document))
    headings = [p.text for p in opened.paragraphs if p.style and p.style.name == "Heading 1"]
    assert headings[: len(brief.sections)] == [section.title for section in brief.sections]
    assert len(opened.tables) > 2
    assert all(table.rows[0]._tr.findall(f"{WORD}trPr/{WORD}tblHeader") for table in opened.tables)
    assert opened.core_properties.language == "en-GB"
    assert opened.core_properties.title == brief.title


def test_every_picture_of_a_document_is_described(document: bytes) -> None:
    opened = docx.Document(BytesIO(document))
    assert len(opened.inline_shapes) > 2
    assert all(len(shape._inline.docPr.get("descr")) > 20 for shape in opened.inline_shapes)


def test_a_document_holds_no_day_of_writing(document: bytes) -> None:
    with ZipFile(BytesIO(document)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2000-01-01T00:00:00Z" in package.read("docProps/core.xml")


def test_without_a_program_that_makes_pdf_one_line_says_so(brief: Brief, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(HandOverError, match="needs Chromium or LibreOffice"):
        pdf.to_pdf(brief)


@pytest.mark.skipif(not CHROMIUM.exists(), reason=NO_CHROMIUM)
def test_every_page_of_paper_is_a4_and_nothing_reaches_over_its_edge(hostile: Brief) -> None:
    printed = pypdfium2.PdfDocument(pdf.to_pdf(hostile))
    for page in printed:
        assert tuple(round(side) for side in page.get_size()) == A4
        places = [box.get_bounds() for box in page.get_objects()]
        assert min(left for left, *_ in places) >= 40
        assert max(right for _, _, right, _ in places) <= A4[0] - 40


def test_a_page_has_no_fault_that_axe_finds_and_fits_narrow_screens(hostile: Brief, tmp_path: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 - only where there is a browser

    path = tmp_path / "brief.html"
    path.write_text(to_html(hostile), "utf-8")
    with launched() as browser:
        for colours in ("light", "dark"):
            context = browser.new_context(
                viewport={"width": 400, "height": 800}, color_scheme=colours, offline=True, bypass_csp=True
            )
            page = context.new_page()
            page.goto(path.as_uri())
            found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
            faults = [
                (each["id"], [node["html"][:120] for node in each["nodes"]]) for each in found.response["violations"]
            ]
            assert faults == []
            assert page.evaluate("document.documentElement.scrollWidth") <= 400
            context.close()
