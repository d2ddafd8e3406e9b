"""All documents of a build together: what is chosen over the whole of it, and the lines that follow for each.

The lines of a document that nothing touched are taken as they were made before, and so is what no one document makes
where nothing changed that it depends on.
"""

from __future__ import annotations

import json
from functools import partial
from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from answerable.graph.linking.decisions import Standing, load_decisions
from answerable.graph.linking.merging import Merges, first_days, merges
from answerable.graph.linking.plans import Copy, Found, Links, find_links, map_copies, map_links, map_revisions
from answerable.graph.linking.reviewed import map_decisions
from answerable.graph.mapping import map_plan, map_shared
from answerable.graph.mapping.addresses import rebased
from answerable.graph.mapping.dataset import map_dataset
from answerable.graph.mapping.organisations import concerned
from answerable.graph.snapshots.gist import gist_of_plan
from answerable.graph.snapshots.measured import put_measures
from answerable.graph.snapshots.sorting import sorted_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from answerable.graph.linking.plans.told import ToldPlan
    from answerable.graph.settings import BuildSettings
    from answerable.graph.snapshots.corpus import Corpus, Filed
    from answerable.graph.snapshots.kept import KeptDocuments
    from answerable.graph.snapshots.shared import SharedParts

__all__ = ["Collection"]

_MERGES = "merges"
_LINKS = "links"
_REVISION = "revision-"


class Described(NamedTuple):
    """The lines that describe a build, and the number of all its quads, these included."""

    text: bytes
    quads: int


class Collection:
    """The documents of a build with the names, the addresses of plans and the merged holders that follow of them."""

    def __init__(
        self,
        documents: Sequence[Filed],
        copies: Sequence[Copy],
        *,
        corpus: Corpus,
        kept: KeptDocuments,
        parts: SharedParts,
        settings: BuildSettings,
        give: Callable[[bytes], None],
    ) -> None:
        """Put documents together; `give` is told the lines of each document that are made, as a sorted text."""
        self.documents = documents
        self._copies = copies
        self._corpus = corpus
        self._kept = kept
        self._parts = parts
        self._base = settings.base
        self._licence = settings.licence
        self._own = settings.own_names()
        self._standing = load_decisions(settings.decisions.path).standing if settings.decisions else None
        self._give = give
        self._given: set[str] = set()
        self._merges = _merges(self._standing, documents, corpus, settings.base)

    def settle(self, filed: Sequence[Filed]) -> None:
        """Make the corpus hold just these documents of all that are filed, and make the lines that this touches."""
        for key in self._enter_and_leave(filed) | self._corpus.spellings.choose() | self._corpus.address_plans():
            self._map(key)

    def share(self) -> None:
        """Put together what is about no one document: reference data, links, decisions, measures."""
        base, corpus, parts = self._base, self._corpus, self._parts
        known = corpus.spellings.among(concerned(base, self._own))
        parts.put("shared", [*known.items()], lambda: map_shared(known, base=base, own=self._own), alone=False)
        words = corpus.words()
        links = self._links(words)
        evidence = {each: corpus.evidence_of(each) for each in links.ends()}
        parts.put("links", (words, evidence), lambda: map_links(links, evidence.__getitem__, base=base))
        versions = corpus.versions()
        self._put_revisions(versions)
        parts.put("copies", self._copies, lambda: map_copies(self._copies, base))
        if self._standing is not None:
            decisions = self._decisions(self._standing)
            parts.put("decisions", decisions, lambda: decisions)
        superseded = frozenset(key for group in versions for key, _ in group[:-1])
        put_measures(parts, corpus, superseded, base)

    def texts(self) -> Iterator[bytes]:
        """Give all other lines as sorted texts: those that were made before, and those about no one document."""
        for document in self.documents:
            if document.key not in self._given:
                key = self._corpus.sums.key(document.key)
                kept = self._kept.made.lines(document.key, key) if key else None
                yield self._made(document.key) if kept is None else kept
        yield from self._parts.texts()

    def description(self) -> Described:
        """Describe the build: the last of its lines, and how many there are in all.

        The census leaves out the graph of the description, in which each document has a line (`map_source`).
        """
        census = self._corpus.sums.census()
        lines = set(map_dataset(census, self._base, self._licence).lines)
        return Described(sorted_text(lines), census.quads + len(self.documents) + len(lines))

    def _enter_and_leave(self, filed: Sequence[Filed]) -> set[str]:
        """Let documents enter the corpus and leave it; give those that entered."""
        before = self._merges_before()
        anew = before.kept != self._merges.kept
        wanted = {each.key for each in self.documents}
        for each in filed:
            if each.entered and (anew or each.key not in wanted):
                self._corpus.leave(each.key, before)
        entering = [each for each in filed if each.key in wanted and (anew or not each.entered)]
        for each in entering:
            self._corpus.enter(each.key, self._merges)
        if anew:
            self._corpus.remember(_MERGES, json.dumps(dict(self._merges.kept)))
        return {each.key for each in entering}

    def _merges_before(self) -> Merges:
        return Merges(json.loads(self._corpus.told(_MERGES) or "{}"), self._base)

    def _links(self, words: str) -> Links:
        """Give the links between plans and recommendations, sought only where the words of one have changed."""
        told = self._corpus.told(_LINKS)
        key, previous, found = json.loads(told) if told else ("", (), ())
        if key == words:
            return Links(previous, [Found(*each) for each in found])
        links = find_links(self._corpus.plans())
        self._corpus.remember(_LINKS, json.dumps([words, *links]))
        return links

    def _put_revisions(self, versions: Iterable[Sequence[tuple[str, ToldPlan]]]) -> None:
        """Put what each later version of a plan revises; each pair of versions is a part of its own."""
        for earlier, later in (pair for group in versions for pair in pairwise(group)):
            told = (earlier, later, sorted(self._merges.kept.items()))
            self._parts.put(_REVISION + later[0], told, partial(self._revision, earlier, later))
        self._parts.drop_others(_REVISION)

    def _revision(self, earlier: tuple[str, ToldPlan], later: tuple[str, ToldPlan]) -> Iterable[str]:
        one, other = ((plan, self._merges.record(self._kept.record(key))) for key, plan in (earlier, later))
        return map_revisions(one, other, base=self._base)

    def _decisions(self, standing: Standing) -> Sequence[str]:
        ends = {rebased(iri, self._base) for each in standing for iri in (each.one, each.other)}
        names = self._corpus.spellings.among(sorted(ends.union(map(self._merges.now, ends))))
        return map_decisions(standing, self._merges, {iri: name.label for iri, name in names.items()}).lines

    def _map(self, key: str) -> None:
        """Make the lines of a document and give them."""
        self._give(self._made(key))
        self._given.add(key)

    def _made(self, key: str) -> bytes:
        """Make the lines of a document, keep and count them."""
        record, plan = self._merges.record(self._kept.record(key)), self._corpus.plan(key)
        names = self._corpus.spellings.of_document(key)
        graphs = map_plan(record, plan=plan, names=names, base=self._base)
        lines = {line for graph in graphs for line in graph.lines}
        text = sorted_text(lines)
        named = sorted([f"{iri} {name.abbreviated} {name.kind} {name.label}" for iri, name in names.items()])
        told = sha256("\n".join([plan, *named]).encode()).hexdigest()[:32]
        self._kept.made.keep(key, told, text)
        self._corpus.sums.put(key, told, gist_of_plan(graphs, len(lines), plan))
        return text


def _merges(standing: Standing | None, documents: Iterable[Filed], corpus: Corpus, base: str) -> Merges:
    if standing is None:
        return Merges({}, base)
    return merges(standing, first_days(corpus.holders([each.key for each in documents]), base), base)
