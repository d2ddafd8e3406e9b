"""What each paragraph of a response does: commit somebody, detail the line above it, or give context."""

from __future__ import annotations

import pytest

from answerable.extract.records import PlanRecord
from tests.extract.plans import Reads, only, plan_row

ACTION, BULLET, CONTEXT = "action", "bullet", "context"
ONE, TWO, THREE = "Plans will be read each month.", "The guide will be rewritten.", "Results will go to the board."


def response(
    read: Reads, cell: str, owner: str = "Governor", due: str = "May 2020", status: str = "Agreed"
) -> PlanRecord:
    return read(plan_row("1", "Improve the quality of plans", status, cell, owner, due))


def kinds(record: PlanRecord) -> list[str]:
    return [action.kind.value for action in only(record).actions]


def items(*texts: str) -> str:
    return "<ul>" + "".join(f"<li>{text}</li>" for text in texts) + "</ul>"


@pytest.mark.parametrize(
    "text",
    [
        ONE,
        "The Head of Quality will lead the work.",
        "HMPPS will publish guidance, which has been agreed with the unions.",
        "To train every officer in the new guide.",
        "A protocol is to be signed.",
        "Officers have been trained and the backlog has been cleared.",
        "Regions shall report each quarter.",
    ],
)
def test_a_paragraph_that_commits_somebody_is_an_action(read: Reads, text: str) -> None:
    assert kinds(response(read, text)) == [ACTION]


@pytest.mark.parametrize(
    "text",
    [
        "Outcome: every plan manages the risk of harm.",
        "Outcome – every plan manages the risk of harm.",
        "<b>Evaluation</b>: figures from the last quarter.",
        "Background: the region was formed in June 2021.",
        "HMPPS recognises the importance of good plans.",
        "We welcome the inspectors’ view of plans.",
        "This recommendation is agreed.",
    ],
)
def test_a_paragraph_that_introduces_evaluates_or_takes_note_is_context(read: Reads, text: str) -> None:
    assert kinds(response(read, f"<p>{text}</p><p>{ONE}</p>")) == [CONTEXT, ACTION]


@pytest.mark.parametrize(
    "intro", ["The following actions will be taken:", "We will:", "The work falls into three parts:"]
)
def test_bullets_below_an_introduction_are_the_actions(read: Reads, intro: str) -> None:
    assert kinds(response(read, f"<p>{intro}</p>{items(ONE, TWO, THREE)}")) == [CONTEXT, ACTION, ACTION, ACTION]


@pytest.mark.parametrize(
    "intro",
    [
        "The guide will be rewritten. This will include:",
        "A panel will read plans. We will measure the impact by:",
        "Progress will be monitored through:",
        "The training will cover:",
    ],
)
def test_bullets_that_detail_or_assure_the_line_above_are_no_actions(read: Reads, intro: str) -> None:
    found = kinds(response(read, f"<p>{ONE}</p><p>{intro}</p>{items('audits', 'spot checks by managers')}"))
    assert found[0] == ACTION
    assert found[2:] == [BULLET, BULLET]


def test_a_promise_that_ends_in_the_list_of_its_details_is_an_action(read: Reads) -> None:
    cell = f"<p>One hostel will be for women only. The specification will require:</p>{items('one door', 'a room')}"
    assert kinds(response(read, cell)) == [ACTION, BULLET, BULLET]


def test_deeper_bullets_detail_the_one_above(read: Reads) -> None:
    cell = f"<p>We will:</p><ul><li>{ONE}<ul><li>in all offices</li><li>in all courts</li></ul></li><li>{TWO}</li></ul>"
    assert kinds(response(read, cell)) == [CONTEXT, ACTION, BULLET, BULLET, ACTION]


def test_a_paragraph_with_a_label_is_an_action_whatever_it_says(read: Reads) -> None:
    assert kinds(response(read, "<p>1.1 Outcome: better plans.</p><p>1.2 HMPPS recognises this.</p>")) == [
        ACTION,
        ACTION,
    ]


def test_the_number_of_owners_decides_which_paragraphs_act(read: Reads) -> None:
    cell = f"<p>Plans are currently read once a year.</p><p>{ONE}</p><p>{TWO}</p>"
    two = "<p>Governor</p><p>Head of Quality</p>", "<p>May 2020</p><p>June 2020</p>"
    assert kinds(response(read, cell, *two)) == [CONTEXT, ACTION, ACTION]


def test_bullets_with_owners_of_their_own_are_actions(read: Reads) -> None:
    cell = f"<p>The new guide will include:</p>{items('a part on risk', 'a part on need')}"
    two = "<p>Governor</p><p>Head of Quality</p>", "<p>May 2020</p><p>June 2020</p>"
    assert kinds(response(read, cell, *two)) == [CONTEXT, ACTION, ACTION]


def test_the_reason_of_an_answer_commits_nobody(read: Reads) -> None:
    cell = f"<p>This recommendation is partly agreed. The law does not allow visits.</p><p>{ONE}</p>"
    assert kinds(response(read, cell, status="Partly Agreed")) == [CONTEXT, ACTION]


def test_a_refusal_without_owner_is_all_context(read: Reads) -> None:
    cell = "This recommendation is not agreed. There is no funding for a second hostel."
    assert kinds(response(read, cell, "", "", "Not Agreed")) == [CONTEXT]


def test_the_one_paragraph_that_has_an_owner_is_an_action(read: Reads) -> None:
    assert kinds(response(read, "Monthly meetings with all partners.")) == [ACTION]


def test_bullets_below_what_shows_that_it_worked_are_no_actions(read: Reads) -> None:
    proof = f"<p>The CRC will know that this has worked by:</p>{items('counting cases', 'asking staff')}"
    assert kinds(response(read, f"<p>{ONE}</p>{proof}")) == [ACTION, CONTEXT, BULLET, BULLET]
