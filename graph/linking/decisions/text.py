"""Decisions as text: tab-separated, one to a line, under a line of column names; see docs/how-to/decisions.md."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Final

from answerable.extract.errors import KeptLineError
from answerable.extract.kept_lines import day_in, kept_lines, kept_text, values_in
from answerable.graph.errors import BadAddressError, DecisionError
from answerable.graph.linking.decisions.decision import Decision
from answerable.graph.linking.decisions.judgement import Judgement
from answerable.graph.linking.decisions.standing import Standing
from answerable.graph.notation import checked_iri

__all__ = ["COLUMNS", "Decisions", "append_decision", "as_line", "load_decisions", "parse_decisions"]

COLUMNS: Final = ("date", "user", "judgement", "one", "one label", "other", "other label", "note")
"""The columns of a decisions file; the note may be left out."""


@dataclass(frozen=True)
class Decisions:
    """The decisions of one file, in its order, and the hash of its content."""

    name: str = ""
    entries: tuple[Decision, ...] = ()
    sha256: str | None = None

    @cached_property
    def standing(self) -> Standing:
        """What they say together."""
        return Standing(self.entries)


def load_decisions(path: Path) -> Decisions:
    """Read a decisions file; raises DecisionError with file and line for what is ill-formed or goes against itself."""
    return parse_decisions(kept_text(path, DecisionError), path.name)


def parse_decisions(text: str, name: str) -> Decisions:
    """Read decisions from a text; otherwise the same as `load_decisions`."""
    standing = Standing()
    entries: list[Decision] = []
    for number, line in kept_lines(text, COLUMNS):
        try:
            decision = _decision(line, number)
            standing.take(decision)
        except (KeptLineError, BadAddressError) as error:
            raise DecisionError(f"{name}, line {number}: {error}") from error
        entries.append(decision)
    return Decisions(name, tuple(entries), sha256(text.encode()).hexdigest())


def append_decision(path: Path, decision: Decision) -> Decision:
    """Write a decision at the end of a file, which is made where it is missing, and give it with its line.

    Nothing is written where the decision goes against an earlier one: DecisionError says which.
    """
    before = path.read_text("utf-8") if path.exists() else ""
    start = before or "\t".join(COLUMNS) + "\n"
    whole = (start if start.endswith("\n") else start + "\n") + as_line(decision)
    after = parse_decisions(whole, path.name)
    with path.open("a", encoding="utf-8", newline="\n") as stream:
        stream.write(whole[len(before) :])
    return after.entries[-1]


def as_line(decision: Decision) -> str:
    """Give the line of a decision; tabs and line ends within a value become spaces."""
    holders = (decision.one, decision.one_label, decision.other, decision.other_label)
    values = (decision.date, decision.user, decision.judgement, *holders, *filter(None, [decision.note]))
    return "\t".join(" ".join(value.split()) for value in values) + "\n"


def _decision(line: str, number: int) -> Decision:
    day, user, judged, one, one_label, other, other_label, *note = values_in(line, COLUMNS)
    if not user:
        raise DecisionError("no user; write who decided in the second column")
    if checked_iri(one) == checked_iri(other):
        raise DecisionError(f"both addresses are {one}; name two holders")
    return Decision(day_in(day), user, _judgement(judged), one, one_label, other, other_label, "".join(note), number)


def _judgement(text: str) -> Judgement:
    try:
        return Judgement(text.casefold())
    except ValueError as error:
        raise DecisionError(f"{text!r} is no judgement; write one of {', '.join(Judgement)}") from error
