"""What holds of every cell: nothing is invented, and every character is the one that stands at its offset."""

from __future__ import annotations

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from answerable.extract.document import Paragraph, Place
from answerable.extract.markup import paragraphs


def read(source: str) -> tuple[Paragraph, ...]:
    return paragraphs(source, 0, len(source), Place())


def texts(source: str) -> list[str]:
    return [paragraph.text for paragraph in read(source)]


MARKUP = "<p> </p> <br> <b> </b> <ul> <li> </li> </ul> <sup> </sup> ** __ • ◦ - – o &amp; &nbsp; &lt; &#8217; & < >"
MARKS = MARKUP.split()
WORDS = ["Head", "of", "Safety", "<3", "A&B", "<Name>", "a*b", "’", "naïve", "2020/21", "(S40)", "£5m"]
ANYTHING = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from([*MARKS, *WORDS, " ", "  ", "\u00a0", "\n"]), max_size=25).map("".join),
    st.lists(st.sampled_from(MARKS + WORDS), max_size=25).map(" ".join),
)
PLAIN_WORDS = st.lists(
    st.sampled_from(["Head", "of", "Safety", "May", "2020,", "co-ordinator", "(S40)", "§3."]), min_size=1
)


def unescaped(source: str) -> str:
    return re.sub(r"&#?\w+;", lambda entity: html.unescape(entity.group()), source)


def is_subsequence(part: str, whole: str) -> bool:
    rest = iter(whole)
    return all(character in rest for character in part)


@given(ANYTHING)
def test_nothing_is_invented(source: str) -> None:
    read_words = "".join(texts(source))
    assert is_subsequence(re.sub(r"\s", "", read_words), unescaped(source))


@given(ANYTHING)
def test_every_stretch_of_a_line_comes_from_a_stretch_of_the_source_in_order(source: str) -> None:
    position = 0
    for paragraph in read(source):
        for line in paragraph.lines:
            clean = 0
            for segment in line.segments:
                assert segment.clean_start == clean
                assert position <= segment.source_start < segment.source_end <= len(source)
                clean, position = segment.clean_end, segment.source_end
            assert clean == len(line.text)


@given(ANYTHING)
def test_every_character_is_the_one_that_stands_at_its_offset(source: str) -> None:
    """Or it is one unit that stands for several: an entity, or white space."""
    for paragraph in read(source):
        for line in paragraph.lines:
            for segment in line.segments:
                quote = source[segment.source_start : segment.source_end]
                text = line.text[segment.clean_start : segment.clean_end]
                assert text in {" ", unescaped(quote), re.sub(r"[\s\u200b\ufeff]", " ", quote)}


@given(ANYTHING)
def test_lines_hold_words_and_no_white_space_at_their_edges(source: str) -> None:
    for paragraph in read(source):
        assert all(line.text.strip() == line.text != "" for line in paragraph.lines)


@given(PLAIN_WORDS, st.sampled_from([" ", "  ", "\u00a0", "\n"]))
def test_plain_words_are_read_as_they_are_and_reading_them_again_changes_nothing(words: list[str], space: str) -> None:
    once = texts(space.join(words))
    assert once == [" ".join(words)]
    assert texts(once[0]) == once
