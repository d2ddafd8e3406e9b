"""What a build says of itself, in VoID and DCAT: documents, counts, vocabularies, licence, and what made it."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING, Final

from answerable.graph.mapping.census import COUNTED
from answerable.graph.mapping.lines import GraphLines
from answerable.graph.mapping.scope import graph_iri
from answerable.graph.notation import checked_iri
from answerable.ontology import terms
from answerable.ontology.iris import mint
from answerable.ontology.licences import licence_iri

if TYPE_CHECKING:
    from answerable.graph.mapping.census import Census

__all__ = ["map_dataset", "map_source"]

_NQUADS: Final = "http://www.w3.org/ns/formats/N-Quads"


def map_dataset(seen: Census, base: str, licence: str | None = None) -> GraphLines:
    """Describe a build in the graph `dataset`; each of its documents says itself that it is a source (`map_source`).

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
    lines.number(dataset, terms.VOID_TRIPLES, seen.quads)
    lines.text(dataset, terms.VOID_URI_SPACE, base)
    lines.link(dataset, terms.VOID_FEATURE, _NQUADS)
    lines.link(dataset, terms.DCTERMS_CONFORMS_TO, terms.AP.removesuffix("#"))
    for namespace in seen.vocabularies:
        lines.link(dataset, terms.VOID_VOCABULARY, namespace)
    _partitions(lines, dataset, seen)
    _licence(lines, dataset, licence)
    _tool(lines, dataset, base)
    return lines


def map_source(document: str, base: str) -> GraphLines:
    """State that a build was made of a document, by its address."""
    lines = GraphLines(graph_iri(base, "dataset"))
    lines.link(f"{base}dataset", terms.DCTERMS_SOURCE, document)
    return lines


def _partitions(lines: GraphLines, dataset: str, seen: Census) -> None:
    for kind in COUNTED:
        part = mint(f"{dataset}/", "class", kind.rpartition("#")[2])
        lines.link(dataset, terms.VOID_CLASS_PARTITION, part)
        lines.link(part, terms.VOID_CLASS, kind)
        lines.number(part, terms.VOID_ENTITIES, seen.things.get(kind, 0))


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
