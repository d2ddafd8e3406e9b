"""Words are cut as spaCy cuts them, and each only once."""

from __future__ import annotations

import spacy
from hypothesis import given
from hypothesis import strategies as st

from answerable.extract.names.components import CachedTokenizer

PLAIN = spacy.blank("en")
CACHED = CachedTokenizer(spacy.blank("en"))
WORDS = st.sampled_from(
    [
        *(
            "can't",
            "p.m.",
            "(CRC)",
            "CRC's",
            "Multi-Agency",
            "Recs.",
            "£5m",
            "'Think",
            "Victim'",
            "and/or",
            "\n\n",
            "  ",
        ),
        *("e.g.", "2019/20", "we'll", "\u2013", "\u00a0", "x@y.org", "https://example.org/a.", "Mr.", ":)", "don't."),
    ]
)


@given(st.lists(WORDS | st.text(max_size=6), max_size=12))
def test_the_tokens_are_those_of_the_plain_tokenizer(words: list[str]) -> None:
    text = " ".join(words)
    wanted, found = PLAIN(text), CACHED(text)
    assert [(t.text, t.whitespace_, t.norm_) for t in found] == [(t.text, t.whitespace_, t.norm_) for t in wanted]


def test_a_special_case_does_not_make_other_words_be_cut_again() -> None:
    tokenizer = CachedTokenizer(spacy.blank("en"))
    cut: list[str] = []
    inside = tokenizer._cut.infix_finditer
    tokenizer._cut.infix_finditer = lambda word: cut.append(word) or inside(word)
    text = "They can't meet. (Boards) meet quarterly, boards' staff weekly."
    cut.clear()  # what setting the rule cut again
    tokenizer(text)
    assert {"meet", "Boards", "quarterly", "boards", "staff", "weekly"} <= set(cut)
    cut.clear()
    tokenizer(text)
    assert cut == []
