"""How soon the interactive view is ready where it draws a thousand things, beside a bare picture of the same.

Ready is when the page says so: its data unpacked, the picture drawn, search, filters, tables and evidence at hand; in
headless Chromium without a network. What is made when it is first asked for counts as at hand if it is there at once,
which is measured too. The peer is a page with nothing but vis-network, given the same marks at the same places and the
same ties. Both times count from the beginning of the navigation, as the page itself measures them.
"""

from __future__ import annotations

import json
import statistics
import tempfile
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

import answerable
from answerable.exports.view import read_view
from answerable.exports.view.page import render
from benchmarks.harness import LeftOut, Measured
from benchmarks.plans import write_plans
from tests.browsing import CHROMIUM, NO_CHROMIUM, launched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from answerable.exports.view import View
    from answerable.exports.view.networks import Drawing

__all__ = ["measure"]

SLOWER: Final = 1.5
LARGEST: Final = 1.5
"""Megabytes that a page may have."""
AT_ONCE: Final = 0.1
"""Seconds that nobody notices."""
FIRST_USES: Final = {
    "a search": "const field = document.querySelector('#search'); field.value = 'head of';"
    " field.dispatchEvent(new Event('input'))",
    "the evidence for a holder": "document.querySelector('#panel .ranking .link').click()",
    "the matrix": "document.querySelector('#show-matrix').click()",
    "the timeline": "document.querySelector('#show-timeline').click()",
    "the table": "document.querySelector('#show-table').click()",
}
"""What a reader may ask for first, and how."""
_TIMED: Final = "() => { const began = performance.now(); %s; return performance.now() - began; }"
PEER: Final = """<!doctype html><meta charset="utf-8"><div id="p" style="height:700px"></div><script>{library}</script>
<script>
const network = new vis.Network(document.getElementById("p"), {data}, {{
  physics: false, layout: {{ improvedLayout: false }}, nodes: {{ shape: "dot" }}, edges: {{ smooth: false }} }});
network.once("afterDrawing", () => {{ document.documentElement.dataset.ready = Math.round(performance.now()); }});
</script>"""


def measure(plans: int = 58, most: int = 2000, runs: int = 5, weighed: int = 80) -> Iterator[Measured]:
    """Write the pages and open them in turns, and weigh the page of `weighed` plans.

    `most` lets the view draw at once what it would roll up to stay readable: all holders, recommendations and plans.
    """
    with tempfile.TemporaryDirectory() as folder:
        ours, peer = Path(folder, "ours.html"), Path(folder, "peer.html")
        page, drawn = render(_built(folder, plans), most=most)
        drawing = next(iter(drawn.values()))
        ours.write_text(page, encoding="utf-8")
        peer.write_text(_bare(drawing), encoding="utf-8")
        mine, theirs = _beside(ours, peer, runs)
        what = f"a view with {len(drawing.marks):,} things and {len(drawing.ties):,} ties drawn, until it is ready"
        yield Measured(what, "bare vis-network, places given", mine, theirs, floor=SLOWER)
        yield from (
            Measured(f"the first use of {use}", "", _alone(ours, runs, act), floor=AT_ONCE)
            for use, act in FIRST_USES.items()
        )
        page, drawn = render(_built(folder, weighed))
        ours.write_text(page, encoding="utf-8")
        opening = (
            f"the page of {weighed} plans as readers get it, {len(next(iter(drawn.values())).marks):,} things drawn"
        )
        yield Measured(f"{opening}, until it is ready", "", _alone(ours, runs))
        yield Measured(f"the page of {weighed} plans", "", len(page.encode()) / 1e6, unit="MB", floor=LARGEST)


def _built(folder: str, plans: int) -> View:
    """Give the view of so many plans."""
    write_plans(Path(folder, f"plans-{plans}"), plans)
    answerable.build(f"{folder}/plans-{plans}", to=f"{folder}/store-{plans}")
    return read_view(answerable.open_store(f"{folder}/store-{plans}"))


def _bare(drawing: Drawing) -> str:
    """Give a page with nothing but the picture, by vis-network alone."""
    marks = [{"id": mark.key, "x": mark.x, "y": mark.y, "size": mark.size} for mark in drawing.marks]
    known = {mark.key for mark in drawing.marks}
    ties = [{"from": tie.source, "to": tie.target} for tie in drawing.ties if {tie.source, tie.target} <= known]
    library = (files("pyvis") / "lib/vis-9.1.2/vis-network.min.js").read_text(encoding="utf-8")
    data = json.dumps({"nodes": marks, "edges": ties}).replace("<", "\\u003c")
    return PEER.format(library=library, data=data)


def _beside(ours: Path, peer: Path, runs: int) -> tuple[float, float]:
    """Open both in turns after once for nothing; give the median seconds of each."""
    if not CHROMIUM.exists():
        raise LeftOut(NO_CHROMIUM)
    with launched() as browser:
        taken = [(_ready(browser, ours), _ready(browser, peer)) for _ in range(runs + 1)][1:]
    return statistics.median(mine for mine, _ in taken), statistics.median(theirs for _, theirs in taken)


def _alone(page_file: Path, runs: int, act: str = "") -> float:
    """Give the median seconds until a page is ready, or that it needs then to do something for the first time."""
    with launched() as browser:
        return statistics.median(_ready(browser, page_file, act) for _ in range(runs))


def _ready(browser: Browser, page_file: Path, act: str = "") -> float:
    """Give the seconds until a page that is opened afresh says that it is ready, or that an act takes it then."""
    context = browser.new_context(offline=True, viewport={"width": 1440, "height": 1000})
    page = context.new_page()
    page.goto(page_file.as_uri())
    page.wait_for_selector("html[data-ready]", timeout=60_000)
    told = page.evaluate(_TIMED % act if act else "Number(document.documentElement.dataset.ready)")
    context.close()
    return float(told) / 1000
