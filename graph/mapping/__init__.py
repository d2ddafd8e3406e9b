"""Plan records to N-Quads, as text.

One named graph holds what one document states; `reference` holds the labels and closed lists that no one document
owns; `inferred` holds what follows from the rest, with a description of the rules that made it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerable.graph.mapping.corrections import map_corrections
from answerable.graph.mapping.dataset import map_source
from answerable.graph.mapping.document import map_document
from answerable.graph.mapping.mentions import map_mention
from answerable.graph.mapping.organisations import map_organisations
from answerable.graph.mapping.plan import map_plan_head
from answerable.graph.mapping.recommendation import map_recommendation
from answerable.graph.mapping.reference import map_labels, map_lists
from answerable.graph.mapping.scope import Scope, graph_iri
from answerable.graph.mapping.shortcuts import map_rules
from answerable.ontology.gazetteer import NO_OWN_NAMES, OwnNames

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from answerable.extract.records import PlanRecord
    from answerable.graph.mapping.lines import GraphLines
    from answerable.graph.mapping.names import Name

__all__ = ["graph_iri", "map_plan", "map_shared"]


def map_plan(record: PlanRecord, *, plan: str, names: Mapping[str, Name], base: str) -> Sequence[GraphLines]:
    """Give the lines of one record, unsorted and with duplicates, by graph.

    The first is its document's own graph, which no other record has lines in; then come what is inferred of it, the
    labels of the things it names, and the document as a source of the build. `plan` is the address of its plan, and
    `names` has the names that the record says (`names.said_in`) and no others: both are chosen over the whole build.
    Raises BadAddressError where the record holds no sound IRI.
    """
    scope = Scope(record, base, plan, names)
    map_document(scope)
    map_plan_head(scope)
    recommendations: dict[str, str] = {}
    for position, recommendation in enumerate(record.recommendations, start=1):
        recommendations.setdefault(recommendation.number, map_recommendation(scope, position, recommendation))
    for mention in record.mentions:
        map_mention(scope, mention, recommendations)
    map_corrections(scope, recommendations)
    return scope.stated, scope.inferred, map_labels(names, base), map_source(scope.document, base)


def map_shared(names: Mapping[str, Name], *, base: str, own: OwnNames = NO_OWN_NAMES) -> Iterator[str]:
    """Give the lines that no one record makes: closed lists, organisations over time, and the rules of inference.

    `names` are those of the bodies and places that plans name and that are known, or more; `own` are the names that the
    records were read with beside those that ship.
    """
    yield from map_lists(base).lines
    yield from map_organisations(names, base, own)
    yield from map_rules(base).lines
