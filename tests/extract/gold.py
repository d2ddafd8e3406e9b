"""Hand-made gold beside a plan, and the record that was read of it, as lists of what each field says.

The items of one field can be compared one by one, or as a share where a floor is set (`share`): twice the
number of equal items over the number of items in both, so that what is missed and what is invented count alike.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from answerable.extract.records import PlanRecord

__all__ = ["FIELDS", "Items", "items_in_gold", "items_of_gold", "items_of_record", "share"]

Items = Mapping[str, list[Hashable]]
"""What each field says, in reading order; every item begins with the number of its recommendation."""

FIELDS: Final = (
    "title",
    "days",
    "inspectorates",
    "totals",
    "body",
    "numbers",
    "status",
    "text",
    "concern",
    "addressee",
    "repeated",
    "rationale",
    "categories",
    "pairs",
    "owners",
    "dates",
    "certain",
    "updates",
    "revised",
    "actions",
    "labels",
    "kinds",
    "links",
)


def items_of_gold(path: Path) -> Items:
    """Give what a gold file says."""
    return items_in_gold(json.loads(path.read_text("utf-8")))


def items_in_gold(gold: Mapping[str, Any]) -> Items:
    """Give what gold says that is in memory already."""
    plan = gold["plan"]
    header: dict[str, Sequence[Hashable]] = {
        "title": [plan["title"]],
        "days": [plan["plan_submitted"], plan["plan_updated"], plan["report_published"]],
        "inspectorates": sorted(plan["inspectorate"]),
        "totals": sorted((plan["declared_totals"] or {}).items()),
        "body": [_without_brackets(plan["inspected"])],
    }
    return _gathered(header, (_said_by_gold(each) for each in gold["recommendations"]))


def items_of_record(record: PlanRecord) -> Items:
    """Give what a record says."""
    header: dict[str, Sequence[Hashable]] = {
        "title": [record.title],
        "days": [record.submitted, record.updated, record.report_published],
        "inspectorates": sorted(record.inspectorates),
        "totals": sorted((record.declared_totals or {}).items()),
        "body": [_without_brackets(record.inspected_body or "")],
    }
    return _gathered(header, (_said_by_record(each.model_dump(by_alias=True)) for each in record.recommendations))


def share(expected: Sequence[Hashable], found: Sequence[Hashable]) -> float:
    """Give how far two lists agree, from 0 to 1, whatever their order."""
    both = (Counter(expected) & Counter(found)).total()
    return 2 * both / (len(expected) + len(found)) if expected or found else 1.0


def _gathered(header: Mapping[str, Sequence[Hashable]], recommendations: Iterator[dict[str, list[Any]]]) -> Items:
    gathered: dict[str, list[Hashable]] = {name: list(header.get(name, ())) for name in FIELDS}
    for said in recommendations:
        (number,) = said.pop("numbers")
        gathered["numbers"].append(number)
        for name, items in said.items():
            gathered[name].extend((number, item) for item in items)
    return gathered


def _said_by_gold(gold: dict[str, Any]) -> dict[str, list[Any]]:
    texts = [fold(action["text"]) for action in gold["actions"]]
    kinds = [{"bullet-detail": "bullet"}.get(action["kind"], action["kind"]) for action in gold["actions"]]
    pairs = [(pair["owner_text"], pair["date_text"] or "") for pair in gold["assignments"]]
    links = [_acting(pair["action_index"], texts, kinds) for pair in gold["assignments"]]
    return {
        **_answer(gold),
        "concern": [(gold.get("kind", "recommendation"), gold.get("level"))],
        "categories": sorted(gold["rationale_categories"]),
        "pairs": pairs,
        "owners": [(pair["owner_text"], tuple(map(fold, pair["owners"]))) for pair in gold["assignments"]],
        "dates": [(pair["date_text"] or "", *_date(pair["date"])) for pair in gold["assignments"]],
        "certain": [pair["certain"] for pair in gold["assignments"]],
        "updates": [fold(pair["update_text"]) for pair in gold["assignments"]],
        "revised": [(pair["revised_text"], *_date(pair["revised"])) for pair in gold["assignments"]],
        "actions": texts,
        "labels": [(action["label"], text) for action, text in zip(gold["actions"], texts, strict=True)],
        "kinds": list(zip(kinds, texts, strict=True)),
        "links": list(zip(pairs, links, strict=True)),
    }


def _said_by_record(read: dict[str, Any]) -> dict[str, list[Any]]:
    texts = [fold(action["text"]) for action in read["actions"]]
    kinds = [action["kind"].value for action in read["actions"]]
    pairs = [(pair["owner_text"], pair["due"]["text"]) for pair in read["assignments"]]
    links = [_acting(pair["actions"], texts, kinds) for pair in read["assignments"]]
    return {
        **_answer(read),
        "concern": [(read["kind"], read["level"])],
        "categories": sorted(each["category"] for each in read["rationale_categories"]),
        "pairs": pairs,
        "owners": [
            (pair["owner_text"], tuple(fold(owner["text"]) for owner in pair["owners"])) for pair in read["assignments"]
        ],
        "dates": [(pair["due"]["text"], *_date(pair["due"])) for pair in read["assignments"]],
        "certain": [pair["certain"] for pair in read["assignments"]],
        "updates": [fold(pair["update"]) for pair in read["assignments"]],
        "revised": [(pair["revised_text"], *_date(pair["revised_due"])) for pair in read["assignments"]],
        "actions": texts,
        "labels": [(action["label"], text) for action, text in zip(read["actions"], texts, strict=True)],
        "kinds": list(zip(kinds, texts, strict=True)),
        "links": list(zip(pairs, links, strict=True)),
    }


def _answer(said: dict[str, Any]) -> dict[str, list[Any]]:
    """What gold and record call by the same names."""
    return {
        "numbers": [said["number"]],
        "status": [said["status"] and str(said["status"])],
        "text": [fold(said["text"])],
        "addressee": [said["addressee"]],
        "repeated": [said["repeated"]],
        "rationale": [FORMULA.sub("", fold(said["rationale"]))],
    }


FORMULA: Final = re.compile(
    r"(?:This recommendation is )?(?:not agreed|partly agreed|agreed in part)\. (?=\S)", re.IGNORECASE
)
"""What says the answer and no reason opens some rationales of the gold; a reason is what is compared."""


def fold(text: str | None) -> str:
    """Fold white space; what ends a text in print and in gold may differ by a full stop."""
    return re.sub(r"\s+", " ", text or "").strip().rstrip(".;,")


def _without_brackets(name: str) -> str:
    """The gold puts an acronym in brackets wherever the plan gives it; the header may not."""
    return fold(re.sub(r"\([^()]*\)", " ", name))


def _date(date: dict[str, Any] | None) -> tuple[str, str | None, str | None]:
    return (str(date["kind"]), date["from"], date["to"]) if date else ("none", None, None)


def _acting(indexes: list[int] | None, texts: list[str], kinds: list[str]) -> tuple[str, ...] | None:
    """The commitments among linked actions, or all that is linked where none of it is one; None where nothing is."""
    linked = indexes or ()
    return tuple(texts[i] for i in linked if kinds[i] == "action") or tuple(texts[i] for i in linked) or None
