"""A store at an address that is built on: brought to a folder of this machine, and put back when the build has ended.

The snapshot goes first and the file that names it last, so that whoever reads meets the build before or this one.
Nothing there can be locked: of two builds at once, the one that comes to its end later gives up.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import Final, NamedTuple

from answerable.extract.addresses import is_address
from answerable.extract.errors import AnswerableError
from answerable.graph.addressed.bringing import current_at, snapshot_files
from answerable.graph.addressed.place import CURRENT, HISTORY, SNAPSHOTS, StorePlace
from answerable.graph.errors import BusyStoreError, NotAStoreError, SnapshotError
from answerable.graph.layout import MANIFEST_FILE, UNFINISHED, Layout

__all__ = ["written"]

_LAYOUT: Final = Layout(Path())
_FOLDERS: Final = (_LAYOUT.documents.as_posix(), _LAYOUT.shared.as_posix())
"""What is kept between builds, in folders."""
_FILES: Final = (HISTORY, _LAYOUT.corpus.as_posix(), _LAYOUT.last.as_posix())
"""What is kept between builds, in files."""
_MOVED: Final = (CURRENT, HISTORY)
"""What is written when all else is there."""


class _Stamp(NamedTuple):
    """What tells whether a file has been written since."""

    size: int
    time: int


@contextmanager
def written(store: str | PathLike[str]) -> Iterator[Path]:
    """Give the folder to build a store in; what changed in it goes to the address, if it is one, when the block ends.

    Where the block raises an error of ours, what was read of documents goes there alone, for the next build.

    Raises:
        SnapshotError: something else lies at the address.
        BusyStoreError: another build came to its end there meanwhile; its snapshot stays the current one.
        NotAStoreError, UnreadableDocumentError: the address cannot be reached or written.
    """
    given = str(store)
    if not is_address(given):
        yield Path(store)
        return
    place = StorePlace.at(given)
    with tempfile.TemporaryDirectory(prefix="answerable-build-") as name:
        work = _Work.begun(place, Path(name))
        try:
            yield work.folder
        except AnswerableError:
            work.keep_what_was_read()
            raise
        work.put_back()


@dataclass(frozen=True, slots=True)
class _Work:
    """A store in a folder here, and how it was when it was brought."""

    place: StorePlace
    folder: Path
    current: str | None
    before: Mapping[str, _Stamp]

    @classmethod
    def begun(cls, place: StorePlace, folder: Path) -> _Work:
        """Bring the current snapshot and all that is kept between builds."""
        current = current_at(place)
        standing = place.names()
        if standing and current is None and not {SNAPSHOTS, *_FOLDERS}.intersection(standing):
            raise SnapshotError(f"{place.address} holds files that are no snapshot; name an empty or a new folder")
        paths = [path for path in _FILES if path in standing]
        paths += [path for kept in _FOLDERS if kept in standing for path in place.files(kept)]
        paths += _sound_files(place, current)
        place.bring(paths, folder)
        Layout(folder).snapshots.mkdir(exist_ok=True)
        if current:
            Layout(folder).current.write_text(f"{current}\n", "ascii")
        return cls(place, folder, current, _stamps(folder))

    def keep_what_was_read(self) -> None:
        """Put the documents there that a build which came to no end has read."""
        documents = _LAYOUT.documents.as_posix() + "/"
        self.place.put([path for path in self._changed() if path.startswith(documents)], self.folder)

    def put_back(self) -> None:
        """Put what is new or changed there, then make the snapshot current, then remove what is gone."""
        changed = self._changed()
        self.place.put([path for path in changed if path not in _MOVED], self.folder)
        found = current_at(self.place)
        if found != self.current:
            raise BusyStoreError(
                f"{self.place.address}: another build has made {found} current there meanwhile; start this one again"
            )
        for path in reversed(_MOVED):
            if path in changed:
                self.place.write(path, (self.folder / path).read_bytes())
        self.place.remove(sorted(self.before.keys() - _stamps(self.folder).keys()))

    def _changed(self) -> Sequence[str]:
        """Give the paths of what was written since, the manifest of a snapshot after what it names."""
        now = _stamps(self.folder)
        paths = [path for path, stamp in now.items() if self.before.get(path) != stamp]
        return sorted(paths, key=lambda path: (path.endswith(MANIFEST_FILE), path))


def _sound_files(place: StorePlace, name: str | None) -> Sequence[str]:
    """Give the files of the current snapshot; none where it is damaged, so that it is written anew."""
    try:
        return snapshot_files(place, name) if name else ()
    except NotAStoreError:
        return ()


def _stamps(folder: Path) -> Mapping[str, _Stamp]:
    """Give each file of a store's folder, but for locks, what is unfinished and the engine's copies."""
    left = (UNFINISHED, _LAYOUT.lock.name, "engines")
    return {
        path.relative_to(folder).as_posix(): _Stamp(path.stat().st_size, path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file() and not path.relative_to(folder).parts[0].startswith(left)
    }
