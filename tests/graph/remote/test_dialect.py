"""Which queries only what is said of plans can answer, and which any statement may."""

from __future__ import annotations

import pytest

from answerable.graph.remote.dialect import asks_of_anything


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * WHERE { ?s ?p ?o }",
        "ASK { <x:a> ?p 'words' }",
        "ASK { [] ?p [ ap:of ?x ] }",
        "SELECT ?class WHERE { ?thing a ?class }",
        "SELECT ?x WHERE { ?x ap:of ?y ; ?p ?z }",
        "SELECT ?x WHERE { ?x !ap:of ?y }",
        "SELECT ?x WHERE { ?x ap:of/!(ap:of|^ap:of) ?y }",
        "CONSTRUCT { ?a ap:of ?b } WHERE { { SELECT ?a ?b { ?a ap:of ?b } GROUP BY ?a ?b } ?a ?p ?b }",
    ],
)
def test_a_query_that_leaves_open_what_is_said_is_about_anything(query: str) -> None:
    assert asks_of_anything(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?a ?b WHERE { ?a ap:of ?b } GROUP BY ?a ?b ORDER BY ?a ?b",
        "SELECT ?a WHERE { { SELECT ?a ?b { ?a ap:of/ap:of? ?b ; a ap:Evidence } } FILTER(?a != ?b && !BOUND(?c)) }",
        "SELECT ?a WHERE { VALUES (?a ?b) { (<x:a> 'b') } ?a ap:of ?b . FILTER(!(?a = ?b)) }",
        "SELECT ?a WHERE { GRAPH ?g { ?a ap:of ?b } BIND(IF(BOUND(?b), ?b, 'none') AS ?c) OPTIONAL { ?a ap:of ?d } }",
        "SELECT ?a WHERE { # ?s ?p ?o\n ?a ap:of '?s ?p ?o' }",
    ],
)
def test_any_other_is_about_plans(query: str) -> None:
    assert not asks_of_anything(query)
