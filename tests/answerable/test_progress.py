"""How far a command has come is shown where somebody watches, and nowhere else."""

from __future__ import annotations

import io
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from answerable.console import watched
from answerable.progress import Rate

if TYPE_CHECKING:
    from rich.progress import Task


class Terminal(io.StringIO):
    """A standard error at which somebody sits."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_is_shown_how_many_are_done_and_how_fast(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TERM", "xterm")
    assert list(watched(range(40), "Building")) == list(range(40))
    assert "Building" in terminal.getvalue()
    assert "40/40" in terminal.getvalue()


@pytest.mark.parametrize("stream", [io.StringIO(), Terminal()])
def test_a_pipe_is_shown_nothing_and_one_thing_needs_no_bar(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO
) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    items = range(1) if stream.isatty() else range(40)
    assert list(watched(items, "Building")) == list(items)
    assert not stream.getvalue()


@pytest.mark.parametrize(("speed", "told"), [(15.04, "15.0/s"), (0.25, "4.0 s each"), (None, "")])
def test_the_rate_is_told_in_the_unit_that_reads_better(speed: float | None, told: str) -> None:
    task = cast("Task", SimpleNamespace(finished_speed=None, speed=speed))
    assert Rate().render(task).plain == told
