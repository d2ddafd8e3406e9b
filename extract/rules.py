"""The version of the rules: a hash of the code and data by which documents are read.

A version number would have to be raised by hand, and one day would not be. The files that ship are what reads, so their
bytes are the version: a changed word list, pattern or line of code makes every document be read again.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib import util
from pathlib import Path
from typing import Final

__all__ = ["fingerprint", "reading_rules"]

_COMPILED: Final = frozenset({".pyc", ".pyo"})


@cache
def reading_rules() -> str:
    """Give the version of the rules that read documents; the same on every machine that runs the same release."""
    return fingerprint("answerable.ontology", "answerable.extract")


def fingerprint(*modules: str) -> str:
    """Give a hash of the files that modules ship: their code and data; newlines of another system change nothing."""
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
