"""The Turtle files as statements: each subject with the values of each of its properties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from answerable.ontology.iris import NAMESPACE

__all__ = ["DCTERMS", "NAMESPACE", "ORG", "RDFS_LABEL", "RDF_TYPE", "SKOS", "Facts", "GazetteerError", "statements"]

SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
DCTERMS: Final = "http://purl.org/dc/terms/"
ORG: Final = "http://www.w3.org/ns/org#"
RDF_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
RDFS_LABEL: Final = "http://www.w3.org/2000/01/rdf-schema#label"

Facts = Mapping[str, list[str]]
"""The values of a subject by property, in the order of the file; what a property has no value for is empty."""


class GazetteerError(ValueError):
    """A gazetteer file cannot be read; the message names the file, the line, what is wrong and what to do."""


def statements(paths: Iterable[Path]) -> dict[str, Facts]:
    """Read what some Turtle files state of each subject, in the order of their addresses.

    Raises GazetteerError where a file is not Turtle.
    """
    from pyoxigraph import BlankNode, RdfFormat, Triple, parse  # noqa: PLC0415 - heavy, and only needed here

    subjects: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for path in paths:
        try:
            for quad in parse(path=str(path), format=RdfFormat.TURTLE):
                if not isinstance(quad.subject, BlankNode | Triple) and not isinstance(quad.object, BlankNode | Triple):
                    subjects[quad.subject.value][quad.predicate.value].append(quad.object.value)
        except SyntaxError as error:
            raise GazetteerError(f"{path.name} line {error.lineno}: {error.msg}: mend the Turtle there") from error
    return dict(sorted(subjects.items()))
