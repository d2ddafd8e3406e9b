"""Sums over the parts of a build: documents, links between them, measures of its networks."""

from __future__ import annotations

import json
from collections import defaultdict
from hashlib import blake2b
from typing import TYPE_CHECKING

from pydantic_core import from_json

from answerable.graph.mapping.census import COUNTED, Census
from answerable.graph.snapshots.gist import QUADS, THING, VOCABULARY, Gist
from answerable.graph.snapshots.packed import grown, shrunk

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Container, Iterable, Mapping

    from answerable.graph.measures import Weights

__all__ = ["Sums"]

_ADD = "INSERT INTO total VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET count = count + excluded.count"
_SHARE = "INSERT INTO shared VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET times = times + 1"
_TIES = """SELECT network, group_concat(digest) FROM (
  SELECT network, digest FROM tie WHERE part NOT IN (SELECT value FROM json_each(?)) ORDER BY network, digest
) GROUP BY network"""
_UNSHARE = "UPDATE shared SET times = times - 1 WHERE name = ?"


class Sums:
    """Counts of a corpus, and the names of what several of its parts may have, each with how many have it."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def add(self, counts: Mapping[str, int], names: Iterable[str] = ()) -> None:
        """Add counts, and names of what others may have too."""
        self._database.executemany(_ADD, counts.items())
        self._database.executemany(_SHARE, ((name,) for name in names))

    def take_back(self, counts: Mapping[str, int], names: Iterable[str] = ()) -> None:
        """Undo what `add` did."""
        gone = [(name,) for name in names]
        self._database.executemany(_ADD, ((name, -count) for name, count in counts.items()))
        self._database.executemany(_UNSHARE, gone)
        self._database.executemany("DELETE FROM shared WHERE name = ? AND times = 0", gone)

    def key(self, part: str) -> str | None:
        """Give the key of the lines of a part that is counted; None where none is."""
        row = self._database.execute("SELECT key FROM part WHERE name = ?", (part,)).fetchone()
        return row[0] if row else None

    def parts(self, beginning: str) -> Mapping[str, str]:
        """Give the keys of the parts that are counted whose names begin so, by name."""
        found = self._database.execute("SELECT name, key FROM part WHERE name >= ? AND name < ?", _between(beginning))
        return dict(found.fetchall())

    def put(self, part: str, key: str, gist: Gist) -> None:
        """Count the lines of a part in the place of earlier ones."""
        self.drop(part)
        self.add(gist.alone, gist.shared)
        self._database.execute("INSERT INTO part VALUES (?, ?, ?)", (part, key, shrunk(gist.to_json())))
        told = ((part, network, json.dumps(ties)) for network, ties in gist.ties.items() if ties)
        rows = ((*place, _digest(ties), shrunk(ties)) for *place, ties in told)
        self._database.executemany("INSERT INTO tie VALUES (?, ?, ?, ?)", rows)

    def drop(self, part: str) -> None:
        """Count the lines of a part no more."""
        row = self._database.execute("SELECT gist FROM part WHERE name = ?", (part,)).fetchone()
        if row:
            gist = Gist.from_json(grown(row[0]))
            self.take_back(gist.alone, gist.shared)
            self._database.execute("DELETE FROM part WHERE name = ?", (part,))
            self._database.execute("DELETE FROM tie WHERE part = ?", (part,))

    def ties(self, without: Iterable[str]) -> Mapping[str, str]:
        """Give for each network a key of all that parts add to it, but for some of them."""
        return dict(self._database.execute(_TIES, (json.dumps([*without]),)).fetchall())

    def weights(self, network: str, without: Container[str]) -> Weights:
        """Add up what all parts but some say of the ties of a network."""
        weights: defaultdict[tuple[str, str], int] = defaultdict(int)
        for part, ties in self._database.execute("SELECT part, ties FROM tie WHERE network = ?", (network,)):
            for one, other, weight in from_json(grown(ties)) if part not in without else ():
                weights[one, other] += weight
        return dict(weights)

    def counts(self) -> Mapping[str, int]:
        """Give all counts."""
        return dict(self._database.execute("SELECT name, count FROM total").fetchall())

    def different(self, beginning: str) -> int:
        """Give how many names there are that begin so, of what several parts may have."""
        found = self._database.execute("SELECT count(*) FROM shared WHERE name >= ? AND name < ?", _between(beginning))
        return int(found.fetchone()[0])

    def census(self) -> Census:
        """Count all parts together."""
        counts = self.counts()
        found = self._database.execute("SELECT name FROM shared WHERE name >= ? AND name < ?", _between(VOCABULARY))
        return Census(
            quads=counts.get(QUADS, 0) + self.different(QUADS),
            things={kind: counts.get(THING + kind, 0) + self.different(f"{THING}{kind} ") for kind in COUNTED},
            vocabularies=tuple(name.removeprefix(VOCABULARY) for (name,) in found),
        )


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=16).hexdigest()


def _between(beginning: str) -> tuple[str, str]:
    return beginning, beginning + "\U0010ffff"
