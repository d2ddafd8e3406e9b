"""How each plan's recommendations were answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from answerable.exports.facts.words import count, isolated
from answerable.exports.figures.canvas import WIDTH, Canvas, Words
from answerable.exports.figures.figure import scope_of, source_of
from answerable.exports.figures.lettering import fitted
from answerable.exports.figures.marks import Box, Hatch, Mark, Text

if TYPE_CHECKING:
    from answerable.exports.commitments import Commitments
    from answerable.exports.commitments.model import Answer

__all__ = ["StatusByPlan", "status_by_plan"]

ANSWERS: Final[tuple[Answer, ...]] = ("agreed", "partly agreed", "not agreed", "no answer printed")
_LOOKS: Final[dict[Answer, tuple[str | None, Hatch, bool]]] = {
    "agreed": ("recommendation", "", False),
    "partly agreed": (None, "////", False),
    "not agreed": (None, "", False),
    "no answer printed": ("wash", "....", True),
}
_MOST: Final = 24
_LABEL: Final = 170.0
_BAR: Final = 190.0
_STEP: Final = 20.0


@dataclass(frozen=True, slots=True)
class StatusByPlan:
    """One row to a plan: its label and how many recommendations had each answer, in the order of ANSWERS."""

    rows: tuple[tuple[str, tuple[int, ...]], ...]
    total: tuple[int, ...]
    scope: str
    source: str
    rolled: int
    """How many plans stand together in the first row; 0 where each has its own."""

    @property
    def words(self) -> Words:
        """The finding: how many were agreed in full."""
        agreed, everything = self.total[0], sum(self.total)
        if not everything:
            title = "No recommendation has been loaded yet"
        elif agreed == everything:
            title = (
                f"All of {count(everything, 'recommendation')} were agreed"
                if everything > 1
                else "The one recommendation was agreed"
            )
        else:
            title = (
                f"{agreed:,} of {count(everything, 'recommendation')} {'was' if agreed == 1 else 'were'} agreed in full"
            )
        told = "; ".join(f"{isolated(label)}: {_counted(counts)}" for label, counts in self.rows)
        note = f"The {count(self.rolled, 'oldest plan')} stand together in the first bar." if self.rolled else ""
        return Words(title, self.scope, self.source, f"Bars of answers by plan. {told or 'No plan.'}", note)

    def canvas(self) -> Canvas:
        """Draw a bar to each plan, as long as all others: its parts are shares."""
        marks, top = _legend(self.total)
        rows = [mark for place, row in enumerate(self.rows) for mark in _row(*row, top + place * _STEP)]
        return Canvas((*marks, *rows), top + len(self.rows) * _STEP)


def status_by_plan(found: Commitments) -> StatusByPlan:
    """Count the answers of each plan, the oldest first; more than 24 plans are rolled up, oldest together."""
    answers = Counter((each.plan, each.answer) for each in found.recommendations)
    counted = [(plan.label, tuple(answers[plan.iri, answer] for answer in ANSWERS)) for plan in found.plans]
    rolled = max(0, len(counted) - _MOST + 1) if len(counted) > _MOST else 0
    together = [(f"{rolled} earlier plans", _sum([counts for _, counts in counted[:rolled]]))] if rolled else []
    rows = (*together, *counted[rolled:])
    return StatusByPlan(
        rows, _sum([counts for _, counts in rows]), scope_of(found, dated=False), source_of(found), rolled
    )


def _sum(rows: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(sum(column) for column in zip(*rows, strict=True)) if rows else (0,) * len(ANSWERS)


def _counted(counts: tuple[int, ...]) -> str:
    told = [f"{number:,} {answer}" for answer, number in zip(ANSWERS, counts, strict=True) if number]
    return ", ".join(told) or "no recommendations"


def _legend(total: tuple[int, ...]) -> tuple[list[Mark], float]:
    from answerable.exports.figures.lettering import width_of  # noqa: PLC0415 - kept beside its use

    marks: list[Mark] = []
    x = 0.0
    for answer, number in zip(ANSWERS, total, strict=True):
        if number:
            fill, hatch, dashed = _LOOKS[answer]
            marks += [Box(x, 1, 16, 9, fill, "recommendation", hatch, dashed), Text(x + 21, 6, answer, 8.5, "soft")]
            x += 21 + width_of(answer, 8.5) + 16
    return marks, 22.0


def _row(label: str, counts: tuple[int, ...], top: float) -> Iterator[Mark]:
    yield Text(0, top + 8, fitted(label, 8.5, _LABEL - 8))
    x, everything = _LABEL, sum(counts)
    for answer, number in zip(ANSWERS, counts, strict=True):
        if number:
            fill, hatch, dashed = _LOOKS[answer]
            width = _BAR * number / everything
            yield Box(x, top + 2, width, 12, fill, "recommendation", hatch, dashed)
            x += width
    yield Text(_LABEL + _BAR + 8, top + 8, fitted(_short(counts), 8.0, WIDTH - _LABEL - _BAR - 8), 8.0, "soft")


def _short(counts: tuple[int, ...]) -> str:
    names = ("agreed", "partly", "not", "no answer")
    return ", ".join(f"{number:,} {name}" for name, number in zip(names, counts, strict=True) if number) or "none"
