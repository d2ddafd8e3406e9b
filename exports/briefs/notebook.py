"""Notes as they are needed: the same quotes get the same number, counted from one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from answerable.exports.briefs.brief import Note
from answerable.exports.facts import Quote
from answerable.exports.facts.sentences import clipped
from answerable.exports.facts.words import count

__all__ = ["Notebook"]

_LONGEST = 240
"""Characters of a quote that a note gives; the rest stands in the document, at the place told."""
_PLACES = 8
"""So many places of the same words are told one by one."""


class Notebook:
    """Numbers the quotes of a briefing in the order in which statements first need them."""

    def __init__(self, documents: Iterable[str]) -> None:
        """Begin with no note; `documents` are what places begin with, so that each is named once for all its places."""
        self._documents = tuple(documents)
        self._numbers: dict[tuple[Quote, ...], int] = {}

    def note(self, quotes: Iterable[Quote]) -> tuple[int, ...]:
        """Give the number of the note with these quotes; none where nothing is quoted."""
        told = _together(quotes, self._documents)
        return (self._numbers.setdefault(told, len(self._numbers) + 1),) if told else ()

    def source(self, told: str) -> tuple[int, ...]:
        """Give the number of a note on reference data, which is not quoted but names its source."""
        return self.note([Quote("", f"Reference data of this build: {told}", "")]) if told else ()

    @property
    def notes(self) -> tuple[Note, ...]:
        """All notes so far."""
        return tuple(Note(number, quotes) for quotes, number in self._numbers.items())


def _together(quotes: Iterable[Quote], documents: Iterable[str]) -> tuple[Quote, ...]:
    """Put equal words at several places into one quote, and cut what is too long for a note."""
    places: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for quote in quotes:
        places[clipped(quote.text, _LONGEST)].setdefault(quote.place, quote.rule)
    told, before = [], ""
    for text, where in places.items():
        place = _told(where, documents)
        document = next((name for name in documents if place.startswith(f"{name}, ")), place)
        # The document stands before the first of its quotes, and goes without saying for the next ones.
        shown = place.removeprefix(f"{document}, ") if document == before else place
        told.append(Quote(text, shown, next(iter(where.values()))))
        before = "" if any(f". {name}, " in place for name in documents) else document
    return tuple(told)


def _told(places: Iterable[str], documents: Iterable[str]) -> str:
    """Name each document once, with all places in it."""
    within: dict[str, list[str]] = {}
    for place in places:
        document = next((name for name in documents if place.startswith(f"{name}, ")), "")
        within.setdefault(document, []).append(place.removeprefix(f"{document}, "))
    told = []
    for document, spots in within.items():
        more = [f"and {count(len(spots) - _PLACES, 'further place')}"] if len(spots) > _PLACES else []
        told.append(", ".join(filter(None, (document, "; ".join([*spots[:_PLACES], *more])))))
    return ". ".join(told)
