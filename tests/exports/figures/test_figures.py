"""What each figure says is what the graph says, before anything is drawn."""

from datetime import date

import pytest

from answerable.exports.commitments import Commitments, read_commitments
from answerable.exports.figures import FIGURES, read_figure
from answerable.exports.figures.months import Slip, target_months
from answerable.exports.figures.owners import owners_by_load
from answerable.exports.figures.ownership import ownership
from answerable.exports.figures.repeats import repeat_chain
from answerable.exports.figures.status import status_by_plan
from answerable.exports.figures.timeline import timeline
from answerable.graph.errors import HandOverError
from answerable.graph.store import Store


def test_the_day_to_judge_by_is_the_latest_that_a_plan_states(found: dict[str, Commitments]) -> None:
    assert found["two"].as_at.words == "as at 2 March 2020, the date of the latest plan"


def test_a_day_that_is_given_is_taken(store: Store) -> None:
    given = read_commitments(store, date(2019, 6, 1))
    assert given.as_at.words == "as at 1 June 2019"
    assert {each.overdue for each in given.assignments} == {"yes", "no", "not known yet"}


def test_status_counts_answers_by_plan(found: dict[str, Commitments]) -> None:
    figure = status_by_plan(found["two"])
    assert figure.rows == (("Northmoor CRC, 2019", (1, 0, 1, 0)), ("Northmoor CRC, 2020", (1, 1, 0, 0)))
    assert figure.words.title == "2 of 4 recommendations were agreed in full"


def test_status_rolls_many_plans_up_and_says_so(found: dict[str, Commitments]) -> None:
    figure = status_by_plan(found["many"])
    assert len(figure.rows) == 24
    assert sum(figure.total) == len(found["many"].recommendations)
    assert "57 oldest plans stand together" in figure.words.note


def test_months_count_first_dates_and_moves(found: dict[str, Commitments]) -> None:
    figure = target_months(found["two"])
    assert figure.slips == (Slip(2020 * 12 + 6, 2021 * 12 + 2, 1),)
    assert figure.slips[0].told == "1 moved 8 months later"
    assert sum(number for _, number in (*figure.kept, *figure.left)) + figure.undated == len(found["two"].assignments)


def test_owners_count_a_joint_assignment_for_each(found: dict[str, Commitments]) -> None:
    figure = owners_by_load(found["two"])
    loads = {load.label: (load.alone, load.joint, load.plans) for load in figure.loads}
    held = sum(len(each.owners) for each in found["two"].assignments)
    assert sum(alone + joint for alone, joint, _ in loads.values()) == held
    assert loads["Director of Operations"][2] == 2


def test_ownership_ties_holders_to_recommendations_and_many_to_plans(found: dict[str, Commitments]) -> None:
    fine, rolled = ownership(found["two"]), ownership(found["many"])
    assert {tie.key for tie in fine.ties} <= {each.iri for each in found["two"].recommendations}
    assert {tie.key for tie in rolled.ties} <= {plan.iri for plan in found["many"].plans}
    assert (fine.words.note, rolled.words.note[:9]) == ("", "Rolled up")


def test_a_timeline_tells_moves_of_all_its_lanes(found: dict[str, Commitments]) -> None:
    moved = sum(bool(each.slip) for each in found["many"].assignments)
    assert moved > 30
    assert timeline(found["many"]).words.title.endswith(f"{moved} dates moved")


def test_nothing_came_back_where_nothing_says_so(store: Store, found: dict[str, Commitments]) -> None:
    assert repeat_chain(store, found["two"]).words.title.startswith("No recommendation says that it came back")


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("size", ["one", "two", "many"])
def test_every_figure_has_its_words(name: str, size: str, stores: dict[str, Store]) -> None:
    words = read_figure(name, stores[size]).words
    assert words.title
    assert not words.title.endswith(".")
    assert "plan" in words.scope
    assert words.source.startswith("Source: ")
    assert f"Snapshot {stores[size].name}" in words.source
    assert len(words.alt) > 20


def test_an_unknown_figure_is_told_with_those_that_are_known(store: Store) -> None:
    with pytest.raises(HandOverError, match="status, months, owners"):
        read_figure("pie", store)
