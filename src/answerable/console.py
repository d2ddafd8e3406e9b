"""Where a command's words go: answers to a file or standard output, lines and progress to standard error."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TypeVar

__all__ = ["STANDARD", "opened", "opened_for_bytes", "read_from", "say", "watched"]

STANDARD = "-"
"""Stands for standard input among files to read, and for standard output as a file to write."""

_Item = TypeVar("_Item")


def say(line: str) -> None:
    """Tell a person one line, on standard error, so that pipes stay clean."""
    print(line, file=sys.stderr)  # noqa: T201 - a command line talks


@contextmanager
def opened(to: str) -> Iterator[IO[str]]:
    """Open what an answer is written to; a file takes its place when it is whole."""
    if to == STANDARD:
        yield sys.stdout
        return
    with opened_for_bytes(to) as stream:
        text = io.TextIOWrapper(stream, "utf-8", newline="\n")
        yield text
        text.detach()


@contextmanager
def read_from(name: str) -> Iterator[IO[str]]:
    """Open what a command reads line by line."""
    if name == STANDARD:
        yield sys.stdin
        return
    with Path(name).open(encoding="utf-8") as stream:
        yield stream


@contextmanager
def opened_for_bytes(to: str) -> Iterator[IO[bytes]]:
    """Open what a file of any kind is written to; it takes its place when it is whole."""
    if to == STANDARD:
        yield sys.stdout.buffer
        return
    from answerable.exports.whole import whole_file

    with whole_file(Path(to)) as stream:
        yield stream


def watched(items: Sequence[_Item], what: str) -> Iterator[_Item]:
    """Go through items, with a progress bar where somebody is watching and there is something to wait for.

    Somebody is watching where standard error is a terminal. A command that prints to that terminal as it goes would
    have the bar drawn into its words, and does not ask for one.
    """
    if len(items) < 2 or not sys.stderr.isatty():
        yield from items
        return
    from answerable.progress import shown

    yield from shown(items, what)
