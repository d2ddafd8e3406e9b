"""Entities of FollowTheMoney, one to a line: bodies, posts, people, plans, and who is answerable to what.

A plan is a Project; a post is a Position, which no participant can be, so that an assignment is an UnknownLink from
its owner to the plan, with the recommendation's number, the target date and the actions.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha1
from typing import TYPE_CHECKING, Final

from answerable.exports.facts import ask
from answerable.exports.register.lines import register_lines

if TYPE_CHECKING:
    from answerable.exports.facts import Row
    from answerable.exports.scope import Scope
    from answerable.graph.askable import Askable

__all__ = ["to_entities"]

_HERE: Final = "answerable.exports.followthemoney"
_KINDS: Final[Mapping[str, str]] = {
    "Post": "Position",
    "PostGroup": "Position",
    "OrganizationalUnit": "Organization",
    "Organization": "Organization",
    "Person": "Person",
}
_WITHIN: Final = {"Position": "organization", "Organization": "parent"}
"""The property by which something is in a body."""


@dataclass(frozen=True, slots=True)
class _Entity:
    iri: str
    schema: str
    properties: Mapping[str, object]

    def line(self) -> bytes:
        told = {name: [str(value)] for name, value in self.properties.items() if value not in {None, ""}}
        entity = {"id": _key(self.iri), "schema": self.schema, "properties": told}
        return f"{json.dumps(entity, ensure_ascii=False)}\n".encode()


def to_entities(graph: Askable, scope: Scope) -> Iterator[bytes]:
    """Give the entities as JSON, one to a line; the first is a note that says what they are of."""
    about = {"name": scope.title, "description": scope.sentence}
    yield _Entity(f"{scope.base}about/{scope.snapshot}", "Note", about).line()
    bodies = list(ask(graph, _HERE, "bodies"))
    known = {row["body"] for row in bodies}
    for entity in (*map(_body, bodies), *_holders(graph, known), *_documents(graph, scope), *_between(graph)):
        yield entity.line()
    for entity in _assignments(graph, scope):
        yield entity.line()


def _body(row: Row) -> _Entity:
    schema = "Company" if row.says("isCompany") else "PublicBody" if row.says("isPublic") else "Organization"
    parent = row.text("parent")
    told = {"name": row["label"], "sourceUrl": row["body"], "parent": _key(parent) if parent else None}
    return _Entity(row["body"], schema, told)


def _holders(graph: Askable, bodies: set[str]) -> Iterator[_Entity]:
    done = set(bodies)
    for row in ask(graph, _HERE, "holders"):
        if row["holder"] in done or not row["label"]:
            continue
        done.add(row["holder"])
        schema = _KINDS.get(row["class"].rpartition("#")[2].rpartition("/")[2], "LegalEntity")
        told: dict[str, object] = {"name": row["label"], "sourceUrl": row["holder"]}
        if row.text("body") and schema in _WITHIN:
            told[_WITHIN[schema]] = _key(row["body"])
        yield _Entity(row["holder"], schema, told)
    for row in ask(graph, _HERE, "holding"):
        told = {"holder": _key(row["person"]), "post": _key(row["post"])}
        yield _Entity(f"{row['person']} holds {row['post']}", "Occupancy", told)


def _documents(graph: Askable, scope: Scope) -> Iterator[_Entity]:
    plans = {plan.iri: plan for plan in scope.plans}
    for row in ask(graph, _HERE, "documents"):
        plan, document = plans[row["plan"]], row["document"]
        yield _Entity(document, "Document", {"fileName": row["file"], "title": plan.title, "mimeType": row["media"]})
        told = {"name": plan.title, "startDate": plan.submitted, "modifiedAt": plan.updated, "proof": _key(document)}
        yield _Entity(plan.iri, "Project", {**told, "sourceUrl": plan.iri})


def _between(graph: Askable) -> Iterator[_Entity]:
    for row in ask(graph, _HERE, "changes"):
        ends = {"predecessor": _key(row["before"]), "successor": _key(row["after"]), "date": row.text("day")}
        yield _Entity(f"{row['before']} became {row['after']}", "Succession", ends)
    for row in ask(graph, _HERE, "companies"):
        told = {"asset": _key(row["asset"]), "owner": _key(row["owner"]), "percentage": row.text("share")}
        yield _Entity(row["ownership"], "Ownership", {**told, "startDate": row.text("from"), "endDate": row.text("to")})


def _assignments(graph: Askable, scope: Scope) -> Iterator[_Entity]:
    documents = {row["plan"]: row["document"] for row in ask(graph, _HERE, "documents")}
    for line in register_lines(graph, scope):
        for owner in line.owners:
            told = {
                "subject": _key(owner),
                "object": _key(line.plan),
                "role": f"answerable for recommendation {line.number}" if line.number else "answerable",
                "recordId": line.number,
                "startDate": line.due_from,
                "endDate": line.due_by,
                "status": line.state,
                "summary": line.actions,
                "description": line.recommendation,
                "sourceUrl": line.iri,
                "proof": _key(documents[line.plan]) if line.plan in documents else None,
            }
            yield _Entity(f"{line.iri} {owner}", "UnknownLink", told)


def _key(iri: str) -> str:
    """Give a name for an entity that any store of entities accepts."""
    return f"answerable-{sha1(iri.encode(), usedforsecurity=False).hexdigest()}"
