"""The parts of a build that are about no one document: each is made again only where what it depends on changed."""

from __future__ import annotations

from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

from answerable.graph.snapshots.gist import gist_of_lines
from answerable.graph.snapshots.sorting import sorted_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from answerable.graph.snapshots.corpus.sums import Sums
    from answerable.graph.snapshots.lines import KeptLines

    Making = Callable[[], Iterable[str]]

__all__ = ["SharedParts"]


class SharedParts:
    """The parts of one build by name, kept as lines and counted in the sums of its corpus."""

    def __init__(self, made: KeptLines, sums: Sums) -> None:
        self._made = made
        self._sums = sums
        self._parts: dict[str, tuple[str, Making]] = {}

    def put(self, name: str, depends_on: object, lines: Making, *, alone: bool = True) -> None:
        """Take a part, whose lines are made where what they depend on is not what it was in the last build.

        `alone` says that no document can have one of the lines.
        """
        key = sha256(repr(depends_on).encode()).hexdigest()[:32]
        self._parts[name] = key, lines
        if self._sums.key(name) != key:
            found = {*lines()}
            self._made.keep(name, key, sorted_text(found))
            self._sums.put(name, key, gist_of_lines(found, alone=alone))

    def keep(self, beginning: str, lines: Callable[[str], Iterable[str]]) -> None:
        """Take the parts of the last build whose names begin so, as they are; `lines` makes one by its name's rest."""
        for name, key in self._sums.parts(beginning).items():
            self._parts[name] = key, partial(lines, name.removeprefix(beginning))

    def drop_others(self, beginning: str) -> None:
        """Drop the parts of the last build whose names begin so and that were not taken in this one."""
        for gone in self._sums.parts(beginning).keys() - self._parts.keys():
            self._sums.drop(gone)
            self._made.drop(gone)

    def texts(self) -> Iterator[bytes]:
        """Give each part as a sorted text."""
        for name, (key, lines) in self._parts.items():
            text = self._made.lines(name, key)
            yield sorted_text(lines()) if text is None else text
