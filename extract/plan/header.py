"""What stands before the table: what the plan responds to, when it was submitted, who inspected whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from answerable.extract.dates import read_day
from answerable.extract.document import NOTHING, Paragraph, Passage
from answerable.extract.plan.wording import any_of, fold, says_any
from answerable.ontology import reading

__all__ = ["Header", "read_header"]


@dataclass(frozen=True, slots=True)
class Header:
    """The header's values with their words.

    `days` maps submitted, updated and report_published to (ISO day, words); `label` is the body in a form label such
    as "Establishment:"; `respondent` is who writes the plan; `boilerplate` is prose that every plan has.
    """

    title: Passage = NOTHING
    body: Passage = NOTHING
    label: Passage = NOTHING
    days: dict[str, tuple[str, Passage]] = field(default_factory=dict)
    inspectorates: tuple[tuple[str, Passage], ...] = ()
    respondent: Passage = NOTHING
    lines: tuple[Passage, ...] = ()
    boilerplate: tuple[Passage, ...] = ()

    def day(self, name: str) -> str | None:
        """Give one of the days in ISO form, None where the header does not print it."""
        return self.days[name][0] if name in self.days else None


def read_header(paragraphs: Sequence[Paragraph]) -> Header:
    """Read the paragraphs before the table of a plan."""
    lines, boilerplate = _parted(paragraphs)
    title = next(filter(None, map(_title, lines)), NOTHING)
    named, label = _named_body(lines), _labelled_body(lines)
    body = _body_of(title) or named or label or _thematic(title)
    title = title or next((line for line in lines if _opens_plan(line.text) and not _field_of(line.text)), NOTHING)
    inspectorates = _inspectorates(lines, boilerplate, body)
    return Header(title, body, label, _days(lines), inspectorates, _respondent(lines, boilerplate), lines, boilerplate)


def _parted(paragraphs: Sequence[Paragraph]) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    """Part what is said of this plan from the introduction that every plan has; a label line after it still counts."""
    lines: list[Passage] = []
    boilerplate: list[Passage] = []
    within = False
    for paragraph in paragraphs:
        for passage in _split_fields(paragraph):
            text = passage.text
            if fold(text) in reading.words("header", "boilerplate", "headings"):
                within = True
            elif (within and len(text) > 120) or len(text) > 400:
                boilerplate.append(passage)
            else:
                lines.append(passage)
    return tuple(lines), tuple(boilerplate)


def _split_fields(paragraph: Paragraph) -> Iterator[Passage]:
    """Lines of one paragraph belong together until one of them opens another field."""
    waiting = [paragraph.lines[0]]
    for line in paragraph.lines[1:]:
        if _opens_field(line.text) or _FIELD_DONE.search(waiting[-1].text):
            yield Passage(tuple(waiting))
            waiting = []
        waiting.append(line)
    yield Passage(tuple(waiting))


_FIELD_DONE = re.compile(r"\b(?:19|20)\d\d$")


def _opens_field(text: str) -> bool:
    return fold(text).startswith(_openings()) or _label_match(text) is not None


@cache
def _openings() -> tuple[str, ...]:
    """The words that open a title, the name of a body or any other field."""
    openings = reading.words("header", "title", "openings") + reading.words("header", "body", "openings")
    return openings + tuple(phrase for _, phrases in _fields() for phrase in phrases)


@cache
def _fields() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The fields that lines state, each with the phrases that do."""
    return tuple((str(entry["name"]), tuple(entry["phrases"])) for entry in reading.table("header")["field"])


def _title(line: Passage) -> Passage | None:
    pattern = any_of(reading.words("header", "title", "openings"))
    match = pattern.match(line.text)
    return line.cut(match.end() + len(_lead(line.text[match.end() :]))) if match else None


def _lead(rest: str) -> str:
    match = re.match(r"[\s:–-]*", rest)
    return match.group() if match else ""


def _body_of(title: Passage) -> Passage | None:
    """What a title names after its colon, unless only dates stand there."""
    before, colon, after = title.text.partition(":")
    if not colon or not after.strip() or _only_dates(after):
        return None
    return _thematic(title.cut(len(before) + 1))


def _only_dates(text: str) -> bool:
    months = reading.words("dates", "months")
    words = [word for word in fold(text).split() if not word[0].isdigit()]
    return all(
        word in {"and", "to", "of", "st", "nd", "rd", "th"} or word.startswith(tuple(m[:3] for m in months))
        for word in words
    )


def _opens_plan(text: str) -> bool:
    return fold(text).startswith(reading.words("header", "body", "openings")) or bool(_PLAN_AFTER.search(text))


def _named_body(lines: Sequence[Passage]) -> Passage | None:
    """The longest name after "Action plan:", or before it; a short form may stand again above the table."""
    found = [line.cut(0, match.start()) for line in lines if (match := _PLAN_AFTER.search(line.text))]
    for line in lines:
        match = re.match(r"action plan(?: for| of)?\s*[:–-]\s*", line.text, re.IGNORECASE) or re.match(
            r"action plan for\s+", line.text, re.IGNORECASE
        )
        if (
            match
            and (name := line.cut(match.end()))
            and fold(name.text) not in reading.words("header", "body", "empty")
        ):
            found.append(name)
    return max(found, key=lambda name: len(name.text), default=None)


_PLAN_AFTER = re.compile(r"(?<=\w)\s*[:–-]\s*action plan(?: update)?\s*$", re.IGNORECASE)
"""As in "HMP X: Action Plan"."""


@cache
def _respondents() -> tuple[str, ...]:
    return tuple(reading.table("header")["respondents"]["surfaces"])


def _respondent(lines: Sequence[Passage], boilerplate: Sequence[Passage]) -> Passage:
    """Who writes the plan, as the letterhead or else the introduction says."""
    surfaces = _respondents()
    for passages in (lines, boilerplate):
        named = [passage for passage in passages if says_any(surfaces, passage.text)]
        for surface in surfaces if named else ():
            for passage in named:
                if match := any_of((surface,)).search(passage.text):
                    return passage.cut(*match.span())
    return NOTHING


@cache
def _label_pattern() -> re.Pattern[str]:
    body = "|".join(
        re.escape(label) for label in sorted(reading.words("header", "body", "labels"), key=len, reverse=True)
    )
    return re.compile(rf"(?:{body})\s*:\s*(?=\S)", re.IGNORECASE)


def _label_match(text: str) -> re.Match[str] | None:
    return _label_pattern().match(text)


def _labelled_body(lines: Sequence[Passage]) -> Passage:
    for line in lines:
        if match := _label_match(line.text):
            return line.cut(match.end())
    return NOTHING


def _thematic(title: Passage) -> Passage:
    """A thematic plan answers a report on a theme: the theme is what was inspected."""
    match = re.search(r"\s*\b(?:inspection )?report published\b.*$", title.text, re.IGNORECASE)
    return title.cut(0, match.start()) if match else title


def _days(lines: Sequence[Passage]) -> dict[str, tuple[str, Passage]]:
    days: dict[str, tuple[str, Passage]] = {}
    for index, line in enumerate(lines):
        found = _field_of(line.text)
        if not found:
            continue
        field_name, end = found
        day = read_day(line.text[end:])
        words = line
        if not day and index + 1 < len(lines) and not _field_of(lines[index + 1].text) and len(line.text) - end < 3:
            day, words = read_day(lines[index + 1].text), lines[index + 1]
        if day and field_name not in days:
            days[field_name] = (day, words)
    return days


@lru_cache(maxsize=1024)
def _field_of(text: str) -> tuple[str, int] | None:
    """The field that a line states and where its label ends; within a longer line a day must follow the label."""
    for name, phrases in _fields():
        for match in any_of(phrases).finditer(text) if says_any(phrases, text) else ():
            if match.start() == 0 or read_day(text[match.end() :]):
                return name, match.end()
    return None


def _inspectorates(
    lines: Sequence[Passage], boilerplate: Sequence[Passage], body: Passage
) -> tuple[tuple[str, Passage], ...]:
    """Those whom the lines of this plan name, in full or by a shared name; else those whom its introduction names."""
    found = tuple(_first_of_each(lines)) or tuple(_shared(lines, body))
    return found or tuple(_first_of_each(boilerplate))


def _first_of_each(passages: Sequence[Passage]) -> Iterator[tuple[str, Passage]]:
    seen: set[str] = set()
    for passage in passages:
        for label, start, end in _named_inspectorates(passage.text):
            if label not in seen:
                seen.add(label)
                yield label, passage.cut(start, end)


@cache
def _known_inspectorates() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((str(entry["label"]), tuple(entry["surfaces"])) for entry in reading.table("header")["inspectorate"])


def _named_inspectorates(text: str) -> Iterator[tuple[str, int, int]]:
    hits = [
        (match.start(), match.end(), label)
        for label, surfaces in _known_inspectorates()
        if says_any(surfaces, text) and (match := any_of(surfaces).search(text))
    ]
    yield from ((label, start, end) for start, end, label in sorted(hits))


def _shared(lines: Sequence[Passage], body: Passage) -> Iterator[tuple[str, Passage]]:
    shared = reading.table("header")["shared"]
    prison = any_of(tuple(shared["prison_words"])).search(body.text)
    for line in lines:
        if match := any_of(tuple(shared["surfaces"])).search(line.text):
            yield str(shared["prison"] if prison else shared["other"]), line.cut(match.start(), match.end())
            return
