"""A region's reply with people by name and post, "As above", numbered items, and cells merged over several rows."""

from __future__ import annotations

from tests.twins.plan import Block, Deed, Duty, Plan, Reply, Said

__all__ = ["NAMED"]

_HEAD = "Amara Whitlock, Head of Stowmere PDU"
_LEAD = "Tobias Fenn, Regional Quality Lead"


def _block(deed: Deed, duty: Duty) -> Block:
    return Block((deed,), (duty,))


NAMED = Plan(
    name="named-people",
    before=(
        "Action Plan Submitted: 3rd October 2023",
        "A Response to the HMI Probation Inspection: Stowmere PDU",
        "Report Published: 10th October 2023",
    ),
    columns={
        "number": "Rec No",
        "text": "Recommendation",
        "status": "Agreed/ Partly Agreed/ Not Agreed",
        "response": "Action Taken/Planned",
        "owner": "Responsible Owner (including named individuals and their functional role or department)",
        "due": "Target Date",
    },
    title="the HMI Probation Inspection: Stowmere PDU",
    inspected="Stowmere PDU",
    inspectorates=("HM Inspectorate of Probation",),
    submitted="2023-10-03",
    published="2023-10-10",
    merged=True,
    counted=True,
    items=(
        Reply(
            "1",
            "Stowmere PDU should make sure that sentence plans are agreed with the people they are about.",
            status="Agreed",
            addressee="Stowmere PDU",
            blocks=(
                _block(
                    Deed("Practitioners will use a form in plain words to talk plans over."),
                    Duty(_HEAD, "November 2023", Said("by", None, "2023-11"), (0,)),
                ),
                _block(
                    Deed("Plans that nobody has signed will be sent back by managers."),
                    Duty("As above", "From January 2024", Said("commences", "2024-01", None), (0,), owners=(_HEAD,)),
                ),
                _block(
                    Deed("Thirty plans a month will be read for the voice of the person."),
                    Duty(_LEAD, "February 2024", Said("by", None, "2024-02"), (0,)),
                ),
            ),
        ),
        Reply(
            "2",
            "Share what is known of risks to children with all who supervise a case.",
            status="Agreed",
            blocks=(
                Block(
                    (
                        Deed("Enquiries to the council will be made on the day of sentence.", label="1"),
                        Deed("Replies will be put on record within two working days.", label="2"),
                    ),
                    (
                        Duty(_HEAD, "December 2023", Said("by", None, "2023-12"), (0,)),
                        Duty("Case Administrators", "January 2024", Said("by", None, "2024-01"), (1,)),
                    ),
                ),
                Block(
                    (
                        Deed("A weekly list of missing replies will be chased by telephone.", label="1"),
                        Deed("The list will be sent to the safeguarding partners.", label="2"),
                    ),
                    (
                        Duty("Business Manager", "Q4 2023/24", Said("by", None, "2024-03"), (0,)),
                        Duty(_HEAD, "31.03.24", Said("by", None, "2024-03-31"), (1,)),
                    ),
                ),
            ),
        ),
        Reply(
            "3",
            "Fill the vacant posts of probation officers in the Stowmere offices.",
            status="Agreed",
            blocks=(
                _block(
                    Deed("Two campaigns a year will be run with the university of the county."),
                    Duty("Joan Ashdown, Head of People", "TBC", Said("none"), (0,)),
                ),
                _block(
                    Deed("Officers who leave will be asked why, and the answers will be read each quarter."),
                    Duty("As above", "Ongoing", Said("ongoing"), (0,), owners=("Joan Ashdown, Head of People",)),
                ),
            ),
        ),
    ),
)
