"""Target dates: what a printed date says, as precisely as it is printed and no more.

A printed date is read as a line of marks: dates ("31st March 2019", "Q2 2019/20") and words that steer ("ongoing",
"from", "monthly"). The first mark decides what kind of statement it is; what decides is data in
`ontology/reading/dates.toml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, NamedTuple

from answerable.extract.dates.atoms import find_dates
from answerable.extract.dates.when import When
from answerable.extract.records import DueDate, DueKind
from answerable.ontology import reading

__all__ = ["is_date", "read_date", "read_day"]

_LONGEST: Final = 120
_FEW_WORDS: Final = 6
_NOT_YET: Final = re.compile(
    r"\b(?:to be|not|not yet|partially|partly|nearly|almost|will be|due to be|be)\s+$", re.IGNORECASE
)
_DONE_THEN: Final = re.compile(r"[^\w]*(?:(?:now|already|and|action)\s+)?", re.IGNORECASE)
_LAST: Final = re.compile(r"[\w-]+(?:\s+(?:in\s+)?place)?\W*", re.IGNORECASE)
_BY_THEN: Final = re.compile(r"[\w ]{0,14}?\s+(?:by|before)\b", re.IGNORECASE)


class _Said(NamedTuple):
    """What a printed date says."""

    kind: DueKind
    first: str | None = None
    last: str | None = None
    edtf: str | None = None


@dataclass(frozen=True, slots=True)
class _Marks:
    """What a printed date consists of: words that steer, as (kind, place), and dates."""

    words: tuple[tuple[str, int], ...]
    dates: tuple[When, ...]

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of words there are."""
        return frozenset(kind for kind, _ in self.words)

    @property
    def lead(self) -> str | None:
        """The kind of the first word, where it stands before any date."""
        if not self.words or (self.dates and self.dates[0].start < self.words[0][1]):
            return None
        return self.words[0][0]


@lru_cache(maxsize=4096)
def read_date(text: str) -> DueDate:
    """Say what a printed target date means. UK order: the day comes first.

    >>> read_date("End of Q2 2019/20").to
    '2019-09'
    >>> due = read_date("January to May 2019"); (due.kind.value, due.from_, due.to, due.edtf)
    ('between', '2019-01', '2019-05', '2019-01/2019-05')
    """
    said = _decide(text, _marks(text))
    return DueDate(text=text, kind=said.kind, from_=said.first, to=said.last, edtf=said.edtf)


def is_date(text: str) -> bool:
    """Whether a text reads as a target date: it says something about time, and little else."""
    few = len(text.split()) <= _FEW_WORDS
    if len(text) > _LONGEST and not few:
        return False
    marks = _marks(text)
    if marks.dates:
        return len(text) <= _LONGEST
    return few and bool(marks.kinds - {"commences", "onwards"})


def read_day(text: str) -> str | None:
    """Give the first full day in a text as YYYY-MM-DD, or None."""
    days = (when.last for when in find_dates(text) if when.last and len(when.last) == len("2020-01-01"))
    return next(days, None)


def _decide(text: str, marks: _Marks) -> _Said:
    if marks.lead == "ongoing" or (not marks.dates and "ongoing" in marks.kinds):
        return _Said(DueKind.ONGOING)
    when = _span(text, marks.dates)
    if marks.lead == "completed" or _then_done(text, marks):
        return _Said(DueKind.COMPLETED, None, when.last, when.edtf) if when else _Said(DueKind.COMPLETED)
    if marks.lead == "recurring" or (not marks.dates and "recurring" in marks.kinds):
        return _recurring(text, marks, when)
    if when is None:
        return _Said(DueKind.NONE)
    if (marks.lead == "commences" or "onwards" in marks.kinds) and len(marks.dates) == 1:
        first = when.first or when.last
        return _Said(DueKind.COMMENCES, first, None, f"{first}/..")
    return _due(text, marks, when)


def _then_done(text: str, marks: _Marks) -> bool:
    """Whether a date stands before a word that it was kept by, and nothing after: "May 2024 - complete"."""
    if not marks.dates or not marks.words:
        return False
    kind, place = marks.words[-1]
    if kind != "completed" or place < marks.dates[-1].end:
        return False
    return bool(_DONE_THEN.fullmatch(text, marks.dates[-1].end, place) and _LAST.fullmatch(text, place))


def _due(text: str, marks: _Marks, when: When) -> _Said:
    """A date by which, or a stretch of time within which, something is due."""
    if "/" in when.edtf:
        if _ends(text, when) and not _joined(text, marks.dates):
            return _Said(DueKind.BY, None, when.last, when.last)
        return _Said(DueKind.BETWEEN, when.first, when.last, when.edtf)
    edtf = f"{when.edtf}/.." if "recurring" in marks.kinds else when.edtf
    return _Said(DueKind.BY, None if when.edtf == when.last else when.first, when.last, edtf)


def _recurring(text: str, marks: _Marks, when: When | None) -> _Said:
    if when is None:
        return _Said(DueKind.RECURRING)
    if marks.kinds & {"commences", "onwards"} and not _joined(text, marks.dates):
        first = when.first or when.last
        return _Said(DueKind.RECURRING, first, None, f"{first}/..")
    first, last = when.first or when.last, when.last
    if first == last and last and len(last) == len("2022"):
        first, last = f"{last}-01", f"{last}-12"
    return _Said(DueKind.RECURRING, first, last, f"{first}/{last}")


def _span(text: str, dates: tuple[When, ...]) -> When | None:
    """Take several dates together: a range where words join them, else the last one, which is when all is done."""
    full = tuple(when for when in dates if when.last)
    if not full:
        return None
    if len(dates) > 1 and _joined(text, dates):
        low, high = dates[0], dates[-1]
        first = _opening(low, high)
        return When(low.start, high.end, first, high.last, f"{first}/{high.last}")
    return max(full, key=lambda when: when.last or "")


def _opening(low: When, high: When) -> str | None:
    """The first day or month of a range; a month without a year takes the last such month before the range ends."""
    if low.last or not high.last:
        return low.first or low.last
    year = int(high.last[:4])
    later = low.month is not None and len(high.last) > len("2020") and low.month > int(high.last[5:7])
    return f"{year - later}-{low.first}"


def _ends(text: str, when: When) -> bool:
    """Whether only the end of a stretch of time is meant: "by the end of the financial year 2021/22"."""
    return bool(re.search(r"\bend(?:\s+of)?(?:\s+the)?\s*$", text[: when.start], re.IGNORECASE))


@cache
def _range_joiner() -> re.Pattern[str]:
    return re.compile(
        r"\s*(?:to|until|till|through to|-|–|—|/|&|and(?= )|through)(?:\s*(?:the\s+)?end(?:\s+of)?(?:\s+the)?)?\s*$"
        r"|\s*(?:and\s+)?(?:completed?|ending|ends)?\s*by\s*$"
    )


def _joined(text: str, dates: tuple[When, ...]) -> bool:
    """Whether two dates are the ends of one range."""
    if len(dates) != 2:
        return False
    low, high = dates
    between = text[low.end : high.start].lower()
    if between.strip() == "and" and low.last:
        return "between" in text[: low.start].lower()
    return bool(_range_joiner().match(between)) and (between.strip() != "/" or not low.last or len(low.last) < 8)


@cache
def _steering() -> re.Pattern[str]:
    groups = []
    for kind, phrases in reading.table("dates")["words"].items():
        body = "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in sorted(phrases, key=len, reverse=True))
        groups.append(rf"(?P<{kind}>(?<![\w-])(?:{body})(?![\w-]))")
    return re.compile("|".join(groups), re.IGNORECASE)


@lru_cache(maxsize=8192)
def _marks(text: str) -> _Marks:
    dates = tuple(find_dates(text))
    taken = [(when.start, when.end) for when in dates]
    words = tuple(
        (match.lastgroup or "", match.start())
        for match in _steering().finditer(text)
        if not any(start <= match.start() < end for start, end in taken)
    )
    steering = (word for word in words if word[0] not in {"by", "between"} and not _is_to_come(text, *word))
    return _Marks(tuple(steering), _usable(dates))


def _is_to_come(text: str, kind: str, place: int) -> bool:
    """Whether a word of completion speaks of what is still to come: "to be completed by", "not yet complete"."""
    if kind != "completed":
        return False
    return bool(_NOT_YET.search(text[:place]) or _BY_THEN.match(text[place:]))


def _usable(dates: tuple[When, ...]) -> tuple[When, ...]:
    """A month without a year counts only where a later date in the same print gives it one."""
    return tuple(when for i, when in enumerate(dates) if when.last or any(later.last for later in dates[i + 1 :]))
