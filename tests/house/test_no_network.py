"""The core asks nothing of the network: every command runs where any attempt is noted, workers included."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from answerable.outcome import Outcome
from tests.graph.snapshots.papers import NAMES, write_paper
from tests.twins.as_docx import as_docx
from tests.twins.plans import NAMED

NOTES: Final = """
import os, sys
def note(event, told):
    if event in {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}:
        with open(os.environ["NOTED"], "a") as notes:
            print(event, told[1:], file=notes)
sys.addaudithook(note)
"""
"""Python runs this as it starts, in every process, and tells it of every use of the network before it happens."""

COMMANDS: Final = (
    ("read", "{papers}", "--to", "{out}/records.jsonl"),
    ("build", "{papers}", "--to", "{out}/store"),
    ("query", "owners", "--store", "{out}/store"),
    ("check", "--store", "{out}/store"),
    ("view", "--store", "{out}/store", "--to", "{out}/view.html"),
    ("brief", "organisation", "Ash Vale CRC", "--store", "{out}/store", "--to", "{out}/brief.html"),
    ("figure", "status", "--store", "{out}/store", "--to", "{out}/figure.svg"),
    ("export", "register", "--store", "{out}/store", "--to", "{out}/register.xlsx"),
)


@pytest.fixture
def noted(tmp_path: Path) -> dict[str, str]:
    """The environment of a process whose uses of the network are noted."""
    (tmp_path / "hook").mkdir()
    (tmp_path / "hook" / "sitecustomize.py").write_text(NOTES)
    return {**os.environ, "PYTHONPATH": str(tmp_path / "hook"), "NOTED": str(tmp_path / "noted.txt")}


def test_no_command_that_reads_or_shows_makes_a_request(tmp_path: Path, noted: dict[str, str]) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    write_paper(papers, NAMES[0], 0)
    (papers / "named.docx").write_bytes(as_docx(NAMED))  # a packed file is read by a worker
    for command in COMMANDS:
        arguments = [part.format(papers=papers, out=tmp_path) for part in command]
        done = subprocess.run([sys.executable, "-m", "answerable", *arguments], env=noted, check=False)
        assert done.returncode == Outcome.DONE, command
    assert not Path(noted["NOTED"]).exists()


def test_that_a_request_would_be_noted(noted: dict[str, str]) -> None:
    command = ["query", "owners", "--endpoint", "http://127.0.0.1:1/"]
    done = subprocess.run([sys.executable, "-m", "answerable", *command], env=noted, check=False, capture_output=True)
    assert done.returncode == Outcome.FAILED
    assert "socket.connect" in Path(noted["NOTED"]).read_text()
