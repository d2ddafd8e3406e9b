"""A load of questions on a SPARQL server, and what came of it: the same client for whatever server."""

from __future__ import annotations

import asyncio
import re
import statistics
import time
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Final, NamedTuple

__all__ = ["Load", "Target", "asked", "in_turns", "load"]

_SERIAL: Final = count(1)


class Target(NamedTuple):
    """A server to load: where it is, and whether every text is to be new to it, so that nothing kept will do."""

    port: int
    path: str
    anew: bool = True

    def text(self, query: str) -> bytes:
        """Give a query as it is sent."""
        return (f"{query}\n# {next(_SERIAL)}" if self.anew else query).encode()


@dataclass
class Load:
    """What came of some load: milliseconds by question, answers by status, and failures."""

    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    statuses: Counter[int] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def median(self, name: str) -> float:
        """Give the median of a question."""
        return statistics.median(self.times[name])

    def quantile(self, share: float) -> float:
        """Give a quantile over all questions."""
        times = sorted(each for times in self.times.values() for each in times)
        return times[min(len(times) - 1, int(share * len(times)))]

    def per_second(self) -> float:
        """Give how many answers came in a second."""
        return sum(self.statuses.values()) / self.seconds

    def told(self) -> str:
        """Tell how it went."""
        statuses = ", ".join(f"{times:,} times {status}" for status, times in sorted(self.statuses.items()))
        return "; ".join([statuses, *self.failures[:3]])


class _Client:
    """A connection that is kept as long as the server keeps it."""

    def __init__(self, target: Target, came: Load) -> None:
        self._target = target
        self._came = came
        self._connection: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, name: str, query: str) -> None:
        """Ask once, and note how long it took and what came."""
        text, keep = self._target.text(query), False
        try:
            self._connection = self._connection or await asyncio.open_connection("127.0.0.1", self._target.port)
            started = time.perf_counter()
            status, keep = await _exchange(*self._connection, self._target.path, text)
            self._came.times[name].append((time.perf_counter() - started) * 1000)
            self._came.statuses[status] += 1
        except (OSError, asyncio.IncompleteReadError, ValueError) as error:
            self._came.failures.append(f"{name}: {error!r}")
        if not keep:
            self.close()

    def close(self) -> None:
        """End the connection."""
        if self._connection:
            self._connection[1].close()
            self._connection = None


async def load(target: Target, texts: Mapping[str, str], clients: int, seconds: float, came: Load) -> None:
    """Ask all questions in turn from so many connections at a time, each beginning at another."""
    names = list(texts)
    started = time.perf_counter()

    async def one(first: int) -> None:
        client = _Client(target, came)
        for turn in count(first * 7):
            if time.perf_counter() > started + seconds:
                break
            await client.ask(names[turn % len(names)], texts[names[turn % len(names)]])
        client.close()

    await asyncio.gather(*map(one, range(clients)))
    came.seconds += time.perf_counter() - started


def asked(target: Target, texts: Mapping[str, str], clients: int, seconds: float, came: Load | None = None) -> Load:
    """Load a server, and give what came of it, added to what came before."""
    came = came or Load()
    asyncio.run(load(target, texts, clients, seconds, came))
    return came


def in_turns(targets: Mapping[str, Target], texts: Mapping[str, str], seconds: float) -> Mapping[str, Load]:
    """Ask each question of each server in turn from one client until the time is over, after a round for nothing."""
    return asyncio.run(_in_turns(targets, texts, seconds))


async def _in_turns(targets: Mapping[str, Target], texts: Mapping[str, str], seconds: float) -> Mapping[str, Load]:
    came = {name: Load() for name in targets}
    clients = {name: _Client(target, came[name]) for name, target in targets.items()}
    until, rounds = time.perf_counter() + seconds, 0
    while rounds < 6 or time.perf_counter() < until:  # five that count
        for name, query in texts.items():
            for client in clients.values():
                await client.ask(name, query)
        rounds += 1
        if rounds == 1:
            for each in came.values():
                each.times.clear()
    for client in clients.values():
        client.close()
    return came


async def _exchange(
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
