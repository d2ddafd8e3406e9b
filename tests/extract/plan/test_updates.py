"""Updates and revised dates: which owner and date they belong to."""

from __future__ import annotations

from tests.extract.plans import PAGE, Reads, only, plan_row

TEXT, AGREED = "Improve the quality of plans", "Agreed"

UPDATES = {
    "number": "Rec",
    "text": "Recommendation",
    "status": "Status",
    "response": "Action",
    "due": "Target Date",
    "owner": "Action Owner",
    "update": "Twelve Month Update",
    "revised": "Revised Target Date",
}


def test_an_update_and_a_revised_date_belong_to_the_pair_of_their_row(read: Reads) -> None:
    record = read(
        plan_row(
            "1",
            TEXT,
            AGREED,
            "Plans will be read.",
            "Governor",
            "May 2020",
            update="All were read.",
            revised="Complete",
        ),
        plan_row(
            "",
            "",
            "",
            "The guide will go out.",
            "Head of Quality",
            "June 2020",
            update="It is late.",
            revised="May 2021",
        ),
        columns=UPDATES,
    )
    one, other = only(record).assignments
    assert (one.update, one.revised_text, one.revised_due and one.revised_due.kind) == (
        "All were read.",
        "Complete",
        "completed",
    )
    assert (other.update, other.revised_text, other.revised_due and other.revised_due.to) == (
        "It is late.",
        "May 2021",
        "2021-05",
    )


def test_as_many_updates_as_pairs_belong_to_one_each(read: Reads) -> None:
    record = read(
        plan_row(
            "1",
            TEXT,
            AGREED,
            "<p>Plans will be read.</p><p>The guide will go out.</p>",
            "<p>Governor</p><p>Head of Quality</p>",
            "<p>May 2020</p><p>June 2020</p>",
            update="<p>All were read.</p><p>It is late.</p>",
            revised="<p>Complete</p><p>May 2021</p>",
        ),
        columns=UPDATES,
    )
    assert [(a.update, a.revised_text) for a in only(record).assignments] == [
        ("All were read.", "Complete"),
        ("It is late.", "May 2021"),
    ]


def test_as_many_lines_of_updates_as_pairs_belong_to_one_each_however_many_sentences_they_hold(read: Reads) -> None:
    record = read(
        plan_row(
            "1",
            TEXT,
            AGREED,
            "Plans will be read each month.<br>The guide will be rewritten.",
            "Governor<br>Head of Quality",
            "May 2020<br>June 2020",
            update="All were read.<br>It is late. The board was told.",
        ),
        columns=UPDATES,
    )
    assert [a.update for a in only(record).assignments] == ["All were read.", "It is late. The board was told."]


def test_an_update_that_a_page_cut_is_put_together(read: Reads) -> None:
    record = read(
        plan_row(
            "1", TEXT, AGREED, "Plans will be read by", "Governor", "May 2020", update="The board has", revised="May"
        ),
        PAGE,
        plan_row("", "", "", "all officers.", update="read them.", revised=""),
        columns=UPDATES,
    )
    (assignment,) = only(record).assignments
    assert assignment.update == "The board has read them."
