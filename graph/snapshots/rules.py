"""The version of the rules: a hash of the code and data by which documents are read and records are mapped.

A version number would have to be raised by hand, and one day would not be. The files that ship are what reads, so their
bytes are the version: a changed word list, pattern or line of code makes every document be read again.
"""

from __future__ import annotations

import sys
from functools import cache
from hashlib import sha256
from importlib import metadata, util
from pathlib import Path
from typing import Final

__all__ = ["mapping_rules", "reading_environment", "reading_rules"]

_COMPILED: Final = frozenset({".pyc", ".pyo"})


@cache
def reading_rules() -> str:
    """Give the version of the rules that read documents; the same on every machine that runs the same release."""
    return _fingerprint("answerable.ontology", "answerable.extract")


@cache
def mapping_rules() -> str:
    """Give the version of all that makes lines of records."""
    return _fingerprint("answerable.ontology", "answerable.graph", "answerable.extract.records")


@cache
def reading_environment() -> str:
    """Give a key for what else a reading could depend on: Python and the libraries that the program names.

    It decides what is read again on this machine, and is no part of a snapshot: two machines whose libraries differ
    still agree where the readings do.
    """
    named = (need for need in metadata.requires("answerable") or () if "extra ==" not in need)
    versions = sorted(f"{name}={_version(name)}" for name in map(_bare, named))
    return sha256(f"{sys.version_info[:3]} {versions}".encode()).hexdigest()


def _bare(requirement: str) -> str:
    letters = (letter if letter.isalnum() or letter in "-_." else " " for letter in requirement)
    return "".join(letters).split()[0]


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "none"


def _fingerprint(*modules: str) -> str:
    told = sha256()
    for module in modules:
        for name, path in _files(module):
            told.update(f"{module}/{name}\0".encode())
            told.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return told.hexdigest()


def _files(module: str) -> list[tuple[str, Path]]:
    found = util.find_spec(module)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"no module named {module!r}", name=module)
    origin = Path(found.origin)
    if not found.submodule_search_locations:
        return [(origin.name, origin)]
    root = origin.parent
    files = (path for path in root.rglob("*") if path.is_file() and path.suffix not in _COMPILED)
    return sorted((path.relative_to(root).as_posix(), path) for path in files)
