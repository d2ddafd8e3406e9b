"""Take pictures of the interactive page: wide, narrow, light, dark, with evidence open, and the table.

    python tools/screenshot.py STORE OUT_DIR

Needs the dev extra (Playwright) and Debian's chromium; no picture is taken by hand, so all can be taken again.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

__all__ = ["ARGUMENTS", "CHROMIUM", "main", "photograph"]

CHROMIUM: Final = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARGUMENTS: Final = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class Shot(NamedTuple):
    """One picture: its name, the screen, the colours, and what is done before it is taken."""

    name: str
    width: int
    height: int
    colours: str = "light"
    act: str | None = None


_HEAVIEST = "document.querySelector('#panel .ranking .link').click()"
_TABLE = "document.querySelector('#show-table').click()"
SHOTS: Final = (
    Shot("view-wide-light", 1440, 1000),
    Shot("view-wide-dark", 1440, 1000, "dark"),
    Shot("view-evidence", 1440, 1000, "light", _HEAVIEST),
    Shot("view-evidence-dark", 1440, 1000, "dark", _HEAVIEST),
    Shot("view-table", 1440, 1000, "light", _TABLE),
    Shot("view-narrow-light", 400, 860),
    Shot("view-narrow-dark", 400, 860, "dark"),
)


def photograph(page_file: Path, out: Path) -> list[Path]:
    """Take all pictures of one page file into `out`; gives the files written."""
    out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        written = [_take(browser, shot, page_file, out) for shot in SHOTS]
        browser.close()
    return written


def _take(browser: Browser, shot: Shot, page_file: Path, out: Path) -> Path:
    context = browser.new_context(
        viewport={"width": shot.width, "height": shot.height},
        color_scheme="dark" if shot.colours == "dark" else "light",
        offline=True,
    )
    page = context.new_page()
    page.goto(page_file.as_uri())
    page.wait_for_selector("html[data-ready]")
    if shot.act:
        page.evaluate(shot.act)
    _settle(page)
    target = out / f"{shot.name}.png"
    page.screenshot(path=target)
    context.close()
    return target


def _settle(page: Page) -> None:
    """Wait for two frames, after which everything that was asked for is drawn."""
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def main(store: str, out: str) -> None:
    """Write the page of a store and take its pictures."""
    from answerable.exports.view import write_view  # noqa: PLC0415 - lets `photograph` be used on a page made elsewhere
    from answerable.graph.store import Store  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        page_file = Path(folder) / "view.html"
        write_view(Store.open(Path(store)), page_file)
        for picture in photograph(page_file, Path(out)):
            sys.stdout.write(f"{picture}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
