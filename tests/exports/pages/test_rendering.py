"""What every served page has: our look, a strict policy, and nothing of a document that is not escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from answerable.exports.pages import message, style_sheet
from answerable.exports.pages.addresses import iris_of, path_of

if TYPE_CHECKING:
    from answerable.graph.store import Store

pytest.importorskip("starlette")

from starlette.requests import Request

BASE = "https://elsewhere.example/things/"


def request(path: str = "/", root: str = "") -> Request:
    return Request(
        {"type": "http", "method": "GET", "path": path, "root_path": root, "headers": [], "query_string": b""}
    )


def test_a_page_escapes_what_it_says_and_forbids_everything_from_elsewhere(store: Store) -> None:
    page = message(store, request(), "<script>alert(1)</script>", '"quoted" & <b>bold</b>', 404)
    html = bytes(page.body).decode()
    assert page.status_code == 404
    assert "<script>" not in html
    assert "<b>" not in html
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert "style=" not in html


def test_links_stay_below_the_path_that_a_server_is_mounted_at(store: Store) -> None:
    html = bytes(message(store, request("/plans/", "/plans"), "Nothing here", "Look elsewhere.", 404).body).decode()
    assert f'href="/plans{style_sheet().path}"' in html
    assert 'href="/plans/"' in html


def test_the_style_sheet_has_a_name_that_follows_its_content() -> None:
    assert style_sheet().path.startswith("/static/pages-")
    assert b"--ground" in style_sheet().content


def test_an_address_that_a_browser_would_fold_is_passed_as_a_whole() -> None:
    assert path_of(BASE + "x/../../etc/passwd", BASE).startswith("/thing?iri=")


@pytest.mark.parametrize("name", ["post/head", "post/caf\u00e9 & co", "a%20b", "plan/a#b?c=d"])
def test_every_address_of_the_base_has_a_path_that_leads_back_to_it(name: str) -> None:
    path = path_of(BASE + name, BASE)
    assert path.startswith("/id/")
    assert "?" not in path
    assert BASE + name in iris_of(path, BASE)
