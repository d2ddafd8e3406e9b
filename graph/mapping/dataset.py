"""What a build says of itself, in VoID and DCAT: documents, counts, vocabularies, licence, and what made it."""

from __future__ import annotations

import re
from importlib.metadata import version
from typing import Final

from answerable.graph.mapping.lines import GraphLines
from answerable.graph.mapping.scope import graph_iri
from answerable.graph.notation import checked_iri
from answerable.ontology import terms
from answerable.ontology.iris import mint
from answerable.ontology.licences import licence_iri

__all__ = ["Census", "map_dataset"]

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
_PREDICATE: Final = re.compile(rb"^<[^>]*> <([^>]*)>", re.MULTILINE)
_KIND: Final = re.compile(
    rb"^<([^>]*)> <%s> <(%s)> " % (terms.RDF_TYPE.encode(), b"|".join(re.escape(kind).encode() for kind in _COUNTED)),
    re.MULTILINE,
)


class Census:
    """Counts what the lines of a build hold, text by text, so that the whole need not be in memory."""

    def __init__(self, base: str) -> None:
        self._owned = 0
        self._shared: set[bytes] = set()
        self._predicates: set[bytes] = set()
        self._things: dict[str, set[bytes]] = {kind: set() for kind in _COUNTED}
        # Whatever is in no document's graph may be said by several documents, and counts once.
        self._elsewhere = re.compile(rb"^.* <%sgraph/(?!document/)[^>]*> \.$" % re.escape(base).encode(), re.MULTILINE)

    def take(self, text: bytes) -> None:
        """Count the N-Quads of a text in which each line stands once, and those of a document in no other text."""
        shared = self._elsewhere.findall(text)
        self._owned += text.count(b"\n") - len(shared)
        self._shared.update(shared)
        self._predicates.update(_PREDICATE.findall(text))
        for subject, kind in _KIND.findall(text):
            self._things[kind.decode()].add(subject)

    @property
    def triples(self) -> int:
        """How many quads there are."""
        return self._owned + len(self._shared)

    @property
    def documents(self) -> list[str]:
        """The addresses of the documents, sorted."""
        return sorted(subject.decode() for subject in self._things[terms.SOURCE_DOCUMENT])

    @property
    def vocabularies(self) -> list[str]:
        """The namespaces of the properties, sorted."""
        used = {predicate.decode() for predicate in self._predicates}
        return sorted(known for known in terms.PREFIXES.values() if any(each.startswith(known) for each in used))

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


def map_dataset(seen: Census, base: str, licence: str | None = None) -> GraphLines:
    """Describe a build in the graph `dataset`.

    `seen` has counted the lines of all its other graphs. `licence` is that of what the plans say, by a short name
    (`answerable.ontology.licences`), an address or in words; without, none is claimed.
    """
    lines = GraphLines(graph_iri(base, "dataset"))
    dataset = f"{base}dataset"
    lines.link(lines.graph, terms.RDF_TYPE, terms.DATASET_GRAPH)
    for kind in (terms.VOID_DATASET, terms.DCAT_DATASET):
        lines.link(dataset, terms.RDF_TYPE, kind)
    lines.text(dataset, terms.DCTERMS_TITLE, "Inspection action plans: who is answerable for what, and by when")
    lines.text(dataset, terms.DCTERMS_DESCRIPTION, seen.told())
    for document in seen.documents:
        lines.link(dataset, terms.DCTERMS_SOURCE, document)
    lines.number(dataset, terms.VOID_TRIPLES, seen.triples)
    lines.text(dataset, terms.VOID_URI_SPACE, base)
    lines.link(dataset, terms.VOID_FEATURE, _NQUADS)
    lines.link(dataset, terms.DCTERMS_CONFORMS_TO, terms.AP.removesuffix("#"))
    for namespace in seen.vocabularies:
        lines.link(dataset, terms.VOID_VOCABULARY, namespace)
    _partitions(lines, dataset, seen)
    _licence(lines, dataset, licence)
    _tool(lines, dataset, base)
    return lines


def _partitions(lines: GraphLines, dataset: str, seen: Census) -> None:
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
