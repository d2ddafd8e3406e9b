"""Sentences: where they begin, and what follows from it for names."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.extract.names.pipeline import pipeline
from tests.extract.names.test_names import find


def sentences(text: str) -> list[str]:
    return [sentence.text.strip() for sentence in pipeline()(text).sents]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Staff met. They will meet again.", ["Staff met.", "They will meet again."]),
        ("Who decides? The Governor does!", ["Who decides?", "The Governor does!"]),
        ("Use a form, e.g. Form 5. Keep it.", ["Use a form, e.g. Form 5.", "Keep it."]),
        ("Version 2.5 is in use: keep it.", ["Version 2.5 is in use: keep it."]),
        ("One passage\n\nAnother passage", ["One passage", "Another passage"]),
        ("Three aims • Restrict supply • Build recovery", ["Three aims •", "Restrict supply •", "Build recovery"]),
    ],
)
def test_sentences_begin_after_marks_that_end_one(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


def test_no_name_crosses_the_beginning_of_a_sentence() -> None:
    assert set(find("Ask the Harm Review Board. Release Planning Conference dates follow.")) == {
        "Harm Review Board",
        "Release Planning Conference",
    }


def test_the_word_after_an_abbreviation_does_not_open_a_sentence() -> None:
    assert set(find("Use a mapping tool, e.g. Quern software.")) == {"Quern"}
    assert not find("Use a mapping tool. Every software package will do.")


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Harm", "Review", "Board", "OASys", "of", "the", ".", "e.g.", "Prison", "Probation", "?"]),
        max_size=25,
    )
)
def test_whatever_is_printed_no_name_holds_the_first_word_of_a_sentence_but_as_its_own(words: list[str]) -> None:
    doc = pipeline()(" ".join(words))
    assert not [token for name in doc.spans["names"] for token in name[1:] if token.is_sent_start]
