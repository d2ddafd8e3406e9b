"""The addresses of every term that the graph uses: our own (`ap:`) and those of the standards it builds on.

Plain strings, so that importing them costs nothing. `answerable.ttl`, beside this file, defines our own terms.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from answerable.ontology.iris import NAMESPACE

if TYPE_CHECKING:
    from collections.abc import Mapping

AP: Final = NAMESPACE
DCAT: Final = "http://www.w3.org/ns/dcat#"
DCTERMS: Final = "http://purl.org/dc/terms/"
EDTF: Final = "http://id.loc.gov/datatypes/edtf/"
FOAF: Final = "http://xmlns.com/foaf/0.1/"
OA: Final = "http://www.w3.org/ns/oa#"
ORG: Final = "http://www.w3.org/ns/org#"
OWL: Final = "http://www.w3.org/2002/07/owl#"
P_PLAN: Final = "http://purl.org/net/p-plan#"
PROV: Final = "http://www.w3.org/ns/prov#"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
SH: Final = "http://www.w3.org/ns/shacl#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
VOID: Final = "http://rdfs.org/ns/void#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"

PREFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "ap": AP,
        "dcat": DCAT,
        "dcterms": DCTERMS,
        "edtf": EDTF,
        "foaf": FOAF,
        "oa": OA,
        "org": ORG,
        "owl": OWL,
        "p-plan": P_PLAN,
        "prov": PROV,
        "rdf": RDF,
        "rdfs": RDFS,
        "sh": SH,
        "skos": SKOS,
        "void": VOID,
        "xsd": XSD,
    }
)
"""The prefixes that every query may use without declaring them."""

# Plans and the reports they answer
ACTION_PLAN: Final = AP + "ActionPlan"
INSPECTION_REPORT: Final = AP + "InspectionReport"
INSPECTION_SUBJECT: Final = AP + "InspectionSubject"
RESPONDS_TO: Final = AP + "respondsTo"
INSPECTED: Final = AP + "inspected"
DECLARED_AGREED: Final = AP + "declaredAgreed"
DECLARED_PARTLY_AGREED: Final = AP + "declaredPartlyAgreed"
DECLARED_NOT_AGREED: Final = AP + "declaredNotAgreed"
DECLARED_TOTAL: Final = AP + "declaredTotal"

# Recommendations and the answers to them
RECOMMENDATION: Final = AP + "Recommendation"
CONCERN: Final = AP + "Concern"
ADDRESSED_TO: Final = AP + "addressedTo"
ADDRESSEE_TEXT: Final = AP + "addresseeText"
RESPONSE_STATUS: Final = AP + "responseStatus"
RATIONALE: Final = AP + "rationale"
REASON: Final = AP + "reason"
LEVEL: Final = AP + "level"
NUMBER_INFERRED: Final = AP + "numberInferred"
REPEATED: Final = AP + "repeated"
TEXT_RAW: Final = AP + "textRaw"
DAMAGED: Final = AP + "damaged"
POSITION: Final = AP + "position"

# Actions and notes
ACTION: Final = AP + "Action"
ANSWERS: Final = AP + "answers"
LABEL: Final = AP + "label"
NOTE: Final = AP + "Note"
NOTE_KIND: Final = AP + "noteKind"

# Assignments and updates
ASSIGNMENT: Final = AP + "Assignment"
OF: Final = AP + "of"
ASSIGNED_ACTION: Final = AP + "action"
OWNER: Final = AP + "owner"
AS_PRINTED: Final = AP + "asPrinted"
INHERITED: Final = AP + "inherited"
DUE_FROM: Final = AP + "dueFrom"
DUE_BY: Final = AP + "dueBy"
DUE_KIND: Final = AP + "dueKind"
DUE_TEXT: Final = AP + "dueText"
EDTF_DATE: Final = AP + "edtf"
CERTAIN: Final = AP + "certain"
UPDATED_BY: Final = AP + "update"
UPDATE: Final = AP + "Update"
AS_AT: Final = AP + "asAt"
STATUS: Final = AP + "status"
REVISED_DUE_FROM: Final = AP + "revisedDueFrom"
REVISED_DUE_BY: Final = AP + "revisedDueBy"
REVISED_TEXT: Final = AP + "revisedText"

# Holders and named things
BOARD: Final = AP + "Board"
POST_GROUP: Final = AP + "PostGroup"
PORTFOLIO: Final = AP + "portfolio"
UNIT: Final = AP + "unit"
PROVIDER: Final = AP + "Provider"
PROGRAMME: Final = AP + "Programme"
SERVICE: Final = AP + "Service"
SYSTEM: Final = AP + "System"
TOOL: Final = AP + "Tool"
POLICY: Final = AP + "Policy"
TRAINING: Final = AP + "Training"
MEETING: Final = AP + "Meeting"
PLACE: Final = AP + "Place"
LEGISLATION: Final = AP + "Legislation"
PROJECT: Final = AP + "Project"

# Evidence, documents and their ledger
EVIDENCE_CLASS: Final = AP + "Evidence"
EVIDENCE: Final = AP + "evidence"
FIELD: Final = AP + "field"
RULE: Final = AP + "rule"
PAGE: Final = AP + "page"
TABLE: Final = AP + "table"
ROW: Final = AP + "row"
COLUMN: Final = AP + "column"
BOX: Final = AP + "box"
SHORTENED: Final = AP + "shortened"
SOURCE_DOCUMENT: Final = AP + "SourceDocument"
FILE_NAME: Final = AP + "fileName"
MEDIA_TYPE: Final = AP + "mediaType"
SHA256: Final = AP + "sha256"
ROWS: Final = AP + "rows"
ROWS_LOADED: Final = AP + "rowsLoaded"
ROWS_IGNORED: Final = AP + "rowsIgnored"
ROWS_FLAGGED: Final = AP + "rowsFlagged"
FLAG_CLASS: Final = AP + "Flag"
FLAG: Final = AP + "flag"
IGNORED_ROWS: Final = AP + "IgnoredRows"
IGNORED: Final = AP + "ignored"

# Graphs and inference
DOCUMENT_GRAPH: Final = AP + "DocumentGraph"
REFERENCE_GRAPH: Final = AP + "ReferenceGraph"
INFERRED_GRAPH: Final = AP + "InferredGraph"
DATASET_GRAPH: Final = AP + "DatasetGraph"
DIGEST: Final = AP + "digest"
INFERENCE_RULE: Final = AP + "InferenceRule"
APPLIES: Final = AP + "applies"
INFERS: Final = AP + "infers"
CONFIDENCE: Final = AP + "confidence"
OWNED_BY: Final = AP + "ownedBy"
ANSWERABLE_FOR: Final = AP + "answerableFor"
WORKS_WITH: Final = AP + "worksWith"
INVOLVES: Final = AP + "involves"

# Shapes that check the graph
CHECKS_IN: Final = AP + "checksIn"
MUST_MATCH: Final = AP + "mustMatch"

# Links between plans, and what was measured of the whole
LINK: Final = AP + "Link"
LINK_FROM: Final = AP + "linkFrom"
LINK_TO: Final = AP + "linkTo"
LINKS: Final = AP + "links"
SCORE: Final = AP + "score"
METHOD: Final = AP + "method"
REPEATS: Final = AP + "repeats"
SIMILAR_TO: Final = AP + "similarTo"
PREVIOUS_PLAN: Final = AP + "previousPlan"
COPY_OF: Final = AP + "copyOf"
CHANGE: Final = AP + "Change"
CHANGE_IN: Final = AP + "changeIn"
CHANGE_OF: Final = AP + "changeOf"
CHANGE_KIND: Final = AP + "changeKind"
DAYS: Final = AP + "days"
BEFORE: Final = AP + "before"
AFTER: Final = AP + "after"
SUCCESSOR: Final = AP + "successor"
MEASURE: Final = AP + "Measure"
MEASURE_OF: Final = AP + "measureOf"
NETWORK: Final = AP + "network"
VALUE: Final = AP + "value"
PARAMETERS: Final = AP + "parameters"

# What people decided and mended
DECISIONS_GRAPH: Final = AP + "DecisionsGraph"
DECISION: Final = AP + "Decision"
JUDGED: Final = AP + "judged"
JUDGEMENT: Final = AP + "judgement"
CORRECTION: Final = AP + "Correction"
CORRECTS: Final = AP + "corrects"

# Organisations over time and the companies behind them
OWNERSHIP: Final = AP + "Ownership"
OWNED_COMPANY: Final = AP + "ownedCompany"
OWNER_COMPANY: Final = AP + "ownerCompany"
SHARE: Final = AP + "share"
OPERATED_BY: Final = AP + "operatedBy"
VALID_FROM: Final = AP + "validFrom"
VALID_TO: Final = AP + "validTo"

# The standards
DCAT_DATASET: Final = DCAT + "Dataset"
DCAT_VERSION: Final = DCAT + "version"
DCTERMS_CONFORMS_TO: Final = DCTERMS + "conformsTo"
DCTERMS_CREATOR: Final = DCTERMS + "creator"
DCTERMS_DATE: Final = DCTERMS + "date"
DCTERMS_DATE_SUBMITTED: Final = DCTERMS + "dateSubmitted"
DCTERMS_DESCRIPTION: Final = DCTERMS + "description"
DCTERMS_IDENTIFIER: Final = DCTERMS + "identifier"
DCTERMS_IS_PART_OF: Final = DCTERMS + "isPartOf"
DCTERMS_IS_REPLACED_BY: Final = DCTERMS + "isReplacedBy"
DCTERMS_ISSUED: Final = DCTERMS + "issued"
DCTERMS_LICENSE: Final = DCTERMS + "license"
DCTERMS_MODIFIED: Final = DCTERMS + "modified"
DCTERMS_REFERENCES: Final = DCTERMS + "references"
DCTERMS_RIGHTS: Final = DCTERMS + "rights"
DCTERMS_SOURCE: Final = DCTERMS + "source"
DCTERMS_SPATIAL: Final = DCTERMS + "spatial"
DCTERMS_TITLE: Final = DCTERMS + "title"
EDTF_LITERAL: Final = EDTF + "EDTF"
FOAF_AGENT: Final = FOAF + "Agent"
FOAF_NAME: Final = FOAF + "name"
FOAF_PERSON: Final = FOAF + "Person"
OA_END: Final = OA + "end"
OA_EXACT: Final = OA + "exact"
OA_START: Final = OA + "start"
ORG_CHANGE_EVENT: Final = ORG + "ChangeEvent"
ORG_HOLDS: Final = ORG + "holds"
ORG_MEMBER_OF: Final = ORG + "memberOf"
ORG_ORGANIZATION: Final = ORG + "Organization"
ORG_ORIGINAL_ORGANIZATION: Final = ORG + "originalOrganization"
ORG_POST: Final = ORG + "Post"
ORG_POST_IN: Final = ORG + "postIn"
ORG_RESULTING_ORGANIZATION: Final = ORG + "resultingOrganization"
ORG_SUB_ORGANIZATION_OF: Final = ORG + "subOrganizationOf"
ORG_ROLE: Final = ORG + "role"
ORG_ROLE_CLASS: Final = ORG + "Role"
ORG_UNIT: Final = ORG + "OrganizationalUnit"
ORG_UNIT_OF: Final = ORG + "unitOf"
P_PLAN_IS_STEP_OF_PLAN: Final = P_PLAN + "isStepOfPlan"
PROV_ACTIVITY: Final = PROV + "Activity"
PROV_AGENT: Final = PROV + "Agent"
PROV_PLAN: Final = PROV + "Plan"
P_PLAN_PLAN: Final = P_PLAN + "Plan"
PROV_SOFTWARE_AGENT: Final = PROV + "SoftwareAgent"
PROV_WAS_ASSOCIATED_WITH: Final = PROV + "wasAssociatedWith"
PROV_WAS_ATTRIBUTED_TO: Final = PROV + "wasAttributedTo"
PROV_WAS_REVISION_OF: Final = PROV + "wasRevisionOf"
RDF_LANG_STRING: Final = RDF + "langString"
RDF_TYPE: Final = RDF + "type"
RDFS_COMMENT: Final = RDFS + "comment"
RDFS_LABEL: Final = RDFS + "label"
SKOS_ALT_LABEL: Final = SKOS + "altLabel"
SKOS_CONCEPT: Final = SKOS + "Concept"
SKOS_CONCEPT_SCHEME: Final = SKOS + "ConceptScheme"
SKOS_IN_SCHEME: Final = SKOS + "inScheme"
SKOS_NOTATION: Final = SKOS + "notation"
SKOS_NOTE: Final = SKOS + "note"
SKOS_PREF_LABEL: Final = SKOS + "prefLabel"
VOID_CLASS: Final = VOID + "class"
VOID_CLASS_PARTITION: Final = VOID + "classPartition"
VOID_DATASET: Final = VOID + "Dataset"
VOID_ENTITIES: Final = VOID + "entities"
VOID_FEATURE: Final = VOID + "feature"
VOID_TRIPLES: Final = VOID + "triples"
VOID_URI_SPACE: Final = VOID + "uriSpace"
VOID_VOCABULARY: Final = VOID + "vocabulary"
XSD_BOOLEAN: Final = XSD + "boolean"
XSD_DATE: Final = XSD + "date"
XSD_DECIMAL: Final = XSD + "decimal"
XSD_G_YEAR_MONTH: Final = XSD + "gYearMonth"
XSD_INTEGER: Final = XSD + "integer"
XSD_NON_NEGATIVE_INTEGER: Final = XSD + "nonNegativeInteger"
XSD_STRING: Final = XSD + "string"

__all__ = sorted(name for name in globals() if name.isupper())  # noqa: PLE0605 - every constant above is public
