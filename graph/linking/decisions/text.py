"""Decisions as text: tab-separated, one to a line, under a line of column names; see docs/how-to/decisions.md."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Final

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
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise DecisionError(f"{path.name}: byte {error.start} is no UTF-8 text; save the file as UTF-8") from error
    return parse_decisions(text, path.name)


def parse_decisions(text: str, name: str) -> Decisions:
    """Read decisions from a text; otherwise the same as `load_decisions`."""
    standing = Standing()
    entries: list[Decision] = []
    for number, line in _lines(text):
        try:
            decision = _decision(line, number)
            standing.take(decision)
        except (DecisionError, BadAddressError) as error:
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


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        heading = line.split("\t")[0].strip() == COLUMNS[0]
        if line.strip() and not line.startswith("#") and not heading:
            yield number, line


def _decision(line: str, number: int) -> Decision:
    values = [value.strip() for value in line.split("\t")]
    if not len(COLUMNS) - 1 <= len(values) <= len(COLUMNS):
        raise DecisionError(f"{len(values)} columns; write {', '.join(COLUMNS)}, parted by tabs")
    day, user, judged, one, one_label, other, other_label, *note = values
    if not user:
        raise DecisionError("no user; write who decided in the second column")
    if checked_iri(one) == checked_iri(other):
        raise DecisionError(f"both addresses are {one}; name two holders")
    return Decision(_day(day), user, _judgement(judged), one, one_label, other, other_label, "".join(note), number)


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise DecisionError(f"{text!r} is no day; write it as YYYY-MM-DD") from error


def _judgement(text: str) -> Judgement:
    try:
        return Judgement(text.casefold())
    except ValueError as error:
        raise DecisionError(f"{text!r} is no judgement; write one of {', '.join(Judgement)}") from error
