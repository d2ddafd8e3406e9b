"""Outside bodies that must act, what became of those inspected, whose they are, and the boards that watch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from answerable.exports.briefs.brief import Bullets, Section, Statement
from answerable.exports.facts.sentences import clipped, listed, plural
from answerable.exports.facts.words import day_in_words, isolated

if TYPE_CHECKING:
    from answerable.exports.briefs.dossier import Dossier
    from answerable.graph.values import Scalar

__all__ = ["boards", "heirs", "outside"]

_HOW = {"addressed": "addressed by", "holds": "has a holder in", "named in an action": "named in an action of"}


def outside(dossier: Dossier, plans: set[str]) -> Iterator[Section]:
    """Say which outside bodies the plans need, and how: addressed, holding, or named in an action."""
    rows = [row for row in dossier.rows("outside-bodies") if str(row["plan_iri"]) in plans]
    title = "Outside bodies: who must act, and who is named"
    if not rows:
        yield Section(
            title, (Statement("No outside body is addressed, holds an assignment or is named in an action."),)
        )
        return
    asked: defaultdict[str, list[Mapping[str, Scalar]]] = defaultdict(list)
    for row in rows:
        asked[str(row["iri"])].append(row)
    said = [Statement(_asked(dossier, theirs), _words_on(dossier, body)) for body, theirs in asked.items()]
    yield Section(title, (Bullets(tuple(said)),))


def _asked(dossier: Dossier, rows: list[Mapping[str, Scalar]]) -> str:
    several = len({str(row["plan_iri"]) for row in rows}) > 1 or len(dossier.found.plans) > 1
    told = []
    for row in rows:
        numbers = str(row["numbers"]).split(", ")
        where = f" ({dossier.all.plan(str(row['plan_iri'])).label})" if several else ""
        told.append(f"{_HOW[str(row['how'])]} {plural(len(numbers), 'recommendation')} {listed(numbers)}{where}")
    return f"{isolated(str(rows[0]['body']))}: {'; '.join(told)}."


def _words_on(dossier: Dossier, body: str) -> tuple[int, ...]:
    """Quote what shows that a body is needed: an address, an owner in it, or words that name it."""
    found = [
        quote
        for demand in dossier.found.recommendations
        for quote in (*dossier.evidence.shared(body, demand.iri, about=demand.number),)
    ]
    return dossier.note(found or dossier.evidence.first_of_each_wording(body))


def heirs(dossier: Dossier, bodies: set[str]) -> Iterator[Statement]:
    """Say which of some bodies have ended, and who followed; that is inferred from change events."""
    ended: defaultdict[tuple[str, str, date | None], dict[str, str]] = defaultdict(dict)
    for row in dossier.rows("ended-bodies"):
        if str(row["body_iri"]) in bodies:
            day = row["ended"] if isinstance(row["ended"], date) else None
            ended[str(row["body_iri"]), str(row["body"]), day][str(row["heir"] or "")] = str(row["source"] or "")
    for (_, body, day), followed in ended.items():
        names = listed(heir.strip("()") for heir in followed if heir)
        told = f"{isolated(body)} ended on {day_in_words(day)}."
        told += (
            f" {names} followed; a promise stays the promise of the body that made it."
            if names
            else " Who followed is not known."
        )
        sources = "; ".join(dict.fromkeys(filter(None, followed.values())))
        yield Statement(told, dossier.notebook.source(sources), "change event" if names else None)


def boards(dossier: Dossier) -> Iterator[Section]:
    """Say which boards a response names."""
    known = {each.iri: each for each in dossier.found.recommendations}
    rows = [row for row in dossier.rows("boards") if str(row["recommendation_iri"]) in known]
    named: dict[tuple[str, str], tuple[str, list[str]]] = {}
    for row in rows:
        demand = known[str(row["recommendation_iri"])]
        name = (str(row["iri"]), str(row["board"]))
        named.setdefault(name, (str(row["says"] or ""), []))[1].append(demand.iri)
    said = []
    for (iri, board), (says, demands) in named.items():
        where = dossier.numbers(known[demand] for demand in dict.fromkeys(demands))
        quotes = [dossier.evidence.shared(iri, demand, about=known[demand].number) for demand in dict.fromkeys(demands)]
        said.append(
            Statement(
                f"{isolated(board)}, {where}: “{clipped(says, 240)}”" if says else f"{isolated(board)}, {where}.",
                dossier.note(*quotes),
            )
        )
    if said:
        yield Section("Which boards watch delivery", (Bullets(tuple(said)),))
