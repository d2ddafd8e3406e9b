"""From names in passages to mentions: one thing, one mention."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from answerable.extract.names.forms import fold, one_of
from answerable.extract.names.glossary import definitions
from answerable.extract.names.passages import NamedPassage, PlanText, plain
from answerable.extract.names.pipeline import pipeline, read
from answerable.extract.records import Evidence, Mention, MentionType
from answerable.ontology.gazetteer import NO_OWN_NAMES, OwnNames
from answerable.ontology.iris import DEFAULT_BASE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from answerable.extract.document import Passage, Piece
    from answerable.extract.names.things import Thing

__all__ = ["find_mentions"]

_ACRONYM: Final = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Za-z][\w&+-]*(?: CRC)?")
_PLURAL: Final = re.compile(r"(?<=[A-Z])'?s$")
_GLOSS: Final = re.compile(r"^(?P<full>[^()]+?)(?:'s)? \((?P<acronym>[\w&+-]+?)(?:'?s)?\)$")


_KINDS: Final = frozenset({"role", "team"})
"""What is named in the singular, one of a kind."""


class _Found(NamedTuple):
    named: NamedPassage
    words: Passage
    thing: Thing


def find_mentions(
    passages: Sequence[NamedPassage],
    quote: Callable[[Piece], str],
    *,
    base: str = DEFAULT_BASE,
    without: tuple[str, ...] = (),
    own: OwnNames = NO_OWN_NAMES,
    spacy_model: str | None = None,
) -> tuple[Mention, ...]:
    """Find every named thing of a plan, each once, with all its prints, recommendations and evidence.

    `quote` gives the exact words of the source behind a piece. `base` is the instance base of addresses. `without`
    leaves out what only these sources taught the gazetteer; `own` are further names; a `spacy_model` is
    one more voter. Mentions come in the order of their first appearance.
    """
    plan = PlanText.of([named for named in passages if named.passage])
    doc = read(plan, pipeline(without, own, spacy_model), base, own)
    found: defaultdict[str, list[_Found]] = defaultdict(list)
    first: dict[str, Thing] = {}
    for name, thing in doc.user_data["linked"]:
        named, words = plan.at(name.start, name.end)
        if thing.kind == "person":  # what is somebody's name in one place is nothing else in another
            first[thing.key] = thing
        found[thing.key].append(_Found(named, words, first.setdefault(thing.key, thing)))
    return tuple(_mention(group, quote) for group in found.values())


def _mention(group: list[_Found], quote: Callable[[Piece], str]) -> Mention:
    thing = next((found.thing for found in group if found.thing.entry), group[-1].thing)
    surfaces = tuple(dict.fromkeys(surface for found in group for surface in _surfaces(found)))
    acronym = _acronym(thing, surfaces)
    numbers = dict.fromkeys(found.named.recommendation for found in group if found.named.recommendation)
    return Mention.trusted(
        {
            "label": _label(thing, group, surfaces) or acronym or surfaces[0],
            "acronym": acronym,
            "type": MentionType(thing.kind),
            "iri": thing.iri,
            "rule": thing.rule,
            "surfaces": surfaces,
            "recommendations": tuple(numbers),
            "evidence": tuple([evidence for found in group for evidence in _evidence(found, quote)]),
        }
    )


def _surfaces(found: _Found) -> Iterator[str]:
    """Give the print, and what it says in short and in full where it says both, or without the body that has it."""
    text = found.words.text
    yield text
    gloss = _GLOSS.match(text)
    if gloss:
        yield gloss["full"]
        if _stands_for_all(text):
            yield gloss["acronym"]
    elif found.thing.name != text and found.thing.name in plain(text):
        yield found.thing.name


@lru_cache(maxsize=20_000)
def _stands_for_all(text: str) -> bool:
    """Whether the acronym after a name is the whole name's: that of "Head of Legal Aid (LA)" is of its last words."""
    return all(definition.full_start == 0 for definition in definitions(plain(text)))


def _acronym(thing: Thing, surfaces: Iterable[str]) -> str | None:
    printed = [_PLURAL.sub("", surface) for surface in surfaces]
    notation = thing.entry.notation if thing.entry else None
    if notation in printed:
        return notation
    return next((form for form in printed if _ACRONYM.fullmatch(form) and " " not in form.removesuffix(" CRC")), None)


def _label(thing: Thing, group: list[_Found], surfaces: tuple[str, ...]) -> str | None:
    """Give the full name if it is printed: holders as printed, kinds in the singular."""
    holder = next((found.words.text for found in group if found.named.holder), None)
    if holder is not None:
        gloss = _GLOSS.match(holder)
        return gloss["full"] if gloss else holder
    wrong = thing.entry.hidden if thing.entry else ()
    full = [s for s in surfaces if not _ACRONYM.fullmatch(s) and "(" not in s and s not in wrong]
    for name in (thing.entry.label if thing.entry else thing.name, thing.name):
        if fold(name) in map(fold, full):
            return one_of(name) if thing.kind in _KINDS else name
    best = max(full, key=lambda surface: (surface != surface.lower(), len(surface)), default=None)
    return one_of(best) if best and thing.kind in _KINDS else best


def _evidence(found: _Found, quote: Callable[[Piece], str]) -> Iterator[Evidence]:
    for piece in found.words.pieces:
        start, end = piece.span() or (None, None)
        page, table, row, column, box, paragraph = piece.place
        yield Evidence.trusted(
            {
                "field": "name",
                "rule": found.thing.rule,
                "quote": quote(piece),
                "start": start,
                "end": end,
                "page": page,
                "table": table,
                "row": row,
                "column": column,
                "box": tuple(box) if box else None,
                "paragraph": paragraph,
                "recommendation": found.named.recommendation,
            }
        )
