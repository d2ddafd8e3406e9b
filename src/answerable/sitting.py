"""One person's sitting over candidates: who and when, the questions, and the answers written down at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import typer

from answerable.console import say

if TYPE_CHECKING:
    from answerable.graph.linking.candidates import Candidate
    from answerable.graph.linking.decisions import Judgement
    from answerable.graph.linking.explaining import Reading
    from answerable.reviewing import Named, Review

__all__ = ["Sitting", "today", "whoever"]

_ANSWERS: Final = {"s": "same", "d": "different", "u": "unsure"}
_LATER: Final = "l"
_QUIT: Final = "q"
_QUESTION: Final = "[s]ame, [d]ifferent, [u]nsure, [l]ater, [q]uit"


@dataclass(frozen=True)
class Sitting:
    """Takes a person's decisions; `date` is YYYY-MM-DD."""

    review: Review
    by: str
    date: str

    def decide(self, one: str, other: str, judgement: str, *, note: str) -> str:
        """Decide one pair that is named, and give the line that was written."""
        from answerable.graph.linking.decisions import Judgement

        if judgement not in set(Judgement):
            raise typer.BadParameter(f"{judgement!r} is none of {', '.join(Judgement)}", param_hint="--decide")
        first, second = (self.review.meant(name) for name in (one, other))
        return self._write((_named(first), _named(second)), Judgement(judgement), note)

    def ask(self, candidates: Iterable[Candidate]) -> None:
        """Show candidates one by one and take an answer to each, until there are no more or the person leaves."""
        from answerable.reviewing import candidate_as_text

        asked = 0
        for asked, candidate in enumerate(candidates, start=1):  # noqa: B007 - the last value is the number asked
            typer.echo(candidate_as_text(candidate))
            if not self._answered(candidate):
                return
        say("answerable: no candidate is left" if asked else "answerable: there is no candidate to decide")

    def _answered(self, candidate: Candidate) -> bool:
        from answerable.extract.errors import AnswerableError
        from answerable.graph.linking.decisions import Judgement

        answer = _choice()
        if answer in _ANSWERS:
            note = typer.prompt("note", default="", show_default=False)
            try:
                pair = (candidate.one.iri, candidate.one.label), (candidate.other.iri, candidate.other.label)
                typer.echo(self._write(pair, Judgement(_ANSWERS[answer]), note))
            except AnswerableError as error:
                say(f"answerable: {error}")
        return answer != _QUIT

    def _write(self, pair: tuple[Named, Named], judgement: Judgement, note: str) -> str:
        return str(self.review.decide(pair, judgement, by=self.by, date=self.date, note=note))


def today() -> str:
    """Give this day: a person decides on a day, and nothing but a review asks for it."""
    from datetime import date

    return date.today().isoformat()  # noqa: DTZ011 - the day on the calendar of whoever decides


def whoever() -> str:
    """Give the name of whoever is logged in."""
    from getpass import getuser

    return getuser()


def _named(reading: Reading) -> Named:
    """Give the address that a name had, with the label it goes by, or the name itself where that was merged away."""
    holder = reading.holder
    return reading.origin, holder.label if reading.origin == holder.iri else reading.form


def _choice() -> str:
    while True:
        answer = str(typer.prompt(_QUESTION, prompt_suffix=": ")).strip().casefold()[:1]
        if answer in {*_ANSWERS, _LATER, _QUIT}:
            return answer
