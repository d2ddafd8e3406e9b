"""What all documents say of the names of things, added up, and the names that were chosen of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from answerable.extract.records import MentionType
from answerable.graph.mapping.names import Name, Said, choose_names

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from answerable.ontology.gazetteer import OwnNames

__all__ = ["Spellings"]

_THING = "INSERT OR IGNORE INTO thing (iri) VALUES (?)"
_COUNT = """INSERT INTO spelling SELECT id, ?, ?, ?, ?, ? FROM thing WHERE iri = ?
ON CONFLICT (thing, label, kind, weight, acronym) DO UPDATE SET times = times + excluded.times"""
_SAYS = "INSERT OR IGNORE INTO says SELECT document.id, thing.id FROM document, thing WHERE key = ? AND iri = ?"
_SPELLINGS = "SELECT label, kind, weight, acronym, times FROM spelling WHERE thing = ?"
_SAID_BY = "SELECT key FROM says JOIN document ON document = document.id WHERE thing = ?"
_NAMES_OF = """SELECT iri, label, kind, abbreviated FROM says JOIN thing ON thing = thing.id
WHERE document = (SELECT id FROM document WHERE key = ?)"""
_AMONG = """SELECT iri, label, kind, abbreviated FROM thing
WHERE label NOT NULL AND iri IN (SELECT value FROM json_each(?)) ORDER BY iri"""


class Spellings:
    """The spellings of names in a corpus, for builds under some base with some names of their own."""

    def __init__(self, database: sqlite3.Connection, base: str, own: OwnNames) -> None:
        self._database = database
        self._base = base
        self._own = own
        self._touched: set[str] = set()

    def add(self, document: str, said: Sequence[tuple[Said, int]]) -> None:
        """Take what a document says."""
        self._database.executemany(_THING, ((each.iri,) for each, _ in said))
        self._count(said, 1)
        self._database.executemany(_SAYS, ((document, each.iri) for each, _ in said))

    def drop(self, document: str, said: Sequence[tuple[Said, int]]) -> None:
        """Take back what a document said."""
        self._count(said, -1)
        self._database.execute("DELETE FROM says WHERE document = (SELECT id FROM document WHERE key = ?)", (document,))

    def choose(self) -> set[str]:
        """Choose names anew where something was said or taken back, and give the documents that say a changed one."""
        changed: set[str] = set()
        for iri in sorted(self._touched):
            thing, *now = self._database.execute(
                "SELECT id, label, kind, abbreviated FROM thing WHERE iri = ?", (iri,)
            ).fetchone()
            name = choose_names(self._said(thing, iri), self._base, self._own).get(iri)
            if name is None:
                self._database.execute("DELETE FROM thing WHERE id = ?", (thing,))
            elif (said := (name.label, name.kind or "", name.abbreviated)) != tuple(now):
                self._database.execute(
                    "UPDATE thing SET label = ?, kind = ?, abbreviated = ? WHERE id = ?", (*said, thing)
                )
                changed.update(key for (key,) in self._database.execute(_SAID_BY, (thing,)))
        self._touched.clear()
        return changed

    def of_document(self, document: str) -> Mapping[str, Name]:
        """Give the names of all that a document names."""
        return dict(map(_named, self._database.execute(_NAMES_OF, (document,))))

    def among(self, iris: Iterable[str]) -> Mapping[str, Name]:
        """Give the names of those things that some document names, in the order of their addresses."""
        return dict(map(_named, self._database.execute(_AMONG, (json.dumps([*iris]),))))

    def _count(self, said: Sequence[tuple[Said, int]], sign: int) -> None:
        rows = (
            (each.label, each.kind or "", each.weight, each.acronym or "", sign * times, each.iri)
            for each, times in said
        )
        self._database.executemany(_COUNT, rows)
        self._touched.update(each.iri for each, _ in said)

    def _said(self, thing: int, iri: str) -> Iterator[tuple[Said, int]]:
        self._database.execute("DELETE FROM spelling WHERE thing = ? AND times = 0", (thing,))
        for label, kind, weight, acronym, times in self._database.execute(_SPELLINGS, (thing,)):
            yield Said(iri, label, kind or None, weight, acronym or None), times


def _named(row: tuple[str, str, str, int]) -> tuple[str, Name]:
    iri, label, kind, abbreviated = row
    return iri, Name(label, MentionType(kind) if kind else None, bool(abbreviated))
