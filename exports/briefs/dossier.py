"""What every section of a briefing draws from: the commitments in scope, named questions, quotes and a notebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from answerable.exports.briefs.brief import Statement
from answerable.exports.briefs.notebook import Notebook
from answerable.exports.facts.sentences import listed
from answerable.exports.facts.words import isolated
from answerable.graph.values import Rows

if TYPE_CHECKING:
    from answerable.exports.briefs.evidence import Evidence
    from answerable.exports.commitments import Assignment, Commitments, Recommendation
    from answerable.exports.facts import Quote
    from answerable.graph.askable import Askable
    from answerable.graph.values import Scalar

__all__ = ["Dossier"]


@dataclass(frozen=True)
class Dossier:
    """One briefing in the making: `all` is everything in the graph, `found` the part that it is about."""

    graph: Askable
    all: Commitments
    found: Commitments
    evidence: Evidence

    @cached_property
    def notebook(self) -> Notebook:
        """The notes that statements have needed so far."""
        return Notebook(plan.place for plan in self.all.plans)

    def rows(self, question: str, **values: Scalar) -> list[Mapping[str, Scalar]]:
        """Put a named question; one that judges by a day has no rows where there is no day to judge by."""
        from answerable.graph.questions import ask, load_question  # noqa: PLC0415 - asked only when a briefing is made

        asked = load_question(question)
        if any(each.name == "as_at" for each in asked.parameters):
            if self.all.as_at.day is None:
                return []
            values = {**values, "as_at": self.all.as_at.day}
        answer = ask(self.graph, asked, **values)
        return list(answer.records()) if isinstance(answer, Rows) else []

    def about(self, question: str, **values: Scalar) -> Iterator[Mapping[str, Scalar]]:
        """Put a named question, and give the rows about an assignment or recommendation in scope."""
        known = {*(each.iri for each in self.found.recommendations), *(each.iri for each in self.found.assignments)}
        return (row for row in self.rows(question, **values) if str(row["iri"]) in known)

    def note(self, *quotes: Iterable[Quote]) -> tuple[int, ...]:
        """Note quotes down, and give their number."""
        return self.notebook.note(quote for some in quotes for quote in some)

    def proven(self, text: str, subject: str, *fields: str) -> Statement:
        """Make a statement that the quotes of a subject prove."""
        return Statement(text, self.note(self.evidence.quotes(subject, *fields, about=self.number_of(subject))))

    def promised(self, assignment: Assignment) -> tuple[Quote, ...]:
        """Give the quotes of the actions that the print ties to an assignment, without those of names in them."""
        number = self.number_of(assignment.iri)
        return tuple(q for action, _ in assignment.actions for q in self.evidence.quotes(action, "text", about=number))

    def number_of(self, subject: str) -> str | None:
        """Give the number of the recommendation that a subject is, or belongs to."""
        return self._numbers.get(subject)

    @cached_property
    def _numbers(self) -> Mapping[str, str]:
        numbers = {each.iri: each.number for each in self.all.recommendations}
        for each in self.found.assignments:
            number = numbers[each.recommendation]
            numbers |= {
                subject: number for subject in (each.iri, each.update, *(a for a, _ in each.actions)) if subject
            }
        return numbers

    def holders_of(self, assignment: Assignment) -> str:
        """Say who holds an assignment."""
        names = [isolated(self.all.holder(owner).label) for owner in assignment.owners]
        return listed(names) if names else "nobody printed"

    def demand(self, recommendation: Recommendation) -> str:
        """Say which recommendation, with its plan where the briefing is about several."""
        kind = "Concern" if recommendation.concern else "Recommendation"
        if len(self.found.plans) < 2:
            return f"{kind} {recommendation.number}"
        return f"{self.all.plan(recommendation.plan).label}, {kind.lower()} {recommendation.number}"

    def numbers(self, recommendations: Iterable[Recommendation]) -> str:
        """Say several recommendations by their numbers, plan by plan where there are several."""
        by_plan: dict[str, list[str]] = {}
        for each in recommendations:
            by_plan.setdefault(each.plan, []).append(each.number)
        told = [
            f"{'recommendation' if len(numbers) == 1 else 'recommendations'} {listed(numbers)}"
            + (f" ({self.all.plan(plan).label})" if len(self.found.plans) > 1 else "")
            for plan, numbers in by_plan.items()
        ]
        return "; ".join(told)
