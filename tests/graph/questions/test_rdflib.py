"""Every named question means the same to rdflib, an engine that was not written with it in mind."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
import rdflib

from answerable.graph import all_questions, ask
from answerable.graph.binding import bound
from answerable.graph.values import Iri, Rows
from answerable.ontology.terms import PREFIXES, XSD_STRING

if TYPE_CHECKING:
    from answerable.graph import Question, Store
    from answerable.graph.values import Term

TOLD = {"as_at": "2024-06-30", "month": "2023-09", "name": "head", "only": ""}
NAMED = {"promises": "CAS3", "mentions": "CAS3", "company": "HFC CRC", "answers-now": "HFC CRC"}


@pytest.fixture(scope="module")
def graph(examples: Store) -> rdflib.Dataset:
    loaded = rdflib.Dataset(default_union=True)
    loaded.parse(data=examples.quads(), format="nquads")
    return loaded


def ours(term: Term | None) -> tuple[str, ...]:
    if term is None:
        return ()
    return (str(term),) if isinstance(term, Iri) else (str(term), getattr(term, "datatype", ""))


def theirs(term: rdflib.term.Node | None) -> tuple[str, ...]:
    if term is None:
        return ()
    return (str(term), str(term.datatype or XSD_STRING)) if isinstance(term, rdflib.Literal) else (str(term),)


@pytest.mark.parametrize("question", all_questions(), ids=lambda question: question.name)
def test_a_named_question_has_the_same_answer(question: Question, examples: Store, graph: rdflib.Dataset) -> None:
    told = {**TOLD, "name": NAMED.get(question.name, TOLD["name"])}
    values = {each.name: told[each.name] for each in question.parameters}
    answer = ask(examples, question, **values)
    assert isinstance(answer, Rows)
    found = graph.query(bound(question.sparql, question.bind(values)), initNs=PREFIXES)
    assert [str(name) for name in found.vars or ()] == list(answer.columns)
    assert Counter(tuple(map(theirs, row)) for row in found) == Counter(tuple(map(ours, row)) for row in answer)
