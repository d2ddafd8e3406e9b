"""What holds of every owner cell: holders stand in it in order, and nothing is lost but what parts them."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from tests.extract.plans import holders_in

POSTS = ["Head of Safety", "Governor", "Deputy Governor", "Inspection and Quality Lead", "DD Resettlement & CRS"]
POSTS += ["Cluster Managers", "Chief Probation Officer", "Head of Learning & Skills", "Regional Probation Director"]
SOUP = [*POSTS, "and", "&", "/", ";", ",", ".", "of", "the", "Safety", "Quality", "(CRS)", "NHS England", "Ada Brookes"]
SOUP += ["Team", "Midlands", "Head", "Lead", "HMPPS", "as above", "Training"]
SEPARATORS = re.compile(r"(?:\s|[;,.|/&+]|\b(?:and|with)\b)*")


@given(st.lists(st.sampled_from(POSTS), min_size=1, max_size=4), st.sampled_from(["; ", " / ", "<br>"]))
def test_holders_that_signs_part_come_back_as_they_were_put_together(posts: list[str], sign: str) -> None:
    assert holders_in(sign.join(posts)) == posts


@given(st.lists(st.sampled_from(SOUP), min_size=1, max_size=7).map(" ".join))
def test_holders_stand_in_the_cell_in_order_and_only_what_parts_them_is_left_out(cell: str) -> None:
    position = 0
    for holder in holders_in(cell):
        start = cell.index(holder, position)
        assert SEPARATORS.fullmatch(cell[position:start])
        position = start + len(holder)
    assert SEPARATORS.fullmatch(cell[position:]) or not holders_in(cell)


@given(st.lists(st.sampled_from(SOUP), min_size=1, max_size=7).map(" ".join))
def test_a_holder_by_itself_is_one_holder(cell: str) -> None:
    for holder in filter(re.compile("[A-Za-z]").search, holders_in(cell)):
        assert holders_in(holder) == [holder]
