"""The day to judge by where a request names none: the latest that the plans state of themselves. There is no clock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from answerable.graph.askable import Askable

__all__ = ["latest_day"]

_DAYS: Final = """
SELECT ?day WHERE { ?plan a ap:ActionPlan ; dcterms:modified|dcterms:dateSubmitted ?day } ORDER BY DESC(?day) LIMIT 1
"""


def latest_day(graph: Askable) -> str | None:
    """Give the day as it is written, or None where no plan states any."""
    return next((str(day) for (day,) in graph.select(_DAYS)), None)
