"""What changed between two builds, plan by plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from answerable.graph import Store, write_snapshot
from answerable.graph.changes import ChangeKind
from answerable.graph.changes.builds import differences
from answerable.graph.changes.difference import DifferenceKind, PlanDifference
from answerable.graph.errors import DamagedSnapshotError
from answerable.graph.layout import RECORDS_FILE
from answerable.graph.snapshots.records import SnapshotRecords
from tests.graph.invented import assigned, plan, post, recommendation

if TYPE_CHECKING:
    from pathlib import Path

    from answerable.extract.records import PlanRecord, Recommendation

PILOT = post("Chief Pilot")


def lamps(by: str = "2020-04", *, repeated: bool = False) -> Recommendation:
    return recommendation("1", "Light every lamp at dusk", assigned(PILOT, by=by), repeated=repeated)


def found(folder: Path, old: list[PlanRecord], new: list[PlanRecord]) -> list[PlanDifference]:
    for name, records in (("old", old), ("new", new)):
        write_snapshot(records, folder / name)
    one, other = (SnapshotRecords(Store.open(folder / name).directory) for name in ("old", "new"))
    return list(differences(one, other))


def test_equal_builds_do_not_differ(tmp_path: Path) -> None:
    assert found(tmp_path, [plan("a.txt", lamps())], [plan("a.txt", lamps())]) == []


def test_plans_come_and_go(tmp_path: Path) -> None:
    one, other = plan("a.txt", lamps()), plan("b.txt", lamps(), body="Lights Trust")
    kinds = {each.document: each.kind for each in found(tmp_path, [one], [other])}
    assert kinds == {"a.txt": DifferenceKind.WITHDRAWN, "b.txt": DifferenceKind.ADDED}


def test_a_changed_plan_tells_its_changes_though_its_file_has_another_name(tmp_path: Path) -> None:
    (difference,) = found(tmp_path, [plan("a.txt", lamps())], [plan("a-corrected.txt", lamps("2020-06"))])
    assert (difference.kind, difference.document) == (DifferenceKind.CHANGED, "a-corrected.txt")
    assert [(each.kind, each.days) for each in difference.changes] == [(ChangeKind.DATE_SLIPPED, 61)]


def test_an_update_is_compared_with_the_plan_that_it_updates(tmp_path: Path) -> None:
    first = plan("a.txt", lamps())
    update = plan("update.txt", lamps("2021-04"), updated="2021-03-01")
    (difference,) = found(tmp_path, [first], [first, update])
    assert (difference.kind, difference.document) == (DifferenceKind.UPDATED, "update.txt")
    assert [(each.kind, each.days) for each in difference.changes] == [(ChangeKind.DATE_SLIPPED, 365)]


def test_a_recommendation_that_came_back_is_told_once(tmp_path: Path) -> None:
    plain, back = plan("a.txt", lamps()), plan("a.txt", lamps(repeated=True))
    (difference,) = found(tmp_path / "one", [plain], [back])
    assert (difference.changes, difference.returned) == ((), ("1",))
    assert found(tmp_path / "other", [back], [back]) == []


def test_another_rule_for_the_same_words_is_no_difference(tmp_path: Path) -> None:
    first = plan("a.txt", lamps())
    evidence = tuple(piece.model_copy(update={"rule": "another"}) for piece in first.evidence)
    assert found(tmp_path, [first], [first.model_copy(update={"evidence": evidence})]) == []


@pytest.mark.parametrize("damage", [b"{}\n", b""])
def test_damaged_records_are_refused(tmp_path: Path, damage: bytes) -> None:
    write_snapshot([plan("a.txt", lamps())], tmp_path / "s")
    folder = Store.open(tmp_path / "s").directory
    (folder / RECORDS_FILE).write_bytes(damage)
    with pytest.raises(DamagedSnapshotError, match=r"records\.jsonl "):
        SnapshotRecords(folder)
