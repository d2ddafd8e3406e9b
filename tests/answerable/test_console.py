"""Answers go to standard output and nowhere else; progress is for somebody who watches."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")


def read_with_a_terminal_for_errors(*arguments: object) -> tuple[str, str]:
    """Run `answerable read` as at a shell whose output goes to a pipe; give what the pipe and the terminal got."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "answerable", "read", "--no-names", *map(str, arguments)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, env={**os.environ, "TERM": "xterm"})
    os.close(theirs)
    answer, _ = process.communicate()
    told = b""
    try:
        while part := os.read(ours, 65536):
            told += part
    except OSError:  # how Linux says that the other side is closed
        pass
    os.close(ours)
    return answer.decode(), told.decode()


def test_progress_is_shown_to_a_terminal_and_leaves_the_answer_clean(examples: Path) -> None:
    answer, told = read_with_a_terminal_for_errors(examples)
    assert "Reading" in told
    assert all(line.startswith('{"source"') for line in answer.splitlines())


def test_a_single_file_is_nothing_to_wait_for(examples: Path) -> None:
    answer, told = read_with_a_terminal_for_errors(min(examples.iterdir()))
    assert (len(answer.splitlines()), told) == (1, "")


def test_trouble_is_told_beside_the_progress(examples: Path, tmp_path: Path) -> None:
    _, told = read_with_a_terminal_for_errors(examples, tmp_path / "none.txt")
    words = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", told)  # colours and moves of the cursor are no words
    assert "none.txt:cannotbeopened" in "".join(words.split())
