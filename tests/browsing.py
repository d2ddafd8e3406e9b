"""A real browser without a network, for tests of pages; where there is none they skip and say so."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

__all__ = ["CHROMIUM", "NO_CHROMIUM", "launched"]

CHROMIUM: Final = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
NO_CHROMIUM: Final = f"no browser at {CHROMIUM} (Debian: apt-get install chromium)"
_ARGUMENTS: Final = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


@contextmanager
def launched() -> Iterator[Browser]:
    """Start the browser, and end it with the block."""
    if not CHROMIUM.exists():
        pytest.skip(NO_CHROMIUM)
    playing = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed (dev extra)")
    with playing.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=_ARGUMENTS)
        yield browser
        browser.close()
