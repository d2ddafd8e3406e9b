"""The pages in a real browser: they ask for nothing from elsewhere, run nothing, and everybody can use them."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest

from answerable.exports.pages.addresses import path_of
from answerable.graph.endpoint import Service
from answerable.graph.lookup import Lookup
from answerable.serving import application
from tests.browsing import launched

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from answerable.graph.store import Store

BODIES = {"organisation", "theme"}
KINDS = (
    *("chosen", "search", "post", "plan", "recommendation", "system", "document", "term", "terms", "missing"),
    *("questions", "question", "answered", "refused", "words", "described", "query", "rows", "fault"),
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as started:
        yield started


@pytest.fixture(scope="module")
def site(store: Store) -> Iterator[str]:
    uvicorn = pytest.importorskip("uvicorn")

    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(application(Service.of(store)), log_level="error"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join(timeout=10)


@pytest.fixture(scope="module")
def paths(site: str, store: Store) -> dict[str, str]:
    lookup = Lookup.of(store)
    with urlopen(f"{site}/questions/owners?format=json") as answer:  # noqa: S310 - a server of this test
        words = json.load(answer)["rows"][0]["evidence"]

    def path(name: str, kind: str) -> str:
        return path_of(lookup.one(name, kinds=(kind,)).iri, store.base)

    sha = str(next(iter(store.select("SELECT ?s WHERE { ?d ap:sha256 ?s } ORDER BY ?s")))[0])
    return {
        "home": "/",
        "chosen": "/?status=agreed&year=2019",
        "search": "/search?q=director",
        "post": path("Director of Operations", "post"),
        "plan": path("northmoor 2020", "plan"),
        "recommendation": path("recommendation 1 northmoor 2020", "recommendation"),
        "system": path("OASys", "system"),
        "body": next(path_of(m.iri, store.base) for m in lookup.find("northmoor") if m.kind in BODIES),
        "document": f"/documents/{sha}",
        "term": "/def/agreed",
        "terms": "/def",
        "missing": "/id/post/nobody",
        "questions": "/questions",
        "question": "/questions/post",
        "answered": "/questions/owners",
        "refused": "/questions/due-in-month?month=soon",
        "words": words,
        "described": "/openapi",
        "query": "/sparql",
        "rows": f"/sparql?{urlencode({'query': 'SELECT ?plan ?title WHERE { ?plan dcterms:title ?title }'})}",
        "fault": f"/sparql?{urlencode({'query': 'SELECT everything'})}",
    }  # fmt: skip


def opened(browser: Browser, address: str, **screen: object) -> Page:
    """Open a page in a window of its own."""
    context = browser.new_context(**screen)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address)
    return page


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_light_or_dark_wide_or_narrow(
    browser: Browser, site: str, paths: dict[str, str], kind: str
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    asked: list[str] = []
    for colours, width in (("light", 1440), ("dark", 400)):
        page = opened(browser, "about:blank", viewport={"width": width, "height": 900}, color_scheme=colours)
        page.on("request", lambda request: asked.append(request.url))
        page.goto(site + paths[kind])
        found = axe.Axe().run(page, options=rules).response["violations"]
        assert [(each["id"], [node["html"] for node in each["nodes"]][:3]) for each in found] == [], (colours, width)
        page.context.close()
    assert all(url.startswith(site) for url in asked), asked


def test_nothing_runs_out_of_a_narrow_screen(browser: Browser, site: str, paths: dict[str, str]) -> None:
    page = opened(browser, "about:blank", viewport={"width": 360, "height": 800})
    for path in paths.values():
        page.goto(site + path)
        assert page.evaluate("document.scrollingElement.scrollWidth") <= 360, path
    page.context.close()


def test_everything_is_there_without_javascript(browser: Browser, site: str, paths: dict[str, str]) -> None:
    page = opened(browser, site + "/", java_script_enabled=False)
    page.get_by_role("searchbox").fill("directors operation")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Director of Operations").first.click()
    assert page.locator("h1").inner_text() == "Director of Operations"
    assert page.url == site + paths["post"]
    page.locator("summary").first.click()
    assert page.locator("details[open] blockquote").first.is_visible()
    page.context.close()


def test_the_keyboard_reaches_the_content_first_and_everything_after(browser: Browser, site: str) -> None:
    page = opened(browser, site + "/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
    reached = set()
    for _ in range(60):
        reached.add(page.evaluate("document.activeElement.getAttribute('href') || document.activeElement.tagName"))
        page.keyboard.press("Tab")
    assert any(each.startswith("/?status=") for each in reached)
    assert any(each.startswith("/id/plan/") for each in reached)
    page.context.close()


def test_a_choice_narrows_the_list_and_is_said_to_be_chosen(browser: Browser, site: str) -> None:
    page = opened(browser, site + "/", java_script_enabled=False)
    page.get_by_label("Narrow the list down").get_by_role("link", name="Not agreed").click()
    assert "status=not" in page.url
    assert page.locator(".facets a[aria-current=true]").count() == 1
    page.get_by_role("link", name="Clear all").click()
    assert page.url == site + "/"
    page.context.close()


def test_a_quote_leads_to_its_place_in_the_document(browser: Browser, site: str, paths: dict[str, str]) -> None:
    page = opened(browser, site + paths["recommendation"], java_script_enabled=False)
    page.locator(".quote a").first.click()
    assert "/documents/" in page.url
    assert page.locator(":target").count() == 1
    page.context.close()
