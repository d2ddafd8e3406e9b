"""A store at an address, brought to a folder of this machine to be read: one snapshot of it, or what lists them all."""

from __future__ import annotations

import atexit
import json
import shutil
import tempfile
from collections.abc import Sequence
from os import PathLike
from pathlib import Path
from typing import Final

from answerable.extract.addresses import is_address
from answerable.graph.addressed.place import CURRENT, HISTORY, SNAPSHOTS, StorePlace
from answerable.graph.errors import NotAStoreError
from answerable.graph.layout import MANIFEST_FILE, Layout

__all__ = ["brought", "brought_list", "current_at", "snapshot_files"]

_PREFIX: Final = "answerable-store-"


def brought(store: str | PathLike[str], snapshot: str | None = None) -> Path:
    """Give the folder of a store; one at an address is brought here, with the snapshot that is to be read.

    That is the current one, or the one whose name begins with `snapshot`. What was brought is gone when the program
    ends. A path is given as it is, whatever it leads to.

    Raises:
        NotAStoreError: the address cannot be reached, holds no store, or has no such snapshot.
        UnreadableDocumentError: fsspec, or its driver for such addresses, is not installed, or nothing answers.
    """
    given = str(store)
    if not is_address(given):
        return Path(store)
    place = StorePlace.at(given)
    name = _chosen(place, snapshot) if snapshot else current_at(place)
    if name is None:
        raise NotAStoreError(f"{given} holds no snapshot yet; make one: answerable build PATH... --to {given}")
    folder = _folder()
    place.bring(snapshot_files(place, name), folder)
    Layout(folder).current.write_text(f"{name}\n", "ascii")
    return folder


def brought_list(store: str) -> Path:
    """Give a folder that holds of each snapshot what says which it is; raises as `brought` does."""
    if not is_address(store):
        return Path(store)
    place = StorePlace.at(store)
    names = place.names(SNAPSHOTS)
    if not names:
        raise NotAStoreError(f"{store} holds no snapshot; make one: answerable build PATH... --to {store}")
    folder = _folder()
    for name in names:
        Layout(folder).snapshot(name).mkdir(parents=True)
    paths = [CURRENT, HISTORY, *(f"{SNAPSHOTS}/{name}/{MANIFEST_FILE}" for name in names)]
    for path in paths:
        if (content := place.read(path)) is not None:
            (folder / path).write_bytes(content)
    return folder


def current_at(place: StorePlace) -> str | None:
    """Give the name of the current snapshot at a place; None where there is none yet."""
    told = place.read(CURRENT)
    return (told.decode("ascii", "replace").strip() or None) if told else None


def snapshot_files(place: StorePlace, name: str) -> Sequence[str]:
    """Give the paths of the files of a snapshot, as its manifest names them; they are checked when they are opened."""
    root = f"{SNAPSHOTS}/{name}"
    told = place.read(f"{root}/{MANIFEST_FILE}")
    try:
        files = sorted(json.loads(told or b"")["files"])
    except (ValueError, KeyError, TypeError) as error:
        raise NotAStoreError(
            f"{place.address} has no sound snapshot {name}; build it again, or name another"
        ) from error
    return [f"{root}/{file}" for file in (MANIFEST_FILE, *files)]


def _chosen(place: StorePlace, given: str) -> str:
    found = [name for name in place.names(SNAPSHOTS) if name.startswith(given)]
    if len(found) != 1:
        what = "more than one snapshot" if found else "no snapshot"
        raise NotAStoreError(
            f"{place.address} has {what} {given!r}; list them: answerable snapshots list --store {place.address}"
        )
    return found[0]


def _folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
