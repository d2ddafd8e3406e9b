"""The data of the page: the view as columns of numbers over texts that stand there once, packed.

Two parts: what every view needs to draw, and the evidence (facts and quotes), which a page opens when a panel asks for
it. `front/data.js` reads both in the order in which they are written here.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from answerable.exports.facts.words import isolated
from answerable.exports.view.networks.data import drawing_data
from answerable.exports.view.packing import Backward, deflate

if TYPE_CHECKING:
    from datetime import date

    from answerable.exports.facts.fact import Fact, Quote
    from answerable.exports.view.model import Assignment, Edge, Node, Revision, View
    from answerable.exports.view.networks.drawing import Drawing

__all__ = ["packed", "parts_of"]


def packed(part: object) -> str:
    """Pack a part for its block in the page: compact JSON, DEFLATE, base 64."""
    return b64encode(deflate(json.dumps(part, ensure_ascii=False, separators=(",", ":")).encode())).decode("ascii")


def parts_of(view: View, drawings: Mapping[str, Drawing]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Give what the page draws, and the evidence for it, whose texts go on where those of the first part end."""
    texts: Backward[str] = Backward()
    number = {node.key: index for index, node in enumerate(view.nodes)}
    drawn = {
        "nodes": _nodes(view.nodes, number, texts),
        "assignments": _assignments(view.assignments, number, texts),
        "edges": _edges(view.edges, number, texts),
        "plans": [[number[d.plan], _day(d.known), _day(d.said), _day(d.replaced)] for d in view.days],
        "organisations": [[number[each.key], _day(each.first), _day(each.last)] for each in view.organisations],
        "networks": {name: drawing_data(drawing, number) for name, drawing in drawings.items()},
        "asAt": _day(view.as_at),
        "snapshot": view.snapshot,
        "queries": view.queries,
    }
    known = len(texts.items)
    evidence = _evidence(view, number, texts)
    return {"texts": texts.items[:known], **drawn}, {"texts": texts.items[known:], **evidence}


def _nodes(nodes: Iterable[Node], number: Mapping[str, int], texts: Backward[str]) -> dict[str, Any]:
    say = texts.say
    return {
        "key": [say(node.key) for node in nodes],
        "family": [say(node.family) for node in nodes],
        "kind": [say(node.kind) for node in nodes],
        "mark": [say(node.mark) for node in nodes],
        "fill": [say(node.fill) for node in nodes],
        "label": [say(isolated(node.label)) for node in nodes],
        "short": [say(isolated(node.short)) for node in nodes],
        "forms": [[say(form) for form in node.forms] for node in nodes],
        "load": [node.load for node in nodes],
        "plans": [[number[plan] for plan in node.plans] for node in nodes],
        "body": [number.get(node.body or "") for node in nodes],
    }


def _assignments(items: Iterable[Assignment], number: Mapping[str, int], texts: Backward[str]) -> dict[str, Any]:
    say = texts.say
    return {
        "recommendation": _steps(number[item.recommendation] for item in items),
        "plan": _steps(number[item.plan] for item in items),
        "owners": [[number[owner] for owner in item.owners] for item in items],
        "actions": [item.actions for item in items],
        "certain": [int(item.certain) for item in items],
        "due": [say(item.due) for item in items],
        "printedDue": [say(item.printed_due) for item in items],
        "dueKind": [say(item.kind) for item in items],
        "from": [say(_day(item.first)) for item in items],
        "to": [say(_day(item.last)) for item in items],
        "update": [_update(item.revision, texts) for item in items],
    }


def _update(last: Revision | None, texts: Backward[str]) -> list[int]:
    if last is None:
        return []
    said = (_day(last.as_at), last.kind, _day(last.first), _day(last.last), last.due, last.printed, last.state)
    return [texts.say(each) for each in said]


def _edges(edges: Iterable[Edge], number: Mapping[str, int], texts: Backward[str]) -> dict[str, Any]:
    return {
        "source": _steps(number[edge.source] for edge in edges),
        "target": _steps(number[edge.target] for edge in edges),
        "kind": [texts.say(edge.kind) for edge in edges],
        "weight": [edge.weight for edge in edges],
    }


def _evidence(view: View, number: Mapping[str, int], texts: Backward[str]) -> dict[str, Any]:
    quotes: Backward[Quote] = Backward()

    def said(fact: Fact) -> list[Any]:
        links = [number[key] for key in fact.links if key in number]
        words = [texts.say(each) for each in (fact.term, fact.value, fact.printed, fact.inferred)]
        return [words, links, [quotes.say(quote) for quote in fact.quotes]]

    proven = [*(node.facts for node in view.nodes), *(item.facts for item in view.assignments)]
    return {
        "facts": [[said(fact) for fact in facts] for facts in proven],
        "text": [texts.say(quote.text) for quote in quotes.items],
        "rule": [texts.say(quote.rule) for quote in quotes.items],
        "place": [[texts.say(part) for part in quote.place.split(", ")] for quote in quotes.items],
    }


def _steps(numbers: Iterable[int]) -> list[int]:
    """Give numbers as differences to the one before, since neighbours are near."""
    listed = list(numbers)
    return [number - before for before, number in zip([0, *listed], listed, strict=False)]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
