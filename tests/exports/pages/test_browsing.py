"""The first page, the search and the documents."""

from __future__ import annotations

import re
from hashlib import sha256
from html import escape
from typing import TYPE_CHECKING

import pytest

from answerable.exports.pages import page_routes
from answerable.exports.pages.catalogue import Catalogue, facets_of, fitting
from answerable.exports.pages.documents.laid import running
from answerable.exports.pages.documents.marked import agrees, pieces_of
from answerable.exports.pages.documents.spans import Span
from answerable.graph.snapshot import write_snapshot
from answerable.graph.store import Store
from answerable.graph.values import Rows
from tests.exports.conftest import BODY, HOSTILE, assignment, plan, recommendation
from tests.exports.conftest import Rows as Sheet
from tests.exports.pages.conftest import Files, Served

if TYPE_CHECKING:
    from pathlib import Path

from starlette.applications import Starlette
from starlette.testclient import TestClient

from answerable.extract.records import Evidence, PlanRecord, Status


def counted(store: Store, pattern: str) -> int:
    return len(store.select(f"SELECT DISTINCT ?item WHERE {{ ?item a ap:Recommendation . {pattern} }}"))


def test_the_first_page_says_who_carries_most_and_over_what(client: TestClient, store: Store) -> None:
    page = client.get("/").text
    heading = re.search(r"<h1>(.*?)</h1>", page)
    assert heading
    assert re.search(r"carr(y|ies) \d+ of \d+ assignments", heading[1])
    assert f"{counted(store, '')} recommendations" in page
    assert "the latest date that a plan states" in page


def test_the_first_page_tells_posts_of_one_title_apart_by_their_bodies(tmp_path: Path) -> None:
    def of(body: str, *days: str) -> PlanRecord:
        rows = Sheet()
        owned = (assignment(rows, "Governor", day, day, body=body) for day in days)
        return plan(2020, rows, (recommendation(rows, "1", Status.AGREED, *owned),), body=body)

    write_snapshot([of("HMP Northmoor", "2020-05", "2020-06"), of("HMP Southmoor", "2020-07")], tmp_path / "store")
    client = TestClient(Starlette(routes=page_routes(Served(Store.open(tmp_path / "store")))))
    assert "Governor of HMP Northmoor carries 2 of 3 assignments</h1>" in client.get("/").text


def test_every_count_of_every_facet_is_what_sparql_counts(store: Store) -> None:
    catalogue = Catalogue.of(store)
    patterns = {
        "body": "?item dcterms:isPartOf/ap:inspected <{}>",
        "owner": "?assignment ap:of ?item ; ap:owner <{}>",
        "programme": "?item ap:involves <{}>",
        "year": "?item dcterms:isPartOf/dcterms:dateSubmitted ?day FILTER(STR(YEAR(?day)) = '{}')",
    }
    for facet in facets_of(catalogue, {}):
        assert facet.choices, facet.name
        for choice in facet.choices:
            if facet.name in patterns:
                assert choice.count == counted(store, patterns[facet.name].format(choice.value))
    answers = {choice.value: choice.count for choice in facets_of(catalogue, {})[0].choices}
    assert answers["agreed"] == counted(store, "?item ap:responseStatus ap:agreed")


def test_facets_narrow_each_other_and_values_of_one_widen_each_other(store: Store) -> None:
    catalogue = Catalogue.of(store)
    both = fitting(catalogue.items, {"status": frozenset({"agreed", "not"})})
    assert len(both) == sum(item.answer in {"agreed", "not"} for item in catalogue.items)
    chosen = {"status": frozenset({"agreed"}), "year": frozenset({"2019"})}
    assert all(item.answer == "agreed" for item in fitting(catalogue.items, chosen))
    years = {choice.value: choice.count for choice in facets_of(catalogue, chosen)[1].choices}
    assert years["2019"] == len(fitting(catalogue.items, chosen))


def test_choices_stand_in_the_address_and_can_be_taken_away(client: TestClient) -> None:
    page = client.get("/?status=agreed&year=2019").text
    assert 'href="/?year=2019"' in page.replace("&amp;", "&")
    assert "Clear all" in page


@pytest.mark.parametrize(
    "query",
    ["?status=zzz", "?year=1066&year=2020", "?owner=nobody", "?body=%3Cscript%3E", "?page=999", "?page=-1", "?page=x"],
)
def test_odd_choices_fit_nothing_or_are_passed_over(client: TestClient, query: str) -> None:
    answer = client.get(f"/{query}")
    assert answer.status_code == 200
    assert "<script" not in answer.text


@pytest.mark.parametrize(
    "typed", ["director operation", "directors of operations", "OASYS", "offender asessment", "community payback head"]
)
def test_the_search_forgives(client: TestClient, typed: str) -> None:
    page = client.get("/search", params={"q": typed}).text
    assert "/id/post/" in page or "/id/system/" in page


def test_the_search_reads_the_words_of_recommendations_and_says_what_to_do_without_a_find(client: TestClient) -> None:
    assert "Recommendations that say it" in client.get("/search?q=improve+works").text
    assert "Nothing is called" in client.get("/search?q=zzzzz").text
    assert "Type a name" in client.get("/search").text


def test_no_page_has_a_script_or_a_style_of_its_own(client: TestClient) -> None:
    for path in ("/", "/search?q=director", "/def"):
        answer = client.get(path)
        assert not re.search(r"<script|<style|\sstyle=|\son\w+=", answer.text)
        assert "script-src" not in answer.headers["content-security-policy"]


def test_documents_that_are_not_at_hand_show_what_was_read_in_its_order(client: TestClient, store: Store) -> None:
    name = str(next(iter(store.select("SELECT ?s WHERE { ?d ap:sha256 ?s } ORDER BY ?s")))[0])
    page = client.get(f"/documents/{name}").text
    assert "not given the documents" in page
    assert "Page 1, table 1</h2>" in page
    assert re.search(r'<th scope="row">1</th><td>(<a id="[^"]+"></a>)+<mark', page)
    assert client.get(f"/documents/{name[:16]}").status_code == 200


@pytest.fixture
def paper(tmp_path: Path) -> tuple[TestClient, str]:
    """Serve one plan whose document lies beside it, hostile words and all."""
    text = "\ufeffTitle & more\r\nLight the <b>lamps</b> <script>alert(1)</script>\r\n"
    data = text.encode()
    file = tmp_path / "paper.txt"
    file.write_bytes(data)
    quote = "Light the <b>lamps</b> <script>alert(1)</script>"
    start = text[1:].index(quote)
    evidence = Evidence(
        field="text", rule="by hand", quote=quote, start=start, end=start + len(quote), table=1, row=1, column=1
    )
    rows = Sheet()
    made = recommendation(rows, "1", Status.AGREED, assignment(rows, "Lamp Lead", "May 2020", "2020-05"))
    made = made.model_copy(update={"evidence": (evidence,), "assignments": (), "actions": ()})
    record = plan(2020, rows, (made,)).model_copy(update={"evidence": ()})
    digest = sha256(data).hexdigest()
    record = record.model_copy(
        update={"source": record.source.model_copy(update={"sha256": digest, "name": "paper.txt"})}
    )
    write_snapshot([record], tmp_path / "store")
    served = Served(Store.open(tmp_path / "store"), Files({digest: file}))
    return TestClient(Starlette(routes=page_routes(served))), digest


def test_a_text_is_shown_whole_with_its_evidence_marked(paper: tuple[TestClient, str]) -> None:
    client, digest = paper
    page = client.get(f"/documents/{digest}").text
    assert re.search(r'<a id="text-\d+-\d+"></a><mark[^>]*>Light the &lt;b&gt;lamps&lt;/b&gt;', page)
    assert "Title &amp; more" in page
    assert "<script>" not in page


def test_a_text_in_which_a_quote_stands_elsewhere_is_not_shown() -> None:
    spans = [Span("urn:e", "text", "lamps", "by hand", 0, 5, (0, 0, 0), 0)]
    assert agrees("lamps lit", spans)
    assert not agrees("the lamps", spans)
    assert not agrees("lamps", [])


def test_spans_that_overlap_share_pieces_and_lose_no_letter() -> None:
    spans = [
        Span("urn:d/evidence/text/0-9", "text", "one two 3", "by hand", 0, 9, (0, 0, 0), 0),
        Span("urn:d/evidence/owner/4-13", "owner", "two 3 <b>", "by hand", 4, 13, (0, 0, 0), 0),
    ]
    text = "one two 3 <b> <i>four</i>"
    pieces = list(pieces_of(text, spans))
    assert "".join(piece.text for piece in pieces) == text
    assert [len(piece.spans) for piece in pieces][:3] == [1, 2, 1]
    assert [piece.text for piece in pieces if piece.markup] == ["<i>", "</i>"]


def piece(field: str, quote: str, **place: object) -> Span:
    return Span(f"urn:d/evidence/{field}/{quote[:9]}", field, quote, "by hand", None, None, (1, 1, 2), 5, **place)  # type: ignore[arg-type]


def test_a_cell_reads_as_its_paragraphs_with_what_stands_in_them_marked() -> None:
    owner, name = piece("owner", "Head of Lamps, north"), piece("name", "Head of Lamps")
    pieces = list(running([piece("owner", "Head of Wicks"), owner, name]))
    assert "".join(each.text for each in pieces) == "Head of Wicks\nHead of Lamps, north"
    assert [each.text for each in pieces if len(each.spans) == 2] == ["Head of Lamps"]


def test_words_that_are_printed_twice_on_a_page_stand_there_twice() -> None:
    due, other = piece("due", "Ongoing 2020", box=(0, 0, 50, 10)), piece("owner", "Ongoing", box=(0, 20, 50, 30))
    assert "".join(each.text for each in running([due, other])) == "Ongoing 2020\nOngoing"
    assert "".join(each.text for each in running([due, piece("due", "Ongoing")])) == "Ongoing 2020\nOngoing"


def test_pieces_without_a_place_in_their_cell_follow_the_order_of_the_actions(tmp_path: Path) -> None:
    pytest.importorskip("docx")
    from answerable.extract import read_plan  # noqa: PLC0415 - only this test reads a document
    from tests.twins.as_docx import as_docx  # noqa: PLC0415 - needs python-docx
    from tests.twins.plans import PLANS  # noqa: PLC0415 - beside its maker

    (tmp_path / "plan.docx").write_bytes(as_docx(PLANS[0]))
    record = read_plan(tmp_path / "plan.docx", names=False)
    write_snapshot([record], tmp_path / "store")
    client = TestClient(Starlette(routes=page_routes(Served(Store.open(tmp_path / "store")))))
    page = client.get(f"/documents/{record.source.sha256}").text
    said = [escape(action.text) for each in record.recommendations for action in each.actions]
    places = [page.index(text) for text in said if text in page]
    assert len(places) > len(said) // 2
    assert places == sorted(places)


def test_hostile_names_stay_text_on_every_page(tmp_path: Path) -> None:
    rows = Sheet()
    items = tuple(
        recommendation(rows, str(place), Status.AGREED, assignment(rows, name, "May 2020", "2020-05"))
        for place, name in enumerate(HOSTILE)
    )
    write_snapshot([plan(2020, rows, items, body=f"{BODY} <img src=x onerror=alert(1)>")], tmp_path / "store")
    store = Store.open(tmp_path / "store")
    client = TestClient(Starlette(routes=page_routes(Served(store))))
    things = [str(row[0]) for row in store.select("SELECT DISTINCT ?s WHERE { ?s a ?c } ORDER BY ?s LIMIT 25")]
    for path in ("/", "/search?q=script", *(f"/thing?iri={each}" for each in things)):
        answer = client.get(path)
        assert answer.status_code == 200
        assert "<script" not in answer.text
        assert "<img" not in answer.text


def test_an_empty_graph_says_what_to_do() -> None:
    class Empty:
        name, base, graphs = "empty", "urn:x/", frozenset[str]()

        def select(self, sparql: str, substitutions: object = None) -> Rows:
            del sparql, substitutions
            return Rows((), ())

    page = TestClient(Starlette(routes=page_routes(Served(Empty())))).get("/").text  # type: ignore[arg-type]
    assert "No plan has been loaded yet" in page
    assert "answerable build" in page


def test_an_address_that_leads_nowhere_is_a_page_to_browsers_and_a_line_to_programs(client: TestClient) -> None:
    page = client.get("/nowhere/at/all", headers={"Accept": "text/html"})
    assert page.status_code == 404
    assert "<h1>No such page here</h1>" in page.text
    line = client.get("/nowhere/at/all", headers={"Accept": "application/json"})
    assert (line.status_code, line.text.count("\n")) == (404, 1)
    assert client.post("/", headers={"Accept": "text/html"}).status_code == 405
