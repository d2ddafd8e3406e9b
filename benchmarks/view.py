"""How soon the interactive view is ready, and how large it is, at 3, 30 and 300 plans; and a bare picture beside it.

Ready is when the page says so: its data open, the first picture drawn, every control there; in headless Chromium
without a network, the median of five fresh openings. The peer is a page with nothing but vis-network, which draws as
many marks and ties as our first picture at places that are given, without labels of its own making, search, filters,
tables or evidence. Run by `make bench`.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

from plans import write_plans
from playwright.sync_api import sync_playwright

import answerable
from answerable.exports.view import read_view, write_view
from answerable.exports.view.networks import drawings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from answerable.exports.view.networks import Drawing

__all__ = ["main"]

CHROMIUM: Final = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ROUNDS: Final = 5
FLOORS: Final = {3: 2.0, 30: 2.0, 300: 4.0}
"""Seconds in which the page of so many plans must be ready."""
LARGEST: Final = 1.5
"""Megabytes that a page may have."""
PEER: Final = """<!doctype html><meta charset="utf-8"><div id="p" style="height:700px"></div><script>{library}</script>
<script>
const network = new vis.Network(document.getElementById("p"), {data}, {{
  physics: false, layout: {{ improvedLayout: false }}, nodes: {{ shape: "dot" }}, edges: {{ smooth: false }} }});
network.once("afterDrawing", () => {{ document.documentElement.dataset.ready = Math.round(performance.now()); }});
</script>"""


def bare(drawing: Drawing) -> str:
    """Give a page with nothing but the picture, by vis-network alone."""
    marks = [{"id": mark.key, "x": mark.x, "y": mark.y, "size": mark.size} for mark in drawing.marks]
    known = {mark.key for mark in drawing.marks}
    ties = [{"from": tie.source, "to": tie.target} for tie in drawing.ties if {tie.source, tie.target} <= known]
    library = (files("pyvis") / "lib/vis-9.1.2/vis-network.min.js").read_text(encoding="utf-8")
    data = json.dumps({"nodes": marks, "edges": ties}).replace("<", "\\u003c")
    return PEER.format(library=library, data=data)


def ready(browser: Browser, page_file: Path) -> float:
    """Give the seconds until a page is ready, the median of several fresh openings."""
    times = []
    for _ in range(ROUNDS):
        context = browser.new_context(offline=True, viewport={"width": 1440, "height": 1000})
        page = context.new_page()
        page.goto(page_file.as_uri())
        page.wait_for_selector("html[data-ready]", timeout=60_000)
        times.append(float(page.evaluate("document.documentElement.dataset.ready")) / 1000)
        context.close()
    return statistics.median(times)


def measured(browser: Browser, folder: Path, counts: list[int]) -> Iterator[tuple[int, float, float]]:
    """Measure each number of plans, tell a row of the table, and give (plans, seconds, megabytes)."""
    for count in counts:
        write_plans(folder / f"plans{count}", count)
        answerable.build(folder / f"plans{count}", to=folder / f"store{count}")
        store = answerable.open_store(folder / f"store{count}")
        started = time.perf_counter()
        made = write_view(store, folder / f"{count}.html")
        taken = time.perf_counter() - started
        drawing = drawings(read_view(store))["ownership"]
        (folder / f"bare{count}.html").write_text(bare(drawing), encoding="utf-8")
        ours, theirs = ready(browser, folder / f"{count}.html"), ready(browser, folder / f"bare{count}.html")
        size = made.size / 1e6
        other = (folder / f"bare{count}.html").stat().st_size / 1e6
        sys.stdout.write(
            f"{count:>6} {made.nodes:>7,} {made.drawn:>6} {taken:>8.1f} s {ours:>8.2f} s {size:>7.2f} MB"
            f" {theirs:>8.2f} s {other:>7.2f} MB\n"
        )
        yield count, ours, size


def main(counts: list[int]) -> int:
    """Measure, print the table, and say what is slower or larger than it may be."""
    sys.stdout.write(f"{'plans':>6} {'things':>7} {'drawn':>6} {'made in':>10} {'ready':>10} {'size':>10}")
    sys.stdout.write(f" {'bare':>10} {'size':>10}\n")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--headless", "--no-sandbox"])
        rows = list(measured(browser, Path(folder), counts))
        browser.close()
    late = [f"{count} plans: ready after {took:.2f} s" for count, took, _ in rows if took > FLOORS.get(count, 4.0)]
    large = [f"{count} plans: {size:.2f} MB" for count, _, size in rows if size > LARGEST]
    sys.stdout.writelines(f"over the floor: {trouble}\n" for trouble in (*late, *large))
    return 1 if late or large else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Measure the interactive view.")
    parser.add_argument("counts", nargs="*", type=int, default=[3, 30, 300], help="numbers of plans")
    sys.exit(main(parser.parse_args().counts))
