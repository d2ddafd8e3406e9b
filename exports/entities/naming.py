"""What things are called: each by its kind, and a part with what it is part of."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from answerable.exports.entities.model import Reference
from answerable.exports.entities.statements import Said, said
from answerable.exports.facts.words import day_in_words, short_name
from answerable.graph.lookup import kind_of
from answerable.ontology import terms
from answerable.ontology.vocabulary import vocabulary

if TYPE_CHECKING:
    from answerable.graph.askable import Askable

__all__ = ["excerpt", "kind_named", "local_name", "names_of", "recommendation_named"]

_KINDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        terms.ASSIGNMENT: "assignment",
        terms.ACTION: "action",
        terms.NOTE: "note",
        terms.UPDATE: "update",
        terms.EVIDENCE_CLASS: "evidence",
        terms.SOURCE_DOCUMENT: "document",
        terms.INSPECTION_REPORT: "report",
        terms.LINK: "link",
        terms.CHANGE: "difference",
        terms.MEASURE: "measure",
        terms.OWNERSHIP: "ownership",
        terms.INFERENCE_RULE: "rule",
        terms.IGNORED_ROWS: "rows left out",
        terms.FLAG_CLASS: "flag",
        terms.DOCUMENT_GRAPH: "graph",
        terms.REFERENCE_GRAPH: "graph",
        terms.INFERRED_GRAPH: "graph",
        terms.DATASET_GRAPH: "graph",
        terms.DECISIONS_GRAPH: "graph",
        terms.DECISION: "decision",
        terms.CORRECTION: "correction",
        terms.DCAT_DATASET: "dataset",
        terms.PROV_SOFTWARE_AGENT: "program",
        terms.SKOS_CONCEPT_SCHEME: "list of terms",
        terms.SKOS_CONCEPT: "term",
    }
)
_NAMES: Final = (terms.SKOS_PREF_LABEL, terms.FOAF_NAME, terms.RDFS_LABEL, terms.DCTERMS_TITLE)
_ANSWERS: Final = {terms.AP + "agreed": "agreed", terms.AP + "partlyAgreed": "partly", terms.AP + "notAgreed": "not"}
_SHOWN: Final = 90
"""Characters of a text that stands for a name."""
_ABOVE: Final = (
    terms.DCTERMS_IS_PART_OF,
    terms.OF,
    terms.ANSWERS,
    terms.INSPECTED,
    terms.RESPONDS_TO,
    terms.MEASURE_OF,
    terms.LINK_TO,
    terms.ORG_POST_IN,
)
"""Where the name of a thing needs that of another."""
_NEEDED: Final = (
    *_NAMES, *_ABOVE, terms.RDF_TYPE, terms.SKOS_NOTATION, terms.FILE_NAME, terms.DCTERMS_IDENTIFIER, terms.AS_PRINTED,
    terms.DUE_TEXT, terms.DCTERMS_DESCRIPTION, terms.LABEL, terms.OA_EXACT, terms.AS_AT, terms.DCTERMS_ISSUED,
    terms.DCTERMS_DATE_SUBMITTED, terms.DCTERMS_MODIFIED, terms.METHOD, terms.RDFS_COMMENT, terms.RESPONSE_STATUS,
)  # fmt: skip


def names_of(graph: Askable, iris: Iterable[str]) -> dict[str, Reference]:
    """Give the name of each of some things; one that the graph does not speak of goes by the end of its address."""
    wanted = list(dict.fromkeys(iris))
    known: dict[str, Said] = {}
    missing = wanted
    while missing:
        found = said(graph, missing, _NEEDED)
        known |= {iri: found.get(iri, Said()) for iri in missing}
        above = {iri for each in missing for iri in known[each].iris(*_ABOVE)}
        missing = sorted(above - known.keys())
    naming = _Naming(known)
    return {iri: naming.reference(iri) for iri in wanted}


class _Naming:
    """Names of things that are known, with those they need."""

    def __init__(self, known: Mapping[str, Said]) -> None:
        self._known = known

    def reference(self, iri: str) -> Reference:
        facts = self._known[iri]
        kind = kind_named(iri, facts.iris(terms.RDF_TYPE))
        name = _BY_KIND.get(kind)
        label, about = name(self, facts) if name else (_own_terms().get(iri) or facts.text(*_NAMES), "")
        return Reference(iri, kind, label or local_name(iri), about, _answer(kind, facts))

    def plan(self, facts: Said) -> tuple[str, str]:
        name = self.body(facts, terms.INSPECTED) or facts.text(terms.DCTERMS_TITLE)
        day = facts.day(terms.DCTERMS_DATE_SUBMITTED) or self._next(facts, terms.RESPONDS_TO).day(terms.DCTERMS_ISSUED)
        said_day = day_in_words(day or facts.day(terms.DCTERMS_MODIFIED))
        return ", ".join(filter(None, (f"{name} action plan".strip(), said_day))), ""

    def post(self, facts: Said) -> tuple[str, str]:
        return facts.text(*_NAMES), self.body(facts, terms.ORG_POST_IN)

    def recommendation(self, facts: Said) -> tuple[str, str]:
        concern = terms.CONCERN in facts.iris(terms.RDF_TYPE)
        return _numbered(facts.text(terms.DCTERMS_IDENTIFIER), concern), self.name(facts, terms.DCTERMS_IS_PART_OF)

    def assignment(self, facts: Said) -> tuple[str, str]:
        printed = (facts.text(terms.AS_PRINTED) or "Owner as above", facts.text(terms.DUE_TEXT))
        return excerpt(", ".join(filter(None, printed))), self.name(facts, terms.OF)

    def action(self, facts: Said) -> tuple[str, str]:
        text = " ".join(filter(None, (facts.text(terms.LABEL), facts.text(terms.DCTERMS_DESCRIPTION))))
        return excerpt(text), self.name(facts, terms.ANSWERS)

    def name(self, facts: Said, link: str) -> str:
        return next((self.reference(iri).whole for iri in facts.iris(link)), "")

    def body(self, facts: Said, link: str) -> str:
        body = self._next(facts, link)
        return body.text(terms.SKOS_NOTATION) or short_name(body.text(*_NAMES))

    def _next(self, facts: Said, link: str) -> Said:
        return next((self._known[iri] for iri in facts.iris(link)), Said())


def _update(_naming: _Naming, facts: Said) -> tuple[str, str]:
    day = day_in_words(facts.day(terms.AS_AT))
    return f"Progress as at {day}" if day else "Progress", ""


def _report(_naming: _Naming, facts: Said) -> tuple[str, str]:
    day = day_in_words(facts.day(terms.DCTERMS_ISSUED))
    return ", ".join(filter(None, ("Inspection report", day))), ""


def _evidence(_naming: _Naming, facts: Said) -> tuple[str, str]:
    return f"\u201c{excerpt(facts.text(terms.OA_EXACT))}\u201d", ""


def _measure(naming: _Naming, facts: Said) -> tuple[str, str]:
    return f"Measure: {facts.text(terms.METHOD)}".rstrip(": "), naming.name(facts, terms.MEASURE_OF)


def _text(_naming: _Naming, facts: Said) -> tuple[str, str]:
    return excerpt(facts.text(*_NAMES, terms.DCTERMS_DESCRIPTION)), ""


_BY_KIND: Final[Mapping[str, Callable[[_Naming, Said], tuple[str, str]]]] = MappingProxyType(
    {
        "plan": _Naming.plan,
        "post": _Naming.post,
        "group": _Naming.post,
        "recommendation": _Naming.recommendation,
        "concern": _Naming.recommendation,
        "assignment": _Naming.assignment,
        "action": _Naming.action,
        "update": _update,
        "report": _report,
        "evidence": _evidence,
        "note": _text,
        "measure": _measure,
        "link": lambda naming, facts: (f"Likeness to {naming.name(facts, terms.LINK_TO)}", ""),
        "rows left out": lambda _naming, facts: (excerpt(f"Rows left out: {facts.text(terms.RDFS_COMMENT)}"), ""),
        "document": lambda _naming, facts: (facts.text(terms.FILE_NAME), ""),
    }
)


def recommendation_named(iri: str, plan: Reference, number: str, status: str, *, concern: bool) -> Reference:
    """Give the name of a recommendation of which all of this is known; `status` is the address of its answer."""
    kind = "concern" if concern else "recommendation"
    return Reference(iri, kind, _numbered(number, concern), plan.whole, _ANSWERS.get(status, "none"))


def _numbered(number: str, concern: bool) -> str:
    return f"{'Concern' if concern else 'Recommendation'} {number}".strip()


def _answer(kind: str, facts: Said) -> str:
    if kind not in {"recommendation", "concern"}:
        return ""
    return _ANSWERS.get(facts.text(terms.RESPONSE_STATUS), "none")


def kind_named(iri: str, classes: Collection[str]) -> str:
    """Give the kind of a thing in a word, from its classes; a term of ours is a term, whatever it is said to be."""
    if iri in _own_terms():
        return "term"
    return kind_of(classes) or next((kind for name, kind in _KINDS.items() if name in classes), "thing")


@cache
def _own_terms() -> Mapping[str, str]:
    return {term.iri: term.label for term in vocabulary()}


def excerpt(text: str, most: int = _SHOWN) -> str:
    """Give a text, or its beginning up to a word where it is long.

    >>> excerpt("A monthly audit of twenty cases", 17)
    'A monthly audit…'
    """
    if len(text) <= most:
        return text
    return f"{text[: most + 1].rpartition(' ')[0] or text[:most]}\u2026"


def local_name(iri: str) -> str:
    """Give the end of an address as words."""
    return iri.rstrip("/#").replace("#", "/").rpartition("/")[2].replace("-", " ") or iri
