"""Take the pictures of briefings and figures that the documentation shows, from the example plans.

    python tools/picture_briefings.py OUT_DIR

Needs the dev extra (Playwright, matplotlib) and Debian's chromium; no picture is taken by hand.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Final

from playwright.sync_api import sync_playwright
from screenshot import ARGUMENTS, CHROMIUM

__all__ = ["main"]

DAY: Final = date(2024, 4, 30)
FIGURES: Final = ("months", "timeline", "repeats")
_ROOT: Final = Path(__file__).resolve().parents[1]


def main(out: str) -> None:
    """Build the example plans, write a briefing and figures, and take their pictures."""
    from answerable import briefing, library  # noqa: PLC0415 - loaded once it is known what to do

    target = Path(out)
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        library.build(_ROOT / "examples" / "plans", to=Path(folder) / "store", licence="ogl-3")
        graph = library.open_store(Path(folder) / "store")
        for name in FIGURES:
            briefing.figure(graph, name, target / f"figure-{name}.png", as_at=DAY)
        page = Path(folder) / "brief.html"
        briefing.brief(graph, "programme", "cas3", page, as_at=DAY)
        _photograph(page, target / "briefing.png")


def _photograph(page_file: Path, target: Path) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        context = browser.new_context(viewport={"width": 960, "height": 1000}, color_scheme="light", offline=True)
        page = context.new_page()
        page.goto(page_file.as_uri())
        page.screenshot(path=target)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
