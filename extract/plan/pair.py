"""One printed owner with its date: what the lists in a row's cells are paired to."""

from __future__ import annotations

from typing import NamedTuple

from answerable.extract.document import NOTHING, Passage

__all__ = ["Pair"]


class Pair(NamedTuple):
    """One printed owner with its date, and what an update column says of them.

    `owner` and `due` are what their own cells print, and empty where a cell is; `holders` are the words that name who
    owns, those of the pair above where `inherited`; `when` are those that say when. `row` counts rows of the
    recommendation; `certain` is False where the lists in the cells do not match and order alone decided. `labels` are
    those of actions ("1.2"), repeated before owner or date; `level` says that the lists differ in length and what
    stands beside what on the page paired them.
    """

    row: int
    owner: Passage
    holders: Passage
    due: Passage
    when: Passage
    inherited: bool = False
    certain: bool = True
    labels: tuple[str, ...] = ()
    level: bool = False
    update: Passage = NOTHING
    revised: Passage = NOTHING

    def with_owner_end(self, end: Passage) -> Pair:
        """Give the pair with the end of its owner put to it; words that it inherited stay as they are."""
        return self._replace(owner=self.owner + end, holders=self.holders + (NOTHING if self.inherited else end))
