"""Rows that are single printed lines become rows of the print; garbled second copies of a line are dropped."""

from __future__ import annotations

import pytest

from answerable.extract.document import NOTHING, Place
from answerable.extract.plan.mend import Lexicon, merge_lines
from answerable.extract.plan.rows import PlanRow
from answerable.extract.plan.sections import Section
from tests.extract.plan.mend.printing import printed, rows

LINES = ("Plans will be read every", "month against the guide and", "the results will go to")
"""Three lines of one sentence."""


def said(text: str) -> dict[str, str]:
    return {"response": text}


def merged(plan: list[PlanRow]) -> list[dict[str, str]]:
    return [printed(line) for line in merge_lines(plan, Lexicon([]), []) if isinstance(line, PlanRow)]


def test_lines_of_a_sentence_are_one_row_that_is_marked() -> None:
    (only,) = merge_lines(rows(*map(said, LINES)), Lexicon([]), [])
    assert isinstance(only, PlanRow)
    assert (printed(only), only.damaged, only.place) == (said(" ".join(LINES)), True, Place(1, 1, 1))


@pytest.mark.parametrize("role", ["response", "update", "recommendation", "owner"])
def test_lines_may_break_off_in_any_column_of_words(role: str) -> None:
    lines = [{role: line, "number": ""} for line in ("Head of Learning", "and skills of the", "north")]
    assert merged(rows(*lines)) == [{role: "Head of Learning and skills of the north"}]


@pytest.mark.parametrize(
    "lines",
    [
        LINES[:2],
        ("Plans will be read.", "Rotas will change.", "Staff will be told."),
        ("Plans will be read.", "month against the guide.", "the results will go out."),
        ("Plans will be read", "Rotas will change", "Staff will be told"),
        ("Plans will be read", "", "month against the guide"),
        ("", "and plans are read", "", "and rotas are made"),
        ("", "", ""),
    ],
    ids=["two lines", "whole sentences", "sentences that begin small", "headlines", "empty line", "apart", "nothing"],
)
def test_rows_that_are_not_many_lines_of_a_sentence_stay(lines: tuple[str, ...]) -> None:
    plan = rows(*map(said, lines))
    assert merge_lines(plan, Lexicon([]), []) == plan


@pytest.mark.parametrize(("whole", "count"), [(4, 1), (5, 8)])
def test_two_rows_of_five_must_break_off(whole: int, count: int) -> None:
    lines = [*LINES, *["Staff will be told."] * whole]
    assert len(merged(rows(*map(said, lines)))) == count


def test_an_owner_after_lines_without_one_opens_a_row() -> None:
    plan = rows(
        {"response": LINES[0], "owner": "Head of"},
        {"response": LINES[1], "owner": "Quality"},
        {"response": LINES[2], "owner": ""},
        {"response": "the board.", "owner": ""},
        {"response": "Rotas will be changed in", "owner": "Head of"},
        {"response": "all offices.", "owner": "Estates"},
    )
    assert merged(plan) == [
        {"response": f"{' '.join(LINES)} the board.", "owner": "Head of Quality"},
        {"response": "Rotas will be changed in all offices.", "owner": "Head of Estates"},
    ]


@pytest.mark.parametrize("role", ["number", "status"])
def test_a_number_or_an_answer_opens_a_row(role: str) -> None:
    plan = rows(*({"response": line, role: ""} for line in LINES), {"response": "Rotas will be", role: "2"})
    assert merged(plan) == [said(" ".join(LINES)), {"response": "Rotas will be", role: "2"}]


@pytest.mark.parametrize("role", ["response", "update", "recommendation"])
@pytest.mark.parametrize(("length", "count"), [(100, 1), (101, 4)])
def test_a_line_holds_at_most_a_hundred_letters(role: str, length: int, count: int) -> None:
    long = "and so " + "o" * (length - len("and so "))
    assert len(merged(rows(*({role: line} for line in (LINES[0], long, LINES[1], LINES[2]))))) == count


@pytest.mark.parametrize(("short", "count"), [(9, 1), (8, 3)])
def test_where_nearly_all_rows_are_lines_a_longer_one_is_one_too(short: int, count: int) -> None:
    half = short // 2
    lines = [*["and the plans of"] * half, "and " * 30, *["and the plans of"] * (short - half)]
    assert len(merged(rows(*map(said, lines)))) == count


def test_lines_are_merged_amid_whole_cells() -> None:
    whole = "Every plan that an office writes will be read by a panel of officers, and what they find will be sent out."
    plan = rows(said(whole), *map(said, LINES), said(whole))
    assert merged(plan) == [said(whole), said(" ".join(LINES)), said(whole)]


def test_a_number_amid_short_lines_parts_the_lines_around_it() -> None:
    whole = "Every plan that an office writes will be read by a panel of officers, and what they find will be sent out."
    lines = [said(line) for line in LINES]
    plan = rows(said(whole), *lines, {"number": "2", **said("Rotas.")}, said("Staff."), said("Heads."), said(whole))
    assert [line.get("number", line["response"]) for line in merged(plan)] == [
        whole,
        " ".join(LINES),
        "2",
        "Staff.",
        "Heads.",
        whole,
    ]


def test_tables_and_headings_keep_lines_apart() -> None:
    section = Section(NOTHING, concern=True)
    plan = [*rows(*map(said, LINES)), section, *rows(*map(said, LINES)), *rows(*map(said, LINES), table=2)]
    found = merge_lines(plan, Lexicon([]), [])
    assert found[1] is section
    assert [printed(each) for each in found if isinstance(each, PlanRow)] == [said(" ".join(LINES))] * 3


def test_a_short_line_that_ends_a_sentence_ends_a_paragraph() -> None:
    plan = rows(*map(said, ("Plans will be read by all the officers who", "wrote them.", "Rotas go to", "heads.")))
    assert merged(plan) == [said("Plans will be read by all the officers who wrote them.|Rotas go to heads.")]


@pytest.mark.parametrize(
    ("line", "parts"), [("is read by all of us staff.", 2), ("is read by all of us staff now.", 1)]
)
def test_a_line_is_short_below_three_quarters_of_the_longest(line: str, parts: int) -> None:
    plan = rows(said("Each of the plans of every one of the"), said(line), said("Rotas and"), said("visits and"))
    (only,) = merged(plan)
    assert len(only["response"].split("|")) == parts


def test_an_owner_that_only_repeats_the_end_of_the_line_above_is_an_echo() -> None:
    owners = ("Head of Quality", "quality.", "and Head of", "Estates")
    plan = rows(
        *({"response": line, "owner": owner} for line, owner in zip((*LINES, "the board."), owners, strict=True))
    )
    assert merged(plan)[0]["owner"] == "Head of Quality and Head of Estates"


# Echoes.

CLEAR, GARBLED = "the duration of the intervention", "tho daration of tho intervantion"


def echoes_of(*texts: str, role: str = "response", **second: str) -> list[int | None]:
    """The rows, of those that print some texts one below the other, that only echo another."""
    lines = [{role: text} for text in texts]
    lines[1] |= second
    plan, echoes = rows(*lines), list[Place]()
    kept = merge_lines(plan, Lexicon(texts), echoes)
    assert [each.place for each in plan if each not in kept] == echoes
    return [place.row for place in echoes]


@pytest.mark.parametrize("role", ["response", "update", "recommendation"])
def test_the_garbled_one_of_two_lines_is_dropped_and_reported(role: str) -> None:
    assert echoes_of(CLEAR, GARBLED, role=role) == [2]
    assert echoes_of(GARBLED, CLEAR, role=role) == [1]
    assert echoes_of("Rotas will be changed.", CLEAR, GARBLED, "Staff will be told.", role=role) == [3]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (CLEAR, CLEAR),
        (GARBLED, GARBLED),
        (CLEAR, "the duration of an intervention"),
        (GARBLED, "the daratian of the intervontian"),
        (CLEAR, "all raed plens vill go to the baord"),
        ("to the plan", "to tha plen"),
        (f"{CLEAR} and of all else that will be done, read, said, sent, bought, built, changed, " * 2, GARBLED * 8),
        (CLEAR, ""),
    ],
    ids=["same", "same garbled", "two clear", "two garbled", "unlike", "too short", "too long", "nothing below"],
)
def test_lines_that_differ_otherwise_are_no_echoes(first: str, second: str) -> None:
    assert echoes_of(first, second) == []


def test_a_line_with_a_number_of_its_own_is_no_echo() -> None:
    assert echoes_of(CLEAR, GARBLED, number="2") == []


def test_lines_in_different_columns_are_no_echoes() -> None:
    assert echoes_of(CLEAR, "", update=GARBLED) == []


@pytest.mark.parametrize(("letters", "found"), [(12, [2]), (11, [])])
def test_an_echo_has_at_least_twelve_letters(letters: int, found: list[int]) -> None:
    assert echoes_of("the duration of it"[:letters], "tho daretion of it"[:letters]) == found


@pytest.mark.parametrize(("letters", "found"), [(160, [2]), (161, [])])
def test_an_echo_has_at_most_a_line_and_a_half(letters: int, found: list[int]) -> None:
    assert echoes_of(f"{CLEAR} ".ljust(letters, "o"), f"{GARBLED} ".ljust(letters, "o")) == found


def test_an_echo_may_break_off_before_the_line_ends() -> None:
    assert echoes_of(f"{CLEAR} will be agreed with each person", GARBLED) == [2]
    assert echoes_of(GARBLED, f"{CLEAR.upper()} will be agreed with each person") == [1]
