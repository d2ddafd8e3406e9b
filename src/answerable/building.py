"""Documents to a snapshot: what is known is taken as it was read, the rest is read, and the whole is written."""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from os import PathLike

    from answerable.extract.errors import AnswerableError
    from answerable.extract.records import Ledger
    from answerable.extract.source import Given
    from answerable.graph.settings import BuildSettings
    from answerable.graph.snapshots.building import Build, Built

    Told = Callable[[str, Ledger], None]

__all__ = ["build_files"]

_READING: Final = os.O_RDONLY | getattr(os, "O_BINARY", 0)
_BLOCK: Final = 1 << 16
"""Bytes of a file that are read at a time: most plans have fewer, and are read at once."""


def build_files(
    files: Iterable[Given],
    *,
    to: str | PathLike[str],
    settings: BuildSettings,
    full: bool = False,
    jobs: int | None = None,
    cluster: str | None = None,
    on_error: Callable[[AnswerableError], None] | None = None,
    on_ledger: Told | None = None,
) -> Built:
    """Build a snapshot from files, and read only those that are new or have changed since the last build there.

    Args:
        files: paths, addresses, or contents that stand in no file.
        to: the folder of the store, or its address.
        settings: what the graph depends on beside the files.
        full: read every file, whatever is known.
        jobs: how many documents are read at a time; None for as many as suit their number.
        cluster: where they are read instead, as `answerable.extract.cluster` takes it.
        on_error: what to do with a file that cannot be read or is no plan, while the others go on; None raises. Such a
            file is left out of the snapshot, whatever an earlier build read in it, so that a snapshot depends on
            nothing but what it was built from.
        on_ledger: told the name of each document and what became of its rows, whether it was read again or not.

    Raises:
        NotAPlanError: no plan was read; the store is left as it was.
        ClusterError: the cluster cannot be reached or was lost; what was read is kept for the next build.
        SnapshotError, BusyStoreError: the folder holds something else, or another build is writing to it.
    """
    from answerable.graph.addressed.writing import written
    from answerable.graph.snapshots.building import building
    from answerable.library import read_files

    with written(to) as folder, building(folder, settings, full=full) as build:
        unknown = _unknown(files, build, on_ledger)
        gazetteer = [each.path for each in settings.gazetteers]
        mended = settings.corrections.path if settings.corrections else None
        records = read_files(
            unknown,
            base=settings.base,
            gazetteer=gazetteer,
            corrections=mended,
            jobs=jobs,
            cluster=cluster,
            spacy_model=settings.spacy_model,
            on_error=on_error,
        )
        for record in records:
            build.add(record)
            if on_ledger:
                on_ledger(record.source.name, record.ledger)
        return build.finish()


def _unknown(files: Iterable[Given], build: Build, on_ledger: Told | None) -> Iterator[Given]:
    """Give the files that have to be read; one that cannot be opened is given too, so that reading it says why."""
    for file in map(_at_hand, files):
        content = _sha256(file)
        if content is None or not build.reuse(file.name, content):
            yield file
        elif on_ledger:
            on_ledger(file.name, build.ledger(file.name, content))


def _at_hand(file: Given) -> Given:
    """Fetch a file that lies at an address, once for knowing and for reading it."""
    if isinstance(file, Path):
        return file
    from answerable.extract.addresses import AddressedFile
    from answerable.extract.errors import UnreadableDocumentError
    from answerable.extract.source import SourceFile

    if isinstance(file, AddressedFile):
        with suppress(UnreadableDocumentError):
            return SourceFile.load(file)
    return file


def _sha256(file: Given) -> str | None:
    if isinstance(file, Path):
        return _sha256_at(file)
    from answerable.extract.source import SourceFile

    return file.sha256 if isinstance(file, SourceFile) else None


def _sha256_at(path: Path) -> str | None:
    """Hash a file with no more around it than the system has: a build does so with every document."""
    told = sha256()
    with suppress(OSError):
        descriptor = os.open(path, _READING)
        try:
            while block := os.read(descriptor, _BLOCK):
                told.update(block)
        finally:
            os.close(descriptor)
        return told.hexdigest()
    return None
