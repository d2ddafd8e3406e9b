"""What differs between a record and the gold lowers one figure, and is told with the words of the document."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from answerable.extract.accuracy import Accuracy, Gold, GoldError, Mistake, compare, load_gold
from tests.places import EXAMPLES

if TYPE_CHECKING:
    from answerable.extract.records import PlanRecord

    Compares = Callable[[Callable[[dict[str, Any]], None]], Accuracy]


def unchanged(_: dict[str, Any]) -> None:
    return


def differing(compared: Compares, change: Callable[[dict[str, Any]], None]) -> tuple[set[str], list[Mistake]]:
    """Give the figures that a change of the gold lowers, and the mistakes that it adds."""
    before, after = compared(unchanged), compared(change)
    shares = before.shares()
    lower = {name for name, share in after.shares().items() if (share.value or 0) < (shares[name].value or 0)}
    return lower, [each for each in after.plans[0].mistakes if each not in before.plans[0].mistakes]


def test_another_date_lowers_the_dates_and_shows_the_printed_one(compared: Compares) -> None:
    def change(gold: dict[str, Any]) -> None:
        pair = gold["recommendations"][0]["assignments"][0]
        pair["date"] = {"kind": "by", "from": None, "to": "1999-01"}

    lower, (mistake,) = differing(compared, change)
    assert (lower, mistake.recommendation, mistake.gold) == ({"dates"}, "1", "by 1999-01")
    assert [item.field for item in mistake.words] == ["due"]


def test_what_the_gold_allows_beside_its_own_reading_is_right(compared: Compares) -> None:
    def change(gold: dict[str, Any]) -> None:
        pair = gold["recommendations"][0]["assignments"][0]
        pair["date_alternatives"] = [pair["date"]]
        pair["date"] = {"kind": "none", "from": None, "to": None}

    assert differing(compared, change) == (set(), [])


def test_a_missed_thing_is_told_with_the_words_that_hold_it(compared: Compares) -> None:
    def change(gold: dict[str, Any]) -> None:
        thing = {"name": "Tenancy", "acronym": None, "surface": ["tenancy"], "type": "policy", "recommendations": ["1"]}
        gold["mentions"].append(thing)

    lower, (mistake,) = differing(compared, change)
    assert lower == {"mentions", "links"}
    assert (mistake.gold, mistake.read) == ("Tenancy (policy)", None)
    assert all("tenanc" in item.quote.lower() for item in mistake.words)


@pytest.mark.parametrize("mark", ["optional", "only_nested"])
def test_what_a_reader_may_list_or_leave_out_counts_neither_way(compared: Compares, mark: str) -> None:
    def change(gold: dict[str, Any]) -> None:
        thing = {"name": "Nobody Prints This", "type": "policy", "recommendations": ["1"], mark: True}
        gold["mentions"].append(thing)

    assert differing(compared, change) == (set(), [])


def test_a_missed_recommendation_has_all_that_it_holds_missed(compared: Compares) -> None:
    def change(gold: dict[str, Any]) -> None:
        gold["recommendations"].append({**gold["recommendations"][0], "number": "99"})

    lower, mistakes = differing(compared, change)
    assert {"recs", "text", "status", "pairs", "actions", "align", "owners"} <= lower
    assert mistakes[0].measure == "recs"
    assert {mistake.recommendation for mistake in mistakes} == {"99"}


def test_gold_without_a_record_counts_unless_only_a_part_is_asked_for(compared: Compares, read: PlanRecord) -> None:
    def other(gold: dict[str, Any]) -> None:
        gold["source"] = "other.txt"

    held = compared(other)
    golds = {"2023-somewhere-to-go": GOLD, "other": GOLD}
    assert compare(golds, [read], partial=True).shares()["recs"] == held.shares()["recs"]
    recs = compare(golds, [read]).shares()["recs"]
    assert (recs.right, recs.of) == (14, 14 + 7)


def test_a_record_that_no_gold_is_of_is_told(read: PlanRecord) -> None:
    accuracy = compare({"something-else": GOLD}, [read], partial=True)
    assert (accuracy.plans, accuracy.strangers) == ((), ("2023-somewhere-to-go.txt",))


def test_the_longest_name_is_meant_where_two_begin_alike(read: PlanRecord) -> None:
    accuracy = compare({"2023": NOTHING, "2023-somewhere": GOLD}, [read], partial=True)
    assert accuracy.shares()["recs"].value == 1


def test_gold_that_does_not_fit_is_named_with_file_and_field(tmp_path: Path) -> None:
    (tmp_path / "plan.json").write_text('{"plan": {}, "recommendations": [{"number": "1"}]}')
    with pytest.raises(GoldError, match=r"plan\.json: recommendations\.0\.text: Field required; docs/reference"):
        load_gold(tmp_path)


def test_a_folder_without_gold_says_what_is_wanted(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"no gold here; --gold wants a folder of NAME\.json"):
        load_gold(tmp_path)


GOLD = load_gold(EXAMPLES.parent / "gold")["2023-somewhere-to-go"]
NOTHING = Gold.model_validate({"plan": {}})
