"""The hand-made gold as plan records: the graph is tried on real plans without reading any document."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from answerable.extract.records import (
    Action,
    Assignment,
    DueDate,
    Evidence,
    Ledger,
    Mention,
    MentionType,
    Owner,
    PlanRecord,
    RationaleCategory,
    Recommendation,
    Source,
)
from answerable.ontology.iris import DEFAULT_BASE, mint
from tests.places import GOLD


@pytest.fixture(scope="session")
def gold() -> tuple[PlanRecord, ...]:
    """The gold as records; each value stands in a row of its own."""
    files = sorted(GOLD.glob("*.json"))
    if not files:
        pytest.skip(f"the gold annotations are not at {GOLD}")
    return tuple(map(_record, files))


def _record(path: Path) -> PlanRecord:
    gold = json.loads(path.read_text(encoding="utf-8"))
    rows = _Rows()
    plan = gold["plan"]
    recommendations = tuple(_recommendation(each, rows) for each in gold["recommendations"])
    mentions = tuple(_mention(each, rows) for each in gold["mentions"] if each["recommendations"])
    return PlanRecord(
        source=Source(name=gold["source"], sha256=sha256(path.read_bytes()).hexdigest(), media_type="text/plain"),
        title=plan["title"],
        submitted=plan["plan_submitted"],
        updated=plan["plan_updated"],
        report_published=plan["report_published"],
        inspectorates=tuple(plan["inspectorate"]),
        inspected_body=plan["inspected"],
        declared_totals=plan["declared_totals"],
        recommendations=recommendations,
        mentions=mentions,
        evidence=(rows.next("title", plan["title"]),),
        ledger=Ledger(rows=rows.count, loaded=rows.count),
    )


class _Rows:
    def __init__(self) -> None:
        self.count = 0

    def next(self, field: str, quote: str, recommendation: str | None = None) -> Evidence:
        self.count += 1
        return Evidence(
            field=field,
            rule="hand",
            quote=quote,
            table=1,
            row=self.count,
            start=self.count * 10_000,
            end=self.count * 10_000 + len(quote),
            recommendation=recommendation,
        )


def _recommendation(gold: dict[str, Any], rows: _Rows) -> Recommendation:
    return Recommendation(
        number=gold["number"],
        number_inferred=gold.get("number_inferred", False),
        addressee=gold["addressee"],
        text=gold["text"],
        text_raw=gold.get("text_raw"),
        status=gold["status"],
        repeated=gold["repeated"],
        rationale=gold["rationale"],
        rationale_categories=tuple(
            RationaleCategory(category=category, stated=False) for category in gold["rationale_categories"]
        ),
        actions=tuple(_action(each, rows) for each in gold["actions"]),
        assignments=tuple(_assignment(each, rows) for each in gold["assignments"]),
        evidence=(rows.next("text", gold["text"]), rows.next("status", gold["status"])),
    )


def _action(gold: dict[str, Any], rows: _Rows) -> Action:
    kind = {"bullet-detail": "bullet"}.get(gold["kind"], gold["kind"])
    return Action(label=gold["label"], text=gold["text"], kind=kind, evidence=(rows.next("text", gold["text"]),))


def _assignment(gold: dict[str, Any], rows: _Rows) -> Assignment:
    owners = tuple(Owner(text=text, iri=mint(DEFAULT_BASE, "post", text)) for text in gold["owners"])
    evidence = [rows.next("owner", gold["owner_text"]), rows.next("due", gold["date_text"] or "")]
    if gold["update_text"]:
        evidence.append(rows.next("update", gold["update_text"]))
    return Assignment(
        owner_text=gold["owner_text"],
        owners=owners,
        due=_due(gold["date_text"], gold["date"]),
        actions=None if gold["action_index"] is None else tuple(gold["action_index"]),
        certain=gold["certain"],
        update=gold["update_text"],
        revised_text=gold["revised_text"],
        revised_due=_due(gold["revised_text"], gold["revised"]) if gold["revised"] else None,
        evidence=tuple(evidence),
    )


def _due(text: str | None, gold: dict[str, Any]) -> DueDate:
    return DueDate.model_validate({"text": text or "", "edtf": gold["to"] or gold["from"], **gold})


def _mention(gold: dict[str, Any], rows: _Rows) -> Mention:
    numbers = tuple(gold["recommendations"])
    return Mention(
        label=gold["name"],
        acronym=gold["acronym"],
        type=MentionType(gold["type"]),
        iri=mint(DEFAULT_BASE, gold["type"], gold["name"]),
        rule="hand",
        surfaces=tuple(gold["surface"]),
        recommendations=numbers,
        evidence=tuple(rows.next("name", gold["name"], number) for number in numbers),
    )
