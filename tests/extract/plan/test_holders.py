"""Owner cells: which words are one holder, and where one ends and the next begins."""

from __future__ import annotations

import pytest

from tests.extract.plans import Reads, holders_in, only, owners_in, owners_of, plan_row


@pytest.mark.parametrize(
    "cell",
    [
        "Head of Safety; Governor",
        "Head of Safety and Governor",
        "Head of Safety & Governor",
        "Head of Safety + Governor",
        "Head of Safety. Governor",
        "Head of Safety / Governor",
        "Head of Safety/Governor",
        "Head of Safety, Governor",
        "Head of Safety, and Governor",
        "Head of Safety<br>Governor",
        "Head of Safety,<br>Governor",
        "Head of Safety and<br>Governor",
        "<p>Head of Safety</p><p>Governor</p>",
        "• Head of Safety • Governor",
        "<ul><li>Head of Safety</li><li>Governor</li></ul>",
    ],
)
def test_signs_words_and_lines_part_two_holders(cell: str) -> None:
    assert holders_in(cell) == ["Head of Safety", "Governor"]


@pytest.mark.parametrize(("cell", "parts"), [("HMPPS/NHSE", ["HMPPS", "NHSE"]), ("SPO/QDO", ["SPO", "QDO"])])
def test_a_stroke_parts_abbreviations_that_it_touches(cell: str, parts: list[str]) -> None:
    assert holders_in(cell) == parts


@pytest.mark.parametrize(
    "cell",
    [
        "Head of Safety;",
        "; Head of Safety",
        ";Head of Safety;",
        "Head of Safety and",
        "Head of Safety /",
        "Head of Safety,",
        "Head of Safety ; &",
    ],
)
def test_a_sign_with_nothing_beyond_it_parts_nothing(cell: str) -> None:
    assert holders_in(cell) == ["Head of Safety"]


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("Chief Probation Officer DD sentence Management", ["Chief Probation Officer", "DD sentence Management"]),
        ("Regional Director Head of Estates", ["Regional Director", "Head of Estates"]),
        ("Head of Safety Head of Security", ["Head of Safety", "Head of Security"]),
        ("DD Probation Policy DD Prison Policy", ["DD Probation Policy", "DD Prison Policy"]),
    ],
)
def test_a_title_that_opens_where_another_is_complete_begins_a_holder_without_any_sign(
    cell: str, parts: list[str]
) -> None:
    assert holders_in(cell) == parts


@pytest.mark.parametrize(
    "cell",
    [
        "Inspection and Quality Lead",
        "DD Resettlement & CRS",
        "Head of Resettlement and Commissioned Rehabilitative Services (CRS)",
        "Head of Learning and Development",
        "Head of Learning & Skills",
        "Head of Safety and Security",
        "Safety and Security Managers",
        "Head of Drugs and Alcohol",
        "Head of Safety, Security and Residence",
        "Head of Equalities, Diversity and Inclusion",
        "Director of Reducing Reoffending, Partnerships and Accommodation",
        "Executive Director Probation and Women",
        "Head of Estates & Facilities Management",
        "Head of Evaluation and Prison Outcomes",
        "Diversity and Inclusion Manager",
        "Band 7 OMU Manager",
        "Head of Operations (North and South)",
        "Governor, HMP Grindle Fen",
        "Deputy Head of Cluster, NPS Wendle",
        "Deputy Director, Sentence Management",
        "Executive Director of Probation, Wales",
        "Regional Probation Director – Kent, Surrey and Sussex",
        "Effective Practice and Service Improvement Group (EPSiG)",
        "DD Substance Misuse Group",
        "Police and Crime Commissioner",
        "Head of OMU",
        "SPOs",
    ],
)
def test_and_commas_and_signs_within_one_title_part_nothing(cell: str) -> None:
    assert holders_in(cell) == [cell]


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("Regional Head and CSC Lead", ["Regional Head", "CSC Lead"]),
        ("Inspection and Quality Lead and Regional Head", ["Inspection and Quality Lead", "Regional Head"]),
        (
            "Head of Resettlement & CRS and Head of Public Protection",
            ["Head of Resettlement & CRS", "Head of Public Protection"],
        ),
        (
            "Head of Performance & Quality and Regional Interventions Manager",
            ["Head of Performance & Quality", "Regional Interventions Manager"],
        ),
        ("Head of Custody and Public Protection Manager", ["Head of Custody", "Public Protection Manager"]),
        ("Cluster Heads and Deputy Cluster Heads", ["Cluster Heads", "Deputy Cluster Heads"]),
        ("Head of Healthcare (Care UK) and Governor", ["Head of Healthcare (Care UK)", "Governor"]),
        ("PDMs & SPOs", ["PDMs", "SPOs"]),
        ("HMPPS and MoJ", ["HMPPS", "MoJ"]),
        ("HR and L&D", ["HR", "L&D"]),
        (
            "Contract Management Team and Business Assurance Team",
            ["Contract Management Team", "Business Assurance Team"],
        ),
        ("Head of Learning and Development and Head of ICT", ["Head of Learning and Development", "Head of ICT"]),
    ],
)
def test_and_parts_only_where_a_complete_holder_stands_on_both_sides(cell: str, parts: list[str]) -> None:
    assert holders_in(cell) == parts


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("Head of Safety, Governor and Deputy Governor", ["Head of Safety", "Governor", "Deputy Governor"]),
        (
            "Head of Data & Insight, Head of Communications and Data Protection Officer",
            ["Head of Data & Insight", "Head of Communications", "Data Protection Officer"],
        ),
        (
            "Head of Public Protection; Deputy Head of Cluster, NPS Wendle; Wendle Police Liaison Officer",
            ["Head of Public Protection", "Deputy Head of Cluster, NPS Wendle", "Wendle Police Liaison Officer"],
        ),
    ],
)
def test_lists_of_three_are_parted_at_each_joint(cell: str, parts: list[str]) -> None:
    assert holders_in(cell) == parts


@pytest.mark.parametrize(
    ("cell", "person", "post"),
    [
        ("Ada Brookes, Head of Barset PDU", "Ada Brookes", "Head of Barset PDU"),
        ("Ada Brookes – Head of Barset PDU", "Ada Brookes", "Head of Barset PDU"),
        ("Ada Brookes (Head of Barset PDU)", "Ada Brookes", "Head of Barset PDU"),
        ("Head of Barset PDU (Ada Brookes)", "Ada Brookes", "Head of Barset PDU"),
        ("Head of Barset PDU, Ada Brookes", "Ada Brookes", "Head of Barset PDU"),
        ("Gwen Parry-Jones, Regional Head of Operations", "Gwen Parry-Jones", "Regional Head of Operations"),
        ("Jo O'Neill, SPO", "Jo O'Neill", "SPO"),
    ],
)
def test_a_name_and_a_post_are_one_holder_with_both(cell: str, person: str, post: str) -> None:
    (owner,) = owners_in(cell)
    assert (owner.text, owner.person, owner.post) == (cell, person, post)


@pytest.mark.parametrize("joint", ["; ", " and ", " & ", "<br>"])
def test_two_people_with_their_posts_are_two_holders(joint: str) -> None:
    both = owners_in(f"Ada Brookes, Head of Barset PDU{joint}Tom Miller, Head of Operations")
    assert [(owner.person, owner.post) for owner in both] == [
        ("Ada Brookes", "Head of Barset PDU"),
        ("Tom Miller", "Head of Operations"),
    ]


@pytest.mark.parametrize("cut", ["Head of Safety; Deputy<br>Governor", "<p>Head of Safety; Deputy</p><p>Governor</p>"])
@pytest.mark.parametrize("due", ["May 2021", "May 2021<br>June 2021", "<p>May 2021</p><p>June 2021</p>"])
def test_a_title_that_a_line_end_cuts_after_another_holder_is_whole_beside_any_dates(
    cut: str, due: str, read: Reads
) -> None:
    recommendation = only(read(plan_row("1", "Improve plans", "Agreed", "Plans will be read.", cut, due)))
    whole = [plan_row("1", "Improve plans", "Agreed", "Plans will be read.", "Head of Safety; Deputy Governor", due)]
    assert [owners_of(each) for each in recommendation.assignments] == [
        ["Head of Safety", "Deputy Governor"] for _ in only(read(*whole)).assignments
    ]


def test_a_cut_title_on_lines_of_its_own_is_one_entry_of_its_list(read: Reads) -> None:
    cell, dates = "Head of Safety<br>Deputy<br>Governor", "May 2021<br>June 2021"
    recommendation = only(read(plan_row("1", "Improve plans", "Agreed", "Plans will be read.", cell, dates)))
    assert [owners_of(each) for each in recommendation.assignments] == [["Head of Safety"], ["Deputy Governor"]]


def test_a_deputy_named_with_a_head_cuts_nothing(read: Reads) -> None:
    cell, dates = "Head of Safety and Deputy<br>Governor", "May 2021<br>June 2021"
    recommendation = only(read(plan_row("1", "Improve plans", "Agreed", "Plans will be read.", cell, dates)))
    assert [each.owner_text for each in recommendation.assignments] == ["Head of Safety and Deputy", "Governor"]
