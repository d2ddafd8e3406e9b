"""Target dates: what a printed date says, as precisely as it is printed and no more.

A printed date is read as a line of marks: dates ("31st March 2019", "Q2 2019/20") and words that steer ("ongoing",
"from", "monthly"). The first mark decides what kind of statement it is; what decides is data in
`ontology/reading/dates.toml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from answerable.extract.dates.atoms import When, find_dates
from answerable.extract.records import DueDate, DueKind
from answerable.ontology import reading

__all__ = ["is_date", "read_date", "read_day"]


@dataclass(frozen=True, slots=True)
class _Marks:
    """What a printed date consists of, in order: (kind of word or "date", its place)."""

    words: tuple[tuple[str, int], ...]
    dates: tuple[When, ...]

    def first_word(self) -> tuple[str, int] | None:
        return self.words[0] if self.words else None


def read_date(text: str) -> DueDate:
    """Say what a printed target date means. UK order: the day comes first.

    >>> read_date("End of Q2 2019/20").to
    '2019-09'
    >>> due = read_date("January to May 2019"); (due.kind.value, due.from_, due.to, due.edtf)
    ('between', '2019-01', '2019-05', '2019-01/2019-05')
    """
    marks = _marks(text)
    kind, first, last, edtf = _decide(text, marks)
    return DueDate(text=text, kind=kind, from_=first, to=last, edtf=edtf)


def is_date(text: str) -> bool:
    """Whether a text reads as a target date: it says something about time, and little else."""
    marks = _marks(text)
    return bool(marks.dates or any(kind not in {"by", "between"} for kind, _ in marks.words)) and len(text) <= 120


def read_day(text: str) -> str | None:
    """Give the first full day in a text as YYYY-MM-DD, or None."""
    return next((when.last for when in _marks(text).dates if when.last and len(when.last) == len("2020-01-01")), None)


def _decide(text: str, marks: _Marks) -> tuple[DueKind, str | None, str | None, str | None]:
    kinds = {kind for kind, _ in marks.words}
    first_word = marks.first_word()
    leads = first_word[0] if first_word and (not marks.dates or first_word[1] < marks.dates[0].start) else None
    if "ongoing" in kinds and (leads == "ongoing" or ("completed" in kinds and not marks.dates)):
        return DueKind.ONGOING, None, None, None
    when = _span(text, marks.dates)
    if leads == "completed":
        return DueKind.COMPLETED, None, when.last if when else None, when.edtf if when else None
    if leads == "recurring" or ("recurring" in kinds and not marks.dates):
        return _recurring(text, when, starts="commences" in kinds)
    if when is None:
        return (DueKind.ONGOING if "ongoing" in kinds else DueKind.NONE), None, None, None
    if leads == "commences" and len(marks.dates) == 1:
        return DueKind.COMMENCES, when.first or when.last, None, f"{when.edtf}/.."
    if len(marks.dates) > 1 and _joined(text, marks.dates):
        return DueKind.BETWEEN, when.first, when.last, when.edtf
    if "/" in when.edtf and not _ends(text, when):
        return DueKind.BETWEEN, when.first, when.last, when.edtf
    if "/" in when.edtf:
        return DueKind.BY, None, when.last, when.last
    edtf = f"{when.edtf}/.." if "recurring" in kinds else when.edtf
    return DueKind.BY, when.first, when.last, edtf


def _recurring(text: str, when: When | None, *, starts: bool) -> tuple[DueKind, str | None, str | None, str | None]:
    if when is None:
        return DueKind.RECURRING, None, None, None
    if starts and not _joined(text, _marks(text).dates):
        return DueKind.RECURRING, when.first or when.last, None, f"{when.edtf}/.."
    first, last = when.first or when.last, when.last
    if first == last and last and len(last) == len("2022"):
        first, last = f"{last}-01", f"{last}-12"
    return DueKind.RECURRING, first, last, f"{first}/{last}"


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
    """The first day or month of a range; a month without a year takes the year that lies before the end of the range."""
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
        r"\s*(?:to|until|till|through to|-|–|—|/|and(?= )|through)\s*$|\s*(?:and\s+)?(?:completed?|ending|ends)?\s*by\s*$"
    )


def _joined(text: str, dates: tuple[When, ...]) -> bool:
    """Whether two dates are the ends of one range."""
    if len(dates) != 2:  # noqa: PLR2004 - a range has two ends
        return False
    low, high = dates
    between = text[low.end : high.start].lower()
    if between.strip() == "and" and low.last:
        return "between" in text[: low.start].lower()
    return bool(_range_joiner().match(between)) and (between.strip() != "/" or not low.last or len(low.last) < 8)  # noqa: PLR2004


@cache
def _steering() -> re.Pattern[str]:
    groups = []
    for kind, phrases in reading.table("dates")["words"].items():
        body = "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in sorted(phrases, key=len, reverse=True))
        groups.append(rf"(?P<{kind}>(?<![\w-])(?:{body})(?![\w-]))")
    return re.compile("|".join(groups), re.IGNORECASE)


@cache
def _marks(text: str) -> _Marks:
    dates = tuple(find_dates(text))
    taken = [(when.start, when.end) for when in dates]
    words = tuple(
        (match.lastgroup or "", match.start())
        for match in _steering().finditer(text)
        if not any(start <= match.start() < end for start, end in taken)
    )
    return _Marks(tuple(word for word in words if word[0] not in {"by", "between"}), _usable(dates))


def _usable(dates: tuple[When, ...]) -> tuple[When, ...]:
    """A month without a year counts only where a later date in the same print gives it one."""
    return tuple(when for i, when in enumerate(dates) if when.last or any(later.last for later in dates[i + 1 :]))
