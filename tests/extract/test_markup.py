"""Cells with inline markup, as paragraphs and items: what goes, what stays, and where each word stood."""

from __future__ import annotations

import pytest

from answerable.extract.document import Paragraph, Place
from answerable.extract.markup import paragraphs

HERE = Place(table=1, row=1, column=1)


def read(source: str) -> tuple[Paragraph, ...]:
    return paragraphs(source, 0, len(source), HERE)


def texts(source: str) -> list[str]:
    return [paragraph.text for paragraph in read(source)]


def items(source: str) -> list[tuple[int, str]]:
    return [(paragraph.level, paragraph.text) for paragraph in read(source)]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("3<sup>rd</sup> May 2022", "3rd May 2022"),
        ("<b>Outcome</b> – fewer errors", "Outcome – fewer errors"),
        ("<strong>Head</strong><em> of</em> Safety", "Head of Safety"),
        ("half<b>way</b>", "halfway"),
        ("**Outcome** – fewer", "Outcome – fewer"),
        ("__Head__ of Safety", "Head of Safety"),
        ('<p class="body">Head of Safety</p>', "Head of Safety"),
        ('<a href="https://example.org/">the guide</a>', "the guide"),
        ("Safety \\| Security", "Safety | Security"),
        ("5\\* hotels", "5* hotels"),
        ("Head\u200b of Safety", "Head of Safety"),
        ("<b>never closed", "never closed"),
        ("never opened</b>", "never opened"),
        ("a <!-- page 3 --> remark", "a remark"),
        ("<P>Head of <B>Safety</B></P>", "Head of Safety"),
    ],
)
def test_markup_goes_and_its_words_stay(source: str, text: str) -> None:
    assert texts(source) == [text]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Security &amp; Intelligence", "Security & Intelligence"),
        ("don&#8217;t", "don’t"),
        ("&#x2019;s", "’s"),
        ("caf&eacute;", "café"),
        ("2 &lt; 3", "2 < 3"),
        ("&lt;b&gt; is a tag", "<b> is a tag"),
        ("&amp;amp;", "&amp;"),
        ("R&D", "R&D"),
        ("L&D; HR", "L&D; HR"),
        ("&nosuch; thing", "&nosuch; thing"),
    ],
)
def test_entities_are_decoded_once_and_what_is_none_stays(source: str, text: str) -> None:
    assert texts(source) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "within <3 months",
        "p < 0.05 and q > 3",
        "a <Name> to be given",
        "i<5 and j>3",
        "5* hotels",
        "a ** b",
        "2*3*4",
        "a well-known – and costly – way",
        "co-ordinator",
        "Risk -high",
        "snake_case",
        "‘quoted’ “words”…",
        "£90m, 70%, ½",
    ],
)
def test_what_only_looks_like_markup_stays_as_printed(text: str) -> None:
    assert texts(text) == [text]


@pytest.mark.parametrize("space", [" ", "   ", "\t", "\n", "\r\n", "\u00a0", "&nbsp;", " &nbsp; ", "\u2003"])
def test_white_space_of_every_kind_is_folded(space: str) -> None:
    assert texts(f"<p>{space}Head{space}of Safety{space}</p>") == ["Head of Safety"]


@pytest.mark.parametrize("source", ["", " ", "<p></p>", "<p> &nbsp; </p>", "<br>", "<ul><li></li></ul>", "</p>", "•"])
def test_what_holds_no_words_says_nothing(source: str) -> None:
    assert "".join(texts(source)) == ""


@pytest.mark.parametrize(
    "source",
    [
        "<p>One.</p><p>Two.</p>",
        "<p>One.</p> <p>Two.</p>",
        "One.<p>Two.</p>",
        "<p>One.</p>Two.",
        "<div>One.</div><div>Two.</div>",
        "One.<br><br>Two.",
        "One. <br/> <br /> Two.",
        "<h3>One.</h3>Two.",
    ],
)
def test_blocks_and_empty_lines_part_paragraphs(source: str) -> None:
    assert texts(source) == ["One.", "Two."]


@pytest.mark.parametrize("br", ["<br>", "<br/>", "<br />", "<BR>", " <br> "])
def test_a_break_parts_the_lines_of_one_paragraph(br: str) -> None:
    (paragraph,) = read(f"Head of Safety{br}Governor")
    assert [line.text for line in paragraph.lines] == ["Head of Safety", "Governor"]
    assert paragraph.text == "Head of Safety Governor"


def test_breaks_are_soft_within_blocks_and_may_be_either_without() -> None:
    assert not read("<p>Head of<br>Safety</p>")[0].loose
    assert read("Head of<br>Safety")[0].loose


def test_a_break_at_the_edge_parts_nothing() -> None:
    assert [len(paragraph.lines) for paragraph in read("<br>Head of Safety<br>")] == [1]


def test_headings_are_known() -> None:
    assert [(p.text, p.heading) for p in read("<h2>Plan</h2><p>We will.</p>")] == [("Plan", True), ("We will.", False)]


@pytest.mark.parametrize(
    "source",
    [
        "Steps:<ul><li>One</li><li>Two</li></ul>",
        "<p>Steps:</p><ul> <li>One</li> <li>Two</li> </ul>",
        "<p>Steps:</p><ul><li>• One</li><li>• Two</li></ul>",
        "<p>Steps:</p><ol><li>One</li><li>Two</li></ol>",
        "<p>Steps:</p><li>One<li>Two",
        "<p>Steps:</p><ul><li><p>One</p></li><li><p>Two</p></li></ul>",
        "Steps:<br>• One<br>• Two",
        "Steps: • One • Two",
        "Steps:<br>&bull; One<br>&#8226; Two",
        "Steps:<br>\uf0b7 One<br>\uf0b7 Two",
        "Steps:<br>▪One<br>▪Two",
        "Steps:<br>- One<br>- Two",
        "Steps:<br>– One<br>– Two",
        "Steps:<br>* One<br>* Two",
        "<p>Steps:</p><p>- One</p><p>- Two</p>",
        "<p>Steps:</p><p>• One</p><p>• Two</p>",
        "Steps:<br>- One - Two",
    ],
)
def test_items_are_known_by_tag_bullet_or_dash_and_lose_the_mark(source: str) -> None:
    assert items(source) == [(0, "Steps:"), (1, "One"), (1, "Two")]


@pytest.mark.parametrize(
    "source",
    [
        "<ul><li>One<ul><li>In</li></ul></li><li>Two</li></ul>",
        "• One<br>◦ In<br>• Two",
        "• One<br>o In<br>• Two",
        "<ul><li>One</li><ul><li>In</li></ul><li>Two</li></ul>",
    ],
)
def test_items_within_items_are_deeper(source: str) -> None:
    assert items(source) == [(1, "One"), (2, "In"), (1, "Two")]


def test_the_letter_that_stands_for_a_hollow_bullet_may_mark_every_item() -> None:
    assert items("o One<br>o Two") == [(1, "One"), (1, "Two")]


def test_a_list_ends_with_its_block() -> None:
    assert items("<ul><li>One<br>line</li></ul><p>After</p>") == [(1, "One line"), (0, "After")]
    assert items("<ul><li>One</li></ul>After") == [(1, "One"), (0, "After")]


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_a_dash_alone_is_a_word_for_it_may_be_an_answer(dash: str) -> None:
    assert items(dash) == [(0, dash)]


def test_only_the_stretch_that_is_asked_for_is_read() -> None:
    source = "| Head <b>of</b> Safety | Governor |"
    (paragraph,) = paragraphs(source, 2, 23, HERE)
    assert paragraph.text == "Head of Safety"
    assert paragraph.lines[0].span() == (2, 23)
