"""The answer to a recommendation: its status, whether it came back, and why it is not a full agreement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from answerable.extract.document import Passage
from answerable.extract.plan.wording import fold, may_say, says_any, sentences
from answerable.extract.records import RationaleCategory, Status
from answerable.ontology import reading

__all__ = ["is_repeated", "leading_status", "rationale_categories", "rationale_spans", "read_status", "status_of"]


_REMARK: Final = re.compile(r"\s*(?:[-–—:(,;.]|\bsubject to\b)")


@cache
def _spellings() -> dict[str, Status]:
    table = reading.table("answers")["status"]
    return {fold(spelling): Status(status) for status, spellings in table.items() for spelling in spellings}


def read_status(text: str) -> Status | None:
    """Give the status that a cell prints, or None where it prints anything else.

    >>> read_status("Partly agreed.")
    <Status.PARTLY_AGREED: 'Partly Agreed'>
    """
    return _spellings().get(fold(text)) if 0 < len(text) < 60 else None


def status_of(cell: Passage) -> tuple[Status, Passage] | None:
    """Give the status that a status cell prints, with its words; what follows a dash or a bracket there is a remark."""
    if status := read_status(cell.text):
        return status, cell
    if (remark := _REMARK.search(cell.text)) and (status := read_status(cell.text[: remark.start()])):
        return status, cell.cut(0, remark.start())
    return None


def leading_status(text: str) -> tuple[Status, int] | None:
    """Give the status with which a longer text opens, as words of its own before a sentence, and where it ends."""
    for match in re.finditer(r"\s(?=[A-Z])", text[:40]):
        status = read_status(text[: match.start()])
        if status and not read_status(text[: match.end() + len(text[match.end() :].split(" ", 1)[0])]):
            return status, match.start()
    return None


def is_repeated(text: str) -> bool:
    """Whether a recommendation says that it has come back from an earlier inspection."""
    small = text.lower()
    if not may_say(_repeats(), small):
        return False
    spaced = f" {_spaced(small)} "
    return any(phrase in spaced for phrase in _repeats())


@cache
def _repeats() -> tuple[str, ...]:
    return tuple(f" {_spaced(phrase)} " for phrase in reading.words("answers", "repeated", "phrases"))


def _spaced(text: str) -> str:
    """The words and brackets of a text, each by itself."""
    return " ".join(re.findall(r"[a-z0-9']+|[()]", text.lower()))


def rationale_spans(paragraphs: Sequence[Passage]) -> Iterator[tuple[int, int, int]]:
    """Find the sentences that give the reason of an answer: (paragraph, start, end), in order.

    Reasons stand at the head of a response. A sentence with a cue opens them, those that follow carry them on, and
    the first that turns to what will be done ends them.
    """
    given = found = False
    for index, paragraph in enumerate(paragraphs):
        for start, end in sentences(paragraph.text):
            sentence = paragraph.text[start:end]
            reason, turn = _has_cues(sentence), _turns_away(sentence)
            if _is_formula(sentence):
                given = True
            elif given and turn:
                return
            elif not turn and (reason or given):
                given = found = True
                yield index, start, end
        if found and index + 1 < len(paragraphs) and not _opens_with_reason(paragraphs[index + 1].text):
            return


def _opens_with_reason(text: str) -> bool:
    start, end = next(iter(sentences(text)), (0, 0))
    return _has_cues(text[start:end]) and not _turns_away(text[start:end])


def _turns_away(sentence: str) -> bool:
    """Whether a sentence turns from the reason to what will be done: it promises, and denies nothing."""
    if _opens_against().match(sentence):
        return _has_turns(sentence) or not _has_cues(sentence)
    return _has_turns(sentence) and not _has_denials(sentence)


@cache
def _opens_against() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, reading.words("answers", "turn", "openings"))), re.IGNORECASE)


def _is_formula(sentence: str) -> bool:
    """Whether a sentence says what the answer is and nothing else."""
    return fold(sentence) in _formulas()


@cache
def _formulas() -> frozenset[str]:
    return frozenset(map(fold, reading.words("answers", "formula", "phrases")))


def _has_cues(text: str) -> bool:
    return says_any(reading.words("answers", "reason", "cues"), text)


def _has_turns(text: str) -> bool:
    return says_any(reading.words("answers", "turn", "cues"), text)


def _has_denials(text: str) -> bool:
    return says_any(reading.words("answers", "reason", "denials"), text)


def rationale_categories(rationale: str) -> tuple[RationaleCategory, ...]:
    """Name the kinds of reason: those that "agreed due to ..." states, else those that the words suggest."""
    stated = tuple(_categories(_stated_part(rationale)))
    if stated:
        return tuple(RationaleCategory(category=category, stated=True) for category in stated)
    suggested = tuple(_categories(rationale)) or ("other",)
    return tuple(RationaleCategory(category=category, stated=False) for category in suggested)


def _stated_part(rationale: str) -> str:
    """The few words after "agreed due to", "for ... reasons" and the like."""
    folded = rationale.lower()
    for cue in ("agreed due to", "agreed because of", "agreed for", "agreed on the grounds of", "agreed on grounds of"):
        if cue in folded:
            rest = folded.split(cue, 1)[1]
            return min((rest.split(stop, 1)[0] for stop in (";", ".", ",", " as ", " because ")), key=len)
    return ""


def _categories(text: str) -> Iterator[str]:
    for category, cues in reading.table("answers")["category"].items():
        if says_any(tuple(cues), text):
            yield category
