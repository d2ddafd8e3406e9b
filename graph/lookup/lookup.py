"""Finding the thing that somebody means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from answerable.graph.errors import NoSuchThingError, SeveralThingsError
from answerable.graph.lookup.entries import Entry, entries_of
from answerable.graph.lookup.index import Index
from answerable.graph.lookup.kinds import KINDS
from answerable.graph.lookup.scoring import scored
from answerable.graph.lookup.words import folded, initials
from answerable.ontology.gazetteer.roles import roles

if TYPE_CHECKING:
    from answerable.graph.askable import Askable

__all__ = ["Lookup", "Match"]

_LEAST: Final = 55.0
"""The score below which a name is no answer."""
_SURE: Final = 80.0
"""The score from which a name may be taken for what was meant, if no other comes near it."""
_APART: Final = 8.0
"""How far the next one then has to be behind."""
_SELDOM: Final = frozenset({"grade", "change"})
"""Kinds that bear the names of other things and are seldom meant by them."""
_LONGEST: Final = 300
"""Characters of what was typed that are read."""


@dataclass(frozen=True, slots=True)
class Match:
    """Something that a text may mean.

    `label` is what it goes by, `form` the name of it that fits, `score` how well from 0 to 100, and `about` tells it
    from its namesakes: where a post belongs, what a plan answers, what a recommendation says.
    """

    iri: str
    kind: str
    label: str
    form: str
    score: float
    about: str = ""

    def __str__(self) -> str:
        place = f", {self.about}" if self.about and self.kind in {"post", "group", "person", "team"} else ""
        return f"{self.label}{place} ({self.kind})"


class Lookup:
    """All names of one snapshot, made once and asked often."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = tuple(entries)
        self._places = {entry.iri: place for place, entry in enumerate(self._entries)}
        self._index = Index((place, form) for place, entry in enumerate(self._entries) for form in entry.forms)
        self._long = _long_forms(self._entries)

    @classmethod
    def of(cls, graph: Askable) -> Lookup:
        """Read all names of a graph."""
        return cls(entries_of(graph))

    def __len__(self) -> int:
        """Give the number of things that can be found."""
        return len(self._entries)

    def named(self, iri: str) -> Match | None:
        """Give the thing with an address; None where it has no name here."""
        place = self._places.get(iri)
        if place is None:
            return None
        entry = self._entries[place]
        return Match(entry.iri, entry.kind, entry.label, entry.label, 100.0, entry.about)

    def find(self, text: str, *, kinds: Collection[str] = (), limit: int = 10) -> list[Match]:
        """List what a text may mean, the likeliest first; `kinds` are those to look among, all where it is empty."""
        exact = self.named(text)
        if exact and (not kinds or exact.kind in kinds):
            return [exact]
        best: dict[int, tuple[float, str]] = {}
        for words in self._meant(folded(text[:_LONGEST])):
            for place, score in scored(self._index, words):
                form = self._index.forms[place]
                if score >= _LEAST and score > best.get(form.entry, (0.0, ""))[0]:
                    best[form.entry] = (score, form.text)
        matches = [self._match(place, *fit) for place, fit in best.items()]
        wanted = (match for match in matches if not kinds or match.kind in kinds)
        return sorted(wanted, key=_order)[:limit]

    def one(self, text: str, *, kinds: Collection[str] = ()) -> Match:
        """Give the thing that a text means: the one of that name, or the one that fits where no other comes near.

        Raises NoSuchThingError where nothing fits and SeveralThingsError, which lists them, where several do.
        """
        matches = self.find(text, kinds=kinds)
        if not matches:
            what = " or ".join(kinds) or "thing"
            raise NoSuchThingError(
                f"no {what} here is called {text!r}; give part of its name, or look it up with a search"
            )
        first, second = matches[0], matches[1] if len(matches) > 1 else None
        if first.score >= _SURE and (second is None or first.score - second.score >= _gap(first)):
            return first
        listed = "; ".join(str(match) for match in matches)
        if len(matches) == 1:
            raise NoSuchThingError(f"nothing here is called {text!r}; the nearest is {listed}")
        raise SeveralThingsError(f"{text!r} may mean several things: {listed}; give more of the name, or its address")

    def _meant(self, words: tuple[str, ...]) -> Sequence[tuple[str, ...]]:
        """Give the words typed, and again with names for their acronyms and acronyms for names."""
        if not words:
            return ()
        longer = tuple(long for word in words for long in self._long.get(word, (word,)))
        shorter = (
            (*words[:first], short, *words[last + 1 :])
            for short, first, last in initials(words)
            if short in self._long and len(short) > 1
        )
        return tuple(dict.fromkeys((words, longer, *shorter)))[:8]

    def _match(self, place: int, score: float, form: str) -> Match:
        entry = self._entries[place]
        fit = round(0.9 * score, 1) if entry.kind in _SELDOM else score
        return Match(entry.iri, entry.kind, entry.label, form, fit, entry.about)


def _gap(first: Match) -> float:
    """Say how far the next has to be behind: the very name needs only not to be shared."""
    return 1.0 if first.score >= 98 else _APART


def _order(match: Match) -> tuple[float, int, str, str]:
    return (-match.score, KINDS.index(match.kind), match.label, match.iri)


def _long_forms(entries: Iterable[Entry]) -> Mapping[str, tuple[str, ...]]:
    """Give the words that each acronym stands for: of a grade, and of a thing that alone goes by it here."""
    meanings: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for entry in entries:
        words = folded(entry.label)
        for form in map(folded, entry.forms):
            if len(form) == 1 and len(words) > 1:
                meanings[form[0]].add(words)
    grades = {"".join(folded(role.notation)): folded(role.label) for role in roles().values() if role.notation}
    return grades | {short: next(iter(long)) for short, long in meanings.items() if len(long) == 1}
