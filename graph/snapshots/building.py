"""A build from its first document to the moment when its snapshot is current.

Nothing that is current is touched before the very last step, which replaces one small file: a build that is killed
leaves the store as it was, and what it left half done is removed by the next.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any

from answerable.extract.errors import NotAPlanError
from answerable.extract.records import Ledger, PlanRecord
from answerable.extract.rules import reading_rules
from answerable.graph.errors import DamagedSnapshotError, SnapshotError
from answerable.graph.layout import Layout
from answerable.graph.linking.plans import Copy, copies_among
from answerable.graph.outline import outline
from answerable.graph.settings import BuildSettings
from answerable.graph.snapshots.collection import Collection
from answerable.graph.snapshots.corpus import MENTION, OWNER, Corpus, Filed, digest_of, opened, told_as_system_errors
from answerable.graph.snapshots.documents import LeftOut, chosen_documents
from answerable.graph.snapshots.kept import KeptDocuments
from answerable.graph.snapshots.last import Last
from answerable.graph.snapshots.lines import KeptLines
from answerable.graph.snapshots.lock import held
from answerable.graph.snapshots.manifest import FORMAT, read_manifest
from answerable.graph.snapshots.place import prepare, tidy
from answerable.graph.snapshots.pointer import current_name, make_current
from answerable.graph.snapshots.rules import mapping_rules, reading_environment
from answerable.graph.snapshots.shared import SharedParts
from answerable.graph.snapshots.writing import SnapshotFiles, is_sound, workplace
from answerable.graph.summary import Summary, ledger_sums, summarise

__all__ = ["Build", "Built", "building"]


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build."""

    summary: Summary
    snapshot: str
    """The name of the snapshot that is current now."""
    new: bool
    """Whether it was not there before."""
    before: str | None
    """The name of the snapshot that was current before; the same where nothing changed."""
    read: int
    """Documents that were read."""
    reused: int
    """Documents that were not read again, because nothing about them changed."""
    withdrawn: tuple[str, ...]
    """The files that stood in the snapshot before and do not stand in this one, by name."""

    @property
    def plans(self) -> int:
        """How many plans the snapshot holds."""
        return self.summary.plans


@contextmanager
def building(directory: Path, settings: BuildSettings, *, full: bool = False) -> Iterator[Build]:
    """Start a build in a store's folder, which is made where it is missing; no other can start until the block ends.

    With `full`, nothing that was kept is used. Raises SnapshotError where the folder holds something else, and
    BusyStoreError where another build is on its way.
    """
    layout = Layout(directory.absolute())
    prepare(layout)
    with held(layout):
        tidy(layout)
        if full:
            for kept in (layout.documents, layout.shared):
                shutil.rmtree(kept, ignore_errors=True)
        last = Last() if full else Last.read(layout)
        with (
            told_as_system_errors(layout.corpus),
            closing(opened(layout.corpus, _made_for(settings), last.corpus)) as database,
        ):
            yield Build(layout, settings, database, last)


class Build:
    """Takes documents in any order, as records or from what was kept, and makes a snapshot of them."""

    def __init__(self, layout: Layout, settings: BuildSettings, database: sqlite3.Connection, last: Last) -> None:
        self._layout = layout
        self._settings = settings
        self._database = database
        self._last = last
        self._corpus = Corpus(database, settings.base, settings.own_names())
        self._kept = KeptDocuments(layout.documents)
        self._reading = reading_rules(), reading_environment(), settings.for_reading
        self._taken: set[str] = set()
        self._read = 0

    def reuse(self, name: str, content: str) -> bool:
        """Take a document as it was read before, by its name and the hash of its content; tell whether it was known."""
        key = self._key(name, content)
        if not (self._kept.has(key) and self._known(key)):
            return False
        self._taken.add(key)
        return True

    def ledger(self, name: str, content: str) -> Ledger:
        """Give the ledger of a document that was taken."""
        return self._corpus.ledger(self._key(name, content))

    def add(self, record: PlanRecord) -> None:
        """Take a document that was read just now."""
        key = self._key(record.source.name, record.source.sha256)
        self._take(key, record)

    def add_foreign(self, record: PlanRecord) -> None:
        """Take a record that comes from elsewhere, and that reading would perhaps not give: it is known by itself."""
        self._take(sha256((record.to_json() + self._settings.for_reading).encode()).hexdigest()[:32], record)

    def _take(self, key: str, record: PlanRecord) -> None:
        self._kept.keep(key, record)
        self._file(key, record)
        self._taken.add(key)
        self._read += 1

    def _known(self, key: str) -> bool:
        """Whether a document was read before; what else is kept of it is made anew where it is lost."""
        if not self._corpus.has(key):
            with suppress(SnapshotError, ValueError):
                self._file(key, self._kept.record(key))
        return self._corpus.has(key)

    def _file(self, key: str, record: PlanRecord) -> None:
        self._corpus.file(key, outline(record, self._settings.base, self._settings.own_names()))

    def _key(self, name: str, content: str) -> str:
        return sha256("\0".join([name, content, *self._reading]).encode()).hexdigest()[:32]

    def finish(self) -> Built:
        """Write the snapshot and make it current; raises NotAPlanError where no document was taken."""
        if not self._taken:
            store = self._layout.directory
            raise NotAPlanError(f"no plan was read, so that {store} is left as it was; name files that hold plans")
        everything = self._corpus.filed()
        filed = [each for each in everything if each.key in self._taken]
        documents, left_out = chosen_documents(filed, self._copies_among)
        copies = [each.copy for each in left_out if each.copy]
        before, earlier = self._before()
        parts = SharedParts(KeptLines(self._layout.shared), self._corpus.sums)
        with workplace(self._layout) as folder:
            files = SnapshotFiles(folder)
            collection = Collection(
                documents,
                copies,
                corpus=self._corpus,
                kept=self._kept,
                parts=parts,
                settings=self._settings,
                give=files.add,
            )
            collection.settle(everything)
            name, new = self._unchanged(before) or self._write(collection, files, left_out)
        if name != before:
            make_current(self._layout, name)
        self._leave_behind(name, everything)
        quads = read_manifest(self._layout.snapshot(name))["counts"]["quads"]
        return Built(
            summary=self._summary(quads),
            snapshot=name,
            new=new,
            before=before,
            read=self._read,
            reused=len(self._taken) - self._read,
            withdrawn=tuple(sorted(earlier - {each.name for each in filed})),
        )

    def _copies_among(self, keys: Sequence[str]) -> Sequence[Copy]:
        """Find the copies among documents of one family; what was found of the same documents before is remembered."""
        name = "copies " + sha256(" ".join(keys).encode()).hexdigest()
        told = self._corpus.told(name)
        if told is None:
            found = copies_among(map(self._kept.record, keys))
            self._corpus.remember(name, json.dumps([asdict(copy) for copy in found]))
            return found
        return [Copy(**each) for each in json.loads(told)]

    def _leave_behind(self, snapshot: str, filed: Iterable[Filed]) -> None:
        """Drop what has no part in the build any more, and note what the next one can rely on."""
        for each in filed:
            if each.key not in self._taken:
                self._corpus.forget(each.key)
        self._database.execute("COMMIT")
        self._kept.forget_all_but(self._taken)
        Last(self._built_key(), snapshot, digest_of(self._layout.corpus)).write(self._layout, unless=self._last)

    def _before(self) -> tuple[str | None, frozenset[str]]:
        name = current_name(self._layout)
        with suppress(DamagedSnapshotError):
            sources = read_manifest(self._layout.snapshot(name))["sources"] if name else ()
            return name, frozenset(source["name"] for source in sources)
        return name, frozenset()

    def _unchanged(self, before: str | None) -> tuple[str, bool] | None:
        """Give the snapshot that was made of just this before, so that nothing has to be written."""
        if before is None or (self._last.key, self._last.snapshot) != (self._built_key(), before):
            return None
        return (before, False) if is_sound(self._layout.snapshot(before)) else None

    def _built_key(self) -> str:
        """Give a key of all that a snapshot depends on."""
        told = [FORMAT, reading_rules(), _made_for(self._settings), sorted(self._taken)]
        return sha256(json.dumps(told).encode()).hexdigest()

    def _write(self, collection: Collection, files: SnapshotFiles, left_out: Sequence[LeftOut]) -> tuple[str, bool]:
        collection.share()
        described = collection.description()
        files.write_graph(chain(collection.texts(), [described.text]))
        files.write_records(self._kept.record_line(each.key) for each in collection.documents)
        return files.settle(self._layout, self._facts(collection, left_out, described.quads))

    def _summary(self, quads: int) -> Summary:
        sums = self._corpus.sums
        return summarise(sums.counts(), owners=sums.different(OWNER), mentions=sums.different(MENTION), quads=quads)

    def _facts(self, collection: Collection, left_out: Sequence[LeftOut], quads: int) -> Mapping[str, Any]:
        return {
            "format": FORMAT,
            "base": self._settings.base,
            "settings": self._settings.as_told(),
            "rules": reading_rules(),
            "counts": self._summary(quads).as_counts(),
            "ledger": ledger_sums(self._corpus.sums.counts()),
            "sources": [each.source() for each in collection.documents],
            "ignored": [each.as_told() for each in left_out],
        }


def _made_for(settings: BuildSettings) -> str:
    """Give a key of what all documents of a build are put together by: the settings and the rules."""
    return sha256(json.dumps([settings.as_told(), mapping_rules()]).encode()).hexdigest()
