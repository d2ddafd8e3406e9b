"""What a build says of itself, in VoID and DCAT: documents, counts, vocabularies, licence, and what made it."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING, Final

from answerable.graph.mapping.lines import GraphLines
from answerable.graph.mapping.scope import graph_iri
from answerable.graph.notation import checked_iri
from answerable.ontology import terms
from answerable.ontology.iris import mint
from answerable.ontology.licences import licence_iri

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["map_dataset"]

_COUNTED: Final = (
    terms.SOURCE_DOCUMENT,
    terms.ACTION_PLAN,
    terms.RECOMMENDATION,
    terms.ACTION,
    terms.ASSIGNMENT,
    terms.UPDATE,
    terms.EVIDENCE_CLASS,
    terms.ORG_POST,
    terms.ORG_ORGANIZATION,
)
_NQUADS: Final = "http://www.w3.org/ns/formats/N-Quads"


def map_dataset(quads: Iterable[str], base: str, licence: str | None = None) -> GraphLines:
    """Describe a build in the graph `dataset`.

    `quads` are the lines of all its other graphs, each once. `licence` is that of what the plans say, by a short name
    (`answerable.ontology.licences`), an address or in words; without, none is claimed.
    """
    seen = _Census(quads)
    lines = GraphLines(graph_iri(base, "dataset"))
    dataset = f"{base}dataset"
    lines.link(lines.graph, terms.RDF_TYPE, terms.DATASET_GRAPH)
    for kind in (terms.VOID_DATASET, terms.DCAT_DATASET):
        lines.link(dataset, terms.RDF_TYPE, kind)
    lines.text(dataset, terms.DCTERMS_TITLE, "Inspection action plans: who is answerable for what, and by when")
    lines.text(dataset, terms.DCTERMS_DESCRIPTION, seen.told())
    for document in sorted(seen.documents):
        lines.link(dataset, terms.DCTERMS_SOURCE, document)
    lines.number(dataset, terms.VOID_TRIPLES, seen.triples)
    lines.text(dataset, terms.VOID_URI_SPACE, base)
    lines.link(dataset, terms.VOID_FEATURE, _NQUADS)
    lines.link(dataset, terms.DCTERMS_CONFORMS_TO, terms.AP.removesuffix("#"))
    for namespace in sorted(seen.vocabularies):
        lines.link(dataset, terms.VOID_VOCABULARY, namespace)
    _partitions(lines, dataset, seen)
    _licence(lines, dataset, licence)
    _tool(lines, dataset, base)
    return lines


class _Census:
    """What the lines of a build hold, counted in one go."""

    def __init__(self, quads: Iterable[str]) -> None:
        self.triples = 0
        self._predicates: set[str] = set()
        self._things: dict[str, set[str]] = {kind: set() for kind in _COUNTED}
        for line in quads:
            self._count(line)

    def _count(self, line: str) -> None:
        subject, predicate, rest = line.split(" ", 2)
        self.triples += 1
        self._predicates.add(predicate[1:-1])
        if predicate[1:-1] == terms.RDF_TYPE and (kind := rest[1 : rest.index(">")]) in self._things:
            self._things[kind].add(subject[1:-1])

    @property
    def documents(self) -> set[str]:
        """The addresses of the documents."""
        return self._things[terms.SOURCE_DOCUMENT]

    @property
    def vocabularies(self) -> set[str]:
        """The namespaces of the properties."""
        return {known for known in terms.PREFIXES.values() if any(each.startswith(known) for each in self._predicates)}

    def entities(self, kind: str) -> int:
        """Give how many things there are of a kind."""
        return len(self._things[kind])

    def told(self) -> str:
        """Say in a sentence what there is."""
        kinds = (terms.ACTION_PLAN, terms.SOURCE_DOCUMENT, terms.RECOMMENDATION, terms.ACTION, terms.ASSIGNMENT)
        plans, documents, recommendations, actions, assignments = map(self.entities, kinds)
        return (
            f"Action plans ({plans}) read from documents ({documents}), with recommendations ({recommendations}), "
            f"actions ({actions}) and assignments of owners and dates ({assignments}), each with the words that say so."
        )


def _partitions(lines: GraphLines, dataset: str, seen: _Census) -> None:
    for kind in _COUNTED:
        part = mint(f"{dataset}/", "class", kind.rpartition("#")[2])
        lines.link(dataset, terms.VOID_CLASS_PARTITION, part)
        lines.link(part, terms.VOID_CLASS, kind)
        lines.number(part, terms.VOID_ENTITIES, seen.entities(kind))


def _licence(lines: GraphLines, dataset: str, licence: str | None) -> None:
    if licence is None:
        return
    address = licence_iri(licence)
    if address:
        lines.link(dataset, terms.DCTERMS_LICENSE, checked_iri(address))
    else:
        lines.text(dataset, terms.DCTERMS_RIGHTS, licence)


def _tool(lines: GraphLines, dataset: str, base: str) -> None:
    release = version("answerable")
    tool = mint(base, "tool", "answerable", release)
    lines.link(dataset, terms.PROV_WAS_ATTRIBUTED_TO, tool)
    lines.link(tool, terms.RDF_TYPE, terms.PROV_SOFTWARE_AGENT)
    lines.text(tool, terms.FOAF_NAME, "Answerable")
    lines.text(tool, terms.DCAT_VERSION, release)
