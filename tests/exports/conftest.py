"""Two invented plans that share a director, as records, as a store, as the view and as the page."""

from collections.abc import Callable
from hashlib import sha256

import pytest

from answerable.exports.view import View, read_view, render
from answerable.extract.records import (
    Action,
    ActionKind,
    Assignment,
    DueDate,
    DueKind,
    Evidence,
    Ledger,
    Mention,
    MentionType,
    Owner,
    PlanRecord,
    Recommendation,
    Source,
    Status,
)
from answerable.graph.snapshot import write_snapshot
from answerable.graph.store import Store
from answerable.ontology.iris import DEFAULT_BASE, mint, slug

BODY = "Northmoor CRC"
HOSTILE = (
    "<script>alert('x')</script>",
    '</script><img src="https://elsewhere.example/x.png" onerror="alert(1)">',
    "\"quoted\" & 'quoted' <!-- {{ heading }} {% raw %}",
    "\u202eturned round\u202c \u2066and again",
    "line\u2028and paragraph\u2029separators",
    "Deputy " * 57,
)


class Rows:
    """Counts rows up, so that each quote stands in a place of its own."""

    def __init__(self) -> None:
        self.count = 0

    def quote(self, field: str, text: str, about: str | None = None) -> Evidence:
        self.count += 1
        return Evidence(
            field=field,
            rule=f"{field} column",
            quote=text,
            page=1,
            table=1,
            row=self.count,
            column=1,
            recommendation=about,
        )


def assignment(
    rows: Rows, owners: str, due: str, to: str | None, *, kind: DueKind = DueKind.BY, body: str = BODY
) -> Assignment:
    holders = tuple(
        Owner(
            text=name,
            iri=mint(DEFAULT_BASE, "post", body, name),
            organisation=mint(DEFAULT_BASE, "organisation", body),
        )
        for name in owners.split("; ")
    )
    return Assignment(
        owner_text=owners,
        owners=holders,
        due=DueDate(text=due, kind=kind, to=to),
        evidence=(rows.quote("owner", owners), rows.quote("due", due)),
    )


def updated(rows: Rows, given: Assignment, update: str, revised: str, to: str) -> Assignment:
    due = DueDate(text=revised, kind=DueKind.BY, to=to)
    evidence = (*given.evidence, rows.quote("update", update), rows.quote("revised", revised))
    changed = {"update": update, "revised_text": revised, "revised_due": due, "evidence": evidence}
    return given.model_copy(update=changed)


def recommendation(rows: Rows, number: str, status: Status, *assignments: Assignment) -> Recommendation:
    text, action = f"Improve the work of recommendation {number}.", f"We will do what recommendation {number} asks."
    return Recommendation(
        number=number,
        text=text,
        status=status,
        actions=(Action(text=action, kind=ActionKind.ACTION, evidence=(rows.quote("action", action),)),),
        assignments=assignments,
        evidence=(rows.quote("text", text), rows.quote("status", status.value)),
    )


def plan(
    year: int,
    rows: Rows,
    recommendations: tuple[Recommendation, ...],
    mentions: tuple[Mention, ...] = (),
    body: str = BODY,
) -> PlanRecord:
    name, title = f"{slug(body)}-{year}.txt", f"an inspection of {body}, {year}"
    return PlanRecord(
        source=Source(name=name, sha256=sha256(name.encode()).hexdigest(), media_type="text/plain"),
        title=title,
        submitted=f"{year}-03-02",
        report_published=f"{year}-03-01",
        inspected_body=body,
        inspected_iri=mint(DEFAULT_BASE, "organisation", body),
        recommendations=recommendations,
        mentions=mentions,
        evidence=(
            rows.quote("title", title),
            rows.quote("submitted", f"02/03/{year}"),
            rows.quote("report_published", f"1 March {year}"),
        ),
        ledger=Ledger(rows=rows.count, loaded=rows.count),
    )


@pytest.fixture(scope="session")
def records() -> tuple[PlanRecord, ...]:
    old, new = Rows(), Rows()
    oasys = Mention(
        label="Offender Assessment System",
        acronym="OASys",
        type=MentionType.SYSTEM,
        iri=mint(DEFAULT_BASE, "system", "Offender Assessment System"),
        rule="gazetteer",
        surfaces=("OASys",),
        recommendations=("1", "2"),
        evidence=(
            new.quote("name", "OASys", about="1"),
            new.quote("name", "OASys", about="2"),
        ),
    )
    return (
        plan(
            2019,
            old,
            (
                recommendation(
                    old,
                    "1",
                    Status.AGREED,
                    assignment(old, "Regional Managers", "April 2019", "2019-04"),
                    assignment(old, "Regional Managers", "Ongoing", None, kind=DueKind.ONGOING),
                    assignment(old, "Director of Operations", "June 2019", "2019-06"),
                ),
                recommendation(
                    old, "2", Status.NOT_AGREED, assignment(old, "Regional Managers", "May 2019", "2019-05")
                ),
            ),
        ),
        plan(
            2020,
            new,
            (
                recommendation(
                    new,
                    "1",
                    Status.PARTLY_AGREED,
                    updated(
                        new,
                        assignment(new, "Director of Operations; Head of Community Payback", "July 2020", "2020-07"),
                        "Half of it is done.",
                        "March 2021",
                        "2021-03",
                    ),
                ),
                recommendation(
                    new, "2", Status.AGREED, assignment(new, "Head of Community Payback", "30 April 2020", "2020-04-30")
                ),
            ),
            (oasys,),
        ),
    )


@pytest.fixture(scope="session")
def store(records: tuple[PlanRecord, ...], tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("snapshot") / "store"
    write_snapshot(records, folder)
    return Store.open(folder)


@pytest.fixture(scope="session")
def view(store: Store) -> View:
    return read_view(store)


@pytest.fixture(scope="session")
def html(view: View) -> str:
    return render(view)[0]


@pytest.fixture(scope="session")
def hostile_store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    rows = Rows()
    duties = [assignment(rows, name, name[:40], "2020-07") for name in HOSTILE]
    folder = tmp_path_factory.mktemp("hostile") / "store"
    write_snapshot([plan(2020, rows, (recommendation(rows, HOSTILE[0], Status.AGREED, *duties),))], folder)
    return Store.open(folder)


@pytest.fixture(scope="session")
def namesakes(tmp_path_factory: pytest.TempPathFactory) -> View:
    records = []
    for body in ("HMP Eastmoor", "HMP Westmoor"):
        rows = Rows()
        duty = assignment(rows, "Governor", "July 2020", "2020-07", body=body)
        records.append(plan(2020, rows, (recommendation(rows, "1", Status.AGREED, duty),), body=body))
    folder = tmp_path_factory.mktemp("namesakes") / "store"
    write_snapshot(records, folder)
    return read_view(Store.open(folder))


@pytest.fixture(scope="session")
def hostile_names() -> tuple[str, ...]:
    return HOSTILE


@pytest.fixture(scope="session")
def many_plans() -> Callable[[int, int], list[PlanRecord]]:
    """Give a function that makes so many plans of so many recommendations, each with a name of several lines."""

    def make(plans: int, recommendations: int) -> list[PlanRecord]:
        made = []
        for number in range(plans):
            rows = Rows()
            body = f"Begin{number} Northmoor, Eastmoor and Westmoor Rehabilitation Company of the Long Name End{number}"
            demands = tuple(
                recommendation(
                    rows,
                    str(each + 1),
                    Status.AGREED,
                    assignment(rows, f"Head of Unit {each}", "July 2020", "2020-07", body=body),
                )
                for each in range(recommendations)
            )
            made.append(plan(2020, rows, demands, body=body))
        return made

    return make
