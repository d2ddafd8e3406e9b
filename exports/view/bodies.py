"""Organisations over time: those that the plans speak of, what they are part of, how they changed, who owned them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import networkx as nx

from answerable.exports.facts.asking import grouped
from answerable.exports.facts.fact import Fact
from answerable.exports.facts.words import day_in_words, short_name
from answerable.exports.view.model import Change, Node, Organisation, Ownership

if TYPE_CHECKING:
    from answerable.exports.facts.asking import Row
    from answerable.exports.facts.evidence import EvidenceIndex

__all__ = ["organisation_nodes", "read_changes", "read_organisations", "read_ownerships", "relevant", "subject_nodes"]


def read_organisations(rows: Iterable[Row]) -> tuple[dict[str, Row], dict[str, Organisation]]:
    """Give the first row of each organisation, which names it, and the organisation in time."""
    first: dict[str, Row] = {}
    parents: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for row in rows:
        first.setdefault(row["body"], row)
        if row["parent"]:
            parents[row["body"]][row["parent"]] = None
    stood = {
        key: Organisation(key, row.day("first"), row.day("last"), tuple(parents[key])) for key, row in first.items()
    }
    return first, stood


def read_changes(rows: Iterable[Row]) -> tuple[Change, ...]:
    """Give each change once, the oldest first."""
    return tuple(
        Change(key, found[0]["label"], found[0].day("day"), _distinct(found, "before"), _distinct(found, "after"))
        for key, found in grouped(rows, "change").items()
    )


def read_ownerships(rows: Iterable[Row]) -> tuple[Ownership, ...]:
    """Give each ownership once."""
    first = {row["ownership"]: row for row in reversed(list(rows))}
    return tuple(
        Ownership(row["company"], row["owner"], row.text("share"), row.day("first"), row.day("last"))
        for row in reversed(first.values())
    )


def relevant(
    named: Collection[str],
    organisations: Mapping[str, Organisation],
    changes: Iterable[Change],
    ownerships: Iterable[Ownership],
) -> set[str]:
    """Give the organisations that plans name, and all that these are tied to by descent, change or ownership."""
    ties = nx.Graph()
    ties.add_nodes_from(key for key in named if key in organisations)
    for body in organisations.values():
        ties.add_edges_from((body.key, parent) for parent in body.parents)
    for change in changes:
        nx.add_path(ties, (*change.before, *change.after))
    ties.add_edges_from((each.company, each.owner) for each in ownerships)
    together = (group for group in nx.connected_components(ties) if not group.isdisjoint(named))
    return {key for group in together for key in group if key in organisations}


def organisation_nodes(
    keys: Collection[str],
    names: Mapping[str, Row],
    organisations: Mapping[str, Organisation],
    forms: Mapping[str, tuple[str, ...]],
    plans: Mapping[str, Sequence[str]],
) -> list[Node]:
    """Give the nodes of organisations; `plans` gives the plans that inspect each."""
    nodes = [
        Node(
            key,
            "organisation",
            "organisation",
            "diamond",
            names[key]["name"],
            names[key]["acronym"] or names[key]["name"],
            0,
            tuple(plans.get(key, ())),
            tuple(_facts(organisations[key], names)),
            forms=forms.get(key, ()),
        )
        for key in keys
    ]
    return sorted(nodes, key=lambda node: (node.label.casefold(), node.key))


def subject_nodes(rows: Iterable[Row], inspected: Mapping[str, Sequence[str]], evidence: EvidenceIndex) -> list[Node]:
    """Give the nodes of what was inspected and is no organisation that we know."""
    names = {row["body"]: row["name"] for row in reversed(list(rows))}
    nodes = []
    for key, name in names.items():
        printed = Fact("Printed as", name, quotes=evidence.first_of_each_wording(key))
        plans = tuple(inspected[key])
        kind = "inspected body or theme"
        nodes.append(Node(key, "organisation", kind, "diamond", name, short_name(name), 0, plans, (printed,)))
    return sorted(nodes, key=lambda node: (node.label.casefold(), node.key))


def _facts(body: Organisation, names: Mapping[str, Row]) -> Iterator[Fact]:
    if first := day_in_words(body.first):
        yield Fact("Stood from", first)
    if last := day_in_words(body.last):
        yield Fact("Stood until", last)
    for parent in body.parents:
        if parent in names:
            yield Fact("Part of", names[parent]["name"])


def _distinct(rows: Iterable[Row], column: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row[column] for row in rows if row[column]))
