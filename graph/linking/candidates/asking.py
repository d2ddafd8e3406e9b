"""The holders of a store with their labels and quotes, asked for by query."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from answerable.graph.linking.candidates.holder import Holder, Quote

if TYPE_CHECKING:
    from answerable.graph.store import Store

__all__ = ["holders_in"]

_HOLDERS: Final = """
SELECT DISTINCT ?holder ?label ?type ?organisation WHERE {
  ?assignment ap:owner ?holder . ?holder skos:prefLabel ?label ; a ?type
  VALUES ?type { org:Post ap:PostGroup org:OrganizationalUnit foaf:Person org:Organization }
  OPTIONAL { ?holder org:postIn|org:unitOf|org:memberOf ?organisation }
} ORDER BY ?holder ?type ?organisation"""
_FORMS: Final = """
SELECT DISTINCT ?holder ?form WHERE {
  ?assignment ap:owner ?holder . ?holder skos:altLabel ?form
} ORDER BY ?holder ?form"""
_QUOTES: Final = """
SELECT DISTINCT ?holder ?document ?page ?table ?row ?words ?number WHERE {
  ?assignment ap:owner ?holder ; ap:of/dcterms:identifier ?number ; ap:evidence ?evidence .
  ?evidence ap:field "owner" ; oa:exact ?words ; dcterms:source/ap:fileName ?document .
  ?holder ap:evidence ?evidence
  OPTIONAL { ?evidence ap:page ?page } OPTIONAL { ?evidence ap:table ?table } OPTIONAL { ?evidence ap:row ?row }
}"""
_KINDS: Final = {"PostGroup": "Post"}


def holders_in(store: Store) -> list[Holder]:
    """Give every holder of a store that has an assignment, in the order of the addresses."""
    forms, quotes = _forms(store), _quotes(store)
    found: dict[str, Holder] = {}
    for row in store.select(_HOLDERS).records():
        iri, label, kind = (str(row[name]) for name in ("holder", "label", "type"))
        organisation = str(row["organisation"]) if row["organisation"] else None
        local = kind.replace("#", "/").rsplit("/", 1)[-1]
        holder = Holder(iri, label, _KINDS.get(local, local), organisation, forms[iri], quotes[iri])
        found.setdefault(iri, holder)
    return list(found.values())


def _forms(store: Store) -> defaultdict[str, tuple[str, ...]]:
    forms: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for row in store.select(_FORMS).records():
        forms[str(row["holder"])] += (str(row["form"]),)
    return forms


def _quotes(store: Store) -> defaultdict[str, tuple[Quote, ...]]:
    quotes: defaultdict[str, list[Quote]] = defaultdict(list)
    for row in store.select(_QUOTES).records():
        page, table, line = (row[name] for name in ("page", "table", "row"))
        words = " ".join(str(row["words"]).split())
        quotes[str(row["holder"])].append(
            Quote(str(row["document"]), _number(page), _number(table), _number(line), words, str(row["number"]))
        )
    sorted_quotes = ((iri, tuple(sorted(each, key=_reading_order))) for iri, each in quotes.items())
    return defaultdict(tuple, sorted_quotes)


def _number(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _reading_order(quote: Quote) -> tuple[str, int, int, int, str, str]:
    return quote.document, quote.page or 0, quote.table or 0, quote.row or 0, quote.words, quote.recommendation or ""
