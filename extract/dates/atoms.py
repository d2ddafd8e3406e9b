"""Dates as they stand in print: days, months, quarters, halves, seasons, years, and the words of each."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Final

from answerable.extract.dates.shares import months_of, share_of, share_pattern
from answerable.extract.dates.when import When, in_part
from answerable.ontology import reading

__all__ = ["find_dates"]


def find_dates(text: str) -> Iterator[When]:
    """Find the dates printed in a text, in order; what looks like one but is none (31 February) is left out."""
    for match in _atoms().finditer(text):
        kind = next(name for name in _KINDS if match[name])
        if found := _KINDS[kind](match):
            yield in_part(text, When(match.start(), match.end(), *found))


@cache
def _atoms() -> re.Pattern[str]:
    months = "|".join(
        f"{name[:3]}(?:{name[3:]}|{name[3:4]})?" if len(name) > 3 else name for name in reading.words("dates", "months")
    )
    seasons = "|".join(reading.table("dates")["seasons"])
    year = r"(?:(?:19|20)\d\d)"
    short = r"(?:['’]?\d\d)"
    financial = r"(?:FY|financial\s+year)"
    return re.compile(
        rf"""(?<![\w.])(?<!(?<![\d./-])\d/(?=\d))(?<!(?<![\d./-])\d\d/(?=\d))(?:
        (?P<iso>{year}-\d\d-\d\d)
        |(?P<dmy>(?P<d1>\d{{1,2}})[/.-](?P<m1>\d{{1,2}})[/.-](?P<y1>{year}|\d\d))
        |(?P<day>(?P<d2>\d{{1,2}})\s*(?:st|nd|rd|th)?(?:\s+of)?[\s-]*(?P<m2>{months})\.?,?[\s-]*(?P<y2>{year}|{short}(?!\s*[:/]\d)))
        |(?P<mdy>(?P<m3>{months})\.?\s+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y3>{year}))
        |(?P<figures>(?P<m8>0?[1-9]|1[0-2])/(?P<y8>{year})(?![/\d]))
        |(?P<share>{share_pattern("q")}(?:
            (?:\s+of)?(?:\s+the)?(?:\s+{financial})?[\s,/-]*(?:(?P<qy>{year})(?P<qf>\s*[/-]\s*(?:{year}|\d\d)\b)?|(?P<qs>\d\d)\s*[/-]\s*\d\d(?![\d/-]))
            |(?=\s*(?:[/–&-]|to\b|and\b)\s*(?:[QH]|Quarter\s*|Half\s*)?[1-4](?:\s+of)?[\s,/-]*{year}(?P<qf2>\s*[/-]\s*(?:{year}|\d\d)\b)?)))
        |(?P<sharebehind>(?P<qy3>{year})(?P<qf3>\s*[/-]\s*(?:{year}|\d\d))?[\s,-]+{share_pattern("q3")}(?!(?:\s+of)?(?:\s+the)?[\s,/-]+{year}))
        |(?P<shortfy>{financial}\s*(?P<fy1>\d\d)\s*[/-]\s*(?P<fy2>\d\d)(?![\d/-]))
        |(?P<fy>(?P<fl>{financial}\s*)?(?P<fya>{year})\s*[/-]\s*(?P<fyb>{year}|\d\d)(?![\d/-]))
        |(?P<season>(?P<s>{seasons})(?:\s+of)?\s+(?P<sy>{year}))
        |(?P<bareseason>(?P<s2>{seasons})(?=\s*(?:[/–&-]|to\b|and\b|or\b)\s*(?:{seasons})\b))
        |(?P<month>(?P<m4>{months})\.?,?[\s/-]*(?P<y4>{year}|['’]?\d\d(?![\w:]|[/-](?!\s?[a-z]{{3}})|\.\d)))
        |(?P<dayonly>(?P<d5>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m5>{months}))
        |(?P<firstday>(?P<d9>\d{{1,2}})(?:st|nd|rd|th)?(?=\s*(?:[–-]|to\b|and\b|until\b)\s*\d{{1,2}}(?:st|nd|rd|th)?\s+(?P<m9>{months})))
        |(?P<bare>(?P<m6>{months}))
        |(?P<year>(?P<y7>{year}))
        )(?![\w])""",
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _months() -> dict[str, int]:
    names = reading.words("dates", "months")
    return {name[:3]: number for number, name in enumerate(names, start=1)}


_Found = tuple[str | None, str | None, str] | tuple[str | None, str | None, str, int]


def _day(day: str, month: int, year: str) -> _Found | None:
    try:
        text = date(_full_year(year), month, int(day)).isoformat()
    except ValueError:
        return None
    return None, text, text


def _month(month: int, year: str) -> _Found:
    text = f"{_full_year(year)}-{month:02}"
    return None, text, text


def _share(match: re.Match[str]) -> _Found | None:
    """A part of a financial year where the print gives two years, else of a calendar year."""
    if year := match["qy"] or match["qs"]:
        return _share_of_year(match["q"], _full_year(year), financial=bool(match["qf"] or match["qs"]))
    return _share_without_year(match)


def _share_behind(match: re.Match[str]) -> _Found | None:
    """A part of a year that stands behind it: "2024/25 Q2"."""
    return _share_of_year(match["q3"], int(match["qy3"]), financial=bool(match["qf3"]))


def _share_of_year(text: str, year: int, *, financial: bool) -> _Found | None:
    share = share_of(text)
    if share is None:
        return None
    first, last = months_of(share, year, financial=financial)
    return first, last, last


def _share_without_year(match: re.Match[str]) -> _Found | None:
    """The first of two parts that share a year: "Q1 to Q3 2021/22"."""
    share = share_of(match["q"])
    if share is None:
        return None
    month = (share.after + (3 if match["qf2"] else 0)) % 12 + 1
    return f"{month:02}", None, "", month


def _short_years(match: re.Match[str]) -> _Found | None:
    """A financial year in two figures each: "FY21/22"."""
    first, last = _full_year(match["fy1"]), _full_year(match["fy2"])
    return (f"{first}-04", f"{last}-03", f"{first}-04/{last}-03") if last == first + 1 else None


def _years(match: re.Match[str]) -> _Found | None:
    """Two years in a row: a financial year, from April to March; two years apart: all of them."""
    first, last = int(match["fya"]), _full_year(match["fyb"])
    if match["fy"].find("-") == len("2021") and len(match["fyb"]) == 2 and last != first + 1:
        month = int(match["fyb"])  # 2021-06 is June
        return _month(month, str(first)) if 1 <= month <= 12 else None
    if last == first + 1 and (match["fl"] or len(match["fyb"]) == 2 or "/" in match["fy"]):
        return f"{first}-04", f"{last}-03", f"{first}-04/{last}-03"
    return (str(first), str(last), f"{first}/{last}") if last > first else None


def _season(match: re.Match[str]) -> _Found:
    month, code = reading.table("dates")["seasons"][match["s"].lower()]
    year = int(match["sy"])
    last = month + 2
    end = f"{year + (last > 12)}-{(last - 1) % 12 + 1:02}"
    return f"{year}-{month:02}", end, f"{year}-{code}"


def _season_without_year(season: str) -> _Found:
    """The first of two seasons that share a year: "Spring/Summer 2022"."""
    month, _ = reading.table("dates")["seasons"][season.lower()]
    return f"{month:02}", None, "", month


def _without_year(name: str, day: str | None = None) -> _Found:
    month = _number(name)
    if day and not 1 <= int(day) <= calendar.monthrange(2000, month)[1]:
        day = None
    text = f"{month:02}" + (f"-{int(day):02}" if day else "")
    return text, None, "", month


def _iso(match: re.Match[str]) -> _Found | None:
    year, month, day = match["iso"].split("-")
    return _day(day, int(month), year) if 1 <= int(month) <= 12 else None


def _numeric(match: re.Match[str]) -> _Found | None:
    month = int(match["m1"])
    return _day(match["d1"], month, match["y1"]) if 1 <= month <= 12 else None


_KINDS: Final[dict[str, Callable[[re.Match[str]], _Found | None]]] = {
    "iso": _iso,
    "dmy": _numeric,
    "day": lambda m: _day(m["d2"], _number(m["m2"]), m["y2"]),
    "mdy": lambda m: _day(m["d3"], _number(m["m3"]), m["y3"]),
    "figures": lambda m: _month(int(m["m8"]), m["y8"]),
    "share": _share,
    "sharebehind": _share_behind,
    "shortfy": _short_years,
    "fy": _years,
    "season": _season,
    "bareseason": lambda m: _season_without_year(m["s2"]),
    "month": lambda m: _month(_number(m["m4"]), m["y4"]),
    "dayonly": lambda m: _without_year(m["m5"], m["d5"]),
    "firstday": lambda m: _without_year(m["m9"], m["d9"]),
    "bare": lambda m: _without_year(m["m6"]),
    "year": lambda m: (None, m["y7"], m["y7"]),
}


def _number(month: str) -> int:
    return _months()[month[:3].lower()]


def _full_year(year: str) -> int:
    digits = int(re.sub(r"\D", "", year))
    return digits + 2000 if digits < 100 else digits
