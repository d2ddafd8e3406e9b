"""Web Annotations of all evidence, as JSON-LD in the form of the W3C's data model.

An annotation's body is what the words support, its target the words in their document: by quote and by position in a
text; by quote, page and box in a PDF (a fragment selector by RFC 3778), by quote alone elsewhere.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from answerable.exports.facts import ask
from answerable.ontology.terms import AP, DCTERMS

if TYPE_CHECKING:
    from answerable.exports.facts import Row
    from answerable.exports.scope import Scope
    from answerable.graph.askable import Askable

__all__ = ["CONTEXT", "to_annotations"]

_HERE: Final = "answerable.exports.annotations"
CONTEXT: Final = (
    "http://www.w3.org/ns/anno.jsonld",
    {
        "ap": AP,
        "field": "ap:field",
        "rule": "ap:rule",
        "page": "ap:page",
        "table": "ap:table",
        "row": "ap:row",
        "column": "ap:column",
        "box": "ap:box",
        "shortened": "ap:shortened",
        "fileName": "ap:fileName",
        "description": f"{DCTERMS}description",
    },
)
"""The context of every file: the W3C's own, by its address, and our few terms beside it."""


def to_annotations(graph: Askable, scope: Scope) -> Iterator[bytes]:
    """Give all annotations in pieces, as one collection with one page."""
    supported: defaultdict[str, list[str]] = defaultdict(list)
    for row in ask(graph, _HERE, "supported"):
        supported[row["evidence"]].append(row["subject"])
    collection = f"{scope.base}annotations/{scope.snapshot}"
    head = {
        "@context": CONTEXT,
        "id": collection,
        "type": "AnnotationCollection",
        "label": scope.title,
        "description": scope.sentence,
        "total": len(supported),
    }
    if scope.licence and scope.licence.startswith("http"):
        head["rights"] = scope.licence
    yield f'{_json(head)[:-1]}, "first": {{"id": {_json(collection + "/all")}, "type": "AnnotationPage", '.encode()
    yield f'"partOf": {_json(collection)}, "startIndex": 0, "items": [\n'.encode()
    for number, annotation in enumerate(_annotations(graph, supported)):
        yield f"{',' if number else ''}{_json(annotation)}\n".encode()
    yield b"]}}\n"


def _annotations(graph: Askable, supported: Mapping[str, Sequence[str]]) -> Iterator[dict[str, Any]]:
    done: set[str] = set()
    for row in ask(graph, _HERE, "evidence"):
        iri = row["evidence"]
        if iri not in done and iri in supported:
            done.add(iri)
            yield _annotation(row, supported[iri])


def _annotation(row: Row, subjects: Sequence[str]) -> dict[str, Any]:
    places = {name: row.number(name) for name in ("page", "table", "row", "column")}
    return {
        "id": f"{row['evidence']}/annotation",
        "type": "Annotation",
        "motivation": "identifying",
        "body": list(subjects) if len(subjects) > 1 else subjects[0],
        "target": {
            "type": "SpecificResource",
            "source": {"id": row["source"], "type": "Text", "fileName": row["file"]},
            "selector": _selectors(row),
        },
        **{name: row[name] for name in ("field", "rule") if row.text(name)},
        **{name: number for name, number in places.items() if number is not None},
        **({"shortened": True} if row.says("shortened") else {}),
    }


def _selectors(row: Row) -> list[dict[str, Any]]:
    selectors: list[dict[str, Any]] = [{"type": "TextQuoteSelector", "exact": row["quote"]}]
    start, end = row.number("start"), row.number("end")
    if start is not None and end is not None:
        selectors.append({"type": "TextPositionSelector", "start": start, "end": end})
    if row.text("box"):
        left, top, right, bottom = (float(side) for side in row["box"].split(","))
        place = f"page={row['page']}&viewrect={left:.2f},{top:.2f},{right - left:.2f},{bottom - top:.2f}"
        conforms = "http://tools.ietf.org/rfc/rfc3778"
        selectors.append({"type": "FragmentSelector", "conformsTo": conforms, "value": place})
    return selectors


def _json(value: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    return json.dumps(value, ensure_ascii=False)
