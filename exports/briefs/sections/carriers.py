"""Who carries it: shares, single owners, joint work and what hangs on one post."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from answerable.exports.briefs.brief import Bullets, Picture, Section, Statement
from answerable.exports.facts.sentences import are, have, listed
from answerable.exports.facts.words import count, isolated
from answerable.exports.figures.owners import owners_by_load
from answerable.exports.figures.ownership import ownership

if TYPE_CHECKING:
    from answerable.exports.briefs.dossier import Dossier

__all__ = ["carriers", "holds", "joint_work", "network"]

_MOST = 3


def carriers(dossier: Dossier) -> Iterator[Section]:
    """Say who carries most, which recommendations hang on one holder, and who shares with whom."""
    if not dossier.found.holders:
        return
    said = (*_shares(dossier), *_single(dossier), *joint_work(dossier))
    yield Section("Who carries it", (Picture("owners", owners_by_load(dossier.found)), Bullets(said)))


def network(dossier: Dossier) -> Iterator[Section]:
    """Draw who is tied to what."""
    if dossier.found.holders:
        yield Section("Who is tied to what", (Picture("network", ownership(dossier.found)),))


def _shares(dossier: Dossier) -> Iterator[Statement]:
    loads = Counter(owner for each in dossier.found.assignments for owner in each.owners)
    everything = len(dossier.found.assignments)
    ranked = sorted(loads, key=lambda iri: (-loads[iri], dossier.all.holder(iri).label))
    for iri in ranked[:_MOST]:
        holder = dossier.all.holder(iri)
        quotes = [
            dossier.evidence.quotes(each.iri, "owner", about=dossier.number_of(each.iri))
            for each in dossier.found.assignments
            if iri in each.owners
        ]
        share = 100 * loads[iri] / everything
        told = f"{isolated(holder.label)} {holds(holder.kind)} {loads[iri]:,} of {count(everything, 'assignment')}"
        yield Statement(f"{told} ({share:.0f}%).", dossier.note(*quotes))


def holds(kind: str) -> str:
    """Give the verb for a holder: a group of posts is many."""
    return "hold" if kind == "post group" else "holds"


def _single(dossier: Dossier) -> Iterator[Statement]:
    known = {each.iri: each for each in dossier.found.recommendations}
    owned: defaultdict[str, list[str]] = defaultdict(list)
    for row in dossier.about("single-owner"):
        owned[str(row["holder_iri"])].append(str(row["iri"]))
    number = sum(map(len, owned.values()))
    if not number:
        yield Statement("No recommendation has a single owner.")
        return
    told = "; ".join(
        f"{isolated(dossier.all.holder(iri).label)}, {dossier.numbers(known[d] for d in demands)}"
        for iri, demands in owned.items()
    )
    quotes = [
        dossier.evidence.quotes(each.iri, "owner", about=dossier.number_of(each.iri))
        for each in dossier.found.assignments
        if any(each.recommendation in demands for demands in owned.values())
    ]
    yield Statement(f"{count(number, 'recommendation')} {have(number)} a single owner: {told}.", dossier.note(*quotes))


def joint_work(dossier: Dossier) -> Iterator[Statement]:
    """Say how many assignments are joint, and who shares with most others."""
    joint = [each for each in dossier.found.assignments if len(each.owners) > 1]
    if not joint:
        yield Statement("No assignment is joint.")
        return
    partners: defaultdict[str, set[str]] = defaultdict(set)
    for each in joint:
        for owner in each.owners:
            partners[owner] |= set(each.owners) - {owner}
    most = max(map(len, partners.values()))
    hubs = sorted(isolated(dossier.all.holder(iri).label) for iri, others in partners.items() if len(others) == most)
    quotes = [dossier.evidence.quotes(each.iri, "owner", about=dossier.number_of(each.iri)) for each in joint]
    hub = f" {hubs[0]} shares with {count(most, 'other')}, more than anybody else." if len(hubs) == 1 else ""
    told = f"{count(len(joint), 'assignment')} {are(len(joint))} joint.{hub}"
    if len(joint) == 1:
        told = f"One assignment is joint, of {listed(hubs)}."
    yield Statement(told, dossier.note(*quotes))
