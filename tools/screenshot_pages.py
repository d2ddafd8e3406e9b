"""Take pictures of each kind of served page: wide, narrow, light and dark.

    python tools/screenshot_pages.py http://127.0.0.1:8000 OUT_DIR

Asks a running `answerable serve`, finding one thing of each kind by itself. Needs the dev extra (Playwright) and
Debian's chromium.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from playwright.sync_api import sync_playwright
from screenshot import ARGUMENTS, CHROMIUM, NARROW, Shot

if TYPE_CHECKING:
    from playwright.sync_api import Browser

__all__ = ["main", "photograph"]

SHOTS: Final = (
    Shot("wide-light"),
    Shot("wide-dark", colours="dark"),
    Shot("narrow-light", NARROW),
    Shot("narrow-dark", NARROW, "dark"),
)
FIXED: Final = {
    "home": "/",
    "chosen": "/?status=agreed",
    "search": "/search?q=probation",
    "nothing": "/search?q=zzzzz",
    "vocabulary": "/def",
    "missing": "/id/post/nobody",
    "questions": "/questions",
    "answered": "/questions/owners",
    "described": "/openapi",
    "query": "/sparql",
}
"""Pages that are there whatever the graph holds."""
CLASSES: Final = ("ActionPlan", "Recommendation", "Assignment", "PostGroup", "Programme", "System", "SourceDocument")


def photograph(site: str, paths: dict[str, str], out: Path) -> list[Path]:
    """Take every picture of every page; gives the files written."""
    out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        written = [
            _take(browser, shot, f"{site}{path}", out / f"{name}-{shot.name}.png")
            for name, path in paths.items()
            for shot in SHOTS
        ]
        browser.close()
    return written


def _take(browser: Browser, shot: Shot, address: str, target: Path) -> Path:
    context = browser.new_context(
        viewport={"width": shot.size[0], "height": shot.size[1]},
        color_scheme="dark" if shot.colours == "dark" else "light",
    )
    page = context.new_page()
    page.goto(address)
    page.screenshot(path=target)
    context.close()
    return target


def found(site: str) -> dict[str, str]:
    """Give the path of one thing of each class that a graph is mostly asked for."""
    wanted = " ".join(f"ap:{name}" for name in CLASSES)
    pattern = f"VALUES ?kind {{ {wanted} org:Post }} ?each a ?kind"
    query = f"SELECT ?kind (MIN(?each) AS ?thing) WHERE {{ {pattern} }} GROUP BY ?kind"
    asked = Request(f"{site}/sparql?{urlencode({'query': query})}", headers={"Accept": "application/json"})  # noqa: S310
    with urlopen(asked) as answer:  # noqa: S310 - the server that was named
        rows = json.load(answer)["results"]["bindings"]
    things = {row["kind"]["value"].replace("#", "/").rpartition("/")[2].lower(): row["thing"]["value"] for row in rows}
    document = things.get("sourcedocument", "").rpartition("/")[2]
    paths = {kind: f"/thing?{urlencode({'iri': iri})}" for kind, iri in things.items()}
    return paths | ({"document": f"/documents/{document}"} if document else {})


def main(site: str, out: str) -> None:
    """Take the pictures of a running server."""
    for picture in photograph(site.rstrip("/"), FIXED | found(site.rstrip("/")), Path(out)):
        sys.stdout.write(f"{picture}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
