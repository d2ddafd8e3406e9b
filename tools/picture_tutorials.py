"""Take the pictures of the tutorials that no other tool takes: a query in the browser, and differences from the gold.

    python tools/picture_tutorials.py OUT_DIR

Needs the dev extra (Playwright) and Debian's chromium; no picture is taken by hand.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import urlopen

from playwright.sync_api import sync_playwright
from screenshot import ARGUMENTS, CHROMIUM

__all__ = ["main"]

PORT: Final = 8765
SITE: Final = f"http://127.0.0.1:{PORT}"
QUERY: Final = """SELECT ?plan ?number ?words {
  ?r a ap:Recommendation ;
    dcterms:identifier ?number ;
    dcterms:description ?words ;
    ap:responseStatus ap:notAgreed ;
    dcterms:isPartOf/dcterms:title ?plan
}
ORDER BY ?plan ?number"""
SECONDS_TO_START: Final = 60
_ROOT: Final = Path(__file__).resolve().parents[1]


def main(out: str) -> None:
    """Build the example plans, serve them, compare their records with the gold, and take the pictures."""
    from answerable import evaluating, library  # noqa: PLC0415 - loaded once it is known what to do

    target = Path(out)
    target.mkdir(parents=True, exist_ok=True)
    plans = _ROOT / "examples" / "plans"
    with tempfile.TemporaryDirectory() as folder:
        library.build(plans, to=Path(folder) / "graph")
        page = Path(folder) / "differences.html"
        accuracy = evaluating.evaluate(library.read(plans), _ROOT / "examples" / "gold")
        page.write_text(evaluating.accuracy_as_html(accuracy), "utf-8")
        command = [sys.executable, "-m", "answerable", "serve", "--store", f"{folder}/graph", "--port", str(PORT)]
        server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        try:
            wait()
            photograph(f"{SITE}/sparql?{urlencode({'query': QUERY})}", target / "sparql.png")
            photograph(page.as_uri(), target / "differences.png", "document.getElementById('plan-1').scrollIntoView()")
        finally:
            server.terminate()
            server.wait()


def wait() -> None:
    """Wait until the server answers."""
    for _ in range(SECONDS_TO_START):
        try:
            with urlopen(f"{SITE}/readyz"):  # noqa: S310 - our own server
                return
        except URLError:
            time.sleep(1)
    sys.exit(f"{SITE}: the server did not start in {SECONDS_TO_START} s")


def photograph(address: str, target: Path, act: str = "") -> None:
    """Take the picture of a page, after something was done on it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        page = browser.new_page(viewport={"width": 1200, "height": 860}, color_scheme="light")
        page.goto(address)
        if act:
            page.evaluate(act)
        page.screenshot(path=target)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
