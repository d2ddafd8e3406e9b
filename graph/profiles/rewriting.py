"""A graph without named individuals, made from the N-Quads of a build: the same statements, but for their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from answerable.graph.checking.quads import Quad, parsed
from answerable.graph.notation import escape, unescape
from answerable.graph.profiles.addresses import Addresses
from answerable.graph.profiles.people import People, find_people
from answerable.graph.profiles.removed import Removed
from answerable.graph.profiles.remover import MARK, NameRemover
from answerable.ontology import terms

if TYPE_CHECKING:
    from answerable.graph.checking.quads import Quad

__all__ = ["without_people"]

_UNNAMED: Final = frozenset(
    {terms.SHA256, terms.MEDIA_TYPE, terms.FIELD, terms.RULE, terms.BOX, terms.VOID_URI_SPACE, terms.LEVEL}
)
"""Texts of our own making, in which nobody is named."""
_SAID_OF_PEOPLE: Final = frozenset(
    {
        terms.FOAF_NAME,
        terms.RDF_TYPE,
        terms.SKOS_ALT_LABEL,
        terms.SKOS_IN_SCHEME,
        terms.SKOS_NOTATION,
        terms.SKOS_PREF_LABEL,
    }
)
_TOLD: Final = " Named individuals are removed from this copy."


def without_people(quads: bytes, base: str) -> tuple[bytes, Removed]:
    """Give the N-Quads of a build without named individuals, sorted, and what was removed."""
    lines = quads.decode().splitlines()
    stated = [quad for _, quad in parsed(lines) if quad]
    texts = {quad.value: unescape(quad.value) for quad in stated if _may_name(quad)}
    people = find_people(stated, texts.values())
    remover = NameRemover(people.names, texts.values(), people.things)
    cleaned = {value: clean for value, text in texts.items() if (clean := remover.clean(text)) != text}
    addresses = _addresses(stated, people, cleaned, remover, base)
    kept = sorted(set(_rewritten(stated, people, cleaned, addresses)))
    counted = (_counted(line, len(kept) - len(stated)) for line in kept)
    return "".join(counted).encode(), _removed(stated, people, cleaned, addresses)


def _counted(line: str, more: int) -> str:
    """Give a line with the number of statements as it is now, where that is what it says."""
    if f" <{terms.VOID_TRIPLES}> " not in line:
        return line
    before, number, after = line.split('"')
    return f'{before}"{int(number) + more}"{after}'


def _may_name(quad: Quad) -> bool:
    return quad.is_literal and quad.datatype is None and quad.predicate not in _UNNAMED


def _addresses(
    stated: Iterable[Quad], people: People, cleaned: Mapping[str, str], remover: NameRemover, base: str
) -> Addresses:
    addresses = Addresses(base, remover)
    addresses.withhold(people.withheld)
    addresses.respell({iri for quad in stated for iri in (quad.subject, *([] if quad.is_literal else [quad.value]))})
    addresses.unmake(_made_from_names(stated, people, cleaned, addresses))
    return addresses


def _made_from_names(
    stated: Iterable[Quad], people: People, cleaned: Mapping[str, str], addresses: Addresses
) -> set[str]:
    """Give what says a name, leads to a person, or is owned by whoever was printed with a name."""
    named = {quad.subject for quad in stated if quad.is_literal and quad.value in cleaned}
    leading = {quad.subject for quad in stated if not quad.is_literal and addresses.now(quad.value) != quad.value}
    owned = {quad.subject for quad in stated if quad.predicate == terms.OWNER and quad.value in named | people.all}
    return named | leading | owned


def _rewritten(
    stated: Iterable[Quad], people: People, cleaned: Mapping[str, str], addresses: Addresses
) -> Iterator[str]:
    for quad in stated:
        if quad.subject in people.dropped or quad.value in people.dropped:
            continue
        if quad.subject in people.withheld and quad.predicate in _SAID_OF_PEOPLE:
            yield from _nobody(quad, addresses)
            continue
        yield _line(quad, cleaned, addresses)
        if quad.predicate == terms.OA_EXACT and quad.value in cleaned:
            short = addresses.now(quad.subject)
            yield f'<{short}> <{terms.SHORTENED}> "true"^^<{terms.XSD_BOOLEAN}> <{addresses.now(quad.graph)}> .\n'


def _nobody(quad: Quad, addresses: Addresses) -> Iterator[str]:
    """Give what is left of a statement on a person who owns something: somebody, whose name was removed."""
    iri, graph = addresses.now(quad.subject), addresses.now(quad.graph)
    if quad.predicate == terms.RDF_TYPE:
        yield f"<{iri}> <{terms.RDF_TYPE}> <{terms.FOAF_AGENT}> <{graph}> .\n"
    elif quad.predicate == terms.SKOS_PREF_LABEL:
        yield f'<{iri}> <{terms.SKOS_PREF_LABEL}> "{MARK}" <{graph}> .\n'
    elif quad.predicate == terms.FOAF_NAME:
        yield f'<{iri}> <{terms.FOAF_NAME}> "{MARK}" <{graph}> .\n'


def _line(quad: Quad, cleaned: Mapping[str, str], addresses: Addresses) -> str:
    subject, graph = addresses.now(quad.subject), addresses.now(quad.graph)
    if not quad.is_literal:
        # What was read as a person and is none ("MS Teams Lead") keeps its words, and nobody takes it for one.
        target = terms.FOAF_AGENT if quad.value == terms.FOAF_PERSON else addresses.now(quad.value)
        return f"<{subject}> <{quad.predicate}> <{target}> <{graph}> .\n"
    text = escape(cleaned[quad.value]) if quad.value in cleaned and _may_name(quad) else quad.value
    if quad.predicate == terms.DCTERMS_DESCRIPTION and quad.subject.endswith("/dataset"):
        text += _TOLD
    kind = f"^^<{quad.datatype}>" if quad.datatype else f"@{quad.language}" if quad.language else ""
    return f'<{subject}> <{quad.predicate}> "{text}"{kind} <{graph}> .\n'


def _removed(stated: Iterable[Quad], people: People, cleaned: Mapping[str, str], addresses: Addresses) -> Removed:
    quotes = {q.subject for q in stated if q.predicate == terms.OA_EXACT and q.value in cleaned}
    return Removed(len(people.all), len(cleaned), len(quotes), len(addresses.replaced))
