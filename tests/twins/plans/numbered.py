"""Six columns on a landscape page; labelled actions, with as many owners and dates beside them."""

from __future__ import annotations

from tests.twins.plan import Block, Deed, Duty, Plan, Reply, Said

__all__ = ["NUMBERED"]

_INTRODUCTION = (
    "HM Inspectorate of Probation inspects probation services and makes recommendations to those who can act on them. "
    "This plan says which of them are agreed, what will be done, by whom and by what date, and it will be looked at "
    "again when the inspectorate returns."
)
_REASON = (
    "This recommendation is partly agreed due to affordability. The budget of the region does not allow a second "
    "member of staff to be present at each appointment outside the office."
)

_REFUSAL = (
    "This recommendation is not agreed on commissioning grounds. Interpreters are supplied under a national contract "
    "which the unit cannot change."
)

NUMBERED = Plan(
    name="numbered-labels",
    before=(
        "Action Plan Submitted: 14 March 2022",
        "A Response to the HMI Probation Inspection: Tarn Valley Probation Delivery Unit",
        "Report Published: 21 March 2022",
        "INTRODUCTION",
        _INTRODUCTION,
    ),
    columns={
        "number": "1. Rec No",
        "text": "2. Recommendation",
        "status": "3. Agreed/ Partly Agreed/ Not Agreed",
        "response": "4. Response Action Taken/Planned",
        "owner": "5. Responsible Owner",
        "due": "6. Target Date",
    },
    title="the HMI Probation Inspection: Tarn Valley Probation Delivery Unit",
    inspected="Tarn Valley Probation Delivery Unit",
    inspectorates=("HM Inspectorate of Probation",),
    submitted="2022-03-14",
    published="2022-03-21",
    items=(
        Reply(
            "1",
            "Make sure that every assessment of risk is checked by a second practitioner before a person is released.",
            status="Agreed",
            blocks=(
                Block(
                    (
                        Deed("A rota of senior practitioners will check assessments each working day.", label="1.1"),
                        Deed(
                            "The quality team will read forty assessments a quarter and will report to the head of the "
                            "unit on what it finds, office by office.",
                            label="1.2",
                        ),
                        Deed("Managers will raise gaps in supervision within ten working days.", label="1.3"),
                    ),
                    (
                        Duty("Head of Operations", "April 2022", Said("by", None, "2022-04"), (0,)),
                        Duty("Quality Development Officer", "End of June 2022", Said("by", None, "2022-06"), (1,)),
                        Duty("Senior Probation Officers", "Ongoing", Said("ongoing"), (2,)),
                    ),
                ),
            ),
        ),
        Reply(
            "2",
            "Give people on probation a say in how services are planned & run.",
            status="Agreed",
            blocks=(
                Block(
                    (
                        Deed("A panel of people with experience of supervision will be set up.", label="2.1"),
                        Deed("The panel will meet every two months and publish its notes.", label="2.2"),
                    ),
                    (
                        Duty("Engagement Lead", "31/05/2022", Said("by", None, "2022-05-31"), (0,)),
                        Duty("Engagement Lead", "From July 2022", Said("commences", "2022-07", None), (1,)),
                    ),
                ),
            ),
        ),
        Reply(
            "3",
            "Ensure that two members of staff attend every home visit to people of high risk.",
            status="Partly Agreed",
            rationale=_REASON,
            blocks=(
                Block(
                    (
                        Deed(_REASON, kind="context"),
                        Deed(
                            "Managers will name the cases in which two members of staff are needed, and will keep the "
                            "list under review.",
                            label="3.1",
                        ),
                        Deed("Lone working devices will be given to all who visit homes.", label="3.2"),
                    ),
                    (
                        Duty("Deputy Head of Service", "May 2022", Said("by", None, "2022-05"), (1,)),
                        Duty("Business Manager", "September 2022", Said("by", None, "2022-09"), (2,)),
                    ),
                ),
            ),
        ),
        Reply(
            "4",
            "Provide enough interpreters for people who do not speak English or Welsh.",
            status="Not Agreed",
            rationale=_REFUSAL,
            blocks=(
                Block(
                    (Deed(_REFUSAL, kind="context"),),
                    (),
                ),
            ),
        ),
        Reply(
            "5",
            "Reduce the time that people wait for a place on an accredited programme.",
            status="Agreed",
            blocks=(
                Block(
                    (
                        Deed("The waiting list will be read line by line and cleared of closed cases.", level=1),
                        Deed("A further six facilitators will be recruited and trained.", level=1),
                        Deed("Groups will also run on two evenings of the week.", level=1),
                    ),
                    (
                        Duty("Programmes Manager", "Completed March 2022", Said("completed", None, "2022-03"), (0,)),
                        Duty("Head of Interventions", "Autumn 2022", Said("by", "2022-09", "2022-11"), (1,)),
                        Duty("Programmes Manager", "January to May 2023", Said("between", "2023-01", "2023-05"), (2,)),
                    ),
                ),
            ),
        ),
    ),
    totals={"Agreed": 3, "Partly Agreed": 1, "Not Agreed": 1, "Total": 5},
)
