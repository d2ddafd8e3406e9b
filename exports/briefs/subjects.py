"""Whose words a briefing quotes beside those of its own recommendations and assignments."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from answerable.graph.questions import ask
from answerable.graph.values import Rows

if TYPE_CHECKING:
    from answerable.exports.commitments import Commitments
    from answerable.graph.askable import Askable

__all__ = ["named_in", "repeated_in"]


def repeated_in(graph: Askable, found: Commitments) -> Iterator[str]:
    """Give the earlier recommendations that some of these repeat."""
    known = {each.iri for each in found.recommendations if each.repeated}
    answer = ask(graph, "repeated") if known else None
    for row in answer.records() if isinstance(answer, Rows) else ():
        if str(row["iri"]) in known and row["earlier_iri"]:
            yield str(row["earlier_iri"])


def named_in(graph: Askable, found: Commitments, plans: Collection[str]) -> Iterator[str]:
    """Give the outside bodies that some plans need, and the boards that their recommendations name."""
    known = {each.iri for each in found.recommendations}
    for question, column, wanted in (("outside-bodies", "plan_iri", plans), ("boards", "recommendation_iri", known)):
        answer = ask(graph, question)
        for row in answer.records() if isinstance(answer, Rows) else ():
            if str(row[column]) in wanted:
                yield str(row["iri"])
