"""Plans of our own invention, made of as few words as a test needs; every value stands in a row of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256

from answerable.extract.names import Glossary, post_key
from answerable.extract.records import (
    Action,
    ActionKind,
    Assignment,
    DueDate,
    DueKind,
    Evidence,
    Ledger,
    Owner,
    PlanRecord,
    Recommendation,
    Source,
    Status,
)
from answerable.ontology.iris import DEFAULT_BASE, mint

HARBOUR = mint(DEFAULT_BASE, "organisation", "Harbour Board")
LIGHTS = mint(DEFAULT_BASE, "organisation", "Lights Trust")


def post(title: str, organisation: str = HARBOUR) -> Owner:
    """A post under the address that reading gives it."""
    where = organisation.rsplit("/", 1)[-1]
    iri = mint(DEFAULT_BASE, "post", where, post_key(title, Glossary()))
    return Owner(text=title, iri=iri, organisation=organisation)


def due(to: str | None, kind: DueKind = DueKind.BY, text: str | None = None) -> DueDate:
    return DueDate(text=text or to or "", kind=kind, to=to, edtf=to)


@dataclass
class Sheet:
    """Counts the rows, so that every piece of evidence has a place of its own."""

    row: int = 0
    page: int | None = None
    pieces: list[Evidence] = field(default_factory=list)

    def says(self, name: str, quote: str) -> Evidence:
        self.row += 1
        piece = Evidence(field=name, rule="by hand", quote=quote, page=self.page, table=1, row=self.row, column=1)
        self.pieces.append(piece)
        return piece


SHEET = Sheet()


def assigned(
    *owners: Owner,
    by: DueDate | str | None = "2020-04",
    update: str | None = None,
    revised: DueDate | None = None,
    actions: tuple[int, ...] | None = None,
) -> Assignment:
    date = by if isinstance(by, DueDate) else due(by)
    evidence = [SHEET.says("owner", owner.text) for owner in owners] + [SHEET.says("due", date.text)]
    if update:
        evidence.append(SHEET.says("update", update))
    return Assignment(
        owner_text="; ".join(owner.text for owner in owners),
        owners=owners,
        due=date,
        actions=actions,
        update=update,
        revised_text=revised.text if revised else None,
        revised_due=revised,
        evidence=tuple(evidence),
    )


def recommendation(
    number: str,
    text: str,
    *assignments: Assignment,
    status: Status | None = Status.AGREED,
    repeated: bool = False,
    actions: tuple[str, ...] = (),
) -> Recommendation:
    evidence = [SHEET.says("text", text)] + ([SHEET.says("status", status)] if status else [])
    return Recommendation(
        number=number,
        text=text,
        status=status,
        repeated=repeated,
        actions=tuple(
            Action(text=each, kind=ActionKind.ACTION, evidence=(SHEET.says("text", each),)) for each in actions
        ),
        assignments=assignments,
        evidence=tuple(evidence),
    )


def plan(
    name: str,
    *recommendations: Recommendation,
    submitted: str | None = "2020-02-28",
    updated: str | None = None,
    report: str | None = "2020-03-03",
    body: str = "Harbour Board",
    media_type: str = "text/plain",
) -> PlanRecord:
    title = f"the inspection of the {body}"
    return PlanRecord(
        source=Source(name=name, sha256=sha256(name.encode()).hexdigest(), media_type=media_type),
        title=title,
        submitted=submitted,
        updated=updated,
        report_published=report,
        inspected_body=body,
        inspected_iri=mint(DEFAULT_BASE, "organisation", body),
        recommendations=recommendations,
        evidence=(SHEET.says("title", title),),
        ledger=Ledger(rows=len(recommendations), loaded=len(recommendations)),
    )
