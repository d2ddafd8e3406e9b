"""Named things beside the gold: matched by any printed form; what is optional counts neither way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from answerable.extract.accuracy.verdicts import Mistake, Verdict, judged, missed
from answerable.extract.accuracy.wording import folded
from answerable.ontology.reading import table

if TYPE_CHECKING:
    from answerable.extract.accuracy.gold import GoldMention
    from answerable.extract.accuracy.places import Words
    from answerable.extract.records import Mention

__all__ = ["compare_mentions"]

_SHORTEST_PLURAL: Final = 5
"""An s at the end of a shorter form belongs to the name, as in CRS."""


def compare_mentions(gold: Iterable[GoldMention], read: Iterable[Mention], words: Words) -> Iterator[Verdict]:
    """Give the verdicts on things, their types and where they stand."""
    free = list(read)
    for want in gold:
        got = next((each for each in free if _forms_of_gold(want) & _forms(each)), None)
        if got:
            free.remove(got)
        if want.core:
            yield from _met(want, got) if got else _unmet(want, words)
    for got in free:
        wrong = Mistake("mentions", None, None, f"{got.label} ({got.type})", got.evidence[:1])
        yield judged(wrong, 0.0)
        yield Verdict("links", 0, len(got.recommendations))


def _met(want: GoldMention, got: Mention) -> Iterator[Verdict]:
    yield Verdict("mentions", 2, 2)
    fair = any(_near(each, got.type) for each in (want.type, *want.type_alt))
    told = [f"{want.name} ({want.type})", f"{got.label} ({got.type})"]
    yield judged(Mistake("types", None, told[0], told[1], got.evidence[:1]), float(fair))
    wanted = set(want.recommendations)
    found = set(got.recommendations) - ({*want.also_nested_in, *want.addressee_of} - wanted)
    told = [_stands(want.name, wanted), _stands(got.label, found)]
    words = tuple(item for item in got.evidence if item.recommendation in wanted ^ found)
    wrong = Mistake("links", None, told[0], told[1], words[:1] or got.evidence[:1])
    yield judged(wrong, 2 * len(wanted & found), len(want.recommendations) + len(found))


def _unmet(want: GoldMention, words: Words) -> Iterator[Verdict]:
    number = want.recommendations[0] if want.recommendations else None
    held = (words.holding(form, number) for form in (*want.surface, want.name))
    yield missed("mentions", number, f"{want.name} ({want.type})", next(filter(None, held), ()))
    yield Verdict("links", 0, len(want.recommendations))


def _forms_of_gold(mention: GoldMention) -> set[str]:
    return _keys(mention.name, mention.acronym, *mention.surface)


def _forms(mention: Mention) -> set[str]:
    return _keys(mention.label, mention.acronym, *mention.surfaces)


def _keys(*forms: str | None) -> set[str]:
    """Give the folded forms, a plural's singular among them."""
    keys = set(filter(None, map(folded, forms)))
    return keys | {key[:-1] for key in keys if key.endswith("s") and len(key) >= _SHORTEST_PLURAL}


def _near(one: str, other: str) -> bool:
    return one == other or any(one in group and other in group for group in table("types")["near"])


def _stands(name: str, numbers: set[str]) -> str:
    ordered = sorted(numbers, key=lambda number: (len(number), number))
    return f"{name}: in {', '.join(ordered)}" if ordered else f"{name}: in no recommendation"
