"""RDF servers that were not written here, each started in a folder of its own on free ports of this machine."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

from answerable.graph.remote import Credentials

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Server", "free_port", "oxigraph", "running", "virtuoso"]

_VIRTUOSO = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{port}
NumberOfBuffers = 10000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
[SPARQL]
ResultSetMaxRows = 1000000
"""


@dataclass(frozen=True)
class Server:
    query: str
    store: str
    update: str
    credentials: Credentials


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(command: list[str], folder: Path, url: str, seconds: float = 60) -> Iterator[None]:
    """Run a server until it answers at `url`, and end it in the end."""
    with (
        (folder / "out.log").open("wb") as log,
        subprocess.Popen(command, cwd=folder, stdout=log, stderr=log) as server,
    ):
        try:
            _wait(server, url, seconds)
            yield
        finally:
            server.terminate()
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                server.kill()


def _wait(server: subprocess.Popen[bytes], url: str, seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        assert server.poll() is None, "the server ended before it answered"
        try:
            if httpx.get(url, timeout=5).status_code < 500:
                return
        except httpx.TransportError:
            time.sleep(0.05)
    raise TimeoutError(url)


@contextmanager
def oxigraph(folder: Path) -> Iterator[Server]:
    binary = Path(sys.executable).parent / "oxigraph"
    if not binary.exists():
        pytest.skip(f"the oxigraph server is not at {binary}")
    port = free_port()
    root = f"http://127.0.0.1:{port}"
    with running([str(binary), "serve", "--bind", f"127.0.0.1:{port}"], folder, f"{root}/query?query=ASK%7B%7D"):
        yield Server(f"{root}/query", f"{root}/store", f"{root}/update", Credentials())


@contextmanager
def virtuoso(folder: Path) -> Iterator[Server]:
    binary = shutil.which("virtuoso-t")
    if binary is None:
        pytest.skip("virtuoso-t is not installed (Debian: virtuoso-opensource)")
    http = free_port()
    root = f"http://127.0.0.1:{http}"
    (folder / "virtuoso.ini").write_text(_VIRTUOSO.format(port=free_port(), http=http))
    with running([binary, "+foreground", "+configfile", "virtuoso.ini"], folder, f"{root}/sparql?query=ASK%7B%7D"):
        yield Server(
            f"{root}/sparql",
            f"{root}/sparql-graph-crud-auth",
            f"{root}/sparql-auth",
            Credentials(user="dba", password="dba"),  # noqa: S106 - the password of every new Virtuoso
        )
