"""What a build needs of one record to put it beside the others, so that the whole of it need not be in memory."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from answerable.extract.records import ActionKind, PlanRecord, Recommendation, Status
from answerable.graph.linking.merging import Merges, holders_of
from answerable.graph.mapping.evidence import pieces_for
from answerable.graph.mapping.names import Said, said_in
from answerable.ontology.gazetteer import NO_OWN_NAMES, OwnNames

__all__ = ["Outline", "outline", "read_outline"]


@dataclass(frozen=True, slots=True)
class Outline:
    """The small part of a record that matters to other documents and to the sums of a build."""

    head: PlanRecord
    """The record with no more of its recommendations than their words and the evidence for these, and no mentions."""
    said: tuple[tuple[Said, int], ...]
    """What it says of the names of things, and how often; by address."""
    statuses: Mapping[str, int]
    """Recommendations by printed status; "" where the print gives none."""
    actions: int
    assignments: int
    owners: frozenset[str]
    """The addresses of holders, as the record has them."""
    mentions: frozenset[str]
    """The addresses of named things, as the record has them."""
    holders: frozenset[str]
    """The addresses of both, and of the bodies that holders belong to."""

    def merged(self, merges: Merges) -> Outline:
        """Give the outline with the addresses that holders have after merging, for the sums of the build."""
        if not merges.kept:
            return self
        owners, mentions = (frozenset(map(merges.now, iris)) for iris in (self.owners, self.mentions))
        return replace(self, owners=owners, mentions=mentions)

    def to_json(self) -> str:
        """Give the outline as JSON, for `read_outline`."""
        return json.dumps(
            {
                "head": json.loads(self.head.to_json()),
                "said": [[*said, times] for said, times in self.said],
                "statuses": self.statuses,
                "actions": self.actions,
                "assignments": self.assignments,
                "owners": sorted(self.owners),
                "mentions": sorted(self.mentions),
                "holders": sorted(self.holders - self.owners - self.mentions),
            }
        )


def outline(record: PlanRecord, base: str, own: OwnNames = NO_OWN_NAMES) -> Outline:
    """Give the outline of a record in a build under some base, with further names of its own."""
    assignments = [assignment for each in record.recommendations for assignment in each.assignments]
    return Outline(
        head=_head(record),
        said=tuple(sorted(said_in(record, base, own).items(), key=repr)),
        statuses=_statuses(record),
        actions=sum(action.kind is ActionKind.ACTION for each in record.recommendations for action in each.actions),
        assignments=len(assignments),
        owners=frozenset(owner.iri for assignment in assignments for owner in assignment.owners),
        mentions=frozenset(mention.iri for mention in record.mentions),
        holders=frozenset(holders_of(record)),
    )


def read_outline(data: bytes) -> Outline:
    """Read what `to_json` wrote; raises ValueError for anything else.

    Only the head is checked field by field: a build reads the outlines of all its documents, each time.
    """
    from pydantic_core import from_json  # noqa: PLC0415 - reads JSON faster than the standard library does

    try:
        values: dict[str, Any] = from_json(data)
        return Outline(
            head=PlanRecord.model_validate(values["head"]),
            said=tuple([(Said(*said), times) for *said, times in values["said"]]),
            statuses=values["statuses"],
            actions=values["actions"],
            assignments=values["assignments"],
            owners=frozenset(values["owners"]),
            mentions=frozenset(values["mentions"]),
            holders=frozenset(chain(values["holders"], values["owners"], values["mentions"])),
        )
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError("this is no outline of a record") from error


def _head(record: PlanRecord) -> PlanRecord:
    recommendations = tuple(map(_words, record.recommendations))
    return record.model_copy(update={"recommendations": recommendations, "mentions": (), "evidence": ()})


def _words(each: Recommendation) -> Recommendation:
    return Recommendation(
        number=each.number,
        kind=each.kind,
        text=each.text,
        repeated=each.repeated,
        evidence=tuple(pieces_for("text", each.evidence)),
    )


def _statuses(record: PlanRecord) -> Mapping[str, int]:
    counts = Counter(each.status for each in record.recommendations)
    return {status or "": counts[status] for status in (*Status, None) if counts[status]}
