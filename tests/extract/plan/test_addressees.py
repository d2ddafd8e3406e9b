"""Whom a recommendation addresses and what it is: said in its text, or by a heading above it."""

from __future__ import annotations

import pytest

from tests.extract.plans import COLUMNS, PAGE, Reads, Row, actions_of, flags_of, only, plan_row

RESPONSE = "Plans will be read each month."


def row(number: str, text: str, status: str = "Agreed", **more: str) -> Row:
    return plan_row(number, text, status, **{"response": RESPONSE, "owner": "Governor", "due": "May 2020", **more})


@pytest.mark.parametrize(
    ("text", "addressee", "rest"),
    [
        ("Pellow Vale CRC should: improve plans", "Pellow Vale CRC", "improve plans"),
        ("Pellow Vale CRC should ensure that: plans improve", "Pellow Vale CRC", "plans improve"),
        ("The Ministry of Justice should: fund it", "The Ministry of Justice", "fund it"),
        ("The Governor should improve plans.", "The Governor", "The Governor should improve plans."),
        ("HMPPS should fund it.", "HMPPS", "HMPPS should fund it."),
    ],
)
def test_who_should_act_is_taken_from_the_text_where_a_colon_ends_it(
    read: Reads, text: str, addressee: str, rest: str
) -> None:
    recommendation = only(read(row("1", text)))
    assert (recommendation.addressee, recommendation.text) == (addressee, rest)


@pytest.mark.parametrize("text", ["Prisoners should be unlocked.", "All plans should be read.", "Improve plans"])
def test_what_should_be_done_to_somebody_addresses_nobody(read: Reads, text: str) -> None:
    recommendation = only(read(row("1", text)))
    assert (recommendation.addressee, recommendation.text) == (None, text)


def lone(text: str) -> tuple[str, ...]:
    return (text, *[""] * (len(COLUMNS) - 1))


def across(text: str) -> tuple[str, ...]:
    return (text,) * len(COLUMNS)


@pytest.mark.parametrize("heading", [lone, across])
@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Recommendations to the Governor", "the Governor"),
        ("Main recommendations to the Governor", "the Governor"),
        ("Recommendation to HMPPS", "HMPPS"),
        ("To the Governor", "the Governor"),
        ("Recommendations for the Ministry of Justice:", "the Ministry of Justice"),
        ("Pellow Vale CRC should:", "Pellow Vale CRC"),
    ],
)
def test_a_heading_says_whom_all_below_it_address(read: Reads, heading: object, text: str, addressee: str) -> None:
    assert callable(heading)
    record = read(row("1", "Improve plans"), heading(text), row("2", "Find offices"), row("3", "Train all"))
    assert [each.addressee for each in record.recommendations] == [None, addressee, addressee]
    assert flags_of(record) == []


def test_the_end_of_a_cut_sentence_is_no_heading(read: Reads) -> None:
    answer = "The keys will be cut again, and most of the people who moved away each year will go"
    record = read(row("1", "Improve plans", response=answer), PAGE, ("", "", "", "to the home they left.", "", ""))
    assert [each.addressee for each in record.recommendations] == [None]
    assert actions_of(record.recommendations[0]) == [f"{answer} to the home they left."]


def test_the_next_heading_ends_the_one_before(read: Reads) -> None:
    record = read(
        lone("Recommendations to the Governor"),
        row("1", "Improve plans"),
        lone("Recommendations to HMPPS"),
        row("2", "Find offices"),
    )
    assert [each.addressee for each in record.recommendations] == ["the Governor", "HMPPS"]


def test_a_heading_between_two_tables_counts_too(read: Reads) -> None:
    record = read(
        row("1", "Improve plans"), after="Recommendations to HMPPS\n\n2\tFind offices\tAgreed\tWe will.\t\t\n"
    )
    assert [(each.number, each.addressee) for each in record.recommendations] == [("1", None), ("2", "HMPPS")]


CONCERNS = {
    "number": "No.",
    "text": "Concern",
    "response": "Response Action Taken/Planned",
    "due": "By when",
    "owner": "Owner",
}


def test_concerns_have_levels_from_their_headings_and_no_answer(read: Reads) -> None:
    record = read(
        ("Priority concerns", "", "", "", ""),
        row("1", "Violence was high."),
        ("Key concerns", "", "", "", ""),
        row("2", "Time out of cell was short."),
        row("3", "Complaints went unanswered."),
        columns=CONCERNS,
    )
    assert [(each.kind, each.level, each.status) for each in record.recommendations] == [
        ("concern", "priority", None),
        ("concern", "key", None),
        ("concern", "key", None),
    ]


def test_concerns_without_headings_are_concerns_without_a_level(read: Reads) -> None:
    recommendation = only(read(row("1", "Violence was high."), columns=CONCERNS))
    assert (recommendation.kind, recommendation.level) == ("concern", None)


def test_recommendations_are_no_concerns(read: Reads) -> None:
    recommendation = only(read(row("1", "Address the concern that violence was high.")))
    assert (recommendation.kind, recommendation.level) == ("recommendation", None)
