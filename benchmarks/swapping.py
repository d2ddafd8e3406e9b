"""Ten minutes of mixed load on `answerable serve` while another snapshot becomes current every 20 s: no failed request.

`python benchmarks/run.py swapping --with plans=6 seconds=45` is a short look.
"""

from __future__ import annotations

import asyncio
import re
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from pathlib import Path
from typing import Final
from urllib.request import urlopen

from answerable.graph.store import Store
from benchmarks.harness import Measured
from benchmarks.load import Load, Target, load
from benchmarks.served import built, questions
from benchmarks.servers import TOOLS, memory_of, ours

__all__ = ["measure"]

SWAP: Final = 20.0


def measure(plans: int = 20, seconds: float = 600.0, workers: int = 2) -> Iterator[Measured]:
    """Measure it on a graph of so many plans; the time in seconds."""
    came = Load()
    with tempfile.TemporaryDirectory() as folder:
        store = built(Path(folder), plans)
        texts = questions(Store.open(store))
        with ours(store, workers) as (port, process):
            asyncio.run(_with_turns(store, Target(port, "/sparql"), texts, seconds, came))
            swaps, held = _swaps(port), memory_of(process)
    failed = len(came.failures) + sum(times for status, times in came.statuses.items() if status != HTTPStatus.OK)
    what = f"8 clients for {seconds:g} s, a snapshot every {SWAP:g} s, failed"
    note = f"{swaps} snapshots taken up; {came.told()}; p99 {came.quantile(0.99):,.0f} ms; {held:,.0f} MB in the end"
    yield Measured(what, "", failed, unit="requests", floor=0, note=note)


async def _with_turns(folder: Path, target: Target, texts: Mapping[str, str], seconds: float, came: Load) -> None:
    turning = asyncio.create_task(_take_turns(folder))
    await load(target, texts, 8, seconds, came)
    turning.cancel()


async def _take_turns(folder: Path) -> None:
    """Make the snapshots of a store current in turn, for as long as the load lasts."""
    names = sorted(each.name for each in (folder / "snapshots").iterdir())
    turn = names.index((folder / "current").read_text("utf-8").strip())
    while True:
        await asyncio.sleep(SWAP)
        turn += 1
        command = (TOOLS / "answerable", "snapshots", "use", names[turn % len(names)], "--store", folder)
        done = await asyncio.create_subprocess_exec(*map(str, command), stdout=subprocess.DEVNULL)
        await done.wait()


def _swaps(port: int) -> int:
    with urlopen(f"http://127.0.0.1:{port}/metrics") as answer:
        found = re.search(rb"snapshots_swapped_total (\d+)", answer.read())
    return int(found[1]) if found else 0
