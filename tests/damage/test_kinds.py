"""Each trait can be seen in what it leaves of one small plan."""

from __future__ import annotations

import textwrap
from collections import Counter
from difflib import SequenceMatcher
from itertools import pairwise

import pytest

from tests.damage.kinds import Damage, Kind
from tests.damage.layout import cells_of
from tests.damage.maker import damage
from tests.damage.markup import words
from tests.damage.seams import sew

HEADINGS = ("Rec No", "Recommendation", "Agreed / Not agreed", "Action Taken/Planned", "Owner", "Target Date")
FIRST = (
    "1",
    "Review the arrangements for supervising people who live far from an office and tell each of them the outcome",
    "Agreed",
    "A small team will visit the outlying villages every fortnight and will write up what was agreed before it leaves.",
    "Head of Rural Delivery",
    "September 2022",
)
SECOND = (
    "",
    "",
    "",
    "The results will be examined by the management board each quarter and compared with those of the offices.",
    "Chair of the Management Board",
    "March 2023",
)
LONG = (
    "Waiting times change weekly and a published figure would mislead those who pass sentence months before a course "
    "begins. Courts are told on request instead, by the officer who writes the report, and the answer is kept with "
    "the report so that it can be compared later with the day on which the course began."
)
THIRD = (
    "2",
    "Publish waiting times for every programme so that courts can take account of them when sentencing",
    "Not agreed",
    LONG,
    "",
    "",
)
ROWS = (FIRST, SECOND, THIRD)
TEXT = "A plan\n\n" + "\n".join("\t".join(cells) for cells in (HEADINGS, *ROWS)) + "\n"


def results(kind: Kind) -> list[tuple[list[tuple[str, ...]], Damage]]:
    """What many seeds leave of the plan where they touch it once: its rows below the headings, and what was done."""
    trials = [damage(TEXT, seed=seed, strength=1, kinds=[kind]) for seed in range(150)]
    return [
        ([cells_of(line) for line in each.text.splitlines()[3:]], each.damages[0])
        for each in trials
        if len(each.damages) == 1
    ]


def table(rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The rows without the ends of pages."""
    return [row for row in rows if row]


@pytest.mark.parametrize("kind", Kind)
def test_each_trait_happens(kind: Kind) -> None:
    assert len(results(kind)) > 20


def test_a_recommendation_is_cut_at_the_edges_and_its_answer_stands_below() -> None:
    doubled = 0
    for rows, done in results(Kind.CUT_HEADING):
        original = FIRST if done.recommendation == "1" else THIRD
        at = next(index for index, row in enumerate(rows) if row[0] == original[0])
        heading, answer = rows[at], rows[at + 1]
        assert sum(map(bool, heading[1:])) >= 3
        assert answer == ("", "", *original[2:])
        fragments = [word for cell in heading[1:] for word in words(cell)]
        for word in done.cut:
            assert any(word in sew(left, right) for left in fragments for right in fragments)
        doubled += any(left[-1:] == right[:1] for left, right in pairwise(done.pieces))
    assert doubled > 20


def test_a_wide_letter_at_an_edge_is_read_as_its_halves() -> None:
    assert {"with", "premises", "and", "senior"} <= sew("w", "vith") | sew("prei", "nises") | sew("ar", "nd") | sew(
        "se", "enior"
    )
    assert "with" not in sew("w", "tith")


def test_columns_drift_by_empty_cells_alone() -> None:
    shapes = set()
    for rows, _ in results(Kind.DRIFT):
        assert [words(" ".join(row)) for row in table(rows)] == [words(" ".join(row)) for row in ROWS]
        shapes |= {len(row) for row in table(rows)}
    assert shapes == {5, 6, 7, 8, 9, 10}


def test_tails_stand_in_the_next_column_or_in_the_next_row() -> None:
    changed = Counter(shape(rows) for rows, _ in results(Kind.TAIL))
    assert set(changed) == {"next column", "next row", "ragged edge"}


def shape(rows: list[tuple[str, ...]]) -> str:
    """Where the words have gone, once it has been checked that all else is as it was."""
    assert len(rows) == len(ROWS)
    places = [(at, column) for at in range(3) for column in range(6) if rows[at][column] != ROWS[at][column]]
    (row, column), (other_row, other_column) = places
    kept, whole = rows[row][column], ROWS[row][column]
    if row != other_row:
        assert whole == kept + " " + rows[other_row][other_column].removesuffix(ROWS[other_row][other_column]).strip()
        return "next row"
    assert other_column == column + 1
    return "next column" if whole.startswith(kept[:-2]) else "ragged edge"


def test_a_number_gives_way_to_nothing_or_to_a_stray_sign() -> None:
    signs = set()
    for rows, done in results(Kind.LOST_NUMBER):
        (changed,) = [row for row, original in zip(rows, ROWS, strict=True) if row != original]
        assert done.lost == (done.recommendation,)
        assert changed[1:] in {FIRST[1:], THIRD[1:]}
        signs.add(changed[0])
    assert signs == {"", "•", "·", "-"}


def test_an_echo_repeats_a_line_below_its_row_with_other_letters() -> None:
    for rows, _ in results(Kind.ECHO):
        (at,) = [index for index, row in enumerate(rows) if row not in ROWS]
        (column,) = [column for column, cell in enumerate(rows[at]) if cell]
        echoed, source = rows[at][column], rows[at - 1][column]
        assert echoed not in source
        assert max(SequenceMatcher(None, echoed, line).ratio() for line in lines_of(source, column)) > 0.7


def lines_of(cell: str, column: int) -> list[str]:
    return textwrap.wrap(cell, 55 if column == 3 else 28)


def test_a_page_ends_within_a_sentence_and_goes_on_below_empty_leading_cells() -> None:
    cut_lists = 0
    for rows, _ in results(Kind.PAGE_CUT):
        end = rows.index(())
        before, after = rows[end - 1], rows[end + 1]
        original = next(row for row in ROWS if row[3].startswith(before[3]))
        assert (before[0], after[0], after[2]) == (original[0], "", "")
        assert [words(f"{one} {other}") for one, other in zip(before, after, strict=True)] == [
            words(cell) for cell in original
        ]
        assert not before[3].endswith(".") or not after[3][0].isupper()
        cut_lists += bool(after[4] or after[5])
    assert cut_lists > 0


def test_lost_words_leave_a_torn_piece_that_is_no_word() -> None:
    for rows, done in results(Kind.LOST_WORDS):
        (changed,) = [row for row, original in zip(rows, ROWS, strict=True) if row != original]
        (cell,) = [cell for cell in changed if all(cell not in row for row in ROWS)]
        assert 1 <= len(done.lost) <= 3
        assert done.pieces[0] in {words(cell)[0], words(cell)[-1]}
        assert done.pieces[0] not in words(TEXT)
        assert any(word.startswith(done.pieces[0]) or word.endswith(done.pieces[0]) for word in done.lost)


def test_printed_lines_are_rows_of_a_table_of_their_own() -> None:
    for rows, done in results(Kind.LINE_BY_LINE):
        start = rows.index(())
        page = rows[start + 1 : rows.index((), start + 1)]
        assert len(page) > 1
        assert len({len(row) for row in page}) == 1
        assert max(len(cell) for row in page for cell in row) <= 55
        assert any(row[0] for row in page)
        assert done.lost == done.cut == ()
