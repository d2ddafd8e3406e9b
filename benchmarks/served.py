"""What is served in the benchmarks of serving: a store with two snapshots, and the questions that are put to it."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from answerable.graph import all_questions
from answerable.graph.binding import bound
from answerable.graph.store import Store
from answerable.ontology.terms import PREFIXES
from benchmarks.plans import write_plans
from benchmarks.servers import TOOLS

__all__ = ["built", "questions"]

HEAD_OF_PREFIXES: Final = "".join(f"PREFIX {name}: <{address}> " for name, address in PREFIXES.items())


def built(folder: Path, plans: int) -> Path:
    """Build a store with two snapshots: one without the last plan, and the current one with all."""
    write_plans(folder / "plans", plans)
    documents = sorted((folder / "plans").iterdir())
    command: Sequence[object] = (TOOLS / "answerable", "build", "--to", folder / "store")
    for some in (documents[:-1], documents):
        subprocess.run([*map(str, command), *map(str, some)], check=True, capture_output=True)
    return folder / "store"


def questions(store: Store) -> Mapping[str, str]:
    """Give the text of every named question, its parameters bound to what the graph holds."""
    post = _first(store, "SELECT ?l { ?p a org:Post ; skos:prefLabel ?l } ORDER BY ?l LIMIT 1")
    thing = _first(store, "SELECT ?l { ?p a ap:System ; skos:prefLabel ?l } ORDER BY ?l LIMIT 1")
    told = {"as_at": "2024-06-30", "month": "2021-03", "name": post, "only": ""}
    texts = {}
    for question in all_questions():
        values = {each.name: told[each.name] for each in question.parameters}
        if question.group.startswith("Programmes") and "name" in values:
            values["name"] = thing
        texts[question.name] = HEAD_OF_PREFIXES + bound(question.sparql, question.bind(values))
    return texts


def _first(store: Store, query: str) -> str:
    rows = store.select(query).rows
    return str(rows[0][0]) if rows else "nothing"
