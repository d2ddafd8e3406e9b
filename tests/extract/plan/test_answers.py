"""The answer to a recommendation: its status, whether it came back, and why it is not a full agreement."""

from __future__ import annotations

import pytest

from answerable.extract.records import Recommendation
from tests.extract.plans import Reads, flags_of, only, plan_row

RESPONSE = "Plans will be read each month."


def answer(read: Reads, status: str, response: str = RESPONSE, text: str = "Improve plans") -> Recommendation:
    return only(read(plan_row("1", text, status, response, "Governor", "May 2021")))


@pytest.mark.parametrize(
    ("printed", "status"),
    [
        ("Agreed", "Agreed"),
        ("AGREED", "Agreed"),
        ("Agreed.", "Agreed"),
        ("<b>Agreed</b>", "Agreed"),
        ("Accepted", "Agreed"),
        ("Fully agreed", "Agreed"),
        ("Agreed – see below", "Agreed"),
        ("Partly Agreed", "Partly Agreed"),
        ("Partly<br>Agreed", "Partly Agreed"),
        ("Partly-agreed", "Partly Agreed"),
        ("Partially agreed", "Partly Agreed"),
        ("Agreed in part", "Partly Agreed"),
        ("Accepted in principle", "Partly Agreed"),
        ("Agreed, subject to resources", "Partly Agreed"),
        ("Partly Agreed (affordability)", "Partly Agreed"),
        ("Not Agreed", "Not Agreed"),
        ("Not<br>Agreed", "Not Agreed"),
        ("Not agreed.", "Not Agreed"),
        ("Rejected", "Not Agreed"),
        ("Not accepted", "Not Agreed"),
    ],
)
def test_answers_are_known_in_every_usual_wording(read: Reads, printed: str, status: str) -> None:
    assert answer(read, printed).status == status


@pytest.mark.parametrize("printed", ["Noted", "Agreed / Partly Agreed", "See response", "Agreed with comments"])
def test_what_is_no_answer_is_flagged_and_not_guessed(read: Reads, printed: str) -> None:
    record = read(plan_row("1", "Improve plans", printed, RESPONSE, "Governor", "May 2021"))
    assert only(record).status is None
    (flag,) = record.ledger.flagged
    assert (flag.reason, flag.detail) == ("answer not understood", printed)


@pytest.mark.parametrize("printed", ["", "–"])
def test_an_empty_answer_is_none(read: Reads, printed: str) -> None:
    record = read(plan_row("1", "Improve plans", printed, RESPONSE, "Governor", "May 2021"))
    assert only(record).status is None
    assert flags_of(record) == []


@pytest.mark.parametrize(
    ("response", "rationale"),
    [
        (
            "This recommendation is not agreed. The law does not allow visits. We will however write to all.",
            "The law does not allow visits.",
        ),
        (
            "This recommendation is partly agreed for commissioning reasons. The contract cannot change. We will wait.",
            "This recommendation is partly agreed for commissioning reasons. The contract cannot change.",
        ),
        (
            "<p>This is not agreed due to affordability. There is no funding.</p><p>Plans will be read.</p>",
            "This is not agreed due to affordability. There is no funding.",
        ),
        (
            "It cannot be delivered because the operating model does not support it. Instead, regions will help.",
            "It cannot be delivered because the operating model does not support it.",
        ),
        (
            "We agree with the aim but cannot fund it. Officers will be trained.",
            "We agree with the aim but cannot fund it.",
        ),
        ("<p>This recommendation is not agreed.</p><p>There is no money.</p>", "There is no money."),
    ],
)
@pytest.mark.parametrize("status", ["Partly Agreed", "Not Agreed"])
def test_the_reason_is_the_sentences_that_give_it(read: Reads, status: str, response: str, rationale: str) -> None:
    assert answer(read, status, response).rationale == rationale


def test_full_agreement_needs_no_reason(read: Reads) -> None:
    recommendation = answer(read, "Agreed", "This cannot be done at once because of funding. We will do it.")
    assert (recommendation.rationale, recommendation.rationale_categories) == (None, ())


def test_a_promise_without_a_reason_has_none(read: Reads) -> None:
    assert answer(read, "Partly Agreed").rationale is None


def test_the_reason_has_its_words(read: Reads) -> None:
    recommendation = answer(read, "Not Agreed", "<p>This recommendation is not agreed. The law does not allow it.</p>")
    assert [piece.quote for piece in recommendation.evidence if piece.field == "rationale"] == [
        "The law does not allow it."
    ]


@pytest.mark.parametrize(
    ("response", "categories"),
    [
        ("This is partly agreed due to affordability. Hostels are not within the plan.", [("affordability", True)]),
        ("This is not agreed for reasons of policy. Prisons are public.", [("policy", True)]),
        ("This is not agreed on grounds of policy and affordability.", [("policy", True), ("affordability", True)]),
        ("This is partly agreed due to operational reasons; staff are few.", [("operational", True)]),
        ("It cannot be done within the contract.", [("commissioning", False)]),
        ("It is not possible, since there is no funding.", [("affordability", False)]),
        ("It is not possible because legislation forbids it.", [("policy", False)]),
        ("It is not possible at all.", [("other", False)]),
    ],
)
def test_kinds_of_reason_are_stated_or_suggested(
    read: Reads, response: str, categories: list[tuple[str, bool]]
) -> None:
    found = answer(read, "Partly Agreed", response).rationale_categories
    assert [(each.category, each.stated) for each in found] == categories


@pytest.mark.parametrize(
    "text",
    [
        "Improve plans. This recommendation has been repeated from the previous inspection.",
        "Improve plans (repeated recommendation)",
        "Improve plans (repeated recommendation 2.14)",
        "Improve plans. (Repeated from 2016)",
        "Repeated recommendation: improve plans",
        "Improve plans. This is a repeat recommendation.",
    ],
)
def test_a_recommendation_says_that_it_came_back(read: Reads, text: str) -> None:
    assert answer(read, "Agreed", text=text).repeated


@pytest.mark.parametrize(
    "text",
    [
        "Improve plans",
        "Reduce the number of children who go missing again and again",
        "Reduce the number of prisoners who repeatedly self-harm",
        "Make sure that errors are not repeated",
        "Repeat the survey of staff",
        "Reduce repeat victimisation",
    ],
)
def test_other_recommendations_did_not(read: Reads, text: str) -> None:
    assert not answer(read, "Agreed", text=text).repeated
