"""All documents of a build together: what is chosen over the whole of it, and the lines that follow for each.

The lines of a document that nothing touched are taken as they were made before. What no one document makes is made anew
in each build, of outlines as far as they go.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import chain
from typing import TYPE_CHECKING

from answerable.graph.linking.decisions import Standing, load_decisions
from answerable.graph.linking.merging import Merges, day_of, first_days, merges
from answerable.graph.linking.plans import Copy, map_copies, map_links
from answerable.graph.linking.reviewed import map_decisions
from answerable.graph.mapping import map_plan, map_shared
from answerable.graph.mapping.dataset import map_dataset
from answerable.graph.mapping.names import Said, choose_names
from answerable.graph.mapping.versions import plan_iris
from answerable.graph.settings import BuildSettings
from answerable.graph.snapshots.gist import Gist
from answerable.graph.snapshots.measured import KeptMeasures
from answerable.graph.snapshots.rules import mapping_rules
from answerable.graph.snapshots.sorting import sorted_text

if TYPE_CHECKING:
    from answerable.extract.records import PlanRecord
    from answerable.graph.outline import Outline
    from answerable.graph.snapshots.documents import Document
    from answerable.graph.snapshots.kept import KeptDocuments

__all__ = ["Collection"]

_VERSION = "/version/"


class Collection:
    """The documents with the names, the addresses of plans and the merged holders of the build."""

    def __init__(
        self,
        documents: Sequence[Document],
        kept: KeptDocuments,
        measures: KeptMeasures,
        settings: BuildSettings,
        copies: Sequence[Copy] = (),
    ) -> None:
        self.documents = documents
        self._copies = copies
        self._kept = kept
        self._measures = measures
        self._base = settings.base
        self._licence = settings.licence
        self._own = settings.own_names()
        self._standing = load_decisions(settings.decisions.path).standing if settings.decisions else None
        self._merges = _merges(self._standing, documents, settings.base)
        self._names = choose_names(chain.from_iterable(map(self._said, documents)), settings.base, self._own)
        self._plans = plan_iris([each.outline.head for each in documents], settings.base)
        self._given = json.dumps([settings.as_told(), mapping_rules()])
        told = {iri: f"{iri} {name.kind} {name.abbreviated} {name.label}" for iri, name in self._names.items()}
        self._keys = {each.key: self._lines_key(each, told) for each in documents}

    @property
    def outlines(self) -> list[Outline]:
        """The outlines of the documents, with the addresses that holders have after merging."""
        return [each.outline.merged(self._merges) for each in self.documents]

    def key(self) -> str:
        """Give a key of all that the graph depends on."""
        return sha256("\n".join([self._given, *self._keys.values()]).encode()).hexdigest()

    def map_what_changed(self) -> None:
        """Make the lines of each document for which none are kept."""
        for document in self.documents:
            if not self._kept.made.has(document.key, self._keys[document.key]):
                self._map(document)

    def texts(self) -> Iterator[bytes]:
        """Give the lines of each document as a sorted text."""
        for document in self.documents:
            kept = self._kept.made.lines(document.key, self._keys[document.key])
            yield self._map(document)[0] if kept is None else kept

    def shared(self) -> Iterator[bytes]:
        """Give the lines that no one document makes: reference data, links, decisions, measures, counts."""
        gist = Gist(self._base)
        for document in self.documents:
            gist.add(self._kept.made.gist(document.key, self._keys[document.key]) or self._map(document)[1])
        across = sorted_text(self._across())
        gist.take(across)
        yield across
        for text, counted in self._measures.of(gist.ties):
            gist.add(counted)
            yield text
        yield sorted_text(map_dataset(gist.census, self._base, self._licence).lines)

    def _across(self) -> Iterator[str]:
        yield from map_shared(self._names, base=self._base, own=self._own)
        yield from map_links(self._records_to_link(), self._plans, base=self._base)
        yield from map_copies(self._copies, self._base)
        if self._standing is not None:
            labels = {iri: name.label for iri, name in self._names.items()}
            yield from map_decisions(self._standing, self._merges, labels).lines

    def _records_to_link(self) -> Iterator[PlanRecord]:
        """Give the heads of records, which have the words to compare; whole records of plans with several versions."""
        versions = Counter(iri.partition(_VERSION)[0] for iri in self._plans.values())
        for document in self.documents:
            several = versions[self._plans[document.sha256].partition(_VERSION)[0]] > 1
            yield self._merges.record(self._kept.record(document.key)) if several else document.outline.head

    def _map(self, document: Document) -> tuple[bytes, bytes]:
        """Make the lines of a document and their gist."""
        record, plan = self._merges.record(self._kept.record(document.key)), self._plans[document.sha256]
        text = sorted_text(map_plan(record, plan=plan, names=self._names, base=self._base))
        return text, self._kept.made.keep(document.key, self._keys[document.key], text)

    def _said(self, document: Document) -> Iterable[tuple[Said, int]]:
        if not self._merges.kept:
            return document.outline.said
        return ((said._replace(iri=self._merges.now(said.iri)), times) for said, times in document.outline.said)

    def _lines_key(self, document: Document, told: Mapping[str, str]) -> str:
        """Tell all that the lines of a document depend on: its record, its plan's address, the names it says."""
        names = dict.fromkeys(self._merges.now(said.iri) for said, _ in document.outline.said)
        parts = [document.key, self._plans[document.sha256], self._given, *map(told.__getitem__, names)]
        return sha256("\x1f".join(parts).encode()).hexdigest()[:32]


def _merges(standing: Standing | None, documents: Iterable[Document], base: str) -> Merges:
    if standing is None:
        return Merges({}, base)
    spoken = ((day_of(each.outline.head), each.outline.holders) for each in documents)
    return merges(standing, first_days(spoken, base), base)
