from __future__ import annotations

from contextlib import suppress

import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.graph.errors import QueryRefusedError
from answerable.graph.guard import check_closely, check_query, is_plain
from answerable.graph.tokens import brackets, code_words, tokens
from answerable.ontology.terms import PREFIXES

GRAPHS = frozenset({"https://x.test/graph/one"})
NOWHERE = "http://127.0.0.1:9/"  # the discard port: the engine refuses it before it opens a connection


def allowed(query: str) -> bool:
    try:
        check_query(query, graphs=GRAPHS)
    except QueryRefusedError as error:
        refusal = str(error)
    else:
        return True
    assert "\n" not in refusal
    return False


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?p ?o }",
        "select*{?s ?p ?o}",
        "BASE <http://x/> PREFIX ex: <http://x/> # SERVICE\nASK { ?s ex:p ?o }",
        "DESCRIBE <http://x/SERVICE>",
        "CONSTRUCT WHERE { ?s ?p ?o }",
        'SELECT * { ?s ?p "SERVICE <http://x> { LOAD }" }',
        "SELECT * { ?s ?p 'it\\'s SERVICE <x> {' }",
        'SELECT * { ?s ?p """a "quoted" SERVICE <x> { """ }',
        "SELECT * { ?s ?p '''SERVICE\n<x> { INSERT''' }",
        "SELECT * { ?s ?p ?o } # DELETE everything; SERVICE <x> {",
        "SELECT ?service ?load ?from ?insert { ?service ?load ?from . ?x ?y ?insert }",
        "SELECT $SERVICE { $SERVICE ?p ?o }",
        "PREFIX ex: <http://x/> SELECT * { ?s ex:service ?o ; ex:load ?p ; ex:from ?f ; ex:a.service ?q }",
        "PREFIX service: <http://x/> PREFIX load: <http://x/> SELECT * { ?s service:area ?o ; load:x ?p }",
        "PREFIX from: <http://x/> SELECT * { ?s from:x ?o }",
        "PREFIX services: <http://x/> SELECT * { GRAPH services:g { ?s ?p ?o } }",
        'SELECT * { ?s ?p "x"@service }',
        "SELECT * { _:service ?p _:load }",
        "SELECT * { FILTER(?a<?b && ?c>?d) }",
        "SELECT * FROM <https://x.test/graph/one> { ?s ?p ?o }",
        "SELECT * FROM NAMED <https://x.test/graph/one> { GRAPH ?g { ?s ?p ?o } }",
        'SELECT * { ?s ?p "\\u0053ERVICE" }',
    ],
)
def test_a_query_that_reads_is_allowed_whatever_its_words_spell(query: str) -> None:
    assert allowed(query)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "# SELECT",
        "PREFIX ex: <http://x/>",
        "INSERT DATA { <a:a> <a:a> <a:a> }",
        "DELETE WHERE { ?s ?p ?o }",
        "WITH <a:a> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "LOAD <http://x/>",
        "load silent <http://x/> into graph <http://x/g>",
        "CLEAR ALL",
        "DROP GRAPH <a:a>",
        "CREATE GRAPH <a:a>",
        "COPY <a:a> TO <a:b>",
        "MOVE <a:a> TO <a:b>",
        "ADD <a:a> TO <a:b>",
        "SELECT * { ?s ?p ?o } ; LOAD <http://x/>",
        "PREFIX ex: <http://x/> DELETE WHERE { ?s ?p ?o }",
        "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }",
        "SELECT * { service silent <http://x/> { ?s ?p ?o } }",
        "SELECT * { sErViCe?x { ?s ?p ?o } }",
        "SELECT * {\n#comment\nSERVICE#comment\n<http://x/> { ?s ?p ?o } }",
        "SELECT * { { SELECT * { SERVICE <http://x/> { } } } }",
        "SELECT * { FILTER EXISTS { SERVICE <http://x/> { } } }",
        "SELECT * { \\u0053ERVICE <http://x/> { } }",
        "SELECT * { \\U00000053ERVICE <http://x/> { } }",
        'SELECT * { BIND("\\u0022" AS ?a) SERVICE <http://x/> { } BIND("\\u0022" AS ?b) }',
        "PREFIX : <http://x/> SELECT * { SERVICE:x { ?s ?p ?o } }",
        "PREFIX ex: <http://x/> SELECT * { SERVICEex:x { ?s ?p ?o } }",
        "PREFIX ex: <http://x/> SELECT * { SERVICESILENTex:x { ?s ?p ?o } }",
        "PREFIX ex: <http://x/> SELECT * { ?s ?p ex:.SERVICE <http://x/> { } }",
        "SELECT * { ?s ?p trueSERVICE <http://x/> { } }",
        "SELECT * { ?s ?p 1.SERVICE <http://x/> { } }",
        "SELECT * { ?s ?p 'a'SERVICE <http://x/> { } }",
        "SELECT * { ?a<?b SERVICE <http://x/> { } }",
        "SELECT * FROM <http://x/> { ?s ?p ?o }",
        "SELECT * FROM NAMED <http://x/> { ?s ?p ?o }",
        "SELECT * FROM <https://x.test/graph/one> FROM <http://x/> { ?s ?p ?o }",
        "BASE <https://x.test/graph/> SELECT * FROM <one> { ?s ?p ?o }",
        "PREFIX ex: <http://x/> SELECT * FROM ex:g { ?s ?p ?o }",
        "PREFIX ex: <http://x/> SELECT * FROMex:g { ?s ?p ?o }",
        "PREFIX : <http://x/> SELECT * FROM:g { ?s ?p ?o }",
        "SELECT * FROMNAMED<http://x/> { ?s ?p ?o }",
        "ASK FROM",
        "ASK FROM '''a\nb''' { }",
    ],
)
def test_anything_that_changes_or_reaches_out_is_refused(query: str) -> None:
    assert not allowed(query)


BEFORE = st.sampled_from(
    [
        *["", "{}", "?s ?p n:a", "?s ?p n:", "?s ?p true", "?s ?p 1", "?s ?p 1.", "?s ?p 1e5", "?s ?p 'x'", "# {\n"],
        *["?s ?p 'x'@en", "?s ?p n:a.b", "?s ?p _:b", "?s ?p <a:a>", "FILTER(?a<?b)", "OPTIONAL {}", "?s ?p '#'"],
        *['BIND("\\u0022" AS ?a)', "?s ?p '\\\\'", "?s ?p '''it''s'''", "BIND('\\'' AS ?q)", "?s ?p n:a\\-"],
    ]
)
GLUE = st.sampled_from(["", "", " ", ".", " . ", "\n", "#\n", "\t"])
KEYWORD = st.sampled_from(["SERVICE", "service", "SeRvIcE", "SERVICE SILENT", "SERVICESILENT", "\\u0053ERVICE"])
TARGET = st.sampled_from([f"<{NOWHERE}>", "n:x", ":x", "n:", "service:x", "?x"])
BLOCK = st.sampled_from(["{}", "{ ?s ?p ?o }", "#\n{ }"])
AFTER = st.sampled_from(["", ' BIND("\\u0022" AS ?b)', " ?s ?p '''x'''", " FILTER(1>0)", " # }"])


def engine_rows(query: str) -> list[pyoxigraph.QuerySolution]:
    results = pyoxigraph.Store().query(query, prefixes=dict(PREFIXES))
    assert isinstance(results, pyoxigraph.QuerySolutions)
    return list(results)


@settings(max_examples=1500, deadline=None)
@given(parts=st.tuples(BEFORE, GLUE, KEYWORD, GLUE, TARGET, GLUE, BLOCK, AFTER))
def test_no_query_that_is_allowed_makes_the_engine_reach_out(parts: tuple[str, ...]) -> None:
    known = f"PREFIX n: <{NOWHERE}> PREFIX : <{NOWHERE}> PREFIX service: <{NOWHERE}>"
    query = f"{known} SELECT * {{ {''.join(parts)}\n}}"
    if not allowed(query):
        return
    with suppress(SyntaxError):
        engine_rows(query)


def test_that_property_would_see_a_request() -> None:
    with pytest.raises(OSError, match="port 9 is not allowed"):
        engine_rows(f"SELECT * {{ SERVICE <{NOWHERE}> {{ ?s ?p ?o }} }}")


@given(text=st.text())
def test_tokens_joined_are_the_query(text: str) -> None:
    assert "".join(token.text for token in tokens(text)) == text


@given(text=st.text())
def test_the_guard_allows_or_refuses_any_text_in_one_line(text: str) -> None:
    allowed(text)
    allowed("SELECT * { " + text + " }")


PIECES = [
    *[
        "SELECT",
        "ASK",
        "PREFIX",
        "BASE",
        "FROM",
        "SERVICE",
        "LOAD",
        "from",
        "Service",
        "x",
        "a.b-c",
        "_",
        "_:b",
        "\u017f",
    ],
    *["ap:", ":", ":x", "ap:dueFrom", "from:x", "?from", "$load", "@en", "<http://x/FROM>", "<", ">", "'", '"', "'''"],
    *["# LOAD", "\n", " ", "{", "}", "(", ")", "[", "]", "\\", "\\u0046", "%41", "-", ".", "1e5", "\u00b7"],
]
WRITTEN = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@settings(max_examples=300, deadline=None)
@given(text=WRITTEN)
def test_what_is_code_is_the_same_seen_at_once_or_token_by_token(text: str) -> None:
    found = list(tokens(text))
    assert code_words(text) == {word for each in found for word in (each.word, each.prefix) if word}
    assert list(brackets(text)) == [each.text for each in found if each.text in {"(", ")", "{", "}", "[", "]"}]


@settings(max_examples=300, deadline=None)
@given(before=WRITTEN, form=st.sampled_from(["SELECT ", "ask{", "DESCRIBE", "PREFIX a: <b> SELECT * "]), after=WRITTEN)
def test_what_is_seen_to_be_plain_would_pass_the_close_look(before: str, form: str, after: str) -> None:
    query = before + form + after
    if is_plain(query):
        check_closely(query, GRAPHS)
