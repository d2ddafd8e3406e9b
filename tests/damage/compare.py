"""How much of a plan a record still holds, and whether what it holds is true to the damaged text.

The figures are those of the project's evaluation: `recs` is F1 over recommendation numbers, `status` the share with
the right answer, `text` the mean word overlap of recommendation texts, `pairs` F1 over printed (recommendation, owner
text, date text). Texts are compared without case, markup and closing marks.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, Final

from answerable.extract.records import Assignment, PlanRecord, Recommendation
from tests.damage.kinds import Damage, Kind
from tests.damage.layout import Role
from tests.damage.markup import plain
from tests.damage.seams import sew

__all__ = ["FIGURES", "Scores", "Tally", "compare", "invented", "unmarked"]

Gold = Mapping[str, Any]

_SAME: Final = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
_WORD: Final = re.compile(r"[\w%£/']+")


@dataclass(frozen=True, slots=True)
class Tally:
    """What was right out of what there was."""

    right: float = 0
    of: float = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.of + other.of)

    @property
    def share(self) -> float:
        """The share that was right; 1 where there was nothing to get right."""
        return self.right / self.of if self.of else 1.0


@dataclass(frozen=True, slots=True)
class Scores:
    """The figures of one plan, or of several added up."""

    recs: Tally = Tally()
    status: Tally = Tally()
    text: Tally = Tally()
    pairs: Tally = Tally()

    def __add__(self, other: Scores) -> Scores:
        return Scores(*(getattr(self, name) + getattr(other, name) for name in FIGURES))


FIGURES: Final = ("recs", "status", "text", "pairs")


def compare(gold: Gold, record: PlanRecord | None) -> Scores:
    """Compare what was read with what a careful reader finds; nothing was read where there is no record."""
    wanted = {str(item["number"]).strip(". "): item for item in gold["recommendations"]}
    read = record.recommendations if record else ()
    found: dict[str, Recommendation] = {}
    for item in read:
        found.setdefault(item.number.strip(". "), item)
    matched = [(item, found.get(number)) for number, item in wanted.items()]
    return Scores(
        recs=Tally(2 * len(wanted.keys() & found.keys()), len(wanted) + len(read)),
        status=Tally(sum(_same_status(*pair) for pair in matched), len(matched)),
        text=Tally(sum(_overlap(item["text"], got.text if got else "") for item, got in matched), len(matched)),
        pairs=sum((_pairs(*pair) for pair in matched), Tally()),
    )


def _same_status(gold: Gold, found: Recommendation | None) -> bool:
    status = found.status.value if found and found.status else None
    return gold["status"] == status


def _pairs(gold: Gold, found: Recommendation | None) -> Tally:
    free = list(found.assignments) if found else []
    total, hits = len(gold["assignments"]) + len(free), 0
    for wanted in gold["assignments"]:
        match = next((each for each in free if _same_pair(wanted, each)), None)
        if match:
            free.remove(match)
            hits += 2
    return Tally(hits, total)


def _same_pair(gold: Gold, found: Assignment) -> bool:
    fair = {_fold(gold["owner_text"])}
    if gold.get("inherited") or gold.get("owner_shared_with_previous"):
        fair |= {"", "as above", _fold("; ".join(gold["owners"])), *map(_fold, gold["owners"])}
    return _fold(found.owner_text) in fair and _fold(found.due.text) == _fold(gold["date_text"] or "")


def _fold(text: str) -> str:
    decoded = unicodedata.normalize("NFKC", html.unescape(re.sub(r"<[^>]+>", " ", text))).translate(_SAME)
    return " ".join(decoded.split()).strip(".;,: ").casefold()


def _words(text: str) -> list[str]:
    return _WORD.findall(_fold(text))


def _overlap(one: str, other: str) -> float:
    """Twice the words that both have, over the words of both."""
    ones, others = Counter(_words(one)), Counter(_words(other))
    size = ones.total() + others.total()
    return 2 * (ones & others).total() / size if size else 1.0


def invented(record: PlanRecord, text: str) -> list[tuple[str, str]]:
    """Give the words of values that the text does not print, with the number of their recommendation.

    A word is printed too where two pieces of it stand in one row, or in two that follow each other, and an edge
    doubled no more than the letter between them.
    """
    lines = [set(_words(plain(line.replace("|", " ")))) for line in text.splitlines() if line.strip()]
    printed = set().union(*lines)
    strange = [
        (item.number, word)
        for item in record.recommendations
        for value in _values(item)
        for word in _words(value)
        if word not in printed
    ]
    return [(number, word) for number, word in strange if not _is_sewn(word, lines)]


def _values(item: Recommendation) -> Iterator[str]:
    yield item.text
    yield item.rationale or ""
    yield from (action.text for action in item.actions)
    for each in item.assignments:
        yield from (each.owner_text, each.due.text, each.update or "", each.revised_text or "")


def _is_sewn(word: str, lines: Sequence[set[str]]) -> bool:
    for line, below in zip(lines, [*lines[1:], set[str]()], strict=True):
        lefts = {piece for piece in line if word.startswith(piece[:-1])}
        longer = {sewn for left, piece in product(lefts, line) for sewn in sew(left, piece)}  # a word cut at two edges
        lefts |= {sewn for sewn in longer if word.startswith(sewn[:-1])}
        rights = [piece for piece in line | below if word.endswith(piece[1:])]
        if any(word in sew(left, right) for left, right in product(lefts, rights)):
            return True
    return False


def unmarked(record: PlanRecord | None, damages: Iterable[Damage]) -> list[Damage]:
    """Give the losses that a record does not own up to.

    A lost number is marked as inferred, lost words by `damaged` on the value; a flag on the row will do for either.
    """
    return [damage for damage in damages if damage.lost and not (record and _is_marked(record, damage))]


def _is_marked(record: PlanRecord, damage: Damage) -> bool:
    if any((flag.table, flag.row) in damage.places for flag in record.ledger.flagged):
        return True
    item = next((item for item in record.recommendations if item.number == damage.recommendation), None)
    if item is None:
        return False
    if damage.kind is Kind.LOST_NUMBER:
        return item.number_inferred
    return item.damaged or (damage.role is Role.RESPONSE and any(action.damaged for action in item.actions))
