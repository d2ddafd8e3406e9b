"""Two plans of our own invention as records. Their quotes stand at their offsets in a text that is made with them."""

from __future__ import annotations

from hashlib import sha256

import pytest

from answerable.extract.records import (
    Action,
    ActionKind,
    Assignment,
    DueDate,
    DueKind,
    Evidence,
    Flag,
    Ignored,
    Ledger,
    Mention,
    MentionType,
    Owner,
    PlanRecord,
    RationaleCategory,
    Recommendation,
    Source,
    Status,
)
from answerable.graph import Store, write_snapshot
from answerable.ontology.iris import DEFAULT_BASE, mint


class Paper:
    """A text that grows with each thing written on it, and gives the evidence for it."""

    def __init__(self) -> None:
        self.text = ""

    def says(self, field: str, quote: str, recommendation: str | None = None) -> Evidence:
        start = len(self.text)
        self.text += quote + "\n"
        row = self.text.count("\n")
        return Evidence(
            field=field,
            rule="by hand",
            quote=quote,
            start=start,
            end=start + len(quote),
            table=1,
            row=row,
            column=1,
            recommendation=recommendation,
        )


def holder(text: str, kind: MentionType = MentionType.ROLE, **fields: object) -> Owner:
    return Owner.model_validate({"text": text, "iri": mint(DEFAULT_BASE, "post", text), "kind": kind, **fields})


def due(text: str, kind: DueKind, start: str | None = None, end: str | None = None) -> DueDate:
    return DueDate.model_validate({"text": text, "kind": kind, "from": start, "to": end, "edtf": end or start})


def assigned(paper: Paper, owners: list[Owner], when: DueDate, **fields: object) -> Assignment:
    printed = " and ".join(owner.text for owner in owners)
    evidence = [paper.says("owner", printed), paper.says("due", when.text)]
    if update := fields.get("update"):
        evidence.append(paper.says("update", str(update)))
    values = {"owner_text": printed, "owners": tuple(owners), "due": when, "evidence": tuple(evidence)}
    return Assignment.model_validate(values | fields)


def action(paper: Paper, text: str, kind: ActionKind = ActionKind.ACTION, label: str | None = None) -> Action:
    return Action(label=label, text=text, kind=kind, evidence=(paper.says("text", text),))


def harbour() -> PlanRecord:
    """A region's plan: a joint assignment, a promise in words that print it, a partial answer, an update."""
    paper = Paper()
    head, signals = holder("Head of Signals"), holder("Lamp Officers")
    chief = holder("Chief Pilot", organisation=mint(DEFAULT_BASE, "organisation", "Harbour Board"))
    first = Recommendation(
        number="1",
        addressee="Harbour Board",
        text="Light every lamp at dusk",
        status=Status.AGREED,
        evidence=(paper.says("text", "Light every lamp at dusk"), paper.says("status", "Agreed")),
        actions=(
            action(paper, "The main actions are:", ActionKind.CONTEXT),
            action(paper, "Lamps will be logged in TIDE each night.", label="1.1"),
            action(paper, "A rota will be agreed.", label="1.2"),
        ),
        assignments=(
            assigned(paper, [head, signals], due("April 2020", DueKind.BY, end="2020-04"), actions=(1,)),
            assigned(paper, [chief], due("Ongoing", DueKind.ONGOING), certain=False, actions=(2,)),
        ),
    )
    second = Recommendation(
        number="10",
        text="Buy a second pilot boat",
        status=Status.PARTLY_AGREED,
        rationale="This is subject to funding.",
        rationale_categories=(
            RationaleCategory(category="affordability", stated=True),
            RationaleCategory(category="operational", stated=False),
        ),
        damaged=True,
        evidence=(
            paper.says("text", "Buy a second pilot boat"),
            paper.says("rationale", "This is subject to funding."),
        ),
        assignments=(
            assigned(
                paper,
                [head],
                due("31 February 2021", DueKind.BY, end="2021-02-31"),
                update="The boat is afloat.",
                revised_text="Closed",
                revised_due=due("Closed", DueKind.COMPLETED),
            ),
        ),
    )
    words = paper.text
    tide = words.index("TIDE")
    return PlanRecord(
        source=Source(name="harbour.txt", sha256=sha256(b"harbour").hexdigest(), media_type="text/plain"),
        title="the inspection of the harbour",
        submitted="2020-02-28",
        updated="2021-03-01",
        report_published="2020-03-03",
        inspectorates=("Inspectorate of Harbours",),
        inspected_body="Harbour Board",
        inspected_iri=mint(DEFAULT_BASE, "organisation", "Harbour Board"),
        declared_totals={"Agreed": 1, "Partly Agreed": 1, "Not Agreed": 0, "Total": 2},
        recommendations=(first, second),
        mentions=(
            Mention(
                label="Tidal Information and Duty Exchange",
                acronym="TIDE",
                type=MentionType.SYSTEM,
                iri=mint(DEFAULT_BASE, "system", "Tidal Information and Duty Exchange"),
                rule="gazetteer",
                surfaces=("TIDE",),
                recommendations=("1",),
                evidence=(
                    Evidence(
                        field="name",
                        rule="gazetteer",
                        quote="TIDE",
                        start=tide,
                        end=tide + 4,
                        table=1,
                        row=words[:tide].count("\n") + 1,
                        column=1,
                        recommendation="1",
                    ),
                ),
            ),
        ),
        evidence=(paper.says("title", "the inspection of the harbour"),),
        ledger=Ledger(
            rows=9,
            loaded=6,
            ignored=(Ignored(reason="definitions", rows=2),),
            flagged=(Flag(reason="a row of no recommendation", rows=1, table=1, row=9),),
        ),
    )


def lighthouse() -> PlanRecord:
    """A plan with a concern that is not agreed, held by the same post as in the harbour's plan."""
    paper = Paper()
    concern = Recommendation(
        number="1",
        kind="concern",
        level="priority",
        text='The stairs are "steep" \\ worn',
        status=Status.NOT_AGREED,
        repeated=True,
        evidence=(paper.says("text", 'The stairs are "steep" \\ worn'),),
        assignments=(assigned(paper, [holder("Head of Signals")], due("2021", DueKind.BY, end="2021")),),
    )
    return PlanRecord(
        source=Source(name="lighthouse.txt", sha256=sha256(b"lighthouse").hexdigest(), media_type="text/plain"),
        title="the inspection of the lighthouse",
        report_published="2021-01-05",
        inspected_body="Old Lighthouse",
        recommendations=(concern,),
        evidence=(paper.says("title", "the inspection of the lighthouse"),),
        ledger=Ledger(rows=2, loaded=2),
    )


@pytest.fixture(scope="session")
def records() -> tuple[PlanRecord, ...]:
    return harbour(), lighthouse()


@pytest.fixture(scope="session")
def store(records: tuple[PlanRecord, ...], tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("snapshots") / "sea"
    write_snapshot(records, folder)
    return Store.open(folder)
