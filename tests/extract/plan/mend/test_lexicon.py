"""Whether something is a word, and whether two fragments that a cell's edge parts are one."""

from __future__ import annotations

import pytest

from answerable.extract.document import Piece, Place
from answerable.extract.plan.mend import Lexicon


def across(*cells: str) -> list[Piece]:
    """Pieces in neighbouring cells of one row."""
    return [Piece(text, Place(1, 2, 3, column)) for column, text in enumerate(cells, start=1)]


def mended(*cells: str, printed: str = "") -> str:
    return Lexicon([printed]).mended(across(*cells))


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        (("introduce a se", "nior practitione", "r role"), "introduce a senior practitioner role"),
        (("every offi", "ce"), "every office"),
        (("EVERY OFFI", "CE"), "EVERY OFFICE"),
        (("people’", "s plans"), "people’s plans"),
        (("for", "mal plans"), "formal plans"),
        (("the Qua", "ntoc way"), "the Quantoc way"),
    ],
)
def test_a_word_that_an_edge_cuts_is_one_again(cells: tuple[str, ...], text: str) -> None:
    assert mended(*cells) == text


@pytest.mark.parametrize(
    ("left", "right", "text"),
    [
        ("all sta", "aff", "all staff"),
        ("ALL STA", "AFF", "ALL STAFF"),
        ("the offic", "cer", "the officer"),
        ("a p", "plan", "a plan"),
        ("every pla", "an", "every plan"),
    ],
)
def test_a_letter_that_both_cells_print_is_one_letter(left: str, right: str, text: str) -> None:
    assert mended(left, right) == text


@pytest.mark.parametrize(
    ("left", "right", "text"),
    [("off", "ficers", "officers"), ("a let", "ter", "a letter"), ("the wel", "lfare of", "the welfare of")],
)
def test_letters_that_are_double_in_the_word_stay(left: str, right: str, text: str) -> None:
    assert mended(left, right) == text


@pytest.mark.parametrize(
    ("left", "right", "text"),
    [
        ("a reviev", "wed plan", "a reviewed plan"),
        ("a review", "ved plan", "a reviewed plan"),
        ("a forr", "mal plan", "a formal plan"),
        ("A FORR", "MAL PLAN", "A FORMAL PLAN"),
    ],
)
def test_half_a_letter_that_the_edge_left_behind_is_dropped(left: str, right: str, text: str) -> None:
    assert mended(left, right) == text


@pytest.mark.parametrize(
    ("left", "right", "text"),
    [("in the mai", "n office", "in the main office"), ("the b", "lack book", "the black book")],
)
def test_a_letter_that_makes_a_word_as_it_stands_is_not_half_of_another(left: str, right: str, text: str) -> None:
    assert mended(left, right) == text


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("the", "plans"),
        ("all", "staff"),
        ("plans to", "read"),
        ("he must", "be"),
        ("a", "plan"),
        ("I", "plan"),
        ("in", "form"),
        ("staff", "offer"),
        ("visits", "so that"),
    ],
)
def test_two_words_that_meet_at_an_edge_stay_two(left: str, right: str) -> None:
    assert mended(left, right) == f"{left} {right}"


@pytest.mark.parametrize(
    ("left", "right", "text"),
    [
        ("follow-", "up", "follow-up"),
        ("follow", "-up", "follow-up"),
        ("by May", "2021", "by May 2021"),
        ("Improve plans.", "Train staff", "Improve plans. Train staff"),
        ("from 1", "to 3", "from 1 to 3"),
        ("plans (all", ")", "plans (all )"),
    ],
)
def test_signs_and_figures_at_an_edge_are_no_part_of_a_word(left: str, right: str, text: str) -> None:
    assert mended(left, right) == text


def test_words_that_the_document_prints_elsewhere_count_as_words() -> None:
    assert mended("Octon", "wick Hall") == "Octonwick Hall"
    assert mended("Octon", "wick Hall", printed="Octon, Wick; Octon, Wick") == "Octon wick Hall"
    assert mended("Marsh", "way plans") == "Marsh way plans"
    assert mended("Marsh", "way plans", printed="Marshway " * 500) == "Marshway plans"


def test_only_what_meets_at_an_edge_between_cells_of_one_row_is_mended() -> None:
    here, beside = across("every offi", "ce")
    below, elsewhere = (Piece("ce", beside.place._replace(**other)) for other in ({"row": 4}, {"table": 3}))
    same = Piece("ce", here.place)
    lexicon = Lexicon([])
    assert lexicon.mended([here, beside]) == "every office"
    assert [lexicon.mended([here, other]) for other in (below, elsewhere, same)] == ["every offi ce"] * 3
    assert lexicon.mended([]) == ""


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("every plan is read", 0.0),
        ("every plen is raed", 0.5),
        ("plen raed", 1.0),
        ("Every ‘plan’ is the staff's", 0.0),
        ("'plan' is read'", 0.0),
        ("a b c plen d", 1.0),
        ("1 2 3", 0.0),
        ("", 0.0),
    ],
)
def test_strangeness_is_the_share_of_words_that_are_none(text: str, share: float) -> None:
    assert Lexicon([text]).strangeness(text) == share


def test_a_word_that_is_printed_again_is_not_strange() -> None:
    assert Lexicon(["Octonwick"]).strangeness("Octonwick plans") == 0.5
    assert Lexicon(["Octonwick and", "OCTONWICK"]).strangeness("'Octonwick' plans") == 0.0


@pytest.mark.parametrize(
    ("text", "ceiling"), [("plans are plans", 1 / 3), ("'plans' and Plans and", 0.0), ("a plan", 1.0), ("1.", 0.0)]
)
def test_the_ceiling_of_strangeness_is_the_share_of_words_printed_once(text: str, ceiling: float) -> None:
    assert Lexicon([text]).most_strange(text) == ceiling
    assert Lexicon([text]).strangeness(text) <= ceiling
