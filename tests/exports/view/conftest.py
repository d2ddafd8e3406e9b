"""A real browser without a network, and pages opened in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from answerable.exports.view import write_view
from answerable.graph.snapshot import write_snapshot
from answerable.graph.store import Store
from tests.browsing import launched

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from answerable.extract.records import PlanRecord


class Opened(NamedTuple):
    """An open page, and what it asked for and complained about."""

    page: Page
    requests: list[str]
    complaints: list[str]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as started:
        yield started


@pytest.fixture(scope="session")
def file(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "view.html"
    write_view(store, path)
    return path


@pytest.fixture(scope="session")
def hostile_file(hostile_store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile-page") / "view.html"
    write_view(hostile_store, path)
    return path


@pytest.fixture(scope="session")
def much(tmp_path_factory: pytest.TempPathFactory, many_plans: Callable[[int, int], list[PlanRecord]]) -> Path:
    """Give the page of more recommendations than a matrix can show at once."""
    folder = tmp_path_factory.mktemp("much")
    write_snapshot(many_plans(25, 5), folder / "store")
    write_view(Store.open(folder / "store"), folder / "view.html")
    return folder / "view.html"


@pytest.fixture
def opened(browser: Browser) -> Iterator[Callable[..., Opened]]:
    """Give a function that opens a page file at an address; options are those of a browser context."""
    contexts = []

    def open_page(file: Path, address: str = "", **options: object) -> Opened:
        context = browser.new_context(offline=True, **options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        seen = Opened(page, [], [])
        page.on("request", lambda request: seen.requests.append(request.url))
        page.on(
            "console", lambda said: seen.complaints.append(said.text) if said.type in {"error", "warning"} else None
        )
        page.on("pageerror", lambda error: seen.complaints.append(str(error)))
        page.goto(file.as_uri() + address)
        page.wait_for_selector("html[data-ready]", timeout=10_000)
        return seen

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def wide(opened: Callable[..., Opened], file: Path) -> Opened:
    return opened(file, viewport={"width": 1440, "height": 1000})


@pytest.fixture(scope="module")
def at_large(browser: Browser, file: Path) -> Iterator[Page]:
    """Give one open page for many addresses."""
    page = browser.new_context(offline=True).new_page()
    page.goto(file.as_uri())
    page.wait_for_selector("html[data-ready]")
    yield page
    page.context.close()
