"""Answers in JSON, read back: whatever the writer writes, and nothing that is cut off or out of form."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.graph.answers import to_json
from answerable.graph.errors import EndpointError
from answerable.graph.remote import answer_from_json
from answerable.graph.values import Blank, Iri, Literal, Rows, Term, Truth
from answerable.ontology.terms import RDF_LANG_STRING, XSD_DATE, XSD_INTEGER

TEXTS = st.text(st.characters(codec="utf-8"), max_size=12)
NAMES = st.from_regex(r"[a-z]{1,8}", fullmatch=True)
TERMS: st.SearchStrategy[Term | None] = st.one_of(
    st.none(),
    st.builds(Iri, NAMES.map("https://things.example/{}".format)),
    st.builds(Blank, NAMES),
    st.builds(Literal, TEXTS),
    st.builds(Literal, TEXTS, st.sampled_from([XSD_DATE, XSD_INTEGER])),
    st.builds(Literal, TEXTS, st.just(RDF_LANG_STRING), st.sampled_from(["en", "cy", "en-gb"])),
)


@st.composite
def rows(draw: st.DrawFn) -> Rows:
    columns = draw(st.lists(NAMES, max_size=4, unique=True))
    return Rows(tuple(columns), tuple(draw(st.lists(st.tuples(*[TERMS] * len(columns)), max_size=4))))


@given(rows())
@settings(max_examples=30, deadline=None)
def test_rows_come_back_as_they_were(answer: Rows) -> None:
    assert answer_from_json(to_json(answer).encode()) == answer


@pytest.mark.parametrize("value", [True, False])
def test_truth_comes_back(value: bool) -> None:
    assert answer_from_json(to_json(Truth(value)).encode()) == Truth(value)


@given(rows(), st.data())
@settings(max_examples=20, deadline=None)
def test_an_answer_that_is_cut_off_is_refused_wherever_it_ends(answer: Rows, data: st.DataObject) -> None:
    whole = to_json(answer).strip().encode()
    with pytest.raises(EndpointError, match="no SPARQL result in JSON"):
        answer_from_json(whole[: data.draw(st.integers(0, len(whole) - 1))])


def test_the_older_name_of_a_typed_literal_is_understood() -> None:
    term = {"type": "typed-literal", "datatype": XSD_INTEGER, "value": "3"}
    answer = {"head": {"vars": ["n"], "link": []}, "results": {"distinct": False, "bindings": [{"n": term}]}}
    assert answer_from_json(json.dumps(answer).encode()) == Rows(("n",), ((Literal("3", XSD_INTEGER),),))


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ([], "no head"),
        ({"results": {"bindings": []}}, "no head"),
        ({"head": {}, "boolean": "true"}, "neither true nor false"),
        ({"head": {}, "boolean": True, "results": {"bindings": []}}, "neither true nor false"),
        ({"head": {"vars": ["a"]}}, "neither rows nor"),
        ({"head": {}, "results": {"bindings": []}}, "names no variables"),
        ({"head": {"vars": ["a", "a"]}, "results": {"bindings": []}}, "names a variable twice"),
        ({"head": {"vars": ["a"]}, "results": {"bindings": [{"b": {"type": "uri", "value": "x:y"}}]}}, "binds b"),
        ({"head": {"vars": ["a"]}, "results": {"bindings": [{"a": {"type": "triple", "value": {}}}]}}, "no RDF term"),
        ({"head": {"vars": ["a"]}, "results": {"bindings": [{"a": {"type": "uri"}}]}}, "no value"),
        ({"head": {"vars": ["a"]}, "results": {"bindings": [{"a": {"type": "uri", "value": "\ud800"}}]}}, "half a"),
    ],
)
def test_what_is_out_of_form_is_refused_with_the_reason(body: object, why: str) -> None:
    with pytest.raises(EndpointError, match=why):
        answer_from_json(json.dumps(body).encode())


def test_nesting_without_end_is_refused() -> None:
    with pytest.raises(EndpointError, match="not JSON"):
        answer_from_json(b"[" * 200_000)
