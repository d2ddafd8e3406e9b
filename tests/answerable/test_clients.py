"""Clients that were not written here, against a server that runs as people run it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from answerable import library
from tests.places import EXAMPLES
from tests.servers import free_port, running

if TYPE_CHECKING:
    from collections.abc import Iterator

    from answerable.graph import Store

PLANS = "SELECT ?title WHERE { ?plan a ap:ActionPlan ; dcterms:title ?title } ORDER BY ?title"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("clients") / "store"
    library.build(EXAMPLES, to=folder)
    return library.open_store(folder)


@pytest.fixture(scope="module")
def url(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    address = f"http://127.0.0.1:{(port := free_port())}"
    folder = str(store.directory.parents[1])
    command = [sys.executable, "-m", "answerable", "serve", "--store", folder, "--port", str(port), "--workers", "1"]
    with running(command, tmp_path_factory.mktemp("served"), f"{address}/readyz"):
        yield address


def titles(store: Store) -> list[str]:
    return [str(title) for (title,) in store.select(PLANS)]


def test_sparqlwrapper_reads_rows_truth_and_triples(url: str, store: Store) -> None:
    from SPARQLWrapper import CSV, JSON, POST, TURTLE, XML, SPARQLWrapper  # noqa: PLC0415 - a client under test

    def asked(query: str, form: str, method: str = "GET") -> Any:  # noqa: ANN401 - as the client gives it
        client = SPARQLWrapper(f"{url}/sparql")
        client.setReturnFormat(form)
        client.setMethod(method)
        client.setQuery(query)
        return client.queryAndConvert()

    rows = asked(PLANS, JSON, POST)["results"]["bindings"]
    assert [row["title"]["value"] for row in rows] == titles(store)
    cells = asked(PLANS, XML).getElementsByTagName("literal")
    assert [cell.firstChild.data for cell in cells] == titles(store)
    assert asked(PLANS, CSV).decode().splitlines()[0] == "title"
    assert asked("ASK { ?plan a ap:ActionPlan }", JSON)["boolean"] is True
    assert "skos" in asked("CONSTRUCT { ?s skos:prefLabel ?o } WHERE { ?s skos:prefLabel ?o }", TURTLE).decode()


def test_rdflib_takes_it_for_a_store(url: str, store: Store) -> None:
    from rdflib import Graph, URIRef  # noqa: PLC0415 - a client under test
    from rdflib.namespace import DCTERMS, RDF  # noqa: PLC0415 - a client under test
    from rdflib.plugins.stores.sparqlstore import SPARQLStore  # noqa: PLC0415 - a client under test

    graph = Graph(store=SPARQLStore(f"{url}/sparql"))
    plans = list(graph.subjects(RDF.type, URIRef("https://w3id.org/answerable/def#ActionPlan")))
    assert sorted(str(graph.value(plan, DCTERMS.title)) for plan in plans) == sorted(titles(store))


def test_pandas_reads_a_question(url: str, store: Store) -> None:
    pandas = pytest.importorskip("pandas", reason="the extra frames is not installed")
    frame = pandas.read_csv(f"{url}/questions/overdue?as_at=2024-06-30&format=csv")
    rows = list(library.rows(store, "overdue", as_at="2024-06-30"))
    assert frame["overdue"].tolist() == [row["overdue"] for row in rows]
    assert int(frame["days"].sum()) == sum(int(str(row["days"])) for row in rows if row["days"] is not None)


def test_curl_is_told_the_same_by_head_and_gets_packed_answers(url: str) -> None:
    curl = shutil.which("curl")
    if curl is None:
        pytest.skip("curl is not installed")

    def get(*arguments: str) -> bytes:
        return subprocess.run([curl, "-sf", *arguments], capture_output=True, check=True).stdout

    address = f"{url}/questions/overdue?as_at=2024-06-30"
    whole, packed = get(address), get("-H", "Accept-Encoding: gzip", address)
    assert len(packed) < len(whole) / 4
    assert get("--compressed", address) == whole
    head = get("-I", address).decode().casefold()
    assert f"content-length: {len(whole)}" in head
    assert "etag: " in head
