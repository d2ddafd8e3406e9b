"""Cutting: whatever part of a passage is taken, it knows the words of the source that it came from."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.extract.document import Cell, Document, Paragraph, Passage, Piece, Place, Segment, Table
from answerable.extract.markup import paragraphs

HERE = Place(page=2, table=3, row=4, column=5)


def piece(text: str, at: int = 0) -> Piece:
    """A piece of plain text that stands in the source at an offset."""
    return Piece(text, HERE, (Segment(0, len(text), at, at + len(text)),) if text else ())


def test_a_piece_spans_the_source_from_its_first_to_its_last_character() -> None:
    assert piece("Head of Safety", at=40).span() == (40, 54)


def test_a_piece_without_characters_of_a_file_has_no_span_and_keeps_its_place() -> None:
    scanned = Piece("Head of Safety", HERE)
    assert scanned.span() is None
    assert scanned.cut(8, 14) == Piece("Safety", HERE)


def test_a_cut_piece_keeps_its_place_and_its_own_offsets() -> None:
    safety = piece("Head of Safety", at=40).cut(8, 14)
    assert (safety.text, safety.place, safety.span()) == ("Safety", HERE, (48, 54))


def test_white_space_at_the_edges_of_a_cut_is_trimmed() -> None:
    assert piece("Head of Safety", at=40).cut(4, 8).text == "of"
    assert piece("Head of Safety", at=40).cut(4, 8).span() == (45, 47)


def test_a_cut_of_everything_is_the_piece_itself() -> None:
    whole = piece("Head of Safety")
    assert whole.cut(0, 14) is whole


def test_an_entity_cannot_be_divided() -> None:
    source = "Safety &amp; Security"
    (paragraph,) = paragraphs(source, 0, len(source), HERE)
    ampersand = paragraph.passage.cut(7, 8)
    assert ampersand.text == "&"
    assert source[slice(*span_of(ampersand.pieces[0]))] == "&amp;"


def test_pieces_are_joined_with_one_space() -> None:
    passage = Passage((piece("Police MARAC", at=10), piece("training", at=90)))
    assert passage.text == "Police MARAC training"
    assert passage.place == HERE


def test_a_cut_over_a_join_leaves_two_pieces() -> None:
    passage = Passage((piece("Police MARAC", at=10), piece("training", at=90)))
    part = passage.cut(7)
    assert part.text == "MARAC training"
    assert [p.span() for p in part.pieces] == [(17, 22), (90, 98)]


def test_passages_add_up_and_an_empty_one_is_false() -> None:
    one, other = Passage((piece("Head of"),)), Passage((piece("Safety", at=9),))
    assert (one + other).text == Passage.joined([one, other]).text == "Head of Safety"
    assert one
    assert not Passage(())


def test_a_document_quotes_the_source_behind_a_piece_with_its_markup() -> None:
    source = "see <b>Head</b> of Safety"
    (paragraph,) = paragraphs(source, 4, len(source), HERE)
    document = Document("plan.txt", "0", "text/plain", (paragraph,), source)
    assert document.quote(paragraph.passage.pieces[0]) == "Head</b> of Safety"


def test_a_document_without_a_text_quotes_the_piece_itself() -> None:
    scanned = Piece("Head of Safety", HERE)
    document = Document("plan.pdf", "0", "application/pdf", (Paragraph((scanned,)),))
    assert document.quote(scanned) == "Head of Safety"


def test_a_document_gives_its_tables_and_its_paragraphs_apart() -> None:
    line, table = Paragraph((piece("Action Plan"),)), Table(1, ())
    document = Document("plan.txt", "0", "text/plain", (line, table), "")
    assert list(document.paragraphs) == [line]
    assert list(document.tables) == [table]


def test_a_cell_says_all_its_paragraphs_and_is_false_without_any() -> None:
    cell = Cell(1, (Paragraph((piece("Head of"), piece("Safety"))), Paragraph((piece("Governor"),))))
    assert cell.text == "Head of Safety Governor"
    assert cell
    assert not Cell(1)


# What holds of every cut.

MARKS = ["<p>", "</p>", "<br>", "<b>", "</b>", "<ul>", "<li>", "</li></ul>", "<sup>", "</sup>", "**", "• ", " ", "  "]
MARKS += ["&amp;", "&nbsp;", "&#8217;", "\u00a0", "\n", "<!-- cut -->", "&eacute;", "\u200b"]
WORDS = ["Head", "of", "Safety", "&", "co-ordinator", "£90m", "naïve", "(S40)", "R&D", "<3", "months", "’s", "a*b", "…"]
SOURCES = st.lists(st.sampled_from(MARKS + WORDS), min_size=1, max_size=25).map("".join)


def span_of(part: Piece) -> tuple[int, int]:
    span = part.span()
    assert span is not None
    return span


def cleaned(source: str) -> str:
    """The words of a source, cleaned by other means than the reader's: no tags, no marks, white space gone."""
    bare = re.sub(r"</?[a-zA-Z][^<>]*>|<!--.*?-->|\*\*|__|•", "", source)
    return re.sub(r"[\s\u200b]+", "", html.unescape(bare))


@st.composite
def cut_passages(draw: st.DrawFn) -> tuple[str, Passage, int, int]:
    """A source, the passage of all its pieces, and the ends of a cut."""
    source = draw(SOURCES)
    passage = Passage.joined(p.passage for p in paragraphs(source, 0, len(source), HERE))
    ends = st.integers(0, len(passage.text))
    start, end = sorted((draw(ends), draw(ends)))
    return source, passage, start, end


@given(cut_passages())
def test_the_text_of_a_cut_is_the_text_between_its_ends(case: tuple[str, Passage, int, int]) -> None:
    _, passage, start, end = case
    part = passage.cut(start, end)
    assert part.text == passage.text[start:end].strip()
    assert part.text == " ".join(p.text for p in part.pieces)


@given(cut_passages())
def test_a_cut_stands_within_the_span_of_what_it_was_cut_from(case: tuple[str, Passage, int, int]) -> None:
    _, passage, start, end = case
    outer = [span_of(p) for p in passage.pieces]
    for part in passage.cut(start, end).pieces:
        low, high = span_of(part)
        assert any(first <= low < high <= last for first, last in outer)


@given(cut_passages())
def test_the_source_behind_a_cut_says_the_same_once_markup_is_cleaned(case: tuple[str, Passage, int, int]) -> None:
    source, passage, start, end = case
    for part in passage.cut(start, end).pieces:
        assert cleaned(source[slice(*span_of(part))]) == cleaned(html.escape(part.text))


@given(cut_passages(), st.data())
def test_a_cut_of_a_cut_is_a_cut(case: tuple[str, Passage, int, int], data: st.DataObject) -> None:
    _, passage, start, end = case
    part = passage.cut(start, end)
    ends = st.integers(0, len(part.text))
    low, high = sorted((data.draw(ends), data.draw(ends)))
    offset = start + len(passage.text[start:end]) - len(passage.text[start:end].lstrip())
    assert part.cut(low, high) == passage.cut(offset + low, offset + high)


@pytest.mark.parametrize("text", ["", "   "])
def test_a_cut_of_nothing_is_nothing(text: str) -> None:
    passage = Passage((piece(f"Head{text}of"),))
    assert not passage.cut(4, 4 + len(text))
