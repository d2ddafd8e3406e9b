"""The named questions over HTTP: `answerable serve` beside the bare `oxigraph serve`, on the same data in one run.

    python benchmarks/serve.py [--plans 60] [--seconds 10] [--steady 60] [--swapping 120] [--write]

1. Every question at 1 client, computed anew each time (a comment makes each text new), and again as it is kept.
2. All questions in turn at 1, 8 and 32 clients: throughput, median and p99 of both servers.
3. 32 clients for a minute: no error but an honest 503, and memory that stays where it was.
4. Mixed load while another snapshot becomes current every 20 s: no failed request.

Both servers hold the data in memory, and both are asked by the same client, which is a process of its own.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from urllib.request import Request, urlopen

from plans import write_plans

from answerable.graph import all_questions
from answerable.graph.binding import bound
from answerable.graph.layout import GRAPH_FILE
from answerable.graph.store import Store
from answerable.ontology.terms import PREFIXES

__all__ = ["main"]

TOOLS: Final = Path(sys.executable).parent
RESULTS: Final = Path(__file__).resolve().parent / "RESULTS.md"
CLIENTS: Final = (1, 8, 32)
SLOW, FLOOR_SLOW, FLOOR_QUICK, FLOOR_P99 = 10.0, 1.3, 1.5, 1.5
SWAP: Final = 20.0
HEAD_OF_PREFIXES: Final = "".join(f"PREFIX {name}: <{address}> " for name, address in PREFIXES.items())


@dataclass
class Load:
    """What came of some load: milliseconds by question, answers by status, and failures."""

    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    statuses: Counter[int] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def all_times(self) -> list[float]:
        return sorted(each for times in self.times.values() for each in times)

    def per_second(self) -> float:
        return sum(self.statuses.values()) / self.seconds

    def quantile(self, share: float) -> float:
        times = self.all_times
        return times[min(len(times) - 1, int(share * len(times)))] if times else float("nan")


def questions(store: Store) -> Mapping[str, str]:
    """Give the text of every named question, its parameters bound to what the graph holds."""
    post = _first(store, "SELECT ?l { ?p a org:Post ; skos:prefLabel ?l } ORDER BY ?l LIMIT 1")
    thing = _first(store, "SELECT ?l { ?p a ap:System ; skos:prefLabel ?l } ORDER BY ?l LIMIT 1")
    told = {"as_at": "2024-06-30", "month": "2021-03", "name": post, "only": ""}
    texts = {}
    for question in all_questions():
        values = {each.name: told[each.name] for each in question.parameters}
        if question.group.startswith("Programmes") and "name" in values:
            values["name"] = thing
        texts[question.name] = HEAD_OF_PREFIXES + bound(question.sparql, question.bind(values))
    return texts


def _first(store: Store, query: str) -> str:
    rows = store.select(query).rows
    return str(rows[0][0]) if rows else "nothing"


async def load(port: int, path: str, texts: Mapping[str, str], clients: int, seconds: float, *, anew: bool) -> Load:
    """Ask all questions in turn from so many connections at a time, each beginning at another."""
    came, names = Load(), list(texts)
    until = time.perf_counter() + seconds
    serial = iter(range(1, 10**9))

    async def one(first: int) -> None:
        connection = None
        turn = first * 7
        while time.perf_counter() < until:
            name = names[turn % len(names)]
            turn += 1
            text = f"{texts[name]}\n# {next(serial)}" if anew else texts[name]
            try:
                connection = connection or await asyncio.open_connection("127.0.0.1", port)
                started = time.perf_counter()
                status, keep = await exchange(*connection, path, text.encode())
                came.times[name].append((time.perf_counter() - started) * 1000)
                came.statuses[status] += 1
            except (OSError, asyncio.IncompleteReadError, ValueError) as error:
                came.failures.append(f"{name}: {error!r}")
                keep = False
            if not keep and connection:
                connection[1].close()
                connection = None

    started = time.perf_counter()
    await asyncio.gather(*map(one, range(clients)))
    came.seconds = time.perf_counter() - started
    return came


async def exchange(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, path: str, query: bytes
) -> tuple[int, bool]:
    """Ask once over a connection that is kept; give the status, and whether the connection can be kept."""
    writer.write(
        b"POST %s HTTP/1.1\r\nHost: localhost\r\nAccept: application/sparql-results+json\r\n"
        b"Content-Type: application/sparql-query\r\nContent-Length: %d\r\n\r\n%s" % (path.encode(), len(query), query)
    )
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    status = int(head.split(b" ", 2)[1])
    if length := re.search(rb"content-length: (\d+)", head):
        await reader.readexactly(int(length[1]))
    else:
        while size := int((await reader.readuntil(b"\r\n")).split(b";")[0], 16):
            await reader.readexactly(size + 2)
        await reader.readexactly(2)
    return status, b"connection: close" not in head


@contextmanager
def ours(folder: Path, workers: int) -> Iterator[tuple[int, int]]:
    """Run `answerable serve` on a free port; give its port and process."""
    command = [TOOLS / "answerable", "serve", "--store", folder, "--port", "0", "--workers", str(workers)]
    with tempfile.TemporaryFile("w+") as log, subprocess.Popen(command, stderr=log) as server:
        try:
            yield _port_in(log, server), server.pid
        finally:
            server.terminate()


def _port_in(log: Any, server: subprocess.Popen[bytes]) -> int:  # noqa: ANN401 - an open file
    for _ in range(600):
        log.seek(0)
        if found := re.search(r"Serving at http://[\d.]+:(\d+)/", log.read()):
            return int(found[1])
        if server.poll() is not None:
            break
        time.sleep(0.1)
    log.seek(0)
    raise SystemExit(log.read())


@contextmanager
def bare(quads: Path) -> Iterator[int]:
    """Run `oxigraph serve` in memory, filled with the same quads; give its port."""
    port = _free_port()
    command = [TOOLS / "oxigraph", "serve", "--bind", f"127.0.0.1:{port}", "--union-default-graph"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as server:
        try:
            _fill(port, quads.read_bytes())
            yield port
        finally:
            server.kill()


def _fill(port: int, data: bytes) -> None:
    request = Request(f"http://127.0.0.1:{port}/store", data, {"Content-Type": "application/n-quads"}, method="POST")
    for _ in range(100):
        try:
            with urlopen(request) as answer:  # noqa: S310 - as above
                answer.read()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("oxigraph does not answer")


def _free_port() -> int:
    import socket  # noqa: PLC0415 - for one line

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def memory_of(process: int) -> float:
    """Give the megabytes that a process and those it started hold."""
    pages = 0
    for each in (process, *_children(process)):
        try:
            pages += int(Path(f"/proc/{each}/statm").read_text("ascii").split()[1])
        except OSError:
            continue
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _children(process: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text("utf-8").rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == process:
            found.append(int(stat.parent.name))
    return found


def asked(port: int, path: str, texts: Mapping[str, str], clients: int, seconds: float, *, anew: bool = True) -> Load:
    """Load a server from here."""
    return asyncio.run(load(port, path, texts, clients, seconds, anew=anew))


def told_of_questions(mine: Load, kept: Load, theirs: Load) -> Iterator[str]:
    """Give a line for each question: medians at one client, and whether the floor holds."""
    yield "| question | bare ms | ours ms | ratio | kept ms | |"
    yield "|-|-:|-:|-:|-:|-|"
    for name in sorted(theirs.times, key=lambda each: statistics.median(theirs.times[each])):
        a, b, c = (statistics.median(each.times[name]) for each in (theirs, mine, kept))
        floor = FLOOR_SLOW if a > SLOW else FLOOR_QUICK
        yield f"| {name} | {a:.2f} | {b:.2f} | {b / a:.2f} | {c:.2f} | {'holds' if b / a <= floor else 'misses'} |"


def told_of_clients(pairs: Mapping[int, tuple[Load, Load, Load]]) -> Iterator[str]:
    """Give a line for each number of clients."""
    yield "| clients | bare per s | ours per s | kept per s | bare p50 | ours p50 | bare p99 | ours p99 | p99 ratio | |"
    yield "|-:|-:|-:|-:|-:|-:|-:|-:|-:|-|"
    for clients, (theirs, mine, kept) in pairs.items():
        ratio = mine.quantile(0.99) / theirs.quantile(0.99)
        rates = " | ".join(f"{each.per_second():,.0f}" for each in (theirs, mine, kept))
        times = " | ".join(f"{load.quantile(share):.1f}" for share in (0.5, 0.99) for load in (theirs, mine))
        verdict = "holds" if ratio <= FLOOR_P99 else "misses"
        yield f"| {clients} | {rates} | {times} | {ratio:.2f} | {verdict} |"


def steady(folder: Path, texts: Mapping[str, str], seconds: float, workers: int) -> Iterator[str]:
    """Load with 32 clients and watch the memory."""
    with ours(folder, workers) as (port, process):
        asked(port, "/sparql", texts, 32, min(seconds, 10.0))
        before = memory_of(process)
        came = asked(port, "/sparql", texts, 32, seconds)
        after = memory_of(process)
    yield f"32 clients for {seconds:g} s: {_outcome(came)}; memory {before:,.0f} MB before, {after:,.0f} MB after."


def swapping(folder: Path, texts: Mapping[str, str], seconds: float, workers: int) -> Iterator[str]:
    """Load with 8 clients while the two snapshots of a store take turns."""
    names = [each.name for each in (folder / "snapshots").iterdir()]

    async def turns() -> int:
        count = 0
        while True:
            await asyncio.sleep(SWAP)
            count += 1
            command = [TOOLS / "answerable", "snapshots", "use", names[count % 2], "--store", folder]
            done = await asyncio.create_subprocess_exec(*map(str, command), stdout=-3, stderr=-3)
            await done.wait()

    async def both(port: int) -> tuple[Load, int]:
        turning = asyncio.create_task(turns())
        came = await load(port, "/sparql", texts, 8, seconds, anew=True)
        turning.cancel()
        with urlopen(f"http://127.0.0.1:{port}/metrics") as answer:  # noqa: ASYNC210 - all is over by then
            swapped = re.search(rb"snapshots_swapped_total (\d+)", answer.read())
        return came, int(swapped[1]) if swapped else 0

    with ours(folder, workers) as (port, process):
        came, swaps = asyncio.run(both(port))
        held = memory_of(process)
    yield f"8 clients for {seconds:g} s, {swaps} snapshots taken up: {_outcome(came)}; memory then {held:,.0f} MB."


def _outcome(came: Load) -> str:
    statuses = ", ".join(f"{count:,} times {status}" for status, count in sorted(came.statuses.items()))
    return f"{statuses}; {len(came.failures)} failed {came.failures[:3] or ''}".strip()


def build(folder: Path, plans: int) -> Path:
    """Build a store with two snapshots: one without the last plan, and the current one with all."""
    write_plans(folder / "plans", plans)
    documents = sorted((folder / "plans").iterdir())
    command: Sequence[object] = (TOOLS / "answerable", "build", "--to", folder / "store")
    for some in (documents[:-1], documents):
        subprocess.run([*map(str, command), *map(str, some)], check=True, capture_output=True)
    return folder / "store"


def measured(folder: Path, options: argparse.Namespace) -> Iterator[str]:
    """Measure everything, and give the lines of the report."""
    store = Store.open(folder)
    texts = questions(store)
    quads = store.directory / GRAPH_FILE
    plans = store.manifest["counts"]["plans"]
    yield f"{plans} plans, {len(store):,} quads, {len(texts)} questions; {os.cpu_count()} processors.\n"
    pairs: dict[int, tuple[Load, Load, Load]] = {}
    with bare(quads) as theirs, ours(folder, options.workers) as (mine, _):
        for clients in CLIENTS:
            for port, path in ((theirs, "/query"), (mine, "/sparql")):
                asked(port, path, texts, clients, 1.0)
            seconds = options.seconds * (2 if clients == 1 else 1)
            first = asked(theirs, "/query", texts, clients, seconds)
            second = asked(mine, "/sparql", texts, clients, seconds)
            asked(mine, "/sparql", texts, clients, 2.0, anew=False)
            pairs[clients] = (first, second, asked(mine, "/sparql", texts, clients, options.seconds, anew=False))
    theirs_, mine_, kept_ = pairs[1]
    yield from told_of_questions(mine_, kept_, theirs_)
    yield ""
    yield from told_of_clients(pairs)
    yield ""
    if options.steady:
        yield from steady(folder, texts, options.steady, options.workers)
    if options.swapping:
        yield from swapping(folder, texts, options.swapping, options.workers)


def main(options: argparse.Namespace) -> None:
    """Print the report, and write it where that is asked for."""
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        store = options.store or build(Path(folder), options.plans)
        for line in measured(store, options):
            print(line, flush=True)
            lines.append(line)
    if options.write:
        command = "python benchmarks/serve.py " + " ".join(sys.argv[1:])
        RESULTS.write_text(f"# Serving, beside the bare engine\n\n`{command}`\n\n" + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--plans", type=int, default=60)
    parser.add_argument("--store", type=Path, help="a store that is built already")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=10.0, help="of each load")
    parser.add_argument("--steady", type=float, default=60.0, help="seconds; 0 leaves it out")
    parser.add_argument("--swapping", type=float, default=120.0, help="seconds; 0 leaves it out")
    parser.add_argument("--write", action="store_true", help="write benchmarks/RESULTS.md")
    main(parser.parse_args())
