"""The named questions over HTTP: the same answers as anywhere, in each format, and one clear line for each mistake."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from answerable import library
from answerable.graph import all_questions, ask
from answerable.graph.endpoint import Service
from answerable.graph.values import Rows
from answerable.serving import application
from tests.places import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from answerable.graph import Store

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
HOSTILE = [
    '"} } ; DROP ALL #',
    "' UNION SELECT * { ?s ?p ?o } #",
    "\\u0022) . SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } #",
    "?iri",
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "%00",
    "\x00",
    "\r\nX-Evil: 1",
    "\u202eevil",
    "\ud7ff\U0010ffff",
    "a" * 999,
    "a" * 5_000,
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("questions") / "store"
    library.build(EXAMPLES, to=folder)
    return library.open_store(folder)


@pytest.fixture(scope="module")
def client(store: Store) -> Iterator[TestClient]:
    with TestClient(application(Service.of(store)), raise_server_exceptions=True) as opened:
        yield opened


def test_json_says_the_question_what_it_was_told_and_each_row(client: TestClient, store: Store) -> None:
    body = client.get("/questions/overdue?as_at=2024-06-30&only=yes").json()
    rows = ask(store, "overdue", as_at="2024-06-30", only="yes")
    assert isinstance(rows, Rows)
    assert body["parameters"] == {"as_at": "2024-06-30", "only": "yes"}
    assert (body["snapshot"], body["columns"]) == (store.name, list(rows.columns))
    assert [row["values"]["iri"] for row in body["rows"]] == [str(row[-1]) for row in rows]
    assert {type(row["values"]["days"]) for row in body["rows"]} == {int}


def test_a_day_that_is_left_out_is_the_latest_that_the_plans_state(client: TestClient) -> None:
    assert client.get("/questions/overdue").json()["parameters"] == {"as_at": "2024-03-14", "only": ""}


def test_each_row_leads_to_its_words(client: TestClient) -> None:
    row = client.get("/questions/joint").json()["rows"][0]
    quotes = client.get(row["evidence"]).json()["quotes"]
    assert {one["document"] for one in quotes} <= {path.name for path in EXAMPLES.iterdir()}
    assert row["values"]["due"] in {one["text"] for one in quotes}
    page = client.get(row["evidence"], headers=BROWSER)
    assert page.headers["content-type"].startswith("text/html")
    assert row["values"]["due"] in page.text


def test_csv_has_a_heading_and_the_way_to_the_words(client: TestClient) -> None:
    answer = client.get("/questions/joint", headers={"Accept": "text/csv"})
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    heading, *rows = csv.reader(StringIO(answer.text))
    assert heading == ["plan", "number", "holders", "due", "recommendation", "iri", "evidence"]
    assert len(rows) == 11
    assert client.get(rows[0][-1]).status_code == 200


@pytest.mark.parametrize("question", all_questions(), ids=lambda one: one.name)
def test_every_question_has_a_page_and_an_answer(question: object, client: TestClient) -> None:
    name = getattr(question, "name", "")
    page = client.get(f"/questions/{name}", headers=BROWSER)
    assert page.status_code == 200
    assert "script" not in re.sub(r"<pre.*?</pre>", "", page.text, flags=re.DOTALL)
    told = client.get(f"/questions/{name}?format=json" + "".join(f"&{k}={v}" for k, v in needs(question).items()))
    assert told.status_code == 200, told.text


def needs(question: object) -> dict[str, str]:
    values = {"name": "head", "month": "2023-09", "as_at": "2024-06-30"}
    return {one.name: values[one.name] for one in getattr(question, "parameters", ()) if one.default is None}


def test_the_list_names_every_question(client: TestClient) -> None:
    assert len(client.get("/questions").json()["questions"]) == len(all_questions())
    page = client.get("/questions", headers=BROWSER).text
    assert all(f"/questions/{one.name}" in page for one in all_questions())


@pytest.mark.parametrize(
    ("path", "status", "line"),
    [
        ("/questions/overdeu", 404, "no question is called 'overdeu'; they are listed at /questions"),
        ("/questions/overdue?as_at=soon", 400, "as_at is 'soon', but must be of type date, such as 2024-03-31"),
        ("/questions/overdue?at=2024-01-01", 400, "no parameter of overdue is called 'at'."),
        ("/questions/overdue?only=yes&only=no", 400, "'only' is given 2 times; give it once"),
        ("/questions/post", 400, "give name: words of the holder's name, in any case"),
        ("/questions/joint?format=xml", 400, "format is 'xml'; use one of json, html, csv"),
        ("/questions/joint/evidence", 400, "name what a row of joint is about, by iri"),
        ("/questions/joint/evidence?iri=head", 400, "'head' is not an absolute IRI"),
        ("/questions/joint/evidence?iri=x:y&format=csv", 400, "format is 'csv'; use one of json, html"),
    ],
)
def test_each_mistake_has_its_line(path: str, status: int, line: str, client: TestClient) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert answer.json()["error"].startswith(line)
    page = client.get(path, headers=BROWSER)
    assert page.status_code in {status, 200}
    assert page.headers["content-type"].startswith("text/html") or "format=" in path


def test_a_page_that_needs_to_be_told_something_first_shows_its_form(client: TestClient) -> None:
    page = client.get("/questions/post", headers=BROWSER)
    assert page.status_code == 200
    assert 'name="name"' in page.text
    assert client.get("/questions/post?name=", headers=BROWSER).status_code == 200


def test_what_nobody_takes_is_not_acceptable(client: TestClient) -> None:
    assert client.get("/questions/joint", headers={"Accept": "image/png"}).status_code == 406


def test_an_answer_holds_as_long_as_its_snapshot(client: TestClient) -> None:
    for accept in ("application/json", "text/csv", "text/html"):
        first = client.get("/questions/joint", headers={"Accept": accept})
        again = client.get("/questions/joint", headers={"Accept": accept, "If-None-Match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
    assert (
        client.get("/questions/joint?format=csv", headers={"If-None-Match": first.headers["etag"]}).status_code == 200
    )


def test_head_says_what_get_would(client: TestClient) -> None:
    got, head = client.get("/questions/joint"), client.head("/questions/joint")
    assert (head.status_code, head.content) == (200, b"")
    assert {head.headers[name] for name in ("etag", "content-type")} == {
        got.headers[name] for name in ("etag", "content-type")
    }


def test_nothing_can_be_sent_there(client: TestClient) -> None:
    assert client.post("/questions/joint").status_code == 405


@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize(
    "path", ["post?name=", "overdue?as_at=", "overdue?only=", "due-in-month?month=", "joint/evidence?iri="]
)
def test_no_value_becomes_code(path: str, value: str, client: TestClient) -> None:
    for headers in ({"Accept": "application/json"}, BROWSER):
        answer = client.get(f"/questions/{path}{quote(value)}", headers=headers)
        assert answer.status_code in {200, 400}
        assert "X-Evil" not in answer.headers
        assert "<script" not in answer.text or answer.headers["content-type"] == "application/json"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "Traceback" not in answer.text
        if headers is not BROWSER and answer.status_code == 200:
            assert answer.json().get("rows", []) == []


@pytest.mark.parametrize("name", ["..%2f..%2fetc%2fpasswd", "%00", "a" * 3_000, "overdue%0d%0aX-Evil:1", "<script>"])
def test_no_name_of_a_question_is_a_path(name: str, client: TestClient) -> None:
    answer = client.get(f"/questions/{name}", headers=BROWSER)
    assert answer.status_code == 404
    assert "<script" not in answer.text
    assert len(answer.text) < 6_000


def test_the_description_holds_every_question(client: TestClient) -> None:
    described = client.get("/openapi.json").json()
    assert described["openapi"] == "3.1.0"
    assert {f"/questions/{one.name}" for one in all_questions()} <= set(described["paths"])
    as_at = described["paths"]["/questions/overdue"]["get"]["parameters"][0]
    assert (as_at["name"], as_at["required"], as_at["schema"]["format"]) == ("as_at", False, "date")
    assert json.dumps(described).count('"operationId"') == len(
        {*re.findall(r'"operationId": "([\w-]+)"', json.dumps(described))}
    )
    page = client.get("/openapi", headers=BROWSER)
    assert page.status_code == 200
    assert "/questions/overdue" in page.text
