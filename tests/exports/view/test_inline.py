"""In a notebook the page shows itself: whole, under its own policy, without a hand on what surrounds it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import answerable
from answerable.exports.view.inline import inline

if TYPE_CHECKING:
    from conftest import Opened

    from answerable.graph.store import Store


def test_the_value_of_a_cell_opens_within_another_page(
    opened: Callable[..., Opened], store: Store, tmp_path: Path
) -> None:
    made = answerable.view(store)
    assert made.path is None
    notebook = tmp_path / "notebook.html"
    notebook.write_text(
        f"<!doctype html><html data-ready lang=en><title>A notebook</title>{made._repr_html_()}", encoding="utf-8"
    )
    seen = opened(notebook, viewport={"width": 1200, "height": 1000})
    inside = seen.page.frame_locator("iframe")
    inside.locator("html[data-ready]").wait_for(timeout=10_000)
    inside.get_by_role("button", name="Regional Managers").first.click()
    inside.locator("#panel h2", has_text="Regional Managers").wait_for(timeout=2000)
    inside.locator("#show-table").click()
    assert inside.locator("[role=tabpanel] tbody tr:visible").count() == 3
    assert [url for url in seen.requests if not url.startswith(("file:", "data:", "about:"))] == []
    assert seen.complaints == []


def test_a_page_cannot_leave_the_element_it_stands_in() -> None:
    assert "&lt;p title=&#x27;&quot;&#x27;&gt;a &amp; b&lt;/p&gt;" in inline("<p title='\"'>a & b</p>")


def test_the_day_to_judge_by_is_that_of_the_latest_plan_unless_one_is_given(store: Store) -> None:
    assert "As at 2 March 2020, the date of the latest plan." in answerable.view(store).html
    assert "As at 1 May 2021." in answerable.view(store, as_at=date(2021, 5, 1)).html


def test_the_footer_names_the_snapshot(store: Store) -> None:
    assert f"<code>{store.name}</code>" in answerable.view(store).html
