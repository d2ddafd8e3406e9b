"""What holds of every title: spellings of one share a key, and different posts never do."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from answerable.extract.names import Glossary, post_key, read_title

FULL = {"CSC": "Customer Service Centre", "OMU": "Offender Management Unit", "BAT": "Business Assurance Team"}
OWN = Glossary(FULL)
ROLES = ["Head", "Lead", "Manager", "Director", "Deputy Director", "Officer", "Deputy Head", "Coordinator"]
WORDS = ["Safety", "Security", "Resettlement", "Regional", "Interventions", "Quality", "CSC", "OMU", "Wendle", "Court"]
portfolios = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True)
titles = st.tuples(st.sampled_from(ROLES), portfolios)


def printed(role: str, portfolio: list[str]) -> str:
    return " ".join([*portfolio, role])


@given(titles, st.randoms())
def test_word_order_makes_no_difference(title: tuple[str, list[str]], chance: object) -> None:
    words = printed(*title).split()
    chance.shuffle(words)  # type: ignore[attr-defined]
    assert post_key(" ".join(words), OWN) == post_key(printed(*title), OWN)


@given(titles)
def test_neither_does_an_opening_with_of(title: tuple[str, list[str]]) -> None:
    role, portfolio = title
    assert post_key(f"{role} of {' '.join(portfolio)}", OWN) == post_key(printed(role, portfolio), OWN)


@given(titles)
def test_number_makes_no_difference(title: tuple[str, list[str]]) -> None:
    assert post_key(printed(*title) + "s", OWN) == post_key(printed(*title), OWN)


@given(titles.filter(lambda title: not set(title[1]) & set(FULL)), st.sampled_from([str.lower, str.upper, str.title]))
def test_case_makes_no_difference_to_words(title: tuple[str, list[str]], case: object) -> None:
    role, portfolio = title
    words = " ".join([*portfolio, role])
    assert post_key(case(words), OWN) == post_key(words, OWN)  # type: ignore[operator]


@given(titles)
def test_acronym_full_form_and_both_make_no_difference(title: tuple[str, list[str]]) -> None:
    role, portfolio = title
    full = " ".join(FULL.get(word, word) for word in portfolio)
    both = " ".join(f"{FULL[word]} ({word})" if word in FULL else word for word in portfolio)
    keys = {post_key(f"{words} {role}", OWN) for words in (" ".join(portfolio), full, both)}
    assert len(keys) == 1


@given(portfolios)
def test_a_grade_in_short_is_the_grade_in_full(portfolio: list[str]) -> None:
    words = " ".join(portfolio)
    assert post_key(f"DD {words}", OWN) == post_key(f"Deputy Director, {words}", OWN)


@given(titles, titles)
def test_different_roles_or_portfolios_are_different_posts(
    one: tuple[str, list[str]], other: tuple[str, list[str]]
) -> None:
    assume((one[0], set(one[1])) != (other[0], set(other[1])))
    assert post_key(printed(*one), OWN) != post_key(printed(*other), OWN)


@given(titles)
def test_a_title_put_together_comes_apart_again(title: tuple[str, list[str]]) -> None:
    role, portfolio = title
    found = read_title(f"{role} of {' '.join(portfolio)}")
    assert found.role is not None
    assert found.role.label == role
    assert found.portfolio == " ".join(portfolio)
