"""Which rows belong to which recommendation, and what its number is, printed or implied by order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from answerable.extract.document import NOTHING, Passage
from answerable.extract.plan.answers import read_status, status_of
from answerable.extract.plan.responses import runs_on
from answerable.extract.plan.roles import NUMBER, Role
from answerable.extract.plan.rows import PlanRow
from answerable.extract.plan.sections import Section
from answerable.extract.plan.wording import fold, is_finished

__all__ = ["Group", "Grouped", "group_rows"]

_LONGEST_SUBJECT: Final = 80
_BARE_NUMBER: Final = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3})?)\s+(?=[A-Z\"'“‘(])")
_LEADING_NUMBER: Final = re.compile(
    r"(?P<number>\d{1,3}(?:\.\d{1,3})*)[.):]\s+(?=[A-Z\"'“‘(])|(?P<dotted>\d{1,3}\.\d{1,3})\s+(?=[A-Z\"'“‘(])"
)


@dataclass(slots=True)
class Group:
    """The rows of one recommendation under the section headings that hold for it.

    `number` is empty where none is printed; `text` is the recommendation as its cells print it, number aside.
    """

    number: Passage
    rows: list[PlanRow]
    section: Section | None = None
    text: Passage = NOTHING

    @property
    def strays(self) -> Iterator[Passage]:
        """Words in the columns of numbers and answers that are neither, in rows below the first."""
        for row in self.rows[1:]:
            if not row.across:
                number, answer = row.passage(Role.NUMBER), row.passage(Role.STATUS)
                yield from (number,) if number and not NUMBER.match(number.text) else ()
                yield from (answer,) if answer and not status_of(answer) else ()


class Grouped(NamedTuple):
    """The recommendations in order, rows before the first one, which belong to none, and headings of subjects."""

    groups: list[Group]
    orphans: list[PlanRow]
    headings: list[PlanRow]


def group_rows(plan: Sequence[PlanRow | Section]) -> Grouped:
    """Say which rows are which recommendation."""
    groups, orphans, headings = found = Grouped([], [], [])
    section: Section | None = None
    for item in plan:
        if isinstance(item, Section):
            section = _within(section, item)
            continue
        current = groups[-1] if groups else None
        if _is_subject(item, current):
            headings.append(item)
            continue
        number, text = _number_and_text(item)
        if _starts(item, number, text, current, new_section=current is not None and current.section is not section):
            groups.append(Group(number, [item], section, text))
        elif current:
            current.rows.append(item)
            if _differs(text, current):
                current.text += text
        else:
            orphans.append(item)
    return found


def _within(outer: Section | None, inner: Section) -> Section:
    """A heading that names only the kind of what follows leaves the addressee above it in force, and the reverse."""
    if outer is None or (inner.addressee and inner.concern):
        return inner
    if inner.subject:
        return outer
    if inner.addressee is None and inner.concern:
        return Section(inner.passage, outer.addressee, concern=True, level=inner.level)
    return inner


def _number_and_text(row: PlanRow) -> tuple[Passage, Passage]:
    """The printed number and the text; a number may stand at the head of the text's own cell."""
    number, text = row.passage(Role.NUMBER), row.passage(Role.RECOMMENDATION)
    if match := NUMBER.match(number.text):
        return number.cut(*match.span(1)), text
    if not number and (match := _LEADING_NUMBER.match(text.text)):
        name = "number" if match["number"] else "dotted"
        return text.cut(*match.span(name)), text.cut(match.end())
    if Role.NUMBER not in row.cells and (match := _BARE_NUMBER.match(text.text)):  # a page cut that column off
        return text.cut(*match.span("number")), text.cut(match.end())
    return Passage(()), text


def _starts(row: PlanRow, number: Passage, text: Passage, current: Group | None, *, new_section: bool) -> bool:
    """Whether a row begins a recommendation: it prints a number, an answer, or a text that nothing above takes in."""
    answered = read_status(row.text(Role.STATUS)) is not None
    if current is None:
        return bool(number or (text and (answered or row.across or row.cell(Role.RESPONSE))))
    if number:
        return number.text.strip(". ") != current.number.text.strip(". ") or (answered and _differs(text, current))
    if row.across:
        return _is_answered(current)
    return _differs(text, current) and _begins_anew(row, text, current, new_section=new_section)


def _begins_anew(row: PlanRow, text: Passage, current: Group, *, new_section: bool) -> bool:
    """Whether a text without a number is another recommendation rather than the end of the one above."""
    answered = read_status(row.text(Role.STATUS)) is not None
    if answered and _is_answered(current):
        return True  # two answers are two recommendations
    if runs_on(current.text.text, text.text, cut=row.cut and not answered):
        return False
    return answered or new_section or _stands_alone(row, text)


def _is_subject(row: PlanRow, current: Group | None) -> bool:
    """Whether a row's only words are a heading between recommendations, such as the area "Respect".

    Where recommendations stand they begin anew where a sentence has ended; where numbers stand they are none.
    """
    if row.across or sum([bool(cell.filled) for cell in row.cells.values()]) != 1:
        return False
    number, text = row.text(Role.NUMBER), row.text(Role.RECOMMENDATION)
    if number:
        return not NUMBER.match(number) and number[:1].isupper() and len(number) <= _LONGEST_SUBJECT
    if not 0 < len(text) <= _LONGEST_SUBJECT or is_finished(text):
        return False
    return text[:1].isupper() and (current is None or is_finished(current.text.text))


def _differs(text: Passage, current: Group) -> bool:
    """Whether a row prints a text, and not the one above once more."""
    return bool(text) and fold(text.text) != fold(current.text.text)


def _is_answered(group: Group) -> bool:
    return any(status_of(row.passage(Role.STATUS)) for row in group.rows)


def _stands_alone(row: PlanRow, text: Passage) -> bool:
    """A sentence with a response and an owner of its own, in a table that prints no answers."""
    return (
        Role.STATUS not in row.cells
        and text.text[:1].isupper()
        and bool(row.cell(Role.RESPONSE))
        and bool(row.cell(Role.OWNER))
    )
