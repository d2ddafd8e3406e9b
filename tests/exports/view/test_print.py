"""On paper: the shown view as sheets, the whole table, and no row cut in two."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Opened

    from answerable.exports.view import View

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext is missing (Debian: poppler-utils)"
)


def pages(pdf: Path, layout: str = "-layout") -> list[str]:
    tool = shutil.which("pdftotext") or "pdftotext"
    run = subprocess.run([tool, layout, str(pdf), "-"], check=True, capture_output=True, text=True)
    return run.stdout.split("\f")[:-1]


@needs_poppler
@pytest.mark.parametrize("name", ["Matrix", "Timeline", "Network"])
def test_paper_holds_the_view_the_legend_the_table_and_no_menu(
    wide: Opened, view: View, tmp_path: Path, name: str
) -> None:
    page = wide.page
    page.get_by_role("button", name=name, exact=True).click()
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    said = pages(tmp_path / "page.pdf")
    text = " ".join(" ".join(said).split())
    assert f"Assignments ({len(view.assignments)})" in text
    assert "What the marks say" in text
    assert "Find a post" not in text
    assert {"Matrix": "Who carries what, as at 2 March 2020", "Timeline": "What was promised by when", "Network": ""}[
        name
    ] in said[0]
    for node in view.nodes:
        if node.family in {"post", "plan"}:
            assert node.label in text


@needs_poppler
def test_no_row_is_cut_and_each_page_of_a_table_has_its_head(
    opened: Callable[..., Opened], much: Path, tmp_path: Path
) -> None:
    page = opened(much, "#view=matrix").page
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    said = pages(tmp_path / "page.pdf")
    first = next(i for i, sheet in enumerate(said) if "Table: everything" in sheet)
    last = next(i for i, sheet in enumerate(said) if "Who carries most" in sheet)
    table = [sheet for sheet in said[first:last] if sheet.count("Begin") > 4]
    assert len(table) > 8
    assert all("Kind" in sheet or "Owner" in sheet for sheet in table)
    assert [
        (sheet.count("Begin"), sheet.count("End")) for sheet in table if sheet.count("Begin") != sheet.count("End")
    ] == []
