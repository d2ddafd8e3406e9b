"""Reading the Turtle files into entries: one quick parse, kept for the life of the program."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from answerable.ontology.gazetteer.entry import Entry
from answerable.ontology.iris import NAMESPACE

__all__ = ["GazetteerError", "acronyms", "entries", "files", "read_entries"]

SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
SOURCE: Final = "http://purl.org/dc/terms/source"

Facts = Mapping[str, list[str]]


class GazetteerError(ValueError):
    """A gazetteer file cannot be read; the message names the file, the line and what is wrong."""


def files() -> tuple[Path, ...]:
    """Give the paths of the gazetteers that ship with the program, in order of their names."""
    return tuple(sorted(Path(__file__).parent.glob("*.ttl")))


@cache
def entries() -> tuple[Entry, ...]:
    """Give every known thing of the gazetteers that ship with the program, in a fixed order."""
    return read_entries(files())


@cache
def acronyms() -> Mapping[str, tuple[str, ...]]:
    """Give the expansions of every acronym on the ministry's list; several where it has several senses."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for _, facts in _subjects(path for path in files() if path.stem == "acronyms"):
        for notation in facts[SKOS + "notation"]:
            found[notation] += facts[SKOS + "prefLabel"]
    return MappingProxyType({notation: tuple(sorted(labels)) for notation, labels in found.items()})


def read_entries(paths: Iterable[Path]) -> tuple[Entry, ...]:
    """Read the known things of some Turtle files.

    Raises GazetteerError where a file is not Turtle.
    """
    return tuple(_entry(iri, facts) for iri, facts in _subjects(paths) if facts[NAMESPACE + "kind"])


def _subjects(paths: Iterable[Path]) -> Iterator[tuple[str, Facts]]:
    from pyoxigraph import BlankNode, RdfFormat, Triple, parse  # noqa: PLC0415 - heavy, and only needed here

    subjects: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for path in paths:
        try:
            for quad in parse(path=str(path), format=RdfFormat.TURTLE):
                if not isinstance(quad.subject, BlankNode | Triple) and not isinstance(quad.object, BlankNode | Triple):
                    subjects[quad.subject.value][quad.predicate.value].append(quad.object.value)
        except SyntaxError as error:
            raise GazetteerError(f"{path.name} line {error.lineno}: {error.msg}: mend the Turtle there") from error
    return iter(sorted(subjects.items()))


def _entry(iri: str, facts: Facts) -> Entry:
    return Entry(
        iri=iri,
        label=facts[SKOS + "prefLabel"][0],
        kind=facts[NAMESPACE + "kind"][0],
        notation=next(iter(facts[SKOS + "notation"]), None),
        labels=tuple(sorted(facts[SKOS + "altLabel"])),
        hidden=tuple(sorted(facts[SKOS + "hiddenLabel"])),
        priority=max(map(int, facts[NAMESPACE + "priority"] or ["1"])),
        capitals="true" in facts[NAMESPACE + "capitals"],
        sources=tuple(sorted(facts[SOURCE])),
    )
