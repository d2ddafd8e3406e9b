"""A build from its first document to the moment when its snapshot is current.

Nothing that is current is touched before the very last step, which replaces one small file: a build that is killed
leaves the store as it was, and what it left half done is removed by the next.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any

from answerable.extract.errors import NotAPlanError
from answerable.extract.records import PlanRecord
from answerable.graph.errors import DamagedSnapshotError
from answerable.graph.layout import Layout
from answerable.graph.settings import BuildSettings
from answerable.graph.snapshots.collection import Collection
from answerable.graph.snapshots.documents import Document, LeftOut, chosen_documents
from answerable.graph.snapshots.durable import replace_file
from answerable.graph.snapshots.kept import KeptDocuments
from answerable.graph.snapshots.lock import held
from answerable.graph.snapshots.manifest import FORMAT, read_manifest
from answerable.graph.snapshots.measured import KeptMeasures
from answerable.graph.snapshots.place import prepare, tidy
from answerable.graph.snapshots.pointer import current_name, make_current
from answerable.graph.snapshots.rules import reading_environment, reading_rules
from answerable.graph.snapshots.writing import SnapshotFiles, is_sound, workplace
from answerable.graph.summary import Summary, summarise

__all__ = ["Build", "Built", "building"]

_LAST = "last.json"


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
        yield Build(layout, settings, full=full)


class Build:
    """Takes documents in any order, as records or from what was kept, and makes a snapshot of them."""

    def __init__(self, layout: Layout, settings: BuildSettings, *, full: bool) -> None:
        self._layout = layout
        self._settings = settings
        self._full = full
        self._kept = KeptDocuments(layout.documents, settings)
        self._measures = KeptMeasures(layout.measures, settings)
        if full:
            self._kept.forget_all_but(())
            self._measures.forget()
        self._documents: dict[str, Document] = {}
        self._read = 0

    def reuse(self, name: str, content: str) -> PlanRecord | None:
        """Take a document as it was read before, by its name and the hash of its content.

        Gives the head of its record, which has its ledger; None where it has to be read.
        """
        key = self._key(name, content)
        known = None if self._full else self._kept.outline(key)
        if known is None:
            return None
        self._documents[key] = Document(key, known)
        return known.head

    def add(self, record: PlanRecord) -> None:
        """Take a document that was read just now."""
        key = self._key(record.source.name, record.source.sha256)
        self._take(key, record)

    def add_foreign(self, record: PlanRecord) -> None:
        """Take a record that comes from elsewhere, and that reading would perhaps not give: it is known by itself."""
        self._take(sha256((record.to_json() + self._settings.for_reading).encode()).hexdigest()[:32], record)

    def _take(self, key: str, record: PlanRecord) -> None:
        self._documents[key] = Document(key, self._kept.keep(key, record))
        self._read += 1

    def _key(self, name: str, content: str) -> str:
        told = [name, content, reading_rules(), reading_environment(), self._settings.for_reading]
        return sha256("\0".join(told).encode()).hexdigest()[:32]

    def finish(self) -> Built:
        """Write the snapshot and make it current; raises NotAPlanError where no document was taken."""
        if not self._documents:
            store = self._layout.directory
            raise NotAPlanError(f"no plan was read, so that {store} is left as it was; name files that hold plans")
        documents, left_out = chosen_documents(self._documents.values(), self._kept)
        before, earlier = self._before()
        copies = [each.copy for each in left_out if each.copy]
        collection = Collection(documents, self._kept, self._measures, self._settings, copies)
        name, new = self._unchanged(collection, before) or self._write(collection, left_out)
        if name != before:
            make_current(self._layout, name)
        self._kept.forget_all_but({*self._documents, _LAST})
        quads = read_manifest(self._layout.snapshot(name))["counts"]["quads"]
        return Built(
            summary=summarise(collection.outlines, quads=quads),
            snapshot=name,
            new=new,
            before=before,
            read=self._read,
            reused=len(self._documents) - self._read,
            withdrawn=tuple(sorted(earlier - {each.name for each in self._documents.values()})),
        )

    def _before(self) -> tuple[str | None, frozenset[str]]:
        name = current_name(self._layout)
        with suppress(DamagedSnapshotError):
            sources = read_manifest(self._layout.snapshot(name))["sources"] if name else ()
            return name, frozenset(source["name"] for source in sources)
        return name, frozenset()

    def _unchanged(self, collection: Collection, before: str | None) -> tuple[str, bool] | None:
        """Give the snapshot that was made of just this before, so that nothing has to be written."""
        try:
            last = json.loads((self._layout.documents / _LAST).read_bytes())
        except (OSError, ValueError):
            return None
        if self._full or last != {"key": self._built_key(collection), "snapshot": before}:
            return None
        return (before, False) if before and is_sound(self._layout.snapshot(before)) else None

    def _built_key(self, collection: Collection) -> str:
        names = sorted((each.sha256, each.name) for each in self._documents.values())
        return sha256(json.dumps([FORMAT, reading_rules(), collection.key(), names]).encode()).hexdigest()

    def _write(self, collection: Collection, left_out: Sequence[LeftOut]) -> tuple[str, bool]:
        collection.map_what_changed()
        shared = [*collection.shared()]
        with workplace(self._layout) as folder:
            files = SnapshotFiles(folder)
            quads = files.write_graph(chain(collection.texts(), shared))
            files.write_records(self._kept.record_line(each.key) for each in collection.documents)
            name, new = files.settle(self._layout, self._facts(collection, left_out, quads))
        made = {"key": self._built_key(collection), "snapshot": name}
        replace_file(self._layout.documents / _LAST, json.dumps(made).encode())
        return name, new

    def _facts(self, collection: Collection, left_out: Sequence[LeftOut], quads: int) -> Mapping[str, Any]:
        ledgers = [each.head.ledger for each in collection.outlines]
        return {
            "format": FORMAT,
            "base": self._settings.base,
            "settings": self._settings.as_told(),
            "rules": reading_rules(),
            "counts": summarise(collection.outlines, quads=quads).as_counts(),
            "ledger": {
                "rows": sum(each.rows for each in ledgers),
                "loaded": sum(each.loaded for each in ledgers),
                "ignored": sum(some.rows for each in ledgers for some in each.ignored),
                "flagged": sum(some.rows for each in ledgers for some in each.flagged),
            },
            "sources": [each.head.source.model_dump() for each in collection.outlines],
            "ignored": [each.as_told() for each in left_out],
        }
