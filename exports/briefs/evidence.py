"""The quotes of just those subjects that a briefing speaks of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from answerable.exports.facts import EvidenceIndex, Quote, Row, text_of
from answerable.exports.facts.words import place_in_words
from answerable.graph.notation import checked_iri

if TYPE_CHECKING:
    from answerable.exports.commitments import Plan
    from answerable.graph.askable import Askable

__all__ = ["Evidence", "evidence_of"]

_AT_ONCE: Final = 400
_MARK: Final = "VALUES ?subject { }"


class Evidence:
    """Finds quotes by subject. A value that was printed in pieces, cut by rows and pages, is one quote."""

    def __init__(self, rows: Iterable[Row], plans: Iterable[Plan]) -> None:
        named = {plan.file: plan.place for plan in plans}
        held = list(rows)
        self._plans = named
        self._index = EvidenceIndex(held, named)
        self._fields: defaultdict[str, dict[tuple[str, str], list[Row]]] = defaultdict(dict)
        for row in held:
            self._fields[row["subject"]].setdefault((row["field"], row["file"]), []).append(row)

    def quotes(self, subject: str, *fields: str, about: str | None = None) -> Iterator[Quote]:
        """Give one quote for each field of a subject, all where none is named; `about` is a recommendation's number."""
        for (field, _), rows in self._fields.get(subject, {}).items():
            if not fields or field in fields:
                pieces = EvidenceIndex(rows, self._plans).quotes(subject)
                yield Quote(_joined([piece.text for piece in pieces]), self._place(rows, about), rows[0]["rule"])

    def shared(self, one: str, other: str, about: str | None = None) -> Sequence[Quote]:
        """Give the quotes that support both subjects, and so the link between them."""
        return self._index.shared(one, other, about)

    def first_of_each_wording(self, subject: str, *fields: str) -> Sequence[Quote]:
        """Give one quote for each wording, the first of it."""
        return self._index.first_of_each_wording(subject, *fields)

    def _place(self, rows: Sequence[Row], about: str | None) -> str:
        """Say where a value begins and, where it goes on in other rows, where it ends."""
        first, last = rows[0], rows[-1]
        plan = self._plans.get(first["file"], first["file"])
        begins = place_in_words(plan, first, about)
        if first["field"] == "text" and first["rule"].startswith("response"):
            begins = begins.replace("recommendation column", "response column")
        ends = _spot(last)
        return f"{begins}, to {ends}" if len(rows) > 1 and ends and ends != _spot(first) else begins


def _joined(pieces: Sequence[str]) -> str:
    """Put pieces together; one that stands whole in another, as an owner does in its cell, is not said twice."""
    kept = [
        piece
        for at, piece in enumerate(pieces)
        if not any(_within(piece, other, at, of) for of, other in enumerate(pieces))
    ]
    return " ".join(kept)


def _within(piece: str, other: str, at: int, of: int) -> bool:
    return at != of and piece in other and (piece != other or of < at)


def _spot(row: Row) -> str:
    names = ("page", "table", "row")
    return ", ".join(f"{name} {row.number(name)}" for name in names if row.number(name) is not None)


def evidence_of(graph: Askable, subjects: Iterable[str], plans: Iterable[Plan]) -> Evidence:
    """Ask for all quotes of some subjects; a place names its plan by `plans`."""
    return Evidence(_rows(graph, sorted(set(subjects))), plans)


def _rows(graph: Askable, subjects: list[str]) -> Iterator[Row]:
    text = text_of("answerable.exports.briefs.queries", "evidence")
    for start in range(0, len(subjects), _AT_ONCE):
        named = " ".join(f"<{checked_iri(subject)}>" for subject in subjects[start : start + _AT_ONCE])
        asked = text.replace(_MARK, f"VALUES ?subject {{ {named} }}")
        yield from (Row(record) for record in graph.select(asked).records())
