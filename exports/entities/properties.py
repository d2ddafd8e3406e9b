"""Properties in the words of the domain, in the order in which a page tells them, with the fields of their evidence."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple

from answerable.exports.entities.naming import local_name
from answerable.ontology import terms
from answerable.ontology.vocabulary import vocabulary

__all__ = ["HIDDEN", "INWARD", "ORDER", "Property", "property_of"]


class Property(NamedTuple):
    """How a property is said, and under which fields the evidence of its values stands."""

    words: str
    fields: tuple[str, ...] = ()


_SAID: Final[Mapping[str, Property]] = MappingProxyType(
    {
        terms.DCTERMS_TITLE: Property("Title", ("title",)),
        terms.INSPECTED: Property("Inspected", ("inspected_body",)),
        terms.OA_EXACT: Property("Words"),
        terms.DCTERMS_DESCRIPTION: Property("Text", ("text", "update", "action")),
        terms.TEXT_RAW: Property("As printed, before mending"),
        terms.ADDRESSED_TO: Property("Addressed to", ("addressee",)),
        terms.RESPONSE_STATUS: Property("Answer", ("status",)),
        terms.RATIONALE: Property("Reason given", ("rationale",)),
        terms.REASON: Property("Kind of reason", ("rationale",)),
        terms.OWNER: Property("Owner", ("owner",)),
        terms.AS_PRINTED: Property("Owner as printed", ("owner",)),
        terms.ASSIGNED_ACTION: Property("For the action"),
        terms.DUE_TEXT: Property("Date as printed", ("due",)),
        terms.DUE_KIND: Property("Kind of date"),
        terms.DUE_FROM: Property("From"),
        terms.DUE_BY: Property("By"),
        terms.STATUS: Property("Progress", ("update", "revised")),
        terms.REVISED_TEXT: Property("Revised date as printed", ("revised",)),
        terms.REVISED_DUE_BY: Property("Revised to"),
        terms.DCTERMS_DATE_SUBMITTED: Property("Submitted", ("submitted",)),
        terms.DCTERMS_MODIFIED: Property("Updated", ("updated",)),
        terms.RESPONDS_TO: Property("Responds to", ("report_published",)),
        terms.DCTERMS_ISSUED: Property("Published"),
        terms.ORG_POST_IN: Property("Belongs to"),
        terms.ORG_UNIT_OF: Property("Unit of"),
        terms.ORG_MEMBER_OF: Property("Member of"),
        terms.ORG_HOLDS: Property("Holds the post"),
        terms.ORG_ROLE: Property("Grade"),
        terms.PORTFOLIO: Property("Portfolio"),
        terms.ORG_SUB_ORGANIZATION_OF: Property("Part of"),
        terms.SUCCESSOR: Property("Followed by"),
        terms.VALID_FROM: Property("Began"),
        terms.VALID_TO: Property("Ended"),
        terms.ORG_ORIGINAL_ORGANIZATION: Property("From"),
        terms.ORG_RESULTING_ORGANIZATION: Property("To"),
        terms.DCTERMS_DATE: Property("Date"),
        terms.SKOS_NOTATION: Property("Acronym", ("name",)),
        terms.SKOS_ALT_LABEL: Property("Also printed as", ("name", "owner", "addressee")),
        terms.WORKS_WITH: Property("Works with"),
        terms.INVOLVES: Property("Involves"),
        terms.OF: Property("Answers for"),
        terms.ANSWERS: Property("Answers"),
        terms.OWNED_BY: Property("Owned by"),
        terms.DCTERMS_IS_PART_OF: Property("Stands in"),
        terms.FILE_NAME: Property("File"),
        terms.DCTERMS_SOURCE: Property("Source"),
        terms.DCTERMS_SPATIAL: Property("Area"),
        terms.PROV_WAS_REVISION_OF: Property("Revises"),
        terms.DCTERMS_IS_REPLACED_BY: Property("Merged into"),
        terms.SKOS_NOTE: Property("Notes"),
        terms.RDFS_COMMENT: Property("Comment"),
        terms.RDF_TYPE: Property("Is a"),
    }
)
ORDER: Final = tuple(_SAID)
"""Properties in the order in which they are told; all others follow by name."""
HIDDEN: Final = frozenset(
    {
        *(terms.RDF_TYPE, terms.EVIDENCE, terms.SKOS_PREF_LABEL, terms.FOAF_NAME, terms.RDFS_LABEL, terms.POSITION),
        *(terms.P_PLAN_IS_STEP_OF_PLAN, terms.ANSWERABLE_FOR, terms.ADDRESSEE_TEXT, terms.EDTF_DATE),
        *(terms.DCTERMS_REFERENCES, terms.UPDATED_BY, terms.DCTERMS_IDENTIFIER, terms.SKOS_IN_SCHEME),
    }
)
"""What a page shows in another way: as its heading, as quotes, in the table of promises, as neighbours."""
INWARD: Final[Mapping[str, str]] = MappingProxyType(
    {
        terms.DCTERMS_IS_PART_OF: "Recommendations in it",
        terms.ANSWERS: "Actions promised",
        terms.INVOLVES: "Recommendations that involve it",
        terms.ADDRESSED_TO: "Recommendations addressed to it",
        terms.ANSWERABLE_FOR: "Who is answerable for it",
        terms.OF: "Assignments",
        terms.ASSIGNED_ACTION: "Assignments that it is for",
        terms.UPDATED_BY: "The assignment",
        terms.OWNER: "Its assignments",
        terms.OWNED_BY: "Actions and recommendations that it owns",
        terms.INSPECTED: "Plans that answer its inspections",
        terms.RESPONDS_TO: "Plans that respond to it",
        terms.ORG_POST_IN: "Posts in it",
        terms.ORG_UNIT_OF: "Units of it",
        terms.ORG_MEMBER_OF: "Members",
        terms.ORG_HOLDS: "Held by",
        terms.ORG_ROLE: "Posts of this grade",
        terms.ORG_SUB_ORGANIZATION_OF: "Bodies that are part of it",
        terms.ORG_ORIGINAL_ORGANIZATION: "What became of it",
        terms.ORG_RESULTING_ORGANIZATION: "What it came from",
        terms.SUCCESSOR: "What it follows",
        terms.OWNED_COMPANY: "Who has owned it",
        terms.OWNER_COMPANY: "What it has owned",
        terms.DCTERMS_SOURCE: "Read from it",
        terms.EVIDENCE: "What it is evidence for",
        terms.LINK_FROM: "Likenesses found",
        terms.LINK_TO: "Likenesses found to it",
        terms.LINKS: "Links",
        terms.PROV_WAS_REVISION_OF: "Later versions",
        terms.DCTERMS_IS_REPLACED_BY: "Merged into it",
        terms.SKOS_IN_SCHEME: "Terms in it",
        terms.SKOS_NOTE: "It is a note on",
        terms.RESPONSE_STATUS: "Recommendations answered so",
        terms.REASON: "Recommendations with this reason",
        terms.STATUS: "Updates that tell this progress",
        terms.DCTERMS_REFERENCES: "Named in",
        terms.RDF_TYPE: "Of this kind",
        terms.CHANGE_IN: "Changes in this version",
        terms.CHANGE_OF: "Changes of it",
        terms.REPEATS: "Repeated by",
        terms.SIMILAR_TO: "Like it",
        terms.MEASURE_OF: "Measures in the networks",
    }
)
"""How a page heads what leads to a thing, in the order of the page."""


def property_of(iri: str) -> Property:
    """Give how a property is said: as above, else by its label in our vocabulary or the end of its address."""
    own = _labels().get(iri) or _apart(local_name(iri))
    return _SAID.get(iri) or Property(own[:1].upper() + own[1:])


@cache
def _labels() -> Mapping[str, str]:
    return {term.iri: term.label for term in vocabulary() if term.is_property}


def _apart(name: str) -> str:
    """Give a name like `classPartition` as words."""
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()
