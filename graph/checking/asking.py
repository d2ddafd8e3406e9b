"""The checks that are SPARQL: evidence, ledger and totals, each a file in `queries/` that anybody can run as it is."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from answerable.graph.checking.finding import Defect
from answerable.graph.engine import from_engine
from answerable.graph.values import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from answerable.graph.dataset import Dataset
    from answerable.graph.values import Scalar

__all__ = ["check_evidence", "check_ledger", "check_totals", "query_text"]


def query_text(name: str) -> str:
    """Give the SPARQL of a check by the name of its file without the ending."""
    return (files("answerable.graph.checking") / "queries" / f"{name}.rq").read_text("utf-8")


def check_evidence(dataset: Dataset) -> Iterator[Defect]:
    """Find facts that lead to no words. The ASK of the file says whether there are any; as a SELECT it says which."""
    which = query_text("fact_without_evidence").replace("\nASK {", "\nSELECT DISTINCT ?fact ?lacks WHERE {", 1)
    for row in _rows(dataset, which + "ORDER BY ?fact ?lacks"):
        message = f"A fact lacks {row['lacks']}. A fact without evidence is a defect: build again from the documents."
        yield Defect("evidence", "fact without evidence", message, str(row["fact"]))


def check_ledger(dataset: Dataset) -> Iterator[Defect]:
    """Find documents whose rows do not add up."""
    for row in _rows(dataset, query_text("ledger_that_does_not_add_up")):
        message = (
            f"The ledger does not add up: {row['rows']} rows, but {row['loaded']} loaded, {row['ignored']} ignored "
            f"(reasons for {row['reasons']}) and {row['flagged']} flagged (flags for {row['flags']}). "
            "Some row is lost or counted twice: compare the tables of the document with what was read."
        )
        yield Defect("ledger", "rows add up", message, str(row["document"]))


def check_totals(dataset: Dataset) -> Iterator[Defect]:
    """Find plans whose own closing count is not what was read."""
    for row in _rows(dataset, query_text("totals_that_differ")):
        message = (
            f"By its own count the plan has {row['declared']} {row['answer']}, but {row['read']} were read. "
            "Look at the column of answers: a row was lost or misread, or the plan miscounts itself."
        )
        at = None if row["box"] is None else str(row["box"])
        yield Defect("totals", "the plan's own count", message, str(row["plan"]), at=at)


def _rows(dataset: Dataset, sparql: str) -> Iterator[Mapping[str, Scalar]]:
    answer = from_engine(dataset.query(sparql))
    assert isinstance(answer, Rows), "the checks ask for rows"
    yield from answer.records()
