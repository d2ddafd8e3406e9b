"""The page of the ontology: every term of ours, by the sections of `answerable.ttl`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from answerable.ontology.terms import AP, PREFIXES, SKOS_CONCEPT_SCHEME
from answerable.ontology.vocabulary import ONTOLOGY_FILE, Term, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

__all__ = ["ontology_page"]

_OPENING = """\
# The ontology

The terms of our own, prefix `ap:`, namespace `{namespace}`. They are used only where no standard term fits; the
standards used beside them are W3C ORG, PROV-O, P-Plan, SKOS, Dublin Core, FOAF, Web Annotation and EDTF. The file is
`ontology/answerable.ttl`; the shapes that check a graph are in `ontology/shapes/`, a context for JSON-LD in
`ontology/context.jsonld`. Written from that file by `make reference`: {count}.
"""
_WIDER = "**Narrows:** "


def ontology_page() -> str:
    """Give the page."""
    terms = {term.name: term for term in vocabulary()}
    sections = [(title, [terms[name] for name in names]) for title, names in _sections()]
    parts = [_OPENING.format(namespace=AP, count=_counted(terms.values())), *_overview(terms.values())]
    for title, members in sections:
        parts += _section(title, members, terms)
    return "\n".join(parts).rstrip("\n") + "\n"


def _sections() -> Iterator[tuple[str, Sequence[str]]]:
    """Give the sections of the file, as its comments part it: a title and the names of its terms."""
    text = ONTOLOGY_FILE.read_text("utf-8")
    for part in re.split(r"^\n\n?# ", text, flags=re.MULTILINE)[1:]:
        title, _, rest = part.partition("\n")
        yield title, re.findall(r"^ap:(\w+) a ", rest, re.MULTILINE)


def _counted(terms: Iterable[Term]) -> str:
    known = list(terms)
    classes, properties = sum(t.is_class for t in known), sum(t.is_property for t in known)
    return (
        f"{classes} classes, {properties} properties, and {len(known) - classes - properties} lists and their members"
    )


def _overview(terms: Iterable[Term]) -> Iterator[str]:
    """Give what leads where: the properties between things, by what they start from."""
    yield from ("## What leads where", "", "| from | by | to |", "|-|-|-|")
    for term in terms:
        if term.links and term.domain and term.range:
            yield f"| {_curie(term.domain)} | [`ap:{term.name}`](#{_anchor(term)}) | {_curie(term.range)} |"
    yield ""


def _section(title: str, members: Sequence[Term], terms: Mapping[str, Term]) -> Iterator[str]:
    yield from (f"## {title}", "")
    for term in (term for term in members if term.is_class):
        yield from _class(term)
    if properties := [term for term in members if term.is_property]:
        yield from ("| property | of | gives | means | for example | narrows |", "|-|-|-|-|-|-|")
        yield from (_property(term) for term in properties)
        yield ""
    for scheme in (term for term in members if SKOS_CONCEPT_SCHEME in term.kinds):
        yield from _list(scheme, [term for term in terms.values() if scheme.iri in term.parents])


def _class(term: Term) -> Iterator[str]:
    yield from (f"### {term.label} {{#{_anchor(term)}}}", "", f"`ap:{term.name}`. {term.definition}", "")
    yield f"*For example:* {term.example}"
    if term.parents:
        yield from ("", _WIDER + ", ".join(map(_curie, term.parents)))
    yield ""


def _property(term: Term) -> str:
    cells = (
        f'<a id="{_anchor(term)}"></a>`ap:{term.name}`',
        _curie(term.domain),
        _curie(term.range),
        term.definition,
        term.example,
        ", ".join(map(_curie, term.parents)),
    )
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _list(scheme: Term, members: Sequence[Term]) -> Iterator[str]:
    yield from (f"### {scheme.label} {{#{_anchor(scheme)}}}", "", f"`ap:{scheme.name}`. {scheme.definition}", "")
    if members:
        yield from ("| member | label | means | for example |", "|-|-|-|-|")
        yield from (f"| `ap:{each.name}` | {each.label} | {each.definition} | {each.example} |" for each in members)
        yield ""


def _anchor(term: Term) -> str:
    """Give a place on the page; ap:Update and ap:update are two."""
    return f"{'ap-' if term.is_property else 'AP-'}{term.name}"


def _curie(iri: str | None) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri and iri.startswith(namespace):
            return f"`{prefix}:{iri.removeprefix(namespace)}`"
    return f"<{iri}>" if iri else ""
