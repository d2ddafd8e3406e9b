"""SPARQL 1.1 Query Results JSON; triples as an array of three terms each."""

from __future__ import annotations

import json

from answerable.graph.values import Answer, Blank, Iri, Term, Triples, Truth
from answerable.ontology.terms import XSD_STRING

__all__ = ["to_json"]


def to_json(answer: Answer) -> str:
    """Give an answer as one JSON object (a list of subject, predicate, object for triples)."""
    return json.dumps(_body(answer), ensure_ascii=False, indent=1) + "\n"


def _body(answer: Answer) -> object:
    if isinstance(answer, Truth):
        return {"head": {}, "boolean": answer.value}
    if isinstance(answer, Triples):
        return [
            {"subject": _term(t.subject), "predicate": _term(t.predicate), "object": _term(t.object)} for t in answer
        ]
    bindings = [
        {column: _term(term) for column, term in zip(answer.columns, row, strict=True) if term is not None}
        for row in answer
    ]
    return {"head": {"vars": list(answer.columns)}, "results": {"bindings": bindings}}


def _term(term: Term) -> dict[str, str]:
    if isinstance(term, Iri):
        return {"type": "uri", "value": term.value}
    if isinstance(term, Blank):
        return {"type": "bnode", "value": term.value}
    literal = {"type": "literal", "value": term.value}
    if term.language:
        return literal | {"xml:lang": term.language}
    return literal if term.datatype == XSD_STRING else literal | {"datatype": term.datatype}
