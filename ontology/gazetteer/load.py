"""Reading the Turtle files into entries: one quick parse, kept for the life of the program."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from answerable.ontology.gazetteer.entry import Entry
from answerable.ontology.gazetteer.statements import DCTERMS, NAMESPACE, ORG, RDF_TYPE, SKOS, Facts, statements

__all__ = ["acronyms", "as_entry", "entries", "files", "read_entries"]

_NO_NAMES: Final = frozenset({"changes", "roles"})
"""Files that hold what became of things, or what titles are made of, and name none."""


def files() -> tuple[Path, ...]:
    """Give the paths of the gazetteers that ship with the program, in order of their names."""
    return tuple(sorted(Path(__file__).parent.glob("*.ttl")))


@cache
def entries() -> tuple[Entry, ...]:
    """Give every known thing of the gazetteers that ship with the program, in a fixed order."""
    return read_entries(path for path in files() if path.stem not in _NO_NAMES)


@cache
def acronyms() -> Mapping[str, tuple[str, ...]]:
    """Give the expansions of every acronym on the ministry's list; several where it has several senses."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for facts in statements(path for path in files() if path.stem == "acronyms").values():
        for notation in facts[SKOS + "notation"]:
            found[notation] += facts[SKOS + "prefLabel"]
    return MappingProxyType({notation: tuple(sorted(labels)) for notation, labels in found.items()})


def read_entries(paths: Iterable[Path]) -> tuple[Entry, ...]:
    """Read the known things of some Turtle files.

    Raises GazetteerError where a file is not Turtle.
    """
    return tuple(as_entry(iri, facts) for iri, facts in statements(paths).items() if facts[NAMESPACE + "kind"])


def as_entry(iri: str, facts: Facts) -> Entry:
    """Give the entry that some statements make."""
    return Entry(
        iri=iri,
        label=facts[SKOS + "prefLabel"][0],
        kind=facts[NAMESPACE + "kind"][0],
        notation=next(iter(facts[SKOS + "notation"]), None),
        labels=tuple(sorted(facts[SKOS + "altLabel"])),
        hidden=tuple(sorted(facts[SKOS + "hiddenLabel"])),
        priority=max(map(int, facts[NAMESPACE + "priority"] or ["1"])),
        capitals="true" in facts[NAMESPACE + "capitals"],
        body=ORG + "Organization" in facts[RDF_TYPE],
        valid_from=next(iter(facts[NAMESPACE + "validFrom"]), None),
        valid_to=next(iter(facts[NAMESPACE + "validTo"]), None),
        sources=tuple(sorted(facts[DCTERMS + "source"])),
    )
