"""What all documents say of the names of things, added up, and the names that were chosen of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerable.extract.records import MentionType
from answerable.graph.mapping.names import Name, Said, choose_names

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from answerable.ontology.gazetteer import OwnNames

__all__ = ["Spellings"]

_COUNT = """INSERT INTO spelling VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (iri, label, kind, weight, acronym) DO UPDATE SET times = times + excluded.times"""
_NAMES_OF = "SELECT name.* FROM says JOIN name USING (iri) WHERE document = ?"


class Spellings:
    """The spellings of names in a corpus, for builds under some base with some names of their own."""

    def __init__(self, database: sqlite3.Connection, base: str, own: OwnNames) -> None:
        self._database = database
        self._base = base
        self._own = own
        self._touched: set[str] = set()

    def add(self, document: str, said: Sequence[tuple[Said, int]]) -> None:
        """Take what a document says."""
        self._count(said, 1)
        self._database.executemany(
            "INSERT OR IGNORE INTO says VALUES (?, ?)", ((each.iri, document) for each, _ in said)
        )

    def drop(self, document: str, said: Sequence[tuple[Said, int]]) -> None:
        """Take back what a document said."""
        self._count(said, -1)
        self._database.execute("DELETE FROM says WHERE document = ?", (document,))

    def choose(self) -> set[str]:
        """Choose names anew where something was said or taken back, and give the documents that say a changed one."""
        changed: set[str] = set()
        for iri in sorted(self._touched):
            name = choose_names(self._said(iri), self._base, self._own).get(iri)
            if name != self._name(iri):
                self._put(iri, name)
                changed.update(
                    row[0] for row in self._database.execute("SELECT document FROM says WHERE iri = ?", (iri,))
                )
        self._touched.clear()
        return changed

    def of_document(self, document: str) -> Mapping[str, Name]:
        """Give the names of all that a document names."""
        return dict(map(_named, self._database.execute(_NAMES_OF, (document,))))

    def among(self, iris: Iterable[str]) -> Mapping[str, Name]:
        """Give the names of those things that some document names."""
        return {iri: name for iri in iris if (name := self._name(iri))}

    def _count(self, said: Sequence[tuple[Said, int]], sign: int) -> None:
        rows = (
            (each.iri, each.label, each.kind or "", each.weight, each.acronym or "", sign * times)
            for each, times in said
        )
        self._database.executemany(_COUNT, rows)
        self._touched.update(each.iri for each, _ in said)

    def _said(self, iri: str) -> Iterator[tuple[Said, int]]:
        self._database.execute("DELETE FROM spelling WHERE iri = ? AND times = 0", (iri,))
        for told, label, kind, weight, acronym, times in self._database.execute(
            "SELECT * FROM spelling WHERE iri = ?", (iri,)
        ):
            yield Said(told, label, kind or None, weight, acronym or None), times

    def _name(self, iri: str) -> Name | None:
        row = self._database.execute("SELECT * FROM name WHERE iri = ?", (iri,)).fetchone()
        return _named(row)[1] if row else None

    def _put(self, iri: str, name: Name | None) -> None:
        self._database.execute("DELETE FROM name WHERE iri = ?", (iri,))
        if name:
            self._database.execute(
                "INSERT INTO name VALUES (?, ?, ?, ?)", (iri, name.label, name.kind or "", name.abbreviated)
            )


def _named(row: tuple[str, str, str, int]) -> tuple[str, Name]:
    iri, label, kind, abbreviated = row
    return iri, Name(label, MentionType(kind) if kind else None, bool(abbreviated))
