"""The documents of a corpus: those that were filed, and those of them that are part of the build."""

from __future__ import annotations

import json
from hashlib import blake2b
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from pydantic_core import from_json

from answerable.extract.records import Ledger
from answerable.graph.linking.plans.told import ToldPlan, ToldRecommendation
from answerable.graph.mapping.scope import document_iri
from answerable.graph.mapping.versions import Age, version_iris
from answerable.graph.outline import Additions, Outline
from answerable.graph.snapshots.corpus.spellings import Spellings
from answerable.graph.snapshots.corpus.sums import Sums
from answerable.graph.snapshots.gist import name_in
from answerable.graph.snapshots.packed import grown, shrunk

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from answerable.graph.linking.merging import Merges
    from answerable.graph.mapping.names import Said
    from answerable.ontology.gazetteer import OwnNames

__all__ = ["MENTION", "OWNER", "Corpus", "Filed"]

OWNER = "owner "
MENTION = "mention "
_FILE = "INSERT INTO document VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, NULL)"
_FILED = "SELECT key, name, sha256, media_type, family, entered FROM document ORDER BY sha256, name"
_PLANS = """SELECT recommendations, plan, root, body, day, updated, submitted, sha256
FROM document JOIN outline ON document = id WHERE entered"""
_SEVERAL = """SELECT root, key, plan, root, body, day, updated, submitted, sha256 FROM document WHERE entered
AND root IN (SELECT root FROM document WHERE entered GROUP BY root HAVING count(*) > 1)
ORDER BY root, updated, submitted, sha256"""
_EVIDENCE = """SELECT sha256, evidence FROM document JOIN recommendation ON document = id
WHERE plan = ? AND entered AND within = ?"""
_ADDS = "SELECT adds FROM outline JOIN document ON document = id WHERE key = ?"
_FORGET = (
    "DELETE FROM outline WHERE document = (SELECT id FROM document WHERE key = ?)",
    "DELETE FROM recommendation WHERE document = (SELECT id FROM document WHERE key = ?)",
    "DELETE FROM document WHERE key = ?",
)
_HOLDERS = "SELECT day, adds FROM outline JOIN document ON document = id WHERE key IN (SELECT value FROM json_each(?))"


class Filed(NamedTuple):
    """One document as it is filed: under a key of all that its reading depends on."""

    key: str
    name: str
    sha256: str
    media_type: str
    family: str
    """What documents share that may be copies of one plan."""
    entered: int
    """Whether it is part of the build."""

    def source(self) -> dict[str, str]:
        """Give what the manifest tells of it."""
        return {"name": self.name, "sha256": self.sha256, "media_type": self.media_type}


class Corpus:
    """Documents of one or more builds under the same settings. A filed document counts for nothing until it enters."""

    def __init__(self, database: sqlite3.Connection, base: str, own: OwnNames) -> None:
        self._database = database
        self._base = base
        self.spellings = Spellings(database, base, own)
        self.sums = Sums(database)
        self._roots: set[str] = set()
        self._ledgers: dict[str, str] = dict(database.execute("SELECT key, ledger FROM document").fetchall())

    def has(self, key: str) -> bool:
        """Whether a document is filed."""
        return key in self._ledgers

    def ledger(self, key: str) -> Ledger:
        """Give the ledger of a document that is filed."""
        return Ledger.model_validate_json(self._ledgers[key])

    def file(self, key: str, outline: Outline) -> None:
        """File a document; one that is filed under the key already stays as it is."""
        if key not in self._ledgers:
            self._ledgers[key] = outline.ledger
            source, plan = outline.source, outline.plan
            row = (key, source.name, source.sha256, source.media_type, outline.family, plan.root, plan.body, plan.day)
            rest = (*plan.version[:2], _words(plan), outline.ledger)
            document = self._database.execute(_FILE, (*row, *rest)).lastrowid
            words = json.dumps([(each.iri, each.words, each.repeated) for each in plan.recommendations])
            adds = shrunk(outline.adds.to_json())
            self._database.execute("INSERT INTO outline VALUES (?, ?, ?)", (document, words, adds))
            start = document_iri(source.sha256, self._base)
            told = (" ".join(one.removeprefix(start) for one in each.evidence) for each in plan.recommendations)
            rows = ((document, each.iri, evidence) for each, evidence in zip(plan.recommendations, told, strict=True))
            self._database.executemany("INSERT INTO recommendation VALUES (?, ?, ?)", rows)

    def filed(self) -> Sequence[Filed]:
        """Give all documents, by the hash of their content and their name."""
        return [*map(Filed._make, self._database.execute(_FILED))]

    def holders(self, keys: Sequence[str]) -> Iterator[tuple[str, Sequence[str]]]:
        """Give the day of each of these documents, and the addresses of the holders and things that it names."""
        for day, adds in self._database.execute(_HOLDERS, (json.dumps(keys),)):
            yield day, Additions.from_json(grown(adds)).holders

    def forget(self, key: str) -> None:
        """Throw a document away that is not part of the build."""
        self._ledgers.pop(key, None)
        for statement in _FORGET:
            self._database.execute(statement, (key,))

    def enter(self, key: str, merges: Merges) -> None:
        """Make a document part of the build, its holders by the addresses that they keep."""
        adds = self._adds(key)
        self.spellings.add(key, _merged(adds, merges))
        self.sums.add(adds.counts, _counted(adds, merges))
        self._touch(key, "UPDATE document SET entered = 1 WHERE key = ?")

    def leave(self, key: str, merges: Merges) -> None:
        """Undo what `enter` did with the same merges, and what was counted of the document's lines."""
        adds = self._adds(key)
        self.spellings.drop(key, _merged(adds, merges))
        self.sums.take_back(adds.counts, _counted(adds, merges))
        self.sums.drop(key)
        self._touch(key, "UPDATE document SET entered = 0, plan = NULL WHERE key = ?")

    def address_plans(self) -> set[str]:
        """Choose the addresses of plans anew where versions came or went; give the documents whose plan has another."""
        changed: set[str] = set()
        for root in sorted(self._roots):
            rows = self._versions(root)
            iris = version_iris(root, (version for _, version, _ in rows))
            for key, version, plan in rows:
                if iris[version[2]] != plan:
                    self._database.execute("UPDATE document SET plan = ? WHERE key = ?", (iris[version[2]], key))
                    changed.add(key)
        self._roots.clear()
        return changed

    def plan(self, key: str) -> str:
        """Give the address of a document's plan."""
        return str(self._database.execute("SELECT plan FROM document WHERE key = ?", (key,)).fetchone()[0])

    def versions(self) -> Sequence[Sequence[tuple[str, ToldPlan]]]:
        """Give the plans of the build that have several versions, the first version first, without recommendations.

        Each stands with the key of its document.
        """
        groups = groupby(self._database.execute(_SEVERAL), key=itemgetter(0))
        return [[(key, _plan(*row)) for _, key, *row in rows] for _, rows in groups]

    def plans(self) -> Iterator[ToldPlan]:
        """Give each plan of the build with the words of its recommendations, not the evidence for them."""
        for recommendations, plan, *row in self._database.execute(_PLANS):
            told = [
                ToldRecommendation(plan + within, tuple(words), repeated, ())
                for within, words, repeated in from_json(recommendations)
            ]
            yield _plan(plan, *row, recommendations=told)

    def words(self) -> str:
        """Give a key of all in the plans of the build that their links depend on."""
        rows = self._database.execute("SELECT plan || ' ' || words FROM document WHERE entered ORDER BY plan")
        return _digest("\n".join(told for (told,) in rows))

    def evidence_of(self, recommendation: str) -> Sequence[str]:
        """Give the addresses of the words of a recommendation of the build."""
        plan, kind, number = recommendation.rsplit("/", 2)
        source, evidence = self._database.execute(_EVIDENCE, (plan, f"/{kind}/{number}")).fetchone()
        start = document_iri(source, self._base)
        return [start + each for each in evidence.split()]

    def told(self, name: str) -> str | None:
        """Give what was remembered under a name."""
        row = self._database.execute("SELECT value FROM told WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def remember(self, name: str, value: str) -> None:
        """Remember something until it is replaced."""
        self._database.execute("INSERT OR REPLACE INTO told VALUES (?, ?)", (name, value))

    def _adds(self, key: str) -> Additions:
        return Additions.from_json(grown(self._database.execute(_ADDS, (key,)).fetchone()[0]))

    def _touch(self, key: str, change: str) -> None:
        """Change the row of a document, and note that the versions of its plan have to be looked at."""
        self._database.execute(change, (key,))
        self._roots.update(*self._database.execute("SELECT root FROM document WHERE key = ?", (key,)).fetchall())

    def _versions(self, root: str) -> list[tuple[str, Age, str]]:
        rows = self._database.execute(
            "SELECT key, updated, submitted, sha256, plan FROM document WHERE root = ? AND entered", (root,)
        )
        return [(key, (updated, submitted, source), plan) for key, updated, submitted, source, plan in rows]


def _plan(
    iri: str,
    root: str,
    body: str | None,
    day: str,
    *version: str,
    recommendations: Sequence[ToldRecommendation] = (),
) -> ToldPlan:
    updated, submitted, source = version
    return ToldPlan(iri, root, body, day, (updated, submitted, source), source, tuple(recommendations))


def _words(plan: ToldPlan) -> str:
    """Tell all that the links of a plan and its recommendations depend on, beside the address of the plan."""
    told = [(each.iri, each.words, each.repeated) for each in plan.recommendations]
    return _digest(repr((plan.root, plan.body, plan.day, plan.version[:2], told)))


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=16).hexdigest()


def _merged(adds: Additions, merges: Merges) -> Sequence[tuple[Said, int]]:
    if not merges.kept:
        return adds.said
    return [(said._replace(iri=merges.now(said.iri)), times) for said, times in adds.said]


def _counted(adds: Additions, merges: Merges) -> Iterator[str]:
    for beginning, iris in ((OWNER, adds.owners), (MENTION, adds.mentions)):
        yield from {name_in(beginning, merges.now(iri) if merges.kept else iri) for iri in iris}
