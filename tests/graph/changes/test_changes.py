"""What changed between two records of one plan, in domain words."""

from __future__ import annotations

from answerable.extract.records import DueDate, DueKind, PlanRecord, Recommendation, Status
from answerable.graph.changes import ChangeKind, changes
from tests.graph.invented import assigned, due, plan, post, recommendation

PILOT, WARDEN = post("Chief Pilot"), post("Harbour Warden")


def told(old: Recommendation, new: Recommendation) -> list[tuple[ChangeKind, str | None, str | None, int | None]]:
    found = changes(plan("old.txt", old), plan("new.txt", new))
    return [(each.kind, each.before, each.after, each.days) for each in found]


def lamps(number: str = "1", **fields: object) -> Recommendation:
    given = {"by": "2020-04"} | {name: value for name, value in fields.items() if name != "status"}
    status = fields.get("status", Status.AGREED)
    assert status is None or isinstance(status, Status)
    return recommendation(number, "Light every lamp at dusk", assigned(PILOT, **given), status=status)  # type: ignore[arg-type]


def test_a_plan_is_no_change_of_itself() -> None:
    assert told(lamps(), lamps()) == []


def test_a_date_that_slipped_says_by_how_many_days() -> None:
    assert told(lamps(), lamps(by="2020-06")) == [(ChangeKind.DATE_SLIPPED, "2020-04", "2020-06", 61)]


def test_a_date_brought_forward_counts_below_nought() -> None:
    assert told(lamps(), lamps(by="2020-03-31")) == [(ChangeKind.DATE_BROUGHT_FORWARD, "2020-04", "2020-03-31", -30)]


def test_a_revised_date_is_the_date() -> None:
    moved = lamps(revised=due("2021-04"))
    assert told(lamps(), moved) == [(ChangeKind.DATE_SLIPPED, "2020-04", "2021-04", 365)]


def test_another_spelling_of_a_date_is_no_change() -> None:
    assert told(lamps(), lamps(by=due("2020-04", text="Apr-20"))) == []


def test_a_date_that_names_no_day_is_restated() -> None:
    ongoing = DueDate(text="Ongoing", kind=DueKind.ONGOING)
    assert told(lamps(), lamps(by=ongoing)) == [(ChangeKind.DATE_RESTATED, "2020-04", "Ongoing", None)]


def test_what_is_done_is_progress_and_no_date() -> None:
    done = DueDate(text="Complete", kind=DueKind.COMPLETED)
    changed = told(lamps(), lamps(update="All lamps burn.", revised=done))
    assert changed == [(ChangeKind.PROGRESS, None, "Complete: All lamps burn.", None)]


def test_an_answer_that_changed() -> None:
    assert told(lamps(), lamps(status=Status.NOT_AGREED)) == [(ChangeKind.STATUS, "Agreed", "Not Agreed", None)]


def test_owners_who_came_and_went() -> None:
    old = recommendation("1", "Light every lamp", assigned(PILOT))
    new = recommendation("1", "Light every lamp", assigned(WARDEN))
    assert told(old, new) == [
        (ChangeKind.OWNER_ADDED, None, "Harbour Warden", None),
        (ChangeKind.OWNER_REMOVED, "Chief Pilot", None, None),
    ]


def test_another_spelling_of_an_owner_is_no_change() -> None:
    old = recommendation("1", "Light every lamp", assigned(post("Cluster Deputy Heads")))
    new = recommendation("1", "Light every lamp", assigned(post("deputy cluster head")))
    assert told(old, new) == []


def test_equal_owners_keep_their_own_dates() -> None:
    old = recommendation("1", "Light every lamp", assigned(PILOT, by="2020-04"), assigned(PILOT, by="2020-08"))
    new = recommendation("1", "Light every lamp", assigned(PILOT, by="2020-08"), assigned(PILOT, by="2020-05"))
    assert told(old, new) == [(ChangeKind.DATE_SLIPPED, "2020-04", "2020-05", 31)]


def both(*old: Recommendation) -> PlanRecord:
    return plan("some.txt", *old)


def test_a_recommendation_that_was_renumbered_is_the_same() -> None:
    stairs = recommendation("1", "Mend the stairs of the tower")
    assert list(changes(both(lamps("1")), both(stairs, lamps("2")))) == list(changes(both(), both(stairs)))


def test_recommendations_that_came_and_went() -> None:
    stairs = recommendation("1", "Mend the stairs of the tower", status=Status.PARTLY_AGREED)
    found = [(each.kind, each.recommendation, each.before, each.after) for each in changes(both(lamps()), both(stairs))]
    assert found == [
        (ChangeKind.RECOMMENDATION_ADDED, "1", None, "Partly Agreed"),
        (ChangeKind.RECOMMENDATION_REMOVED, "1", "Agreed", None),
    ]


def test_a_change_of_owner_or_date_names_the_owners_address() -> None:
    (slipped,) = changes(both(lamps()), both(lamps(by="2020-06")))
    assert (slipped.subject, slipped.owners) == ("Chief Pilot", (PILOT.iri,))
