"""The file that a corpus is kept in: SQLite, which undoes what a killed build had begun, and taken only as it was left.

A page that was altered on the disk would make a wrong graph without a word, so the hash of the file that the last build
left has to be that of the file that is found. Whatever else is found is thrown away, and made again of the records.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import closing, contextmanager, suppress
from hashlib import file_digest
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["digest_of", "opened", "told_as_system_errors"]

_PAGES: Final = 8_000
"""Kilobytes of the file that are held in memory."""
_TABLES: Final = """
CREATE TABLE document (
  id INTEGER PRIMARY KEY, key TEXT UNIQUE, name TEXT, sha256 TEXT, media_type TEXT, family TEXT, root TEXT, body TEXT,
  day TEXT, updated TEXT, submitted TEXT, words TEXT, ledger TEXT, entered INTEGER DEFAULT 0, plan TEXT);
CREATE INDEX of_root ON document (root);
CREATE INDEX of_plan ON document (plan);
CREATE TABLE outline (document INTEGER PRIMARY KEY, recommendations TEXT, adds BLOB);
CREATE TABLE recommendation (
  document INTEGER, within TEXT, evidence TEXT, PRIMARY KEY (document, within)) WITHOUT ROWID;
CREATE TABLE thing (id INTEGER PRIMARY KEY, iri TEXT UNIQUE, label TEXT, kind TEXT, abbreviated INTEGER);
CREATE TABLE spelling (
  thing INTEGER, label TEXT, kind TEXT, weight INTEGER, acronym TEXT, times INTEGER,
  PRIMARY KEY (thing, label, kind, weight, acronym)) WITHOUT ROWID;
CREATE TABLE says (document INTEGER, thing INTEGER, PRIMARY KEY (document, thing)) WITHOUT ROWID;
CREATE INDEX said_by ON says (thing);
CREATE TABLE total (name TEXT PRIMARY KEY, count INTEGER) WITHOUT ROWID;
CREATE TABLE shared (name TEXT PRIMARY KEY, times INTEGER) WITHOUT ROWID;
CREATE TABLE part (name TEXT PRIMARY KEY, key TEXT, gist BLOB);
CREATE TABLE tie (part TEXT, network TEXT, digest TEXT, ties BLOB, PRIMARY KEY (part, network));
CREATE TABLE told (name TEXT PRIMARY KEY, value TEXT);
"""
_MADE_FOR: Final = "made for"
_NUMBERS: Final = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_NOMEM: errno.ENOMEM,
    sqlite3.SQLITE_READONLY: errno.EACCES,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
    sqlite3.SQLITE_PERM: errno.EACCES,
}
_KIND: Final = 0xFF
"""The part of a code that says what went wrong; the rest says where."""


def opened(path: Path, made_for: str, proof: str | None) -> sqlite3.Connection:
    """Open the file within a transaction, which the caller ends; an empty one where it is not what was left.

    `made_for` is a key of what all of it depends on, `proof` the hash that `digest_of` gave when the last build ended.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if not _is_as_left(path, proof):
        for beside in ("", "-journal"):
            path.with_name(path.name + beside).unlink(missing_ok=True)
    connection = _connected(path)
    known = proof is not None and _told(connection) == made_for
    if not known:
        connection.close()
        path.unlink()
        connection = _connected(path)
        connection.executescript(_TABLES)
        connection.execute("INSERT INTO told VALUES (?, ?)", (_MADE_FOR, made_for))
    connection.execute("BEGIN IMMEDIATE")
    return connection


@contextmanager
def told_as_system_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite says of a file that cannot be written into what the system would say of any other."""
    try:
        yield
    except sqlite3.Error as error:
        number = _NUMBERS.get(getattr(error, "sqlite_errorcode", 0) & _KIND, errno.EIO)
        if number == errno.EIO and _files_are_limited():
            number = errno.EFBIG
        raise OSError(number, os.strerror(number), str(path)) from error


def digest_of(path: Path) -> str | None:
    """Give the hash of the file; None where there is none."""
    with suppress(OSError), path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()
    return None


def _is_as_left(path: Path, proof: str | None) -> bool:
    if not path.is_file():
        return False
    with suppress(sqlite3.Error):
        # Whoever opens it first after a build was killed undoes what that had begun.
        with closing(_connected(path)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        return digest_of(path) == proof
    return False


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(f"PRAGMA cache_size = -{_PAGES}")
    # What a cut of power leaves is no file that the last build left, whatever stands in it: nothing has to be awaited.
    connection.execute("PRAGMA synchronous = OFF")
    return connection


def _told(connection: sqlite3.Connection) -> str | None:
    with suppress(sqlite3.Error):
        row = connection.execute("SELECT value FROM told WHERE name = ?", (_MADE_FOR,)).fetchone()
        return str(row[0]) if row else None
    return None


def _files_are_limited() -> bool:
    with suppress(ImportError):
        import resource  # noqa: PLC0415 - not every system has it

        return resource.getrlimit(resource.RLIMIT_FSIZE)[0] != resource.RLIM_INFINITY
    return False
