"""A national reply to a theme with its twelve-month update: each recommendation over its answer, a row to a deed."""

from __future__ import annotations

from tests.twins.plan import Block, Deed, Duty, Plan, Reply, Said

__all__ = ["UPDATE"]


_INTRODUCTION = (
    "HM Inspectorate of Probation inspects probation services and reports on themes that cross the regions. This plan "
    "says which of its recommendations are agreed, what will be done, by whom and by what date, and was brought up to "
    "date a year later."
)


def _block(deed: str, owner: str, due: tuple[str, Said], update: str, revised: tuple[str, Said]) -> Block:
    duty = Duty(owner, *due, deeds=(0,), update=update, revised=revised[0], revised_said=revised[1])
    return Block((Deed(deed),), (duty,))


_COMPLETE = Said("completed")

UPDATE = Plan(
    name="thematic-update",
    before=(
        "Action Plan Submitted: 6 June 2022",
        "Updated Action Plan Submitted: 12 June 2023",
        "A Response to: Out of sight - older people under probation supervision",
        "Report Published: 2 June 2022",
        "INTRODUCTION",
        _INTRODUCTION,
    ),
    columns={
        "number": "Rec",
        "status": "Status",
        "response": "Response Action Taken/Planned (Original)",
        "due": "Original Target Date",
        "owner": "Action Owner",
        "update": "Twelve Month & Final Update",
        "revised": "Revised Target Date",
    },
    title="Out of sight - older people under probation supervision",
    inspected="Out of sight - older people under probation supervision",
    inspectorates=("HM Inspectorate of Probation",),
    submitted="2022-06-06",
    updated="2023-06-12",
    published="2022-06-02",
    above=True,
    items=(
        Reply(
            "1",
            "Set out what good practice with people over fifty looks like, and make sure that every region follows it",
            status="Agreed",
            blocks=(
                _block(
                    "A practice guide on age will be written with two charities and sent to every region.",
                    "DD Effective Practice",
                    ("December 2022", Said("by", None, "2022-12")),
                    "The guide was published on time. Every region has named somebody who looks after it.",
                    ("Complete", _COMPLETE),
                ),
                _block(
                    "Regional plans for the coming year will say how the guide is followed.",
                    "Regional Probation Directors",
                    ("April 2023", Said("by", None, "2023-04")),
                    "Nine plans say so. Three will be written anew in the autumn.",
                    ("November 2023", Said("by", None, "2023-11")),
                ),
            ),
        ),
        Reply(
            "2",
            "Collect figures on the health and care needs of older people at the start of supervision",
            status="Agreed",
            blocks=(
                _block(
                    "Questions on mobility, hearing and memory will be added to the first assessment.",
                    "Head of Assessment Design",
                    ("End of Q2 2022/23", Said("by", None, "2022-09")),
                    "The questions are in use in all regions. A first set of figures is being checked.",
                    ("March 2024", Said("by", None, "2024-03")),
                ),
            ),
        ),
        Reply(
            "3",
            "Make sure that unpaid work placements are suitable for people of all ages",
            status="Agreed",
            blocks=(
                _block(
                    "Every region will find at least four placements that can be done sitting down.",
                    "Heads of Community Integration",
                    ("Spring 2023", Said("by", "2023-03", "2023-05")),
                    "Fifty-one such placements are open. Two regions still look for theirs.",
                    ("September 2023", Said("by", None, "2023-09")),
                ),
                _block(
                    "Travel to placements will be looked at before the first day of work.",
                    "Chief Probation Officer",
                    ("Ongoing", Said("ongoing")),
                    "This is now part of the induction.",
                    ("Complete", _COMPLETE),
                ),
            ),
        ),
        Reply(
            "4",
            "Publish every year how many older people return to prison, and why",
            status="Agreed",
            blocks=(
                _block(
                    "The figures will be part of the yearly report on recall.",
                    "Head of Offender Statistics",
                    ("July 2023", Said("by", None, "2023-07")),
                    "The tables have been made and will be published with the next report.",
                    ("July 2023", Said("by", None, "2023-07")),
                ),
            ),
        ),
    ),
    totals={"Agreed": 4, "Partly Agreed": 0, "Not Agreed": 0, "Total": 4},
)
