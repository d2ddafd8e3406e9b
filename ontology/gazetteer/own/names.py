"""Reading an organisation's own names from its folders, as one frozen value that is passed along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from answerable.ontology.gazetteer.bodies import Bodies, as_bodies
from answerable.ontology.gazetteer.entry import OWN, Entry
from answerable.ontology.gazetteer.kinds import KINDS
from answerable.ontology.gazetteer.load import as_entry, entries
from answerable.ontology.gazetteer.own.table import read_table
from answerable.ontology.gazetteer.statements import (
    DCTERMS,
    NAMESPACE,
    RDF_TYPE,
    SKOS,
    Facts,
    GazetteerError,
    statements,
)

__all__ = ["NO_OWN_NAMES", "OwnNames", "own_names"]

_ENDINGS: Final = frozenset({".ttl", ".csv", ".tsv"})


@dataclass(frozen=True, slots=True)
class OwnNames:
    """Names that an organisation adds to those that ship with the program.

    Two of them are equal when their files hold the same: `sha256` is taken over names and contents, so that it also
    tells a build what it was made with. `paths` are the files and folders as given.
    """

    sha256: str
    paths: tuple[Path, ...] = field(default=(), compare=False)
    entries: tuple[Entry, ...] = field(default=(), compare=False, repr=False)
    bodies: Bodies = field(default_factory=Bodies, compare=False, repr=False)

    def contents(self) -> Iterator[tuple[str, bytes]]:
        """Give the files by name with their bytes, in their order, to be laid down and read elsewhere."""
        return ((file.name, file.read_bytes()) for path in self.paths for file in _files(path))


NO_OWN_NAMES: Final = OwnNames("")


def own_names(paths: Iterable[Path]) -> OwnNames:
    """Read files and folders of own names: Turtle (`.ttl`) of our own shape, and tables (`.csv`, `.tsv`).

    Raises GazetteerError where there is nothing to read, or a file cannot be understood.
    """
    given = tuple(paths)
    if not given:
        return NO_OWN_NAMES
    found: list[tuple[str, Facts]] = []
    told = sha256()
    for path in (file for each in given for file in _files(each)):
        told.update(f"{path.name}\0".encode() + path.read_bytes() + b"\0")
        found += _marked(path)
    own = tuple(_entry(iri, facts) for iri, facts in found if facts[NAMESPACE + "kind"])
    return OwnNames(told.hexdigest(), given, own, as_bodies(found))


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        files = sorted(file for file in path.rglob("*") if file.suffix in _ENDINGS and not file.name.startswith("."))
        if not files:
            raise GazetteerError(f"{path}: no .ttl, .csv or .tsv file in it; name the folder that holds your names")
        return files
    if not path.is_file():
        raise GazetteerError(f"{path}: no such file or folder; name the folder that holds your names")
    if path.suffix not in _ENDINGS:
        raise GazetteerError(f"{path}: names are read from .ttl, .csv and .tsv files; save it as one of these")
    return [path]


def _marked(path: Path) -> Iterator[tuple[str, Facts]]:
    """Read one file; every thing in it says that it comes from there."""
    stated = statements([path]) if path.suffix == ".ttl" else read_table(path, _known_as)
    for iri, facts in stated.items():
        _check(path, iri, facts)
        facts[DCTERMS + "source"].insert(0, f"own names: {path.name}")
        yield iri, facts


def _check(path: Path, iri: str, facts: Facts) -> None:
    """Refuse what names nothing; change events and ownerships need no label of their own kind."""
    kind = next(iter(facts[NAMESPACE + "kind"]), None)
    if kind and kind not in KINDS:
        raise GazetteerError(f"{path.name}: <{iri}>: {kind!r} is no kind; choose one of {', '.join(sorted(KINDS))}")
    if SKOS + "Concept" in facts[RDF_TYPE] and not (kind and facts[SKOS + "prefLabel"]):
        raise GazetteerError(f"{path.name}: <{iri}>: needs an ap:kind and a skos:prefLabel; add what is missing")


def _entry(iri: str, facts: Facts) -> Entry:
    return replace(as_entry(iri, facts), priority=OWN)


def _known_as(name: str, kind: str | None) -> str | None:
    """Give the address of something that ships with the program; of any body where no kind is given."""
    return _by_name().get((name.casefold(), kind))


@cache
def _by_name() -> dict[tuple[str, str | None], str]:
    found: dict[tuple[str, str | None], str] = {}
    for entry in sorted(entries(), key=lambda entry: (-entry.priority, entry.iri)):
        for name in (*entry.names, *([entry.notation] if entry.notation else [])):
            found.setdefault((name.casefold(), entry.kind), entry.iri)
            if entry.body:
                found.setdefault((name.casefold(), None), entry.iri)
    return found
