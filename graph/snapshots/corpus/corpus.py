"""The documents of a corpus: those that were filed, and those of them that are part of the build."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from answerable.extract.records import Ledger
from answerable.graph.linking.plans.told import ToldPlan
from answerable.graph.mapping.versions import Age, version_iris
from answerable.graph.outline import Outline
from answerable.graph.snapshots.corpus.spellings import Spellings
from answerable.graph.snapshots.corpus.sums import Sums
from answerable.graph.snapshots.packed import grown, shrunk

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping, Sequence

    from answerable.graph.linking.merging import Merges
    from answerable.graph.mapping.names import Said
    from answerable.ontology.gazetteer import OwnNames

__all__ = ["MENTION", "OWNER", "Corpus", "Filed"]

OWNER = "owner "
MENTION = "mention "
_FILE = "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, NULL)"
_FILED = "SELECT key, name, sha256, media_type, family, entered FROM document ORDER BY sha256, name"
_PLANS = "SELECT key, words, plan, root, body, day, updated, submitted, sha256 FROM document WHERE entered"
_EVIDENCE = """SELECT evidence FROM document JOIN recommendation ON document = key
WHERE plan = ? AND entered AND within = ?"""
_SEVERAL = "SELECT root FROM document WHERE entered GROUP BY root HAVING count(*) > 1"


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
        self.spellings = Spellings(database, base, own)
        self.sums = Sums(database)
        self._roots: set[str] = set()
        self._ledgers: dict[str, str] = dict(database.execute("SELECT key, ledger FROM document").fetchall())

    def ledger(self, key: str) -> Ledger | None:
        """Give the ledger of a document; None where it is not filed."""
        told = self._ledgers.get(key)
        return Ledger.model_validate_json(told) if told else None

    def file(self, key: str, outline: Outline) -> None:
        """File a document; one that is filed under the key already stays as it is."""
        if key not in self._ledgers:
            self._ledgers[key] = outline.ledger
            source, plan = outline.source, outline.plan
            row = (key, source.name, source.sha256, source.media_type, outline.family, plan.root, plan.body, plan.day)
            rest = (*plan.version[:2], _words(plan), outline.ledger, shrunk(outline.to_json()))
            self._database.execute(_FILE, (*row, *rest))
            parts = ((key, each.iri, " ".join(each.evidence)) for each in plan.recommendations)
            self._database.executemany("INSERT INTO recommendation VALUES (?, ?, ?)", parts)

    def filed(self) -> Sequence[Filed]:
        """Give all documents, by the hash of their content and their name."""
        return [Filed(*row) for row in self._database.execute(_FILED)]

    def outline(self, key: str) -> Outline:
        """Give the outline of a document that is filed."""
        row = self._database.execute("SELECT outline FROM document WHERE key = ?", (key,)).fetchone()
        return Outline.from_json(grown(row[0]))

    def forget(self, key: str) -> None:
        """Throw a document away that is not part of the build."""
        self._ledgers.pop(key, None)
        self._database.execute("DELETE FROM document WHERE key = ?", (key,))
        self._database.execute("DELETE FROM recommendation WHERE document = ?", (key,))

    def enter(self, key: str, merges: Merges) -> None:
        """Make a document part of the build, its holders by the addresses that they keep."""
        outline = self.outline(key)
        self.spellings.add(key, _merged(outline, merges))
        self.sums.add(outline.counts, _counted(outline, merges))
        self._database.execute("UPDATE document SET entered = 1 WHERE key = ?", (key,))
        self._roots.add(outline.plan.root)

    def leave(self, key: str, merges: Merges) -> None:
        """Undo what `enter` did with the same merges, and what was counted of the document's lines."""
        outline = self.outline(key)
        self.spellings.drop(key, _merged(outline, merges))
        self.sums.take_back(outline.counts, _counted(outline, merges))
        self.sums.drop(key)
        self._database.execute("UPDATE document SET entered = 0, plan = NULL WHERE key = ?", (key,))
        self._roots.add(outline.plan.root)

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

    def superseded(self) -> frozenset[str]:
        """Give the documents of which a later version of the same plan is part of the build."""
        roots = self._database.execute(_SEVERAL).fetchall()
        groups = (sorted(self._versions(root), key=lambda row: row[1]) for (root,) in roots)
        return frozenset(key for rows in groups for key, *_ in rows[:-1])

    def plans(self) -> Mapping[str, ToldPlan]:
        """Give each plan of the build by the key of its document, without its recommendations."""
        return {key: _plan(*row) for key, _, *row in self._database.execute(_PLANS)}

    def whole_plans(self) -> Iterator[ToldPlan]:
        """Give each plan of the build with the words of its recommendations, not the evidence for them."""
        return (self.outline(key).plan.at(plan.iri).without_evidence() for key, plan in self.plans().items())

    def words(self) -> str:
        """Give a key of all in the plans of the build that their likeness depends on."""
        return sha256(
            repr(sorted((plan, words) for _, words, plan, *_ in self._database.execute(_PLANS))).encode()
        ).hexdigest()

    def evidence_of(self, recommendation: str) -> Sequence[str]:
        """Give the addresses of the words of a recommendation of the build."""
        plan, kind, number = recommendation.rsplit("/", 2)
        row = self._database.execute(_EVIDENCE, (plan, f"/{kind}/{number}")).fetchone()
        return str(row[0]).split()

    def told(self, name: str) -> str | None:
        """Give what was remembered under a name."""
        row = self._database.execute("SELECT value FROM told WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def remember(self, name: str, value: str) -> None:
        """Remember something until it is replaced."""
        self._database.execute("INSERT OR REPLACE INTO told VALUES (?, ?)", (name, value))

    def _versions(self, root: str) -> list[tuple[str, Age, str]]:
        rows = self._database.execute(
            "SELECT key, updated, submitted, sha256, plan FROM document WHERE root = ? AND entered", (root,)
        )
        return [(key, (updated, submitted, source), plan) for key, updated, submitted, source, plan in rows]


def _plan(iri: str, root: str, body: str | None, day: str, *version: str) -> ToldPlan:
    updated, submitted, source = version
    return ToldPlan(iri, root, body, day, (updated, submitted, source), source, ())


def _words(plan: ToldPlan) -> str:
    """Tell all that the likeness of a plan's recommendations to others depends on, beside the address of the plan."""
    told = [(each.iri, each.text, each.repeated) for each in plan.recommendations]
    return sha256(repr((plan.root, plan.body, plan.day, plan.version[:2], told)).encode()).hexdigest()


def _merged(outline: Outline, merges: Merges) -> Sequence[tuple[Said, int]]:
    if not merges.kept:
        return outline.said
    return [(said._replace(iri=merges.now(said.iri)), times) for said, times in outline.said]


def _counted(outline: Outline, merges: Merges) -> Iterator[str]:
    for beginning, iris in ((OWNER, outline.owners), (MENTION, outline.mentions)):
        yield from {beginning + (merges.now(iri) if merges.kept else iri) for iri in iris}
