"""What update columns say, given to the pairs of owner and date in the same row."""

from __future__ import annotations

from collections.abc import Iterator

from answerable.extract.document import NOTHING, Passage
from answerable.extract.plan.entries import date_entries
from answerable.extract.plan.pair import Pair
from answerable.extract.plan.roles import Role
from answerable.extract.plan.rows import PlanRow
from answerable.extract.plan.wording import is_finished, sentences

__all__ = ["attach_updates"]


def attach_updates(pairs: list[Pair], row: PlanRow, fresh: int) -> None:
    """Give a row's update and revised date to its pairs: one each where they are as many, else all to the first."""
    if not pairs:
        return
    first = len(pairs) - max(fresh, 1)
    for offset, part in _parts(row, Role.UPDATE, fresh):
        tail, own = _tail_of(pairs[first + offset - 1].update if first + offset and fresh else NOTHING, part)
        if tail:
            above = pairs[first + offset - 1]
            pairs[first + offset - 1] = above._replace(update=above.update + tail)
        pair = pairs[first + offset]
        pairs[first + offset] = pair._replace(update=pair.update + own)
    for offset, part in _parts(row, Role.REVISED, fresh):
        pair = pairs[first + offset]
        pairs[first + offset] = pair._replace(revised=pair.revised + part)


def _tail_of(above: Passage, update: Passage) -> tuple[Passage, Passage]:
    """Part the end of the update above, which can land at the head of the next row's, from the update itself."""
    if not above or is_finished(above.text) or not update.text[:1].islower():
        return NOTHING, update
    _, end = next(iter(sentences(update.text)))
    return update.cut(0, end), update.cut(end)


def _parts(row: PlanRow, role: Role, fresh: int) -> Iterator[tuple[int, Passage]]:
    paragraphs = row.cell(role)
    if not paragraphs:
        return
    whole = date_entries(paragraphs) if role is Role.REVISED else [paragraph.passage for paragraph in paragraphs]
    lines = [Passage((line,)) for paragraph in paragraphs for line in paragraph.lines]
    entries = next((option for option in (whole, lines) if len(option) == fresh), None)
    yield from enumerate(entries or ([Passage.joined(whole)] if whole else []))
