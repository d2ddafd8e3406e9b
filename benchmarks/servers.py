"""The two servers that are compared, each in a process of its own with the same quads in memory."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final
from urllib.request import Request, urlopen

__all__ = ["TOOLS", "bare", "memory_of", "ours"]

TOOLS: Final = Path(sys.executable).parent


@contextmanager
def ours(folder: Path, workers: int) -> Iterator[tuple[int, int]]:
    """Run `answerable serve` on a free port; give its port and process."""
    command = [TOOLS / "answerable", "serve", "--store", folder, "--port", "0", "--workers", str(workers)]
    with tempfile.TemporaryFile("w+") as log, subprocess.Popen(command, stderr=log) as server:
        try:
            yield _port_in(log, server), server.pid
        finally:
            server.terminate()


def _port_in(log: IO[str], server: subprocess.Popen[bytes]) -> int:
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
    """Run `oxigraph serve` in memory, its default graph the union as ours is, filled with the quads; give its port."""
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
            with urlopen(request) as answer:  # noqa: S310 - the server just started
                answer.read()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("oxigraph does not answer")


def _free_port() -> int:
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
