"""All documents of a build together: what is chosen over the whole of it, and the lines that follow for each.

The lines of a document that nothing touched are taken as they were made before, and so is what no one document makes
where nothing changed that it depends on.
"""

from __future__ import annotations

import json
from functools import partial
from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING

from answerable.graph.linking.decisions import Standing, load_decisions
from answerable.graph.linking.merging import Merges, first_days, merges
from answerable.graph.linking.plans import Copy, Found, find_links, map_copies, map_links, map_revisions
from answerable.graph.linking.plans.sequence import versions
from answerable.graph.linking.reviewed import map_decisions
from answerable.graph.mapping import map_plan, map_shared
from answerable.graph.mapping.addresses import rebased
from answerable.graph.mapping.dataset import map_dataset
from answerable.graph.mapping.organisations import concerned
from answerable.graph.snapshots.gist import gist_of_lines, gist_of_plan
from answerable.graph.snapshots.sorting import sorted_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from answerable.graph.linking.plans.told import ToldPlan
    from answerable.graph.mapping.names import Name
    from answerable.graph.settings import BuildSettings
    from answerable.graph.snapshots.corpus import Corpus, Filed
    from answerable.graph.snapshots.kept import KeptDocuments
    from answerable.graph.snapshots.lines import KeptLines
    from answerable.graph.snapshots.measured import KeptMeasures

__all__ = ["Collection"]

_MERGES = "merges"
_FOUND = "found"
_REVISION = "revision-"


class Collection:
    """The documents of a build with the names, the addresses of plans and the merged holders that follow of them."""

    def __init__(
        self,
        documents: Sequence[Filed],
        copies: Sequence[Copy],
        corpus: Corpus,
        kept: KeptDocuments,
        settings: BuildSettings,
    ) -> None:
        self.documents = documents
        self._copies = copies
        self._corpus = corpus
        self._kept = kept
        self._base = settings.base
        self._licence = settings.licence
        self._own = settings.own_names()
        self._standing = load_decisions(settings.decisions.path).standing if settings.decisions else None
        self._merges = _merges(self._standing, documents, corpus, settings.base)

    def settle(self) -> None:
        """Make the corpus hold just these documents, and make the lines of all that this touches."""
        for key in self._enter_and_leave() | self._corpus.spellings.choose() | self._corpus.address_plans():
            self._map(key)

    def texts(self) -> Iterator[bytes]:
        """Give the lines of each document as a sorted text."""
        for document in self.documents:
            key = self._corpus.sums.key(document.key)
            kept = self._kept.made.lines(document.key, key) if key else None
            yield self._map(document.key) if kept is None else kept

    def shared(self, measures: KeptMeasures, made: KeptLines) -> Iterator[bytes]:
        """Give the lines that no one document makes: reference data, links, decisions, measures, counts."""
        corpus = self._corpus
        known = self._known_names()
        yield self._part(made, "shared", [*known.items()], lambda: map_shared(known, base=self._base, own=self._own))
        plans = corpus.plans()
        lines = [*map_links(plans.values(), self._found(), corpus.evidence_of, base=self._base)]
        yield self._part(made, "links", lines, lambda: lines)
        yield from self._revisions(made, plans)
        yield self._part(made, "copies", [*map(repr, self._copies)], lambda: map_copies(self._copies, self._base))
        if self._standing is not None:
            decisions = [*self._decisions(self._standing)]
            yield self._part(made, "decisions", decisions, lambda: decisions)
        yield from measures.of(corpus.sums, corpus.superseded())
        yield sorted_text(map_dataset(corpus.sums.census(), self._base, self._licence).lines)

    def _enter_and_leave(self) -> set[str]:
        """Let documents enter the corpus and leave it; give those that entered."""
        before = self._merges_before()
        anew = before.kept != self._merges.kept
        wanted = {each.key for each in self.documents}
        filed = self._corpus.filed()
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

    def _part(self, made: KeptLines, name: str, depends_on: object, lines: Callable[[], Iterable[str]]) -> bytes:
        """Give the lines of a part that is about no one document, made only where what they depend on changed."""
        key = sha256(repr(depends_on).encode()).hexdigest()[:32]
        text = made.lines(name, key) if self._corpus.sums.key(name) == key else None
        if text is None:
            each = [*lines()]
            text = sorted_text(each)
            made.keep(name, key, text)
            self._corpus.sums.put(name, key, gist_of_lines(each, alone=name != "shared"))
        return text

    def _known_names(self) -> Mapping[str, Name]:
        """Give the names of those things of the build that are known from elsewhere."""
        return self._corpus.spellings.among(concerned(self._base, self._own))

    def _found(self) -> Sequence[Found]:
        """Give the links between recommendations, sought only where the words of one have changed."""
        words = self._corpus.words()
        key, found = json.loads(self._corpus.told(_FOUND) or '["", []]')
        if key != words:
            found = find_links(self._corpus.whole_plans())
            self._corpus.remember(_FOUND, json.dumps([words, found]))
        return [Found(*each) for each in found]

    def _revisions(self, made: KeptLines, plans: Mapping[str, ToldPlan]) -> Iterator[bytes]:
        """Give what each later version of a plan revises; each pair of versions is a part of the build."""
        keys = {plan.sha256: key for key, plan in plans.items()}
        pairs = [pair for group in versions(plans.values()) for pair in pairwise(group)]
        parts = {_REVISION + keys[later.sha256]: (earlier, later) for earlier, later in pairs}
        for gone in {*self._corpus.sums.parts(_REVISION)} - parts.keys():
            self._corpus.sums.drop(gone)
            made.drop(gone)
        for part, pair in parts.items():
            told = (pair, sorted(self._merges.kept.items()))
            yield self._part(made, part, told, partial(self._revision, *((plan, keys[plan.sha256]) for plan in pair)))

    def _revision(self, earlier: tuple[ToldPlan, str], later: tuple[ToldPlan, str]) -> Iterable[str]:
        one, other = ((plan, self._merges.record(self._kept.record(key))) for plan, key in (earlier, later))
        return map_revisions(one, other, base=self._base)

    def _decisions(self, standing: Standing) -> Iterable[str]:
        ends = {rebased(iri, self._base) for each in standing for iri in (each.one, each.other)}
        names = self._corpus.spellings.among(sorted(ends.union(map(self._merges.now, ends))))
        return map_decisions(standing, self._merges, {iri: name.label for iri, name in names.items()}).lines

    def _map(self, key: str) -> bytes:
        """Make the lines of a document, keep and count them."""
        record, plan = self._merges.record(self._kept.record(key)), self._corpus.plan(key)
        names = self._corpus.spellings.of_document(key)
        graphs = map_plan(record, plan=plan, names=names, base=self._base)
        text = sorted_text(line for graph in graphs for line in graph.lines)
        told = sha256(repr((plan, sorted(names.items()))).encode()).hexdigest()[:32]
        self._kept.made.keep(key, told, text)
        self._corpus.sums.put(key, told, gist_of_plan(graphs, text.count(b"\n"), plan))
        return text


def _merges(standing: Standing | None, documents: Iterable[Filed], corpus: Corpus, base: str) -> Merges:
    if standing is None:
        return Merges({}, base)
    outlines = (corpus.outline(each.key) for each in documents)
    return merges(standing, first_days(((each.plan.day, each.holders) for each in outlines), base), base)
