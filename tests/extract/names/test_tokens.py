"""Words are cut only where somebody asks, and begin and end where spaCy's tokens do."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import assume, given
from hypothesis import strategies as st

from answerable.extract.names.components import tokenizer_of
from answerable.extract.names.pipeline import pipeline
from answerable.extract.names.spans import tokens_of
from tests.extract.names.test_tokenizer import WORDS

PLAIN = spacy.blank("en")


@given(st.lists(WORDS | st.text(max_size=6), min_size=1, max_size=8), st.data())
def test_a_stretch_is_widened_to_the_tokens_of_spacy(words: list[str], data: st.DataObject) -> None:
    doc = PLAIN(" ".join(words))
    inked = [token for token in doc if not token.is_space]
    assume(inked)
    first = data.draw(st.integers(0, len(inked) - 1))
    last = data.draw(st.integers(first, len(inked) - 1))
    one, other = inked[first], inked[last]
    start = one.idx + data.draw(st.integers(0, len(one) - 1))
    end = other.idx + data.draw(st.integers(1, len(other)))
    assume(start < end)
    tokens = tokens_of(tokenizer_of(pipeline()).light(doc.text))
    assert tokens.around(start, end) == (one.idx, other.idx + len(other))


def test_spaces_at_the_ends_are_left_out() -> None:
    tokens = tokens_of(tokenizer_of(pipeline()).light("the  Quern  Board "))
    assert tokens.around(3, 11) == (5, 10)
    assert tokens.around(3, 5) == (5, 5)


def test_tokens_of_a_name_are_counted() -> None:
    tokens = tokens_of(tokenizer_of(pipeline()).light("ask (HMP Quern's Safety Board) now"))
    assert tokens.count(5, 29) == 5


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Multi-Agency Public Protection Arrangements", ["Multi-Agency Public Protection Arrangements"]),
        ("multi - agency public protection arrangements", ["multi - agency public protection arrangements"]),
        ("(OASys), OASys's, nOASys and OASysx", ["OASys", "OASys"]),
        ("HMP LEWES and hmp lewes", ["HMP LEWES"]),
    ],
)
def test_known_names_are_found_where_tokens_begin_and_end(text: str, names: list[str]) -> None:
    doc = pipeline()(text)
    assert [span.text for span in doc.spans["gazetteer"]] == names


def test_a_light_document_has_the_records_of_a_full_one_and_no_spans() -> None:
    text = "The Harm Review Board (HRB) of HMP Lewes uses OASys. The HRB's lead will report to the Quern Panel."
    nlp = pipeline()
    light, full = nlp(tokenizer_of(nlp).light(text)), nlp(text)
    assert light.user_data["linked"] == full.user_data["linked"]
    assert [(span.start_char, span.end_char) for span in full.spans["names"]] == [
        (name.start, name.end) for name, _ in light.user_data["linked"]
    ]
    assert not light.spans
    assert len(light) == 0


def test_another_tokenizer_is_refused() -> None:
    with pytest.raises(TypeError, match="compose it with answerable_tokenizer"):
        tokenizer_of(PLAIN)
