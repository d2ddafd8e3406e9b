"""The bar that shows how far a command has come: how many of how many, how fast, and how long it will take still."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

__all__ = ["Rate", "shown"]

_Item = TypeVar("_Item")


class Rate(ProgressColumn):
    """How many are done in a second, or in how many seconds one is, as soon as there is something to go by."""

    def render(self, task: Task) -> Text:
        """Write the rate."""
        speed = task.finished_speed or task.speed
        if not speed:
            return Text("")
        return Text(f"{speed:.1f}/s" if speed >= 1 else f"{1 / speed:.1f} s each")


def shown(items: Sequence[_Item], what: str) -> Iterator[_Item]:
    """Go through items, with a bar on standard error that is gone when all are done."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as progress:
        yield from progress.track(items, description=what)
