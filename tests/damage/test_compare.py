"""The comparator counts as the evaluation does, and catches what is made up or hushed up."""

from __future__ import annotations

import json
from typing import Any

import pytest

from answerable.extract.records import PlanRecord
from tests.damage.compare import Scores, Tally, compare, invented, unmarked
from tests.damage.kinds import Damage, Kind
from tests.damage.layout import Role

TEXT = "1\tTrain all staff in first aid\tAgreed\tA course will be held.\tHead of HR\tMay 2020\n"
GOLD: dict[str, Any] = {
    "recommendations": [
        {
            "number": "1",
            "text": "Train all staff in first aid",
            "status": "Agreed",
            "assignments": [{"owner_text": "Head of HR", "owners": ["Head of HR"], "date_text": "May 2020"}],
        }
    ]
}


def record(**changes: Any) -> PlanRecord:  # noqa: ANN401 - any field of a recommendation
    """A record of the plan above, with other values where they are given."""
    assignment = {
        "owner_text": "Head of HR",
        "owners": [],
        "due": {"text": "May 2020", "kind": "by", "to": "2020-05"},
        "evidence": [],
    }
    item = {
        "number": "1",
        "text": "Train all staff in first aid",
        "status": "Agreed",
        "actions": [{"text": "A course will be held.", "kind": "action", "evidence": []}],
        "assignments": [assignment],
        "evidence": [],
    }
    whole = {
        "source": {"name": "plan.txt", "sha256": "0", "media_type": "text/plain"},
        "recommendations": [item | changes],
        "ledger": {"rows": 1, "loaded": 1},
    }
    return PlanRecord.model_validate_json(json.dumps(whole))


def shares(scores: Scores) -> tuple[float, float, float, float]:
    return scores.recs.share, scores.status.share, scores.text.share, scores.pairs.share


def test_what_is_read_in_full_scores_in_full() -> None:
    assert shares(compare(GOLD, record())) == (1, 1, 1, 1)


def test_what_is_not_read_scores_nothing() -> None:
    assert shares(compare(GOLD, None)) == (0, 0, 0, 0)


def test_each_figure_sees_its_own_fault() -> None:
    assert shares(compare(GOLD, record(number="2")))[0] == 0
    assert shares(compare(GOLD, record(status="Not Agreed"))) == (1, 0, 1, 1)
    assert compare(GOLD, record(text="Train all staff")).text.share == pytest.approx(2 * 3 / (6 + 3))
    assert compare(GOLD, record(assignments=[])).pairs == Tally(0, 1)


def test_case_marks_and_markup_make_no_difference() -> None:
    assert shares(compare(GOLD, record(text="<b>TRAIN all staff</b> in first aid."))) == (1, 1, 1, 1)


def test_an_owner_that_is_inherited_may_be_printed_or_not() -> None:
    (item,) = GOLD["recommendations"]
    inherited = GOLD | {"recommendations": [item | {"assignments": [item["assignments"][0] | {"inherited": True}]}]}
    blank = record().recommendations[0].assignments[0].model_copy(update={"owner_text": ""})
    read = record(assignments=[json.loads(blank.model_dump_json(by_alias=True))])
    assert compare(inherited, read).pairs.share == 1
    assert compare(GOLD, read).pairs.share == 0


def test_words_that_nothing_prints_are_found() -> None:
    assert invented(record(), TEXT) == []
    assert invented(record(text="Train all staff in second aid"), TEXT) == [("1", "second")]


def test_words_are_printed_too_where_an_edge_cut_them() -> None:
    assert invented(record(), TEXT.replace("staff", "sta\taff")) == []
    assert invented(record(), TEXT.replace("Train", "T\train")) == []
    assert invented(record(), TEXT.replace("staff", "st\t\n\n\nff")) == [("1", "staff")]


def loss(kind: Kind, role: Role, places: tuple[tuple[int, int], ...] = ()) -> Damage:
    return Damage(kind, "1", role, lost=("word",), places=places)


def marked(damage: Damage, read: PlanRecord | None) -> bool:
    return not unmarked(read, [damage])


def test_lost_words_are_marked_on_the_value_that_lost_them() -> None:
    torn = [{"text": "A course will be h", "kind": "action", "damaged": True, "evidence": []}]
    assert marked(loss(Kind.LOST_WORDS, Role.TEXT), record(damaged=True))
    assert marked(loss(Kind.LOST_WORDS, Role.RESPONSE), record(actions=torn))
    assert not marked(loss(Kind.LOST_WORDS, Role.TEXT), record(actions=torn))
    assert not marked(loss(Kind.LOST_WORDS, Role.TEXT), None)


def test_lost_numbers_are_marked_as_inferred() -> None:
    assert marked(loss(Kind.LOST_NUMBER, Role.NUMBER), record(number_inferred=True))
    assert not marked(loss(Kind.LOST_NUMBER, Role.NUMBER), record(damaged=True))


def test_a_flag_on_the_row_will_do() -> None:
    flagged = record().ledger.model_validate(
        {"rows": 1, "loaded": 1, "flagged": [{"reason": "x", "table": 2, "row": 3}]}
    )
    read = record().model_copy(update={"ledger": flagged})
    assert marked(loss(Kind.LOST_WORDS, Role.TEXT, ((2, 3),)), read)
    assert not marked(loss(Kind.LOST_WORDS, Role.TEXT, ((2, 4),)), read)


def test_what_loses_nothing_needs_no_mark() -> None:
    assert unmarked(None, [Damage(Kind.ECHO, "1", Role.RESPONSE, pieces=("wcrd",))]) == []
