"""What holds of every abbreviation: both of its forms are printed where it says, and it is the letters of its words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from answerable.extract.names import Glossary
from answerable.extract.names.glossary import definitions

WORDS = ["Harbour", "Lamp", "Quality", "Unit", "Regional", "Wendle", "Board", "Mooring", "Safety", "Group"]
WORDS += ["Reach", "Beacon", "Haven", "Upper", "Quay", "Going"]
NAMES = st.lists(st.sampled_from(WORDS), min_size=2, max_size=5, unique=True)
SOUP = [
    *WORDS,
    "(HLQ)",
    "(LUs)",
    "(see",
    "HLQ (",
    ")",
    "of",
    "the",
    "and",
    "&",
    "OASys",
    "(R&D)",
    "CRC",
    "’s",
    "\n",
    ".",
]


def initials(name: list[str]) -> str:
    return "".join(word[0] for word in name)


@given(st.one_of(st.lists(st.sampled_from(SOUP), max_size=14).map(" ".join), st.text(max_size=80)))
def test_both_forms_stand_in_the_text_where_it_is_said(text: str) -> None:
    for found in definitions(text):
        short, full = text[found.acronym_start : found.acronym_end], text[found.full_start : found.full_end]
        assert found.acronym.removesuffix(" CRC") == short.removesuffix(" CRC")
        assert found.full.removesuffix(" CRC") in full
        assert found.full_end <= found.acronym_start or found.acronym_end <= found.full_start


@given(st.one_of(st.lists(st.sampled_from(SOUP), max_size=14).map(" ".join), st.text(max_size=80)))
def test_the_letters_of_the_short_form_come_in_the_full_one_in_order(text: str) -> None:
    for found in definitions(text):
        rest = iter(found.full.lower())
        letters = [letter for letter in found.acronym.removesuffix(" CRC").lower() if letter.isascii()]
        assert all(letter in rest for letter in letters if letter.isalnum())


@given(NAMES, st.sampled_from(["The {full} ({short}) meets.", "It is the {short} ({full}) that meets."]))
def test_a_name_defined_either_way_is_what_its_initials_stand_for(name: list[str], way: str) -> None:
    full, short = " ".join(name), initials(name)
    defined = Glossary.of([way.format(full=full, short=short)])
    assert (defined.own, defined.expand(short)) == ({short: full}, full)


@given(st.lists(NAMES, max_size=3))
def test_reading_a_text_twice_defines_nothing_more(names: list[list[str]]) -> None:
    texts = [f"The {' '.join(name)} ({initials(name)}) meets." for name in names]
    assert Glossary.of([*texts, *texts]).own == Glossary.of(texts).own
