"""The JSON-LD context: short names for every term of ours and for each standard term that a graph uses.

`context.jsonld`, beside this file, is what `make_context` gives, written by `make reference`. Whoever writes JSON-LD
puts it inside, so that nobody has to fetch it.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from answerable.ontology import terms
from answerable.ontology.vocabulary import Term, vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["CONTEXT_FILE", "context", "make_context"]

CONTEXT_FILE: Final = Path(__file__).with_name("context.jsonld")

_LINKS: Final = {
    "classPartition": terms.VOID_CLASS_PARTITION,
    "conformsTo": terms.DCTERMS_CONFORMS_TO,
    "creator": terms.DCTERMS_CREATOR,
    "entityClass": terms.VOID_CLASS,
    "feature": terms.VOID_FEATURE,
    "holds": terms.ORG_HOLDS,
    "inScheme": terms.SKOS_IN_SCHEME,
    "isPartOf": terms.DCTERMS_IS_PART_OF,
    "isReplacedBy": terms.DCTERMS_IS_REPLACED_BY,
    "isStepOfPlan": terms.P_PLAN_IS_STEP_OF_PLAN,
    "license": terms.DCTERMS_LICENSE,
    "memberOf": terms.ORG_MEMBER_OF,
    "note": terms.SKOS_NOTE,
    "originalOrganization": terms.ORG_ORIGINAL_ORGANIZATION,
    "postIn": terms.ORG_POST_IN,
    "references": terms.DCTERMS_REFERENCES,
    "resultingOrganization": terms.ORG_RESULTING_ORGANIZATION,
    "source": terms.DCTERMS_SOURCE,
    "spatial": terms.DCTERMS_SPATIAL,
    "subOrganizationOf": terms.ORG_SUB_ORGANIZATION_OF,
    "unitOf": terms.ORG_UNIT_OF,
    "vocabulary": terms.VOID_VOCABULARY,
    "wasAssociatedWith": terms.PROV_WAS_ASSOCIATED_WITH,
    "wasAttributedTo": terms.PROV_WAS_ATTRIBUTED_TO,
    "wasRevisionOf": terms.PROV_WAS_REVISION_OF,
}
_TEXTS: Final = {
    "altLabel": terms.SKOS_ALT_LABEL,
    "comment": terms.RDFS_COMMENT,
    "description": terms.DCTERMS_DESCRIPTION,
    "exact": terms.OA_EXACT,
    "identifier": terms.DCTERMS_IDENTIFIER,
    "name": terms.FOAF_NAME,
    "notation": terms.SKOS_NOTATION,
    "prefLabel": terms.SKOS_PREF_LABEL,
    "rights": terms.DCTERMS_RIGHTS,
    "title": terms.DCTERMS_TITLE,
    "uriSpace": terms.VOID_URI_SPACE,
    "version": terms.DCAT_VERSION,
}
_TYPED: Final = {
    "date": (terms.DCTERMS_DATE, terms.XSD_DATE),
    "dateSubmitted": (terms.DCTERMS_DATE_SUBMITTED, terms.XSD_DATE),
    "end": (terms.OA_END, terms.XSD_NON_NEGATIVE_INTEGER),
    "entities": (terms.VOID_ENTITIES, terms.XSD_INTEGER),
    "issued": (terms.DCTERMS_ISSUED, terms.XSD_DATE),
    "modified": (terms.DCTERMS_MODIFIED, terms.XSD_DATE),
    "start": (terms.OA_START, terms.XSD_NON_NEGATIVE_INTEGER),
    "triples": (terms.VOID_TRIPLES, terms.XSD_INTEGER),
}
_UPWARD: Final = {
    "recommendations": terms.DCTERMS_IS_PART_OF,
    "actions": terms.ANSWERS,
    "assignments": terms.OF,
}
"""Names for links that a tree follows from their end to their start."""
_PREFIXES: Final = {prefix: iri for prefix, iri in sorted(terms.PREFIXES.items()) if prefix != "edtf"}
"""Without that of EDTF, since `edtf` is the name of a term of ours."""


@cache
def context() -> Mapping[str, Any]:
    """Give the context as it stands in its file."""
    held: Mapping[str, Any] = json.loads(CONTEXT_FILE.read_bytes())["@context"]
    return held


def make_context() -> str:
    """Give the text of the context's file, made from the ontology."""
    held: dict[str, Any] = {"@version": 1.1, "id": "@id", "type": "@type", **_PREFIXES}
    held |= {name: {"@id": _curie(iri), "@type": "@id"} for name, iri in _LINKS.items()}
    held |= {name: _curie(iri) for name, iri in _TEXTS.items()}
    held |= {name: {"@id": _curie(iri), "@type": _curie(kind)} for name, (iri, kind) in _TYPED.items()}
    held |= {name: {"@reverse": _curie(iri), "@type": "@id"} for name, iri in _UPWARD.items()}
    held |= {term.name: _meaning(term) for term in vocabulary()}
    return json.dumps({"@context": held}, indent=2, ensure_ascii=False) + "\n"


def _meaning(term: Term) -> Any:  # noqa: ANN401 - a term definition of JSON-LD: an address, or an object
    if not term.is_property or (not term.links and term.range in {None, terms.XSD_STRING}):
        return _curie(term.iri)
    if term.links:
        # A member of a closed list goes by its short name, anything else by its address.
        return {"@id": _curie(term.iri), "@type": "@vocab" if term.range == terms.SKOS_CONCEPT else "@id"}
    return {"@id": _curie(term.iri), "@type": _curie(term.range or "")}


def _curie(iri: str) -> str:
    for prefix, namespace in _PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
