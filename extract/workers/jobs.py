"""How many workers suit a number of documents, where nobody said."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Final

from answerable.extract.source import Given

__all__ = ["suited"]

_MANY: Final = 50
"""From so many documents on, reading them side by side saves more time than loading the libraries once more takes."""
_MOST: Final = 4
"""Whoever takes the records in order, to put a graph together, keeps up with no more workers."""


def suited(files: Iterable[Given]) -> tuple[int, Iterator[Given]]:
    """Give how many workers should read some files, and the files again: few by one, many by one for each processor."""
    rest = iter(files)
    first = list(islice(rest, _MANY))
    jobs = min(_processors(), _MOST) if len(first) == _MANY else 1
    return jobs, chain(first, rest)


def _processors() -> int:
    """The processors that this process may use, which can be fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
