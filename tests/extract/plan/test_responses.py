"""Responses: paragraphs and bullets in order, put together again where a page cut them."""

from __future__ import annotations

import pytest

from answerable.extract.records import PlanRecord
from tests.extract.plans import PAGE, Reads, Row, actions_of, as_tabs, only, plan_row, read_text

ONE, TWO, THREE = "Plans will be read each month.", "The guide will be rewritten.", "Results will go to the board."


def first(response: str) -> Row:
    return plan_row("1", "Improve the quality of plans", "Agreed", response, "Governor", "May 2020")


def more(response: str) -> Row:
    return plan_row(response=response)


def response_of(record: PlanRecord) -> list[str]:
    return actions_of(only(record))


@pytest.mark.parametrize(
    "cell",
    [
        f"<p>{ONE}</p><p>{TWO}</p><p>{THREE}</p>",
        f"<p>{ONE}</p> <p> {TWO} </p> <p>{THREE}</p>",
        f"{ONE}<br>{TWO}<br>{THREE}",
        f"{ONE}<br><br>{TWO}<br><br>{THREE}",
        f"<ul><li>{ONE}</li><li>{TWO}</li><li>{THREE}</li></ul>",
        f"• {ONE} • {TWO} • {THREE}",
        f"- {ONE}<br>- {TWO}<br>- {THREE}",
        f"<p>• {ONE}</p><p>• {TWO}</p><p>• {THREE}</p>",
        f"1. {ONE}<br>2. {TWO}<br>3. {THREE}",
        f"<p>1.1 {ONE}</p><p>1.2 {TWO}</p><p>1.3 {THREE}</p>",
        f"(a) {ONE}<br>(b) {TWO}<br>(c) {THREE}",
        f"<b>{ONE}</b><br>{TWO}<br>{THREE}",
    ],
)
def test_every_paragraph_and_every_bullet_is_an_entry_of_its_own(read: Reads, cell: str) -> None:
    assert response_of(read(first(cell))) == [ONE, TWO, THREE]


@pytest.mark.parametrize(
    ("cell", "labels"),
    [
        (f"<p>1.1 {ONE}</p><p>1.2. {TWO}</p><p>1.3) {THREE}</p>", ["1.1", "1.2", "1.3"]),
        (f"<p>1. {ONE}</p><p>2) {TWO}</p><p>{THREE}</p>", ["1", "2", None]),
        (f"<p>a) {ONE}</p><p>(b) {TWO}</p><p>(ii) {THREE}</p>", ["a", "b", "ii"]),
    ],
)
def test_labels_are_taken_off_the_text(read: Reads, cell: str, labels: list[str | None]) -> None:
    assert [action.label for action in only(read(first(cell))).actions] == labels


@pytest.mark.parametrize(
    "text", ["2020 was a hard year for all.", "70% of plans will be read.", "12 officers will join."]
)
def test_a_number_that_begins_a_sentence_is_no_label(read: Reads, text: str) -> None:
    (action,) = only(read(first(text))).actions
    assert (action.label, action.text) == (None, text)


def test_printed_lines_of_one_sentence_are_one_paragraph(read: Reads) -> None:
    cell = f"Plans will be read by a panel of<br>officers from each office, who<br>meet every month.<br>{TWO}"
    assert response_of(read(first(cell))) == [
        "Plans will be read by a panel of officers from each office, who meet every month.",
        TWO,
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Plans will be read by a panel of", "officers who meet every month."),
        ("Officers will attend the Police MARAC", "training in the spring of next year."),
        ("Officers will be sent to the course on Police and", "Crime Panels."),
        ("The results, which will be read by the", "Executive Board, will be shown to all."),
        ("Plans will be read (by a panel of", "Heads) every month."),
        ("Every plan for a case of high or very high risk goes to the Pellow Vale", "Public Protection Panel first."),
        ("Plans, reviews,", "supervision and breach will be read."),
    ],
)
def test_a_sentence_or_a_name_that_a_page_cut_is_put_together(read: Reads, before: str, after: str) -> None:
    record = read(first(f"<p>{ONE}</p><p>{before}</p>"), PAGE, more(f"<p>{after}</p><p>{THREE}</p>"))
    assert response_of(record) == [ONE, f"{before} {after}", THREE]


def test_a_sentence_that_a_row_break_cut_is_put_together_where_it_says_so_itself(read: Reads) -> None:
    record = read(first("Plans will be read by a panel of"), more("officers who meet every month."))
    assert response_of(record) == ["Plans will be read by a panel of officers who meet every month."]


def test_a_sentence_may_run_over_three_pages(read: Reads) -> None:
    record = read(
        first("Plans will be read by"), PAGE, more("a panel of officers who"), PAGE, more("meet every month.")
    )
    assert response_of(record) == ["Plans will be read by a panel of officers who meet every month."]


@pytest.mark.parametrize("break_", [(), (PAGE,)])
def test_a_finished_sentence_is_not_gone_on_with(read: Reads, break_: tuple[Row, ...]) -> None:
    assert response_of(read(first(ONE), *break_, more(TWO))) == [ONE, TWO]


def test_a_bullet_after_a_page_begins_something_new(read: Reads) -> None:
    record = read(
        first("<ul><li>read every plan each month</li></ul>"), PAGE, more("<ul><li>rewrite the guide</li></ul>")
    )
    assert response_of(record) == ["read every plan each month", "rewrite the guide"]


def test_a_label_after_a_page_begins_something_new(read: Reads) -> None:
    record = read(
        first("1.1 Plans will be read by every officer in the region"), PAGE, more("1.2 The guide will be rewritten")
    )
    assert response_of(record) == ["Plans will be read by every officer in the region", "The guide will be rewritten"]


def test_a_bullet_that_a_page_cut_is_put_together(read: Reads) -> None:
    record = read(
        first(f"<ul><li>{ONE}</li><li>Officers will attend a course on the</li></ul>"),
        PAGE,
        more(f"<ul><li>law of data protection.</li><li>{TWO}</li></ul>"),
    )
    assert response_of(record) == [ONE, "Officers will attend a course on the law of data protection.", TWO]


def test_what_two_rows_say_has_evidence_in_both(read: Reads) -> None:
    record = read(first("Plans will be read by a panel of"), PAGE, more("officers who meet every month."))
    (action,) = only(record).actions
    assert [piece.quote for piece in action.evidence] == [
        "Plans will be read by a panel of",
        "officers who meet every month.",
    ]
    assert len({(piece.table, piece.row) for piece in action.evidence}) == 2


def test_a_word_cut_at_its_hyphen_is_joined_with_a_space(read: Reads) -> None:
    record = read(first("Plans will be read by the co-"), PAGE, more("ordinator of the region."))
    assert response_of(record) == ["Plans will be read by the co- ordinator of the region."]


def test_a_response_may_be_empty(read: Reads) -> None:
    assert response_of(read(first(""))) == []


def test_a_sentence_goes_on_in_the_line_of_a_form_feed() -> None:
    cut = plan_row("1", "Improve plans", "Agreed", "Officers will be sent to the Police and Crime", "Governor")
    text = as_tabs([cut]).rstrip("\n")
    found = only(read_text(f"{text}\f\t\t\tPanels of the county in spring.\t\t\n"))
    assert actions_of(found) == ["Officers will be sent to the Police and Crime Panels of the county in spring."]
