"""Cells are cut and counted by the words that they print; their markup stays whole on both sides."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.damage.markup import after_first_tags, before_last_tags, cut, cuts_within, paragraphs, plain, words

CELLS = [
    "one two three four",
    "<p>one two</p> <p>three four</p>",
    "one two<br>three four",
    "<ul><li>• one two</li><li>three four</li></ul>",
    '<p>one <b>two</b></p> <ul style="list-style-type: none"> <li>three four</li> </ul> <p>five</p>',
    "31<sup>st</sup> March <i>and 1<sup>st</sup> April</i>",
]


def test_inline_markup_parts_no_word() -> None:
    assert plain("<p>31<sup>st</sup> March</p><p>R&amp;D</p>") == "31st March R&D"


@pytest.mark.parametrize("cell", CELLS)
def test_a_cut_cell_prints_the_same_words(cell: str) -> None:
    for count in range(len(words(cell)) + 1):
        left, right = cut(cell, count)
        assert (words(left), words(right)) == (words(cell)[:count], words(cell)[count:])


@pytest.mark.parametrize("cell", CELLS)
def test_both_parts_open_what_they_close(cell: str) -> None:
    for count in range(len(words(cell)) + 1):
        for part in cut(cell, count):
            for name in ("p", "ul", "li", "b", "i", "sup"):
                opened, closed = re.findall(rf"<{name}\b", part), re.findall(rf"</{name}>", part)
                assert len(opened) == len(closed), part


def test_the_rest_of_an_item_is_no_item() -> None:
    assert cut("<ul><li>one two</li><li>three</li></ul>", 1) == (
        "<ul><li>one</li></ul>",
        "<p>two</p> <ul><li>three</li></ul>",
    )
    assert cut("<ul><li>one two</li></ul>", 1)[1] == "<p>two</p>"


def test_paragraphs_are_never_parted_where_they_meet() -> None:
    assert cuts_within("<p>one two</p> <p>three four five</p>") == [1, 3, 4]
    assert cuts_within("31<sup>st</sup> March") == [1]


def test_only_paragraphs_have_a_blank_line_between_them() -> None:
    cell = "<p>one</p> <p>two<br>three</p> <ul><li>four</li><li>• five</li></ul> <p>six</p>"
    assert paragraphs(cell) == [
        ("one", False),
        ("two", True),
        ("three", False),
        ("• four", False),
        ("• five", False),
        ("six", True),
    ]


def test_a_bullet_begins_a_line_with_or_without_markup() -> None:
    assert paragraphs("<ul> • one • two</ul>") == [("• one", False), ("• two", False)]


def test_words_are_added_inside_the_markup() -> None:
    assert after_first_tags("<ul><li>one</li></ul>", "nought") == "<ul><li>nought one</li></ul>"
    assert before_last_tags("<ul><li>one</li></ul>", "two") == "<ul><li>one two</li></ul>"
    assert after_first_tags("", "one") == before_last_tags("", "one") == "one"


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<br>", "<ul>", "<li>", "</li>", "</ul>", "<b>", "</b>", "a", "bc", " "])
    ).map("".join),
    st.integers(0, 8),
)
def test_words_survive_any_cut_of_any_markup(cell: str, count: int) -> None:
    left, right = cut(cell, count)
    assert words(left) + words(right) == words(cell)
