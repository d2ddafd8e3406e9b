"""JSON-LD as a person would write it: a plan with its recommendations, each with its actions and assignments, in it.

Every named graph is an object with the things of it. What belongs to one thing alone stands in it; what several share
(a holder, a document) stands beside and is named by its address. Nothing is left out and nothing added: read as RDF,
the tree is the graph.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from answerable.graph.checking.quads import Quad, by_graph, parsed
from answerable.graph.notation import unescape
from answerable.ontology import terms
from answerable.ontology.context import context

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = ["tree_of"]

_INSIDE: Final = frozenset(
    {terms.EVIDENCE, terms.FLAG, terms.IGNORED, terms.RESPONDS_TO, terms.SKOS_NOTE, terms.UPDATED_BY}
)
"""Links whose end stands inside what links to it, where it first comes up."""
_UPWARD: Final = {
    terms.DCTERMS_IS_PART_OF: "recommendations",
    terms.ANSWERS: "actions",
    terms.OF: "assignments",
}
"""Links whose start stands inside what they lead to."""

_Node = dict[str, Any]


def tree_of(quads: bytes, base: str) -> Mapping[str, Any]:
    """Give the N-Quads of a build as one JSON-LD document, its context inside, its addresses relative to the base."""
    graphs = [
        {"id": _relative(graph, base), "@graph": _Tree((quad for _, quad in parsed(lines) if quad), base).nodes()}
        for graph, lines in sorted(by_graph(quads).items())
    ]
    return {"@context": {"@base": base, **context()}, "@graph": graphs}


class _Tree:
    """The things of one graph, each placed once."""

    def __init__(self, quads: Iterable[Quad], base: str) -> None:
        self._base = base
        self._facts: defaultdict[str, list[Quad]] = defaultdict(list)
        self._below: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for quad in quads:
            self._facts[quad.subject].append(quad)
            if quad.predicate in _UPWARD:
                self._below[quad.value, quad.predicate].append(quad.subject)
        self._placed: set[str] = set()

    def nodes(self) -> list[_Node]:
        """Give the things that stand in no other, plans first."""
        plans = [iri for iri, facts in self._facts.items() if any(fact.value == terms.ACTION_PLAN for fact in facts)]
        inner = {quad.value for facts in self._facts.values() for quad in facts if quad.predicate in _INSIDE}
        inner |= {iri for below in self._below.values() for iri in below}
        order = [*plans, *(iri for iri in self._facts if iri not in inner), *self._facts]
        return [self._node(iri) for iri in order if iri not in self._placed]

    def _node(self, iri: str) -> _Node:
        self._placed.add(iri)
        node: _Node = {"id": _relative(iri, self._base)}
        told: defaultdict[str, list[Any]] = defaultdict(list)
        for quad in self._facts[iri]:
            # A link that its end shows as one of its own parts is not said twice.
            if not (quad.predicate in _UPWARD and self._has(quad.value)):
                told[_key(quad.predicate)].append(self._value(quad))
        node |= {key: values if len(values) > 1 else values[0] for key, values in told.items()}
        for predicate, key in _UPWARD.items():
            below = [self._part(part) for part in self._in_order(self._below[iri, predicate])]
            node |= {key: below} if below else {}
        return node

    def _has(self, iri: str) -> bool:
        return iri in self._facts

    def _part(self, iri: str) -> _Node | str:
        return _relative(iri, self._base) if iri in self._placed else self._node(iri)

    def _in_order(self, iris: Sequence[str]) -> Sequence[str]:
        """Give things in printed order, where the print numbers them."""
        return sorted(iris, key=lambda iri: (self._position(iri), iri))

    def _position(self, iri: str) -> int:
        return next((int(quad.value) for quad in self._facts[iri] if quad.predicate == terms.POSITION), 0)

    def _value(self, quad: Quad) -> Any:  # noqa: ANN401 - whatever JSON-LD writes a term as
        if quad.is_literal:
            return _literal(quad)
        if quad.predicate == terms.RDF_TYPE:
            return _key(quad.value)
        if quad.predicate in _INSIDE and self._has(quad.value) and quad.value not in self._placed:
            return self._node(quad.value)
        if _coerced(quad.predicate) == "@vocab":
            return _key(quad.value)
        address = _relative(quad.value, self._base)
        return address if _coerced(quad.predicate) == "@id" else {"id": address}


def _literal(quad: Quad) -> Any:  # noqa: ANN401 - whatever JSON-LD writes a literal as
    text, datatype, coerced = unescape(quad.value), quad.datatype, _expanded(_coerced(quad.predicate))
    if quad.language:
        return {"@value": text, "@language": quad.language}
    if datatype != coerced:
        return {"@value": text, "@type": datatype} if datatype else ({"@value": text} if coerced else text)
    if datatype in {terms.XSD_INTEGER, terms.XSD_NON_NEGATIVE_INTEGER}:
        return int(text)
    return text == "true" if datatype == terms.XSD_BOOLEAN else text


def _key(iri: str) -> str:
    return _names().get(iri) or _shortened(iri)


def _shortened(iri: str) -> str:
    for prefix, namespace in context().items():
        if isinstance(namespace, str) and namespace.endswith(("#", "/")) and iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _coerced(predicate: str) -> str | None:
    meant = context().get(_key(predicate))
    return meant.get("@type") if isinstance(meant, dict) else None


@cache
def _names() -> Mapping[str, str]:
    """Give the short name of each term, by its address."""
    names = {terms.RDF_TYPE: "type"}
    for name, meant in context().items():
        address = meant.get("@id") if isinstance(meant, dict) else meant
        if isinstance(address, str) and ":" in address and not address.endswith(("#", "/")):
            names[str(_expanded(address))] = name
    return names


def _expanded(curie: str | None) -> str | None:
    prefix, colon, name = (curie or "").partition(":")
    known = context().get(prefix)
    return f"{known}{name}" if colon and isinstance(known, str) else curie


def _relative(iri: str, base: str) -> str:
    return iri.removeprefix(base) if iri.startswith(base) and iri != base else iri
