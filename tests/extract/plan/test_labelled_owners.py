"""Owners beside the labels of actions, names over posts, and owners left to a label."""

from __future__ import annotations

import pytest

from answerable.extract.plan.labels import labels_at, referred
from tests.extract.plans import as_tabs, holders_in, only, owners_in, owners_of, plan_row, read_text

THREE = "1.1 Plans will be read each month.<br>1.2 Checks will be made weekly.<br>1.3 Rotas will be agreed."


def assigned(owner: str, due: str, response: str = THREE) -> list[tuple[list[str], tuple[int, ...] | None]]:
    """The holders and the actions of each assignment."""
    row = plan_row("1", "Improve plans", "Agreed", response, owner, due)
    return [(owners_of(each), each.actions) for each in only(read_text(as_tabs([row]))).assignments]


@pytest.mark.parametrize(
    "cell",
    [
        "a) Head of Safety<br>b) Governor",
        "(a) Head of Safety<br>(b) Governor",
        "a) Head of Safety b) Governor",
        "1. Head of Safety<br>2. Governor",
        "1) Head of Safety 2) Governor",
        "1.1 Head of Safety<br>1.2 Governor",
        "1.1 and 1.2 Head of Safety 1.3: Governor",
        "i) Head of Safety ii) Governor",
    ],
)
def test_labels_part_holders_and_belong_to_none(cell: str) -> None:
    assert holders_in(cell) == ["Head of Safety", "Governor"]


@pytest.mark.parametrize("cell", ["Band 7 Manager", "A. Brookes, SPO", "Head of OMU 2", "2nd Line Manager"])
def test_numbers_and_initials_within_a_holder_are_no_labels(cell: str) -> None:
    assert holders_in(cell) == [cell]


@pytest.mark.parametrize("several", ["1.1, 1.2", "1.1 and 1.2", "1.1 & 1.2", "1.1-1.2", "1.1 to 1.2", "1.1/1.2"])
def test_one_owner_of_several_labels_owns_the_action_of_each(several: str) -> None:
    assert assigned(f"{several} Head of Safety<br>1.3 Governor", "May 2021<br>June 2021") == [
        (["Head of Safety"], (0, 1)),
        (["Governor"], (2,)),
    ]


@pytest.mark.parametrize(
    ("printed", "labels"),
    [
        ("1.1-1.4 ", ("1.1", "1.2", "1.3", "1.4")),
        ("a) to c) ", ("a", "b", "c")),
        ("(a) – (d) ", ("a", "b", "c", "d")),
        ("i) to iv) ", ("i", "ii", "iii", "iv")),
        ("a) and c) ", ("a", "c")),
        ("c) to a) ", ("c", "a")),
    ],
)
def test_a_range_of_labels_holds_what_lies_between(printed: str, labels: tuple[str, ...]) -> None:
    assert labels_at(f"{printed}Governor")[0] == labels


def test_a_range_of_letters_ties_its_owner_to_every_action_in_it() -> None:
    response = "a) Plans will be read each month.<br>b) Checks will be made weekly.<br>c) Rotas will be agreed."
    found = assigned("a) to b) Head of Safety<br>c) Governor", "May 2021<br>June 2021", response)
    assert found == [(["Head of Safety"], (0, 1)), (["Governor"], (2,))]
    (one,) = assigned("a) to c) Head of Safety", "May 2021", response)
    assert one == (["Head of Safety"], (0, 1, 2))


def test_letters_tie_owners_and_dates_to_actions() -> None:
    response = "a) Plans will be read each month.<br>b) Checks will be made weekly."
    assert assigned("a) Head of Safety<br>b) Governor", "a) May 2021<br>b) June 2021", response) == [
        (["Head of Safety"], (0,)),
        (["Governor"], (1,)),
    ]


@pytest.mark.parametrize("words", ["As per 1.1", "as per 1.1", "As 1.1", "See 1.1", "Same as 1.1 above"])
def test_an_owner_left_to_a_label_is_the_one_beside_it(words: str) -> None:
    row = plan_row(
        "1",
        "Improve plans",
        "Agreed",
        THREE,
        f"1.1 Head of Safety<br>1.2 Governor<br>1.3 {words}",
        "May 2021<br>June 2021<br>July 2021",
    )
    last = only(read_text(as_tabs([row]))).assignments[-1]
    assert (owners_of(last), last.inherited, last.owner_text) == (["Head of Safety"], True, f"1.3 {words}")


def test_an_owner_left_to_a_label_that_nobody_has_is_nobody() -> None:
    (first, second, last) = assigned("Head of Safety<br>Governor<br>As per 7.1", "May 2021<br>June 2021<br>July 2021")
    assert (first[0], second[0], last[0]) == (["Head of Safety"], ["Governor"], [])


@pytest.mark.parametrize("words", ["As agreed", "Lead 1.1 team", "1.1", "Governor"])
def test_other_words_refer_to_no_label(words: str) -> None:
    assert referred(words) == ()


@pytest.mark.parametrize(
    ("cell", "person", "post"),
    [
        ("Jane Doe<br>Head of Safety", "Jane Doe", "Head of Safety"),
        ("<p>Jane Doe</p><p>Head of Safety</p>", "Jane Doe", "Head of Safety"),
        ("Head of Safety<br>Jane Doe", "Jane Doe", "Head of Safety"),
        ("Dr Jane Doe<br>Head of Psychology", "Dr Jane Doe", "Head of Psychology"),
        ("Dr Jane Doe, Head of Psychology", "Dr Jane Doe", "Head of Psychology"),
        ("Dr. Jane Doe – Clinical Lead", "Dr. Jane Doe", "Clinical Lead"),
        ("Deputy Governor (Jane Doe)", "Jane Doe", "Deputy Governor"),
    ],
)
def test_a_name_over_or_beside_a_post_is_one_holder(cell: str, person: str, post: str) -> None:
    (owner,) = owners_in(cell)
    assert (owner.person, owner.post, owner.kind) == (person, post, "role")


@pytest.mark.parametrize(
    "cell",
    [
        "Jane Doe<br>Head of Safety<br>Tom Miller<br>Deputy Governor",
        "Jane Doe<br>Head of Safety<br><br>Tom Miller<br>Deputy Governor",
        "Jane Doe (Head of Safety), Tom Miller (Deputy Governor)",
        "Head of Safety (Jane Doe) and Deputy Governor (Tom Miller)",
        "Jane Doe, Head of Safety and Tom Miller, Deputy Governor",
        "a) Jane Doe, Head of Safety b) Tom Miller, Deputy Governor",
    ],
)
def test_two_people_in_a_cell_are_two_holders(cell: str) -> None:
    assert [(owner.person, owner.post) for owner in owners_in(cell)] == [
        ("Jane Doe", "Head of Safety"),
        ("Tom Miller", "Deputy Governor"),
    ]


def test_names_over_posts_pair_with_their_dates() -> None:
    found = assigned("Jane Doe<br>Head of Safety<br>Tom Miller<br>Governor", "May 2021<br>June 2021")
    assert [holders for holders, _ in found] == [["Jane Doe Head of Safety"], ["Tom Miller Governor"]]


@pytest.mark.parametrize(
    "cell", ["Head of Reducing<br>Reoffending", "Head of Learning<br>and Skills", "Regional<br>Manager"]
)
def test_a_title_that_wraps_is_no_person(cell: str) -> None:
    (owner,) = owners_in(cell)
    assert (owner.person, owner.kind) == (None, "role")


def test_dates_with_labels_part_the_actions_of_one_owner() -> None:
    due = "1.1 May 2021<br>1.2 June 2021<br>1.3 July 2021"
    assert assigned("1.1 - 1.3 Head of Safety", due) == [(["Head of Safety"], (action,)) for action in range(3)]


def test_labels_of_a_date_that_the_owner_does_not_have_change_nothing() -> None:
    assert assigned("1.1, 1.2 Head of Safety<br>1.3 Governor", "1.3 May 2021<br>1.1 June 2021") == [
        (["Head of Safety"], (0, 1)),
        (["Governor"], (2,)),
    ]
