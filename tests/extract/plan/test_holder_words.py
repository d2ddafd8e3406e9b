"""Words that can own an action and words that cannot, and what of a holder is named by itself."""

from __future__ import annotations

import pytest

from answerable.extract.document import Box, Passage, Piece, Place
from answerable.extract.plan.holders import is_closed, is_holder, is_name, is_unfinished, person_and_post
from answerable.extract.plan.splitting import split


def named(text: str) -> list[list[tuple[str, str]]]:
    """What each holder of an owner cell names."""
    return [[(words.text, kind.value) for words, kind in holder.named()] for holder in split(cell(text))]


def cell(*lines: str, width: bool = False) -> Passage:
    """An owner cell of some lines; with `width` the format knows them by their position alone."""
    place = Place(1, 1, 1, 5)
    if width:
        place = place._replace(box=Box(0, 0, 9, 9))
    return Passage(tuple(Piece(line, place) for line in lines))


@pytest.mark.parametrize("both", ["Jane Doe, Head of Safety", "Head of Safety (Jane Doe)", "Head of Safety, Jane Doe"])
def test_a_person_and_a_post_are_named_apart(both: str) -> None:
    assert named(f"Governor; {both}") == [
        [("Governor", "role")],
        [("Jane Doe", "person"), ("Head of Safety", "role")],
    ]


@pytest.mark.parametrize(("text", "kind"), [("Jane Doe", "person"), ("Governor", "role"), ("Policy Team", "team")])
def test_a_holder_without_both_is_named_as_a_whole(text: str, kind: str) -> None:
    assert named(text) == [[(text, kind)]]


@pytest.mark.parametrize(
    "text",
    [
        "Policy Team",
        "policy team",
        "the policy team",
        "The team that we call the policy team",
        "Health Boards",
        "Shared Services",
        "Sub-contracts Management",
        "HMPPS",
        "the HMPPS",
        "HMPPS (South)",
        "Policy Team (South)",
        "Policy Team.",
        "All Governors",
        "both governors",
        "Head of Sites",
        "DD Sites",
        "governor (acting)",
        "Governor, Grindle Fen",
        "Jane Doe",
    ],
)
def test_posts_units_bodies_and_people_can_own(text: str) -> None:
    assert is_holder(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        ".",
        "Team",
        "services",
        "to the policy team",
        "Team Brief",
        "Service users and staff",
        "Training, all governors of sites",
        "(Governor)",
        "Sites",
        "Sites, HMPPS",
        "every plan",
    ],
)
def test_other_words_cannot_own(text: str) -> None:
    assert not is_holder(text)


@pytest.mark.parametrize("text", ["Regional Deputy", "Senior", "acting assistant", "National Chief"])
def test_words_that_only_open_a_title_are_unfinished(text: str) -> None:
    assert is_unfinished(text)


@pytest.mark.parametrize("text", ["Chief Executive", "Regional Manager", "Governor Deputy", "Deputy Head", "", "."])
def test_a_title_that_may_end_here_is_not_unfinished(text: str) -> None:
    assert not is_unfinished(text)


@pytest.mark.parametrize("text", ["Regional Managers", "Policy Team", "Policy Team (South)", "HR", "Head"])
def test_nothing_more_belongs_to_a_holder_whose_noun_stands_last(text: str) -> None:
    assert is_closed(text)


@pytest.mark.parametrize("text", ["Head of Safety", "DD Sites", "Managers of", "", "Jane Doe"])
def test_more_may_belong_to_another(text: str) -> None:
    assert not is_closed(text)


@pytest.mark.parametrize(
    "text",
    [
        "Jane Doe",
        "J. Doe",
        "Jane A. O'Neill",
        "Gwen Parry-Jones",
        "Dr Doe",
        "MRS Doe",
        "Ann-Mary Zoë Doe",
        "Jane Doe QPM",
    ],
)
def test_a_name_looks_like_one(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "Jane",
        "jane doe",
        "Jane Doe Governor",
        "Jane Teams",
        "Safer Custody",
        "NPS Wendle",
        "Jane Ann Mary Sue Doe",
        "Jane Doe and",
        "",
    ],
)
def test_other_words_do_not(text: str) -> None:
    assert not is_name(text)


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("Jane Doe: Governor", ("Jane Doe", "Governor")),
        ("Jane Doe - Governor", ("Jane Doe", "Governor")),
        ("Governor - Jane Doe", ("Jane Doe", "Governor")),
        ("Jane Doe\nGovernor", ("Jane Doe", "Governor")),
        ("Governor\nJane Doe", ("Jane Doe", "Governor")),
        ("Jane Doe, Octon", ("Jane Doe", "Octon")),
        ("Head of Safety, Octon, Jane Doe", ("Jane Doe", "Head of Safety, Octon")),
        ("Octon\nJane Doe", (None, None)),
        ("Octon, Jane Doe", (None, None)),
        ("Jane Doe", ("Jane Doe", None)),
        ("Dr Doe", ("Dr Doe", None)),
        ("Governor", (None, None)),
    ],
)
def test_the_person_and_the_post_of_a_holder(text: str, both: tuple[str | None, str | None]) -> None:
    assert person_and_post(text) == both


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Governor and Safety, Security Manager", ["Governor", "Safety, Security Manager"]),
        ("Governor with Head of Safety", ["Governor", "Head of Safety"]),
        ("Head of Safety and Jane Doe, Tom Miller", ["Head of Safety", "Jane Doe", "Tom Miller"]),
        ("Head of Safety and HMPPS", ["Head of Safety", "HMPPS"]),
        ("Head of Safety and Policy Team", ["Head of Safety and Policy Team"]),
        ("Governor and Policy Team", ["Governor", "Policy Team"]),
        ("Policy Team, Jane Doe", ["Policy Team, Jane Doe"]),
        ("Service Users and Governor", ["Service Users and Governor"]),
        ("Training and HMPPS", ["Training and HMPPS"]),
        ("Area Managers Head of Safety", ["Area Managers", "Head of Safety"]),
        ("Area Managers Deputy Governor", ["Area Managers", "Deputy Governor"]),
        ("Area Managers Octon", ["Area Managers Octon"]),
        ("Plans Governor", ["Plans Governor"]),
        ("Regional Deputy Director of Safety", ["Regional Deputy Director of Safety"]),
        ("Supt. Doe; Governor", ["Supt. Doe", "Governor"]),
        ("Head of Safety. Dr. Jane Doe. Governor", ["Head of Safety", "Dr. Jane Doe", "Governor"]),
        ("& Governor; & Head of Safety &", ["Governor", "Head of Safety"]),
        ("and Governor", ["Governor"]),
        ("Governor, Octon; HMPPS", ["Governor, Octon", "HMPPS"]),
        ("Governor; &; HMPPS", ["Governor", "HMPPS"]),
        ("Governor; –; HMPPS", ["Governor", "HMPPS"]),
        ("Governor; TBC; n/a; HMPPS", ["Governor", "HMPPS"]),
        ("Governor; as per 1.1", ["Governor"]),
        ("1.1 Governor and 1.2 HMPPS", ["Governor", "HMPPS"]),
        ("a) Governor, b) HMPPS", ["Governor", "HMPPS"]),
    ],
)
def test_where_one_holder_ends_and_the_next_begins(text: str, parts: list[str]) -> None:
    assert [holder.passage.text for holder in split(cell(text))] == parts


@pytest.mark.parametrize(
    ("lines", "parts"),
    [
        (("Head of Safety", "Governor"), ["Head of Safety", "Governor"]),
        (("Head of Safety", "Security Manager"), ["Head of Safety", "Security Manager"]),
        (("Head of Learning", "and Skills"), ["Head of Learning and Skills"]),
        (("Regional Deputy", "Governor"), ["Regional Deputy", "Governor"]),
        (("Jane Doe", "Tom Miller"), ["Jane Doe", "Tom Miller"]),
        (("Jane Doe", "Governor", "Tom Miller", "Head of Safety"), ["Jane Doe Governor", "Tom Miller Head of Safety"]),
        (("Governor", "Jane Doe"), ["Governor Jane Doe"]),
        (("Governor", "Jane Doe", "Policy Team"), ["Governor Jane Doe", "Policy Team"]),
        (("Governor", "Jane Doe", "Head of Safety"), ["Governor", "Jane Doe Head of Safety"]),
        (("Governor,", "Octon"), ["Governor, Octon"]),
        (("Governor,", "Policy Team"), ["Governor, Policy Team"]),
        (("Governor, Octon", "Policy Team"), ["Governor, Octon", "Policy Team"]),
        (("Governor,", "Head of Safety"), ["Governor", "Head of Safety"]),
        (("1.1 Governor", "1.2 HMPPS"), ["Governor", "HMPPS"]),
        (("Head of Safety", "Policy Team"), ["Head of Safety", "Policy Team"]),
        (("Training", "Governor"), ["Training Governor"]),
    ],
)
def test_lines_of_a_cell(lines: tuple[str, ...], parts: list[str]) -> None:
    assert [holder.passage.text for holder in split(cell(*lines))] == parts


@pytest.mark.parametrize(
    ("lines", "parts"),
    [
        (("Regional Deputy", "Governor"), ["Regional Deputy Governor"]),
        (("Head of Safety", "Governor"), ["Head of Safety Governor"]),
        (("Head of Safety", "Security Manager"), ["Head of Safety", "Security Manager"]),
        (("Head of Safety", "Policy Team"), ["Head of Safety Policy Team"]),
        (("Governor", "Policy Team"), ["Governor", "Policy Team"]),
        (("Jane Doe", "Tom Miller"), ["Jane Doe", "Tom Miller"]),
        (("Head of Safety and", "Security Manager"), ["Head of Safety and Security Manager"]),
    ],
)
def test_lines_that_may_have_ended_for_want_of_room(lines: tuple[str, ...], parts: list[str]) -> None:
    assert [holder.passage.text for holder in split(cell(*lines, width=True))] == parts
