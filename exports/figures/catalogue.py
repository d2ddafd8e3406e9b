"""Every figure by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from answerable.exports.commitments import read_commitments
from answerable.exports.figures.comentions import co_mentions
from answerable.exports.figures.months import target_months
from answerable.exports.figures.organisations import organisations_over_time
from answerable.exports.figures.owners import owners_by_load
from answerable.exports.figures.ownership import ownership
from answerable.exports.figures.repeats import repeat_chain
from answerable.exports.figures.status import status_by_plan
from answerable.exports.figures.timeline import timeline

if TYPE_CHECKING:
    from datetime import date

    from answerable.exports.commitments import Commitments
    from answerable.exports.figures.figure import Figure
    from answerable.graph.askable import Askable

__all__ = ["FIGURES", "read_figure"]

_Reader = Callable[["Askable", "Commitments"], "Figure"]

FIGURES: Final[Mapping[str, _Reader]] = MappingProxyType(
    {
        "status": lambda _, found: status_by_plan(found),
        "months": lambda _, found: target_months(found),
        "owners": lambda _, found: owners_by_load(found),
        "ownership": lambda _, found: ownership(found),
        "programmes": co_mentions,
        "repeats": repeat_chain,
        "organisations": organisations_over_time,
        "timeline": lambda _, found: timeline(found),
    }
)
"""Name to what reads the figure from a graph and its commitments."""


def read_figure(name: str, graph: Askable, day: date | None = None) -> Figure:
    """Read a figure by its name, as at a day; raises HandOverError, which lists the names, for an unknown one."""
    from answerable.graph.errors import HandOverError  # noqa: PLC0415 - told only where it goes wrong

    if name not in FIGURES:
        raise HandOverError(f"no figure is called {name!r}; choose one of {', '.join(FIGURES)}")
    return FIGURES[name](graph, read_commitments(graph, day))
