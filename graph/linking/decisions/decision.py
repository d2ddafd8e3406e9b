"""One line of a decisions file."""

from __future__ import annotations

from dataclasses import dataclass

from answerable.graph.linking.decisions.judgement import Judgement

__all__ = ["Decision"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody judged of a pair of holders, and when.

    The labels are what was printed on the day: they are there for whoever reads the file and decide nothing.
    """

    date: str
    """The day, as YYYY-MM-DD."""
    user: str
    judgement: Judgement
    one: str
    """The address of one holder."""
    one_label: str
    other: str
    """The address of the other."""
    other_label: str
    note: str = ""
    line: int = 0
    """Where it stands in its file, counted from 1; 0 where it is not written yet."""

    @property
    def pair(self) -> frozenset[str]:
        """The two addresses: which of them comes first means nothing."""
        return frozenset((self.one, self.other))

    def __str__(self) -> str:
        """Say it in a line that a person can read."""
        note = f" ({self.note})" if self.note else ""
        pair = f"{self.one_label or self.one!r} and {self.other_label or self.other!r}"
        return f"line {self.line}: {self.user} on {self.date}: {pair}: {self.judgement}{note}"
