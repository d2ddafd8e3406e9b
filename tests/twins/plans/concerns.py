"""A prison's reply to priority and key concerns, which have no answers, under headings over all columns."""

from __future__ import annotations

from tests.twins.plan import Block, Deed, Duty, Plan, Reply, Said, Topic

__all__ = ["CONCERNS"]


def _concern(number: str, level: str, text: str, *rows: tuple[str, str, str, Said]) -> Reply:
    deeds = tuple(Deed(deed) for deed, *_ in rows)
    duties = tuple(Duty(owner, due, said, (index,)) for index, (_, owner, due, said) in enumerate(rows))
    return Reply(number, text, (Block(deeds, duties),), level=level)


CONCERNS = Plan(
    name="prison-concerns",
    before=(
        "HM Prison & Probation Service",
        "Action Plan: HMP Calder Moss",
        "Action Plan Submitted: 9 January 2024",
        "A Response to the HMI Prisons Inspection: HMP Calder Moss",
        "Report Published: 19 December 2023",
    ),
    columns={
        "number": "Ref",
        "text": "Key concern",
        "response": "Response Action Taken/Planned",
        "owner": "Responsible Owner",
        "due": "Target Date",
    },
    title="the HMI Prisons Inspection: HMP Calder Moss",
    inspected="HMP Calder Moss",
    inspectorates=("HM Inspectorate of Prisons",),
    submitted="2024-01-09",
    published="2023-12-19",
    items=(
        Topic("Priority concerns"),
        _concern(
            "1",
            "priority",
            "Levels of violence between prisoners were too high, and little was known of what lay behind it.",
            (
                "A safety team of six officers will talk to those involved within two days of each incident.",
                "Head of Safety",
                "February 2024",
                Said("by", None, "2024-02"),
            ),
            (
                "What is learnt will be brought to the weekly safety meeting and recorded.",
                "Safety Analyst",
                "Ongoing",
                Said("ongoing"),
            ),
        ),
        _concern(
            "2",
            "priority",
            "Prisoners spent too long locked in their cells at weekends.",
            (
                "A new weekend timetable will give every prisoner six hours out of cell.",
                "Head of Residence",
                "31st March 2024",
                Said("by", None, "2024-03-31"),
            ),
        ),
        Topic("Key concerns"),
        _concern(
            "3",
            "key",
            "Applications and complaints were answered late or not at all.",
            (
                "Kiosks will be put on all wings so that prisoners can follow their applications.",
                "Head of Business Assurance",
                "Summer 2024",
                Said("by", "2024-06", "2024-08"),
            ),
            (
                "A manager will read a tenth of all replies each month for their quality.",
                "Complaints Clerk",
                "Monthly throughout 2024",
                Said("recurring", "2024-01", "2024-12"),
            ),
            (
                "Peer workers will be trained to help others to write applications.",
                "Head of Reducing Reoffending",
                "May 2024",
                Said("by", None, "2024-05"),
            ),
        ),
        _concern(
            "4",
            "key",
            "Too few prisoners were in work or education that led to a qualification.",
            (
                "The education provider will offer three further courses in construction and catering.",
                "Head of Learning and Skills",
                "April 2024",
                Said("by", None, "2024-04"),
            ),
        ),
    ),
)
