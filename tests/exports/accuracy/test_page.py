"""The page of accuracy: it escapes what it shows, marks what differs, and has no fault that axe finds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

import pytest

from answerable.exports.accuracy import Figure, Misreading, PlanMisread, Quoted, Report, to_html
from tests.browsing import launched

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, ViewportSize

WORDS: Final = Quoted("by <b>May</b> 2020 " + "x" * 90, "due", (("page", 3), ("row", 2)), "May")
REPORT: Final = Report(
    ("text", "PDF"),
    (Figure("dates", "dates that were understood", (1.0, 0.25, 0.5)), Figure("updates", "progress", (None, 1.0, 1.0))),
    (
        PlanMisread("a<script>.txt", "text", ()),
        PlanMisread("b.pdf", "PDF", (Misreading("dates", "2", "by 2020-05", "by 2020-06", (WORDS,)),)),
        PlanMisread("c.pdf", "PDF", (Misreading("mentions", None, "Anchor Desk (team)", None),)),
    ),
)


@pytest.fixture(scope="module")
def page() -> str:
    return to_html(REPORT)


def test_what_documents_say_is_escaped(page: str) -> None:
    assert "a<script>" not in page
    assert "<b>May" not in page


def test_the_heading_is_the_finding(page: str) -> None:
    assert "<h1>2 differences from the gold in 3 plans</h1>" in page
    assert "<h1>1 plan read as the gold has it</h1>" in to_html(Report(("text",), (), REPORT.plans[:1]))


def test_what_differs_is_marked_on_both_sides_and_in_the_quote(page: str) -> None:
    assert "by <mark>2020-05</mark>" in page
    assert "by <mark>2020-06</mark>" in page
    assert "&lt;b&gt;<mark>May</mark>" in page


def test_nothing_is_said_where_there_is_nothing(page: str) -> None:
    assert "Nothing differs." in page
    assert '<span class="quiet">nothing</span>' in page
    assert "none of the words that were read" in page
    assert ">–</td>" in page


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


@pytest.mark.parametrize(("width", "colours"), [(1280, "light"), (400, "dark")])
def test_axe_finds_nothing_and_no_page_is_wider_than_its_screen(
    page: str, browser: Browser, width: int, colours: Literal["light", "dark"], tmp_path: Path
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    (tmp_path / "page.html").write_text(page, "utf-8")
    size: ViewportSize = {"width": width, "height": 800}
    context = browser.new_context(viewport=size, color_scheme=colours, offline=True, bypass_csp=True)
    opened = context.new_page()
    opened.goto((tmp_path / "page.html").as_uri())
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    options = {"runOnly": {"type": "tag", "values": tags}}
    found = axe.Axe().run(opened, options=options).response["violations"]
    wide = opened.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []
    assert wide <= width
