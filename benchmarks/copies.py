"""The example plans as many times over, each with bodies, dates and names of its own, and questions put to them.

So a look-up has as much to find in a large graph as in a small one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

import answerable
from answerable.extract.records import PlanRecord
from answerable.graph import Question, Store, all_questions
from answerable.graph.binding import bound
from answerable.library import build_records
from benchmarks.harness import ROOT

__all__ = ["LARGE", "SHAPES", "SMALL", "asked", "looks_up", "store", "text", "told"]

SMALL: Final = 1
LARGE: Final = 11
"""Copies that make about 10,000 and about 100,000 quads."""
SHAPES: Final = Path(__file__).resolve().parent / "shapes"
"""Where other shapes of questions lie, one file each, by the question's name: quicker for some engine."""

_YEARS_APART: Final = 3
_TOLD: Final = {"as_at": "2024-06-30", "month": "2021-03", "name": "Harbour0shire", "only": ""}
_THING: Final = "Anchor0 Contact Centre"
_OWN_NAMES: Final = {
    "HFC": "H{}C",
    "Harbourshire": "Harbour{}shire",
    "harbourshire": "harbour-{}",
    "Anchor": "Anchor{}",
    "anchor": "anchor-{}",
    "somewhere-to-go": "to-{}",
}
_LOOKS_UP: Final = frozenset({"name", "month"})


def store(folder: Path, copies: int) -> Store:
    """Build and open a graph of so many copies."""
    build_records(_plans(copies), to=folder / str(copies))
    return answerable.open_store(folder / str(copies))


def _plans(copies: int) -> Iterator[PlanRecord]:
    records = [record.to_json() for record in answerable.read(ROOT / "examples" / "plans")]
    for copy in range(copies):
        for record in records:
            yield PlanRecord.model_validate_json(_as_another(record, copy))


def _as_another(record: str, copy: int) -> str:
    for name, another in _OWN_NAMES.items():
        record = record.replace(name, another.format(copy))
    later = re.sub(r'"(20\d\d)(?=[-"])', lambda year: f'"{int(year[1]) + _YEARS_APART * copy}', record)
    return re.sub(r'("sha256":")\w+', lambda found: found[1] + sha256(record.encode()).hexdigest(), later)


def asked(only: str) -> Sequence[Question]:
    """Give every question, or the ones named in a list with commas."""
    names = only.split(",") if only else [question.name for question in all_questions()]
    return [question for question in all_questions() if question.name in names]


def told(question: Question) -> Mapping[str, str]:
    """Give what a question is told."""
    values = {each.name: _TOLD[each.name] for each in question.parameters}
    thing = question.group.startswith("Programmes") and "name" in values
    return values | {"name": _THING} if thing else values


def text(question: Question, sparql: str | None = None) -> str:
    """Give the SPARQL of a question, or another way to write it, with what it is told in its place."""
    return bound(sparql or question.sparql, question.bind(told(question)))


def looks_up(question: Question) -> bool:
    """Whether a question looks something up; any other reads the whole graph, and grows with it."""
    return any(parameter.name in _LOOKS_UP for parameter in question.parameters)
