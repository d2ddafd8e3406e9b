"""What came back from an earlier inspection."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from answerable.exports.briefs.brief import Bullets, Picture, Section, Statement
from answerable.exports.facts.sentences import clipped
from answerable.exports.figures.repeats import repeat_chain

if TYPE_CHECKING:
    from answerable.exports.briefs.dossier import Dossier
    from answerable.graph.values import Scalar

__all__ = ["returned"]


def returned(dossier: Dossier) -> Iterator[Section]:
    """Say which recommendations are printed as repeated, what they repeat, and whether the answer changed."""
    known = {each.iri: each for each in dossier.found.recommendations}
    rows = [row for row in dossier.rows("repeated") if str(row["iri"]) in known]
    title = "What came back from an earlier inspection"
    if not rows:
        yield Section(title, (Statement("No recommendation here says that it was made before."),))
        return
    said = []
    for row in rows:
        demand = known[str(row["iri"])]
        told = f"{dossier.demand(demand)} says that it was made before: “{clipped(demand.text, 300)}”"
        quotes = [dossier.evidence.quotes(demand.iri, "text", "status", about=demand.number)]
        if row["earlier_iri"]:
            earlier = dossier.all.recommendation(str(row["earlier_iri"]))
            told += f" It matches recommendation {earlier.number} of {dossier.all.plan(earlier.plan).label}. "
            told += {
                "yes": f"The answer changed from {earlier.answer} to {demand.answer}.",
                "no": f"The answer is the same: {demand.answer}.",
            }.get(str(row["changed"]), "Whether the answer changed cannot be told.")
            quotes.append(dossier.evidence.quotes(earlier.iri, "text", "status", about=earlier.number))
        else:
            told += " The earlier plan is not in the graph, so that whether the answer changed cannot be told."
        rule = "which earlier recommendation it is, by likeness of words" if row["earlier_iri"] else None
        said.append(Statement(told, dossier.note(*quotes), rule))
    yield Section(
        title,
        (
            Picture("repeats", repeat_chain(dossier.graph, dossier.all.about(_both(rows)))),
            Bullets(tuple(said)),
        ),
    )


def _both(rows: list[Mapping[str, Scalar]]) -> set[str]:
    return {str(row[column]) for row in rows for column in ("iri", "earlier_iri") if row[column]}
