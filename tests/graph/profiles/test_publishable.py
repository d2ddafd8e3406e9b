from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

import answerable
from answerable.graph.profiles import MARK, Publishable, profiled, removed_from
from answerable.graph.profiles.rewriting import without_people
from answerable.graph.questions import ask
from answerable.graph.values import Rows
from answerable.ontology.iris import DEFAULT_BASE
from answerable.ontology.terms import PREFIXES
from tests.graph.profiles.named import FILE, GONE, PLAN, STAYS

if TYPE_CHECKING:
    from answerable.graph import Store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("named")
    (folder / FILE).write_text(PLAN, "utf-8")
    answerable.build(folder / FILE, to=folder / "store")
    return answerable.open_store(folder / "store")


@pytest.fixture(scope="module")
def copy(store: Store) -> Publishable:
    graph = profiled(store, "publishable")
    assert isinstance(graph, Publishable)
    return graph


@pytest.mark.parametrize("word", GONE)
def test_no_spelling_of_a_name_is_left_in_any_byte(word: str, store: Store, copy: Publishable) -> None:
    assert word in store.quads().decode().lower()
    assert [line for line in copy.quads().decode().lower().splitlines() if word in line] == []


@pytest.mark.parametrize("words", STAYS)
def test_words_that_are_no_names_stay(words: str, store: Store, copy: Publishable) -> None:
    assert words in store.quads().decode()
    assert words in copy.quads().decode()


def test_there_is_no_person_and_nobody_who_holds_a_post(copy: Publishable) -> None:
    assert list(copy.select("SELECT ?p WHERE { { ?p a foaf:Person } UNION { ?p org:holds ?post } }")) == []


def loads(graph: Store | Publishable) -> Counter[int]:
    rows = ask(graph, "owners")
    assert isinstance(rows, Rows)
    return Counter(int(str(row["assignments"])) for row in rows.records())


def test_counts_stay(store: Store, copy: Publishable) -> None:
    assert loads(copy) == loads(store)
    for kind in ("ap:Recommendation", "ap:Action", "ap:Assignment", "ap:Evidence", "ap:ActionPlan"):
        count = f"SELECT (COUNT(DISTINCT ?s) AS ?n) WHERE {{ ?s a {kind} }}"
        assert copy.select(count) == store.select(count)


def test_a_quote_that_was_shortened_says_so(copy: Publishable) -> None:
    rows = copy.select("SELECT ?quote ?short WHERE { ?e oa:exact ?quote OPTIONAL { ?e ap:shortened ?short } }")
    assert {(MARK in row["quote"]) == (row["short"] is True) for row in map(plain, rows.records())} == {True}


def plain(row: dict[str, object]) -> dict[str, object]:
    return {**row, "quote": str(row["quote"])}


def test_no_address_confirms_a_guess_of_a_name(copy: Publishable) -> None:
    """An assignment goes by a digest of its owners' names, and a quote by one of its words."""
    owned = "SELECT DISTINCT ?a WHERE { ?a ap:owner ?o . ?o skos:prefLabel ?name FILTER(CONTAINS(?name, '[name')) }"
    assert {"withheld" in str(iri) for (iri,) in copy.select(owned)} == {True}
    assert len(copy.select(owned)) > 4


def test_what_was_removed_is_told(store: Store, copy: Publishable) -> None:
    assert str(removed_from(store)).startswith("named individuals removed: 0 people; 0 texts")
    assert removed_from(copy).people >= 8
    assert removed_from(copy).quotes > 10


def test_the_copy_says_what_it_is(store: Store, copy: Publishable) -> None:
    assert (copy.name, copy.base) == (f"{store.name}-publishable", store.base)
    (told,) = copy.select("SELECT ?d WHERE { ?s a void:Dataset ; dcterms:description ?d }").rows[0]
    assert str(told).endswith("Named individuals are removed from this copy.")
    counted = copy.select("SELECT ?n WHERE { ?s a void:Dataset ; void:triples ?n }").rows[0][0]
    (outside,) = copy.select(
        "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } FILTER(!STRENDS(STR(?g), 'graph/dataset')) }"
    ).rows[0]
    assert str(counted) == str(outside)


def test_a_plan_without_people_stays_as_it_is_but_for_what_it_says_of_itself(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("examples") / "store"
    answerable.build("examples/plans", to=folder)
    store = answerable.open_store(folder)
    graph = profiled(store, "publishable")
    changed = set(graph.quads().splitlines()) ^ set(store.quads().splitlines())
    assert {line.split(b" ")[1] for line in changed} == {b"<http://purl.org/dc/terms/description>"}
    assert len(changed) == 2
    assert profiled(store) is store


def test_the_same_snapshot_gives_the_same_copy(store: Store, copy: Publishable) -> None:
    assert Publishable(store.quads(), store.name, store.base).quads() == copy.quads()


def quads(*lines: str) -> bytes:
    names = {f"{prefix}:": address for prefix, address in PREFIXES.items()} | {"id:": DEFAULT_BASE}
    text = "".join(f"{line} <{DEFAULT_BASE}graph/decisions> .\n" for line in lines)
    return re.sub(
        r"\b([a-z-]+:)([\w/-]+)", lambda m: f"<{names[m[1]]}{m[2]}>" if m[1] in names else m[0], text
    ).encode()


def test_who_reviewed_is_a_named_individual_too() -> None:
    cleaned, removed = without_people(
        quads(
            "id:decision/0123456789 rdf:type ap:Decision",
            "id:decision/0123456789 prov:wasAssociatedWith id:reviewer/thora-gallowmere",
            'id:decision/0123456789 rdfs:comment "Thora Gallowmere asked them, says T. Gallowmere"',
            "id:reviewer/thora-gallowmere rdf:type prov:Agent",
            'id:reviewer/thora-gallowmere foaf:name "Thora Gallowmere"',
        ),
        DEFAULT_BASE,
    )
    text = cleaned.decode()
    assert "gallowmere" not in text.lower()
    assert f'"{MARK} asked them, says {MARK}"' in text
    assert "0123456789" not in text
    assert "reviewer/withheld-1" in text
    assert removed.people == 1
