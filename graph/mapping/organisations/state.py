"""What the reference graph states of an organisation, a change event and an ownership."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerable.graph.mapping.addresses import rebased
from answerable.graph.mapping.days import first_day, last_day, whole_day
from answerable.graph.mapping.lines import GraphLines
from answerable.graph.mapping.scope import graph_iri
from answerable.ontology import terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from answerable.graph.mapping.names import Name
    from answerable.ontology.gazetteer import Body, Change, Entry, Ownership

__all__ = ["State"]


@dataclass(frozen=True, slots=True)
class State:
    """Writes reference facts under the base of a build, beside the names that its plans print.

    `names` are those that the build has chosen: one label is enough for a thing, and one acronym where a plan prints
    it.
    """

    base: str
    names: Mapping[str, Name]
    reference: GraphLines
    inferred: GraphLines

    @classmethod
    def of(cls, names: Mapping[str, Name], base: str) -> State:
        """Make an empty statement for a build."""
        return cls(base, names, *(GraphLines(graph_iri(base, name)) for name in ("reference", "inferred")))

    def body(self, body: Body, reached: frozenset[str]) -> None:
        """State one organisation."""
        iri, lines = self._address(body.iri), self.reference
        lines.link(iri, terms.RDF_TYPE, terms.ORG_ORGANIZATION)
        name = self.names.get(iri)
        label = name.label if name else body.label
        lines.text(iri, terms.SKOS_PREF_LABEL, label)
        for other in {body.label, *body.labels} - {label}:
            lines.text(iri, terms.SKOS_ALT_LABEL, other)
        if not (name and name.abbreviated):
            lines.text(iri, terms.SKOS_NOTATION, body.notation)
        self._links(iri, terms.ORG_SUB_ORGANIZATION_OF, reached.intersection(body.parents))
        self._links(iri, terms.OPERATED_BY, reached.intersection(body.operators))
        self._links(iri, terms.DCTERMS_SPATIAL, (place for place in body.places if self._address(place) in self.names))
        self._life(iri, body.valid_from, body.valid_to)
        self._sources(iri, body.sources)

    def change(self, change: Change, reached: frozenset[str]) -> None:
        """State one event between organisations that are reached, and who succeeded whom by it."""
        iri, before, after = (
            self._address(change.iri),
            reached.intersection(change.before),
            reached.intersection(change.after),
        )
        self.reference.link(iri, terms.RDF_TYPE, terms.ORG_CHANGE_EVENT)
        self.reference.text(iri, terms.RDFS_LABEL, change.label)
        self.reference.date(iri, terms.DCTERMS_DATE, whole_day(change.date))
        self._links(iri, terms.ORG_ORIGINAL_ORGANIZATION, before)
        self._links(iri, terms.ORG_RESULTING_ORGANIZATION, after)
        self._sources(iri, change.sources)
        for old in before:
            for new in after:
                self.inferred.link(self._address(old), terms.SUCCESSOR, self._address(new))

    def ownership(self, ownership: Ownership) -> None:
        """State that one company owned another."""
        iri = self._address(ownership.iri)
        self.reference.link(iri, terms.RDF_TYPE, terms.OWNERSHIP)
        self._links(iri, terms.OWNED_COMPANY, [ownership.owned])
        self._links(iri, terms.OWNER_COMPANY, [ownership.owner])
        if ownership.share:
            self.reference.typed(iri, terms.SHARE, ownership.share, terms.XSD_DECIMAL)
        self._life(iri, ownership.valid_from, ownership.valid_to)
        self._sources(iri, ownership.sources)

    def source(self, entry: Entry) -> None:
        """State whose word it is that something is known, where a plan names it."""
        iri = self._address(entry.iri)
        if iri in self.names:
            self._sources(iri, entry.sources)

    def _address(self, iri: str) -> str:
        return rebased(iri, self.base)

    def _links(self, iri: str, term: str, targets: Iterable[str]) -> None:
        for target in targets:
            self.reference.link(iri, term, self._address(target))

    def _life(self, iri: str, start: str | None, end: str | None) -> None:
        """State the first and the last day that a life can have had; of less than a day the print is kept as well."""
        self.reference.date(iri, terms.VALID_FROM, first_day(start))
        self.reference.date(iri, terms.VALID_TO, last_day(end))
        if any(day and not whole_day(day) for day in (start, end)):
            self.reference.typed(iri, terms.EDTF_DATE, f"{start or '..'}/{end or '..'}", terms.EDTF_LITERAL)

    def _sources(self, iri: str, sources: Iterable[str]) -> None:
        for source in sources:
            self.reference.text(iri, terms.DCTERMS_SOURCE, source)
