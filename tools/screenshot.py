"""Take pictures of the interactive page: every view and network, evidence, wide, narrow, light, dark, on paper.

    python tools/screenshot.py OUT_DIR NAME=STORE [NAME=STORE...] [--only WORD]

The pictures of each store stand in OUT_DIR/NAME. Needs the dev extra (Playwright), Debian's chromium, and pdftoppm
for the sheets of paper; no picture is taken by hand, so all can be taken again.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

__all__ = ["ARGUMENTS", "CHROMIUM", "Shot", "main", "photograph", "shots"]

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
VIEWS: Final = ("matrix", "timeline", "table")
WIDE: Final = (1440, 1000)
NARROW: Final = (400, 860)
HEAVIEST: Final = "document.querySelector('#panel .ranking .link')?.click()"


class Shot(NamedTuple):
    """One picture: its name, the screen, the colours, and what is done before it is taken."""

    name: str
    size: tuple[int, int] = WIDE
    colours: str = "light"
    acts: tuple[str, ...] = ()


def shots(networks: Sequence[str]) -> Iterator[Shot]:
    """Give the pictures of a page that holds these networks."""
    acts = {f"network-{name}": (f"answerable.page.setNetwork('{name}')",) for name in networks}
    acts |= {name: (f"answerable.page.show('{name}')",) for name in VIEWS}
    for name, done in acts.items():
        for screen, size in (("wide", WIDE), ("narrow", NARROW)):
            top = ("document.querySelector('main').scrollIntoView()",) if size is NARROW else ()
            for colours in ("light", "dark"):
                yield Shot(f"{name}-{screen}-{colours}", size, colours, (*done, *top))
        yield Shot(f"{name}-evidence", acts=(*done, HEAVIEST))
    yield Shot("evidence-dark", colours="dark", acts=(HEAVIEST,))
    yield Shot("matrix-likeness", acts=(*acts["matrix"], _press("By likeness")))
    yield Shot("timeline-holders", acts=(*acts["timeline"], _press("Holders")))


def _press(text: str) -> str:
    return f"[...document.querySelectorAll('button')].find((each) => each.textContent === '{text}').click()"


def photograph(page_file: Path, out: Path, only: str = "") -> Iterator[Path]:
    """Take all pictures of one page file whose names hold `only` into `out`; gives the files as they are written."""
    out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        for shot in shots(_networks(browser, page_file)):
            if only in shot.name:
                yield _take(browser, shot, page_file, out)
        for view in ("network", "matrix", "timeline"):
            if only in f"paper-{view}":
                yield from _printed(browser, view, page_file, out)
        browser.close()


def _opened(browser: Browser, page_file: Path, size: tuple[int, int], colours: str = "light") -> Page:
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if colours == "dark" else "light",
        offline=True,
    )
    page = context.new_page()
    page.goto(page_file.as_uri())
    page.wait_for_selector("html[data-ready]")
    return page


def _networks(browser: Browser, page_file: Path) -> list[str]:
    page = _opened(browser, page_file, WIDE)
    names: list[str] = page.evaluate("Object.keys(answerable.page.data.networks)")
    page.context.close()
    return names


def _take(browser: Browser, shot: Shot, page_file: Path, out: Path) -> Path:
    page = _opened(browser, page_file, shot.size, shot.colours)
    for act in shot.acts:
        page.evaluate(act)
    _settle(page)
    target = out / f"{shot.name}.png"
    page.screenshot(path=target)
    page.context.close()
    return target


def _printed(browser: Browser, view: str, page_file: Path, out: Path) -> Iterator[Path]:
    """Print a view as it lies on paper, and give its first sheets as pictures."""
    page = _opened(browser, page_file, WIDE)
    page.evaluate("(view) => answerable.page.show(view)", view)
    _settle(page)
    target = out / f"paper-{view}.pdf"
    page.pdf(path=target, prefer_css_page_size=True)
    page.context.close()
    yield target
    if tool := shutil.which("pdftoppm"):
        command = [tool, "-r", "60", "-png", "-l", "6", str(target), str(target.with_suffix(""))]
        subprocess.run(command, check=True)
        yield from sorted(out.glob(f"paper-{view}-*.png"))


def _settle(page: Page) -> None:
    """Wait for two frames, after which everything that was asked for is drawn."""
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the page of each store and take its pictures."""
    from answerable.exports.view import write_view  # noqa: PLC0415 - lets `photograph` be used on a page made elsewhere
    from answerable.graph.store import Store  # noqa: PLC0415

    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("out", type=Path)
    options.add_argument("stores", nargs="+", metavar="NAME=STORE")
    options.add_argument("--only", default="", metavar="WORD", help="only pictures whose names hold this")
    given = options.parse_args(arguments)
    for named in given.stores:
        name, _, store = named.partition("=")
        with tempfile.TemporaryDirectory() as folder:
            page_file = Path(folder) / "view.html"
            write_view(Store.open(Path(store)), page_file)
            for picture in photograph(page_file, given.out / name, given.only):
                sys.stdout.write(f"{picture}\n")


if __name__ == "__main__":
    main()
