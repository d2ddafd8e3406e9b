"""The snapshots of a store as a person looks at them: which there are, which answers, what changed between them."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, NoReturn

from answerable.graph.errors import DamagedSnapshotError, NotAStoreError, SnapshotError
from answerable.graph.layout import MANIFEST_FILE, Layout
from answerable.graph.snapshots.lock import held
from answerable.graph.snapshots.manifest import read_manifest
from answerable.graph.snapshots.pointer import current_name, make_current, switched
from answerable.graph.snapshots.writing import is_sound

__all__ = ["Entry", "chosen", "entries", "prune", "roll_back_to", "use", "way_back"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One snapshot in the list. The three counts of files compare it with the one above it in the list."""

    name: str
    time: str | None
    """When it last became current, where that is known: an ISO date and time in UTC."""
    current: bool
    sound: bool
    """Whether its manifest is as it was written; its other files are checked when it is opened."""
    plans: int = 0
    quads: int = 0
    added: int = 0
    withdrawn: int = 0
    changed: int = 0


def entries(layout: Layout) -> Sequence[Entry]:
    """List the snapshots of a store, the one that became current first at the top.

    Raises NotAStoreError where the folder is no store.
    """
    check_store(layout)
    current, times = current_name(layout), switched(layout)
    listed: list[Entry] = []
    before: Mapping[str, str] = {}
    for name in _ordered(layout, times):
        entry = Entry(name, times.get(name), current=name == current, sound=False)
        with suppress(DamagedSnapshotError):
            manifest = read_manifest(layout.snapshot(name))
            sources = {source["name"]: source["sha256"] for source in manifest["sources"]}
            entry, before = _compared(entry, manifest["counts"], sources, before), sources
        listed.append(entry)
    return listed


def chosen(layout: Layout, given: str | None) -> str:
    """Give the name of a snapshot by the first letters of it, or of the current one.

    Raises NotAStoreError where the folder is no store, or it has no such snapshot, or several, and DamagedSnapshotError
    where the file that should name the current one does not.
    """
    check_store(layout)
    names = _ordered(layout, {})
    if given is None:
        return current_name(layout) or _without_current(layout)
    found = [name for name in names if name.startswith(given)]
    if len(found) != 1:
        what = "more than one snapshot" if found else "no snapshot"
        raise NotAStoreError(
            f"{layout.directory} has {what} {given!r}; list them: answerable snapshots list --store {layout.directory}"
        )
    return found[0]


def _without_current(layout: Layout) -> NoReturn:
    if layout.current.exists():
        raise DamagedSnapshotError(f"{layout.current} names no snapshot; {way_back(layout, None)}")
    raise NotAStoreError(
        f"{layout.directory} holds no snapshot yet; make one: answerable build PATH... --to {layout.directory}"
    )


def way_back(layout: Layout, damaged: str | None) -> str:
    """Say what to do about a damaged snapshot: go back to the sound one that was current last, else build again."""
    name = roll_back_to(layout, damaged)
    if name is None:
        return f"build it again: answerable build PATH... --full --to {layout.directory}"
    return f"go back to the one before: answerable snapshots use {name} --store {layout.directory}"


def roll_back_to(layout: Layout, damaged: str | None) -> str | None:
    """Give the sound snapshot that was current last beside a damaged one; None where there is none."""
    others = (name for name in reversed(_ordered(layout, switched(layout))) if name != damaged)
    return next((name for name in others if is_sound(layout.snapshot(name))), None)


def use(layout: Layout, given: str) -> str:
    """Make a snapshot current, and give its whole name.

    Raises NotAStoreError where there is none such, DamagedSnapshotError where its files are not as they were written,
    and BusyStoreError while a build is on its way.
    """
    with held(layout):
        name = chosen(layout, given)
        if not is_sound(layout.snapshot(name)):
            raise DamagedSnapshotError(f"{layout.snapshot(name)} is damaged, so that the current snapshot stays")
        if name != current_name(layout):
            make_current(layout, name)
        return name


def prune(layout: Layout, keep: int) -> Sequence[str]:
    """Remove all but the `keep` snapshots that were current last, and give their names; the current one always stays.

    Raises SnapshotError where `keep` is below 1, NotAStoreError and BusyStoreError as `use` does.
    """
    if keep < 1:
        raise SnapshotError(f"cannot keep {keep} snapshots: the current one always stays, so keep 1 or more")
    check_store(layout)
    with held(layout):
        names, current = _ordered(layout, switched(layout)), current_name(layout)
        staying = {current, *[name for name in reversed(names) if name != current][: keep - 1]}
        dropped = [name for name in names if name not in staying]
        for name in dropped:
            shutil.rmtree(layout.snapshot(name))
            shutil.rmtree(layout.engine(name), ignore_errors=True)
        return dropped


def check_store(layout: Layout) -> None:
    """Raise NotAStoreError where a folder is no store."""
    directory = layout.directory
    if not directory.is_dir():
        raise NotAStoreError(f"{directory} is not there; make it with: answerable build PATH... --to {directory}")
    if layout.snapshots.is_dir():
        return
    if (directory / MANIFEST_FILE).is_file():
        raise NotAStoreError(f"{directory} is a build of an earlier form; build it anew into another folder")
    raise NotAStoreError(f"{directory} holds no snapshot; make one with: answerable build PATH... --to DIR")


def _ordered(layout: Layout, times: Mapping[str, str]) -> Sequence[str]:
    """Give the names of all snapshots: those never noted as current first, then by when they last became so."""
    noted = {name: place for place, name in enumerate(times)}
    names = [folder.name for folder in layout.snapshots.iterdir() if folder.is_dir()]
    return sorted(names, key=lambda name: (noted.get(name, -1), name))


def _compared(entry: Entry, counts: Mapping[str, Any], sources: Mapping[str, str], before: Mapping[str, str]) -> Entry:
    return replace(
        entry,
        sound=True,
        plans=counts["plans"],
        quads=counts["quads"],
        added=len(sources.keys() - before.keys()),
        withdrawn=len(before.keys() - sources.keys()),
        changed=sum(sources[name] != before[name] for name in sources.keys() & before.keys()),
    )
