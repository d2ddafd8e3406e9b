"""When the page says that it is ready, whatever is asked of it first is there at once, though it is made only then."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WHEN_READY = """() => new MutationObserver((seen, observer) => {
  observer.disconnect();
  %s
  globalThis.found = %s;
}).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-ready"] })"""
TYPED = """const field = document.querySelector("#search");
  field.value = "regional"; field.dispatchEvent(new Event("input"));"""
INKED = (
    """String(canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.some((value) => value))"""
)
FIRST_USES = {
    "search": (TYPED, "document.querySelector('#suggestions [role=option]').textContent", "Regional Managers"),
    "evidence": (
        "document.querySelector('#panel .ranking .link').click();",
        "document.querySelector('#panel .quote').textContent",
        "“Regional Managers”",
    ),
    "table": (
        "document.querySelector('#show-table').click();",
        "document.querySelector('#tables tbody').textContent",
        "Regional Managers",
    ),
    "matrix": (
        "document.querySelector('#show-matrix').click();",
        "document.querySelector('#matrix .row-head').textContent",
        "Regional Managers",
    ),
    "timeline": (
        "document.querySelector('#show-timeline').click();",
        "document.querySelector('#timeline').textContent",
        "Northmoor CRC",
    ),
    "filters": (
        "document.querySelector('#legend input').click();",
        "document.querySelector('#set-filters').textContent",
        "Clear all filters",
    ),
    "picture": ("const canvas = document.querySelector('#picture canvas');", INKED, "true"),
    "saving": ("", "answerable.svg()", "Regional Managers"),
}


@pytest.mark.parametrize("use", FIRST_USES)
def test_what_is_asked_first_is_there_in_the_same_moment(browser: Browser, file: Path, use: str) -> None:
    act, asked, expected = FIRST_USES[use]
    page = browser.new_context(offline=True).new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.add_init_script(f"({WHEN_READY % (act, asked)})()")
    page.goto(file.as_uri())
    page.wait_for_function("globalThis.found")
    assert expected in page.evaluate("found")
    assert complaints == []
    page.context.close()
