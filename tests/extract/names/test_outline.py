"""The outline of a text says of each character what it is, whatever the text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.extract.names.outline import outline

LETTERS = st.text(
    st.sampled_from("Ab0_.:;!?*\u2022|~ \n\t\u00a0\u2028,'-(\u00c9\u00e9\u00df\u0130\u2167\ufb01\u00a3\u4e2d")
    | st.characters()
)
ALIKE = {"[A-Z]": b"A", "[a-z]": b"a", r"[^\WA-Za-z]": b"0", "[.!?:;]": b".", "[\n\u2022*]": b"|", "[^\\S\n]": b" "}
"""What is alike in a text by an expression, and its byte."""


@given(LETTERS)
def test_each_character_has_the_byte_of_its_kind(text: str) -> None:
    outlined = outline(text)
    assert len(outlined) == len(text)
    for alike, byte in ALIKE.items():
        assert [m.start() for m in re.finditer(alike, text)] == [
            m.start() for m in re.finditer(re.escape(byte), outlined)
        ]


@pytest.mark.parametrize(("sign", "byte"), [(",", b","), ("(", b"("), ("|", b"~"), ("\u00a3", b"~"), ("'", b"'")])
def test_other_signs_are_as_they_are_and_none_is_taken_for_a_new_line(sign: str, byte: bytes) -> None:
    assert outline(sign) == byte
