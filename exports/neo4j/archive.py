"""Nodes and relationships as CSV with Neo4j's headings, in one ZIP file with the command that imports them."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Final

from answerable.exports.facts import ask
from answerable.exports.graphs.reading import read_network
from answerable.exports.register.lines import register_lines
from answerable.exports.register.words_of import Words

if TYPE_CHECKING:
    from answerable.exports.scope import Scope
    from answerable.graph.askable import Askable

__all__ = ["to_archive"]

_REGISTER: Final = "answerable.exports.register"
_STILL: Final = (1980, 1, 1, 0, 0, 0)
_ASSIGNMENT: Final = (
    "iri:ID",
    "printed",
    "dueText",
    "dueKind",
    "dueFrom:date",
    "dueBy:date",
    "revisedText",
    "revisedBy:date",
    "state",
    "update",
    "overdue",
    "quote",
    "document",
    "page:int",
    "table:int",
    "row:int",
    ":LABEL",
)
_COMMAND: Final = """neo4j-admin database import full answerable \\
{options}
  --overwrite-destination
"""


@dataclass(frozen=True, slots=True)
class _File:
    name: str
    heading: tuple[str, ...]
    rows: Iterable[tuple[object, ...]]


def to_archive(graph: Askable, scope: Scope) -> Iterator[bytes]:
    """Give the bytes of the ZIP file; equal graphs give equal bytes."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        names = []
        for file in (*_nodes(graph, scope), *_relationships(graph, scope)):
            names.append(file.name)
            archive.writestr(_part(file.name), _csv(file))
        archive.writestr(_part("import.sh"), _command(names))
        archive.writestr(_part("about.txt"), "".join(f"{name}: {value}\n" for name, value in scope.lines()))
    yield stream.getvalue()


def _nodes(graph: Askable, scope: Scope) -> Iterator[_File]:
    about = ((scope.snapshot, scope.title, scope.sentence, scope.as_at, scope.licence, "Snapshot"),)
    yield _File("nodes-snapshot.csv", ("iri:ID", "title", "scope", "asAt:date", "licence", ":LABEL"), about)
    plans = ((plan.iri, plan.title, plan.document, plan.submitted, plan.updated, "Plan") for plan in scope.plans)
    yield _File("nodes-plans.csv", ("iri:ID", "title", "document", "submitted:date", "updated:date", ":LABEL"), plans)
    asked = (
        (row["recommendation"], row["number"], row["text"], row["status"], row["addressee"], "Recommendation")
        for row in ask(graph, _REGISTER, "recommendations")
    )
    yield _File("nodes-recommendations.csv", ("iri:ID", "number", "text", "status", "addressee", ":LABEL"), asked)
    told = ((row["action"], row["label"], row["text"], "Action") for row in _promises(graph))
    yield _File("nodes-actions.csv", ("iri:ID", "label", "text", ":LABEL"), told)
    yield _File("nodes-assignments.csv", _ASSIGNMENT, _assignments(graph, scope))
    yield _File("nodes-named.csv", ("iri:ID", "name", "kind", ":LABEL"), _named(graph, scope))


def _promises(graph: Askable) -> Iterator[Mapping[str, str]]:
    """Give the actions of the newest version of every plan."""
    known = {row["recommendation"] for row in ask(graph, _REGISTER, "recommendations")}
    for row in ask(graph, _REGISTER, "promises"):
        if row["recommendation"] in known:
            yield {name: row[name] for name in ("action", "recommendation", "label", "text")}


def _assignments(graph: Askable, scope: Scope) -> Iterator[tuple[object, ...]]:
    words = Words(ask(graph, _REGISTER, "quotes"), "assignment")
    for line in register_lines(graph, scope):
        if line.iri != line.recommendation_iri:
            due = (line.due_text, line.due_kind, line.due_from, line.due_by, line.revised_text, line.revised_by)
            stands = (line.state, line.progress, line.overdue)
            yield (line.iri, line.printed, *due, *stands, *words.cells(line.iri), "Assignment")


def _named(graph: Askable, scope: Scope) -> Iterator[tuple[object, ...]]:
    seen: set[str] = set()
    for name in ("ownership", "programmes"):
        for node in read_network(graph, name, scope).nodes:
            if node.iri not in seen and node.kind not in {"plan", "recommendation"}:
                seen.add(node.iri)
                label = "Holder" if name == "ownership" else "Thing"
                yield node.iri, node.label, node.kind, f"{label};{node.kind.title().replace(' ', '')}"


def _relationships(graph: Askable, scope: Scope) -> Iterator[_File]:
    heading = (":START_ID", ":END_ID", ":TYPE")
    lines = [line for line in register_lines(graph, scope) if line.iri != line.recommendation_iri]
    known = {line.iri for line in lines}
    asked = list(ask(graph, _REGISTER, "recommendations"))
    of = [(row["recommendation"], row["plan"], "PART_OF") for row in asked]
    yield _File("relationships-part-of.csv", heading, of)
    answers = ((row["action"], row["recommendation"], "ANSWERS") for row in _promises(graph))
    yield _File("relationships-answers.csv", heading, answers)
    yield _File("relationships-for.csv", heading, ((line.iri, line.recommendation_iri, "FOR") for line in lines))
    owns = ((owner, line.iri, "OWNS") for line in lines for owner in line.owners)
    yield _File("relationships-owns.csv", heading, owns)
    covers = (
        (r["assignment"], r["action"], "COVERS") for r in ask(graph, _REGISTER, "tied") if r["assignment"] in known
    )
    yield _File("relationships-covers.csv", heading, covers)
    involved = ask(graph, "answerable.exports.graphs", "involved")
    involves = ((row["recommendation"], row["thing"], "INVOLVES") for row in involved)
    yield _File("relationships-involves.csv", heading, involves)


def _command(names: Iterable[str]) -> str:
    options = [f"  --{name.split('-')[0]}={name} \\" for name in names]
    return _COMMAND.format(options="\n".join(options))


def _csv(file: _File) -> str:
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(file.heading)
    writer.writerows([_text(cell) for cell in row] for row in file.rows)
    return stream.getvalue()


def _text(cell: object) -> str:
    """Give a cell on one line, as the importer wants it unless told otherwise."""
    if cell is None:
        return ""
    return cell.isoformat() if isinstance(cell, date) else " ".join(str(cell).split())


def _part(name: str) -> zipfile.ZipInfo:
    part = zipfile.ZipInfo(name, _STILL)
    part.compress_type = zipfile.ZIP_DEFLATED
    part.external_attr = 0o644 << 16
    return part
