"""Run every block of docs/how-to/clients.md against a served build, and write what came to docs/how-to/clients-run.md.

    python tools/record_clients.py STORE

`STORE` is the folder of a build; the page says of how many plans. Long answers are shown by their first lines.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import IO, Final

import answerable

__all__ = ["main", "page"]

ROOT: Final = Path(__file__).resolve().parent.parent
TOOLS: Final = Path(sys.executable).parent
SHOWN: Final = "http://127.0.0.1:8000"
LINES, WIDTH = 6, 110


def page(store: Path) -> str:
    """Give the page: each block as it stands there, and what it said."""
    counts = answerable.open_store(store).manifest["counts"]
    curl = subprocess.run(
        ["/usr/bin/env", "curl", "--version"], check=True, capture_output=True, text=True
    ).stdout.split()[1]
    clients = ", ".join(f"{name} {version(name)}" for name in ("SPARQLWrapper", "rdflib", "pandas"))
    over = f"over a build of {counts['plans']} plans, with curl {curl}, {clients}"
    what = "every block of [Ask a served graph from other programs](clients.md), run against `answerable serve`"
    parts = [
        "# Clients, as they were run",
        f"Written by `tools/record_clients.py`: {what} {over}.",
    ]
    with _served(store) as address:
        for title, kind, block in _blocks():
            parts += [f"## {title}", f"```{kind}\n{block}```", f"```text\n{_said(kind, block, address)}```"]
    return "\n\n".join(parts) + "\n"


def _blocks() -> Iterator[tuple[str, str, str]]:
    """Give the blocks under headings; what stands above the first starts the server."""
    title = ""
    text = (ROOT / "docs" / "how-to" / "clients.md").read_text("utf-8")
    for heading, kind, block in re.findall(r"^## ([^\n]+)$|^```(sh|python)\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        title = heading or title
        if block and title:
            yield title, kind, block


@contextmanager
def _served(store: Path) -> Iterator[str]:
    command = [TOOLS / "answerable", "serve", "--store", store, "--port", "0", "--workers", "1"]
    with tempfile.TemporaryFile("w+") as log, subprocess.Popen(command, stderr=log) as server:
        try:
            yield _address_in(log, server)
        finally:
            server.terminate()


def _address_in(log: IO[str], server: subprocess.Popen[bytes]) -> str:
    while server.poll() is None:
        log.seek(0)
        if found := re.search(r"Serving at (http://\S+)/ ", log.read()):
            return found[1]
        time.sleep(0.1)
    log.seek(0)
    raise SystemExit(log.read())


def _said(kind: str, block: str, address: str) -> str:
    here = block.replace(SHOWN, address)
    command = [sys.executable, "-c", here] if kind == "python" else ["bash", "-euc", here]
    path = f"{TOOLS}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(command, env={**os.environ, "PATH": path}, check=False, capture_output=True, text=True)
    lines = (done.stdout + done.stderr).replace(address, SHOWN).splitlines()
    shown = [(line if len(line) <= WIDTH else line[:WIDTH] + "...").rstrip() for line in lines[:LINES]]
    left = [f"... and {len(lines) - LINES} lines more"] if len(lines) > LINES else []
    return "\n".join([*shown, *left, f"(exit code {done.returncode})"]) + "\n"


def main(store: Path) -> None:
    """Write the page."""
    (ROOT / "docs" / "how-to" / "clients-run.md").write_text(page(store), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
