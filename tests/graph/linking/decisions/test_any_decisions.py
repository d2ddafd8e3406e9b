"""What holds of decisions whoever makes them, in whatever order."""

from __future__ import annotations

from itertools import product
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from answerable.graph.errors import DecisionError
from answerable.graph.linking.decisions import Decision, Judgement, Standing
from answerable.graph.linking.decisions.text import as_line, parse_decisions

HOLDERS = [f"https://sea.example/post/{name}" for name in "abcdef"]
JUDGEMENTS = st.sampled_from(Judgement)
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=12).map(
    lambda text: " ".join(text.split())
)


@st.composite
def decisions(draw: st.DrawFn) -> Decision:
    one, other = draw(st.lists(st.sampled_from(HOLDERS), min_size=2, max_size=2, unique=True))
    return Decision("2024-01-09", "kim", draw(JUDGEMENTS), one, draw(TEXTS), other, draw(TEXTS), draw(TEXTS))


def accepted(made: list[Decision]) -> list[Decision]:
    """The decisions that can be taken in this order, each with its line."""
    standing = Standing()
    kept: list[Decision] = []
    for decision in made:
        numbered = Decision(*[getattr(decision, name) for name in Decision.__slots__][:-1], line=len(kept) + 1)
        if not refusal(standing, numbered):
            kept.append(numbered)
    return kept


SEQUENCES = st.lists(decisions(), max_size=25).map(accepted)


def judged(standing: Standing) -> dict[tuple[str, str], Judgement | None]:
    found = {pair: standing.judge(*pair) for pair in product(HOLDERS, repeat=2)}
    return {pair: finding.judgement if finding else None for pair, finding in found.items()}


def refusal(standing: Standing, decision: Decision) -> str:
    try:
        standing.take(decision)
    except DecisionError as error:
        return str(error)
    return ""


@given(SEQUENCES)
def test_same_is_an_equivalence_and_different_respects_it(made: list[Decision]) -> None:
    table = judged(Standing(made))
    for one, other in product(HOLDERS, repeat=2):
        assert table[one, one] is Judgement.SAME
        assert table[one, other] is table[other, one]
        for third in HOLDERS:
            first, second = table[one, other], table[other, third]
            if first and second and first.then(second).decides:
                assert table[one, third] is first.then(second)


@given(SEQUENCES)
def test_what_is_judged_follows_from_the_decisions_it_names(made: list[Decision]) -> None:
    standing = Standing(made)
    for one, other in product(HOLDERS, repeat=2):
        found = standing.judge(one, other)
        if found:
            result = Judgement.SAME
            for decision in found.decisions:
                result = result.then(decision.judgement)
            assert result is found.judgement
            assert Standing(found.decisions).judge(one, other) == found


@given(SEQUENCES, decisions())
def test_a_refused_decision_changes_nothing_and_names_a_line(made: list[Decision], more: Decision) -> None:
    standing = Standing(made)
    before = judged(standing)
    told = refusal(standing, more)
    if told:
        assert judged(standing) == before
        assert "line " in told or "nothing stands" in told
    else:
        found = standing.judge(more.one, more.other)
        assert more.judgement is Judgement.UNDO or (found is not None and found.judgement is more.judgement)


@given(SEQUENCES, decisions())
def test_undoing_what_was_newly_decided_restores_what_was(made: list[Decision], more: Decision) -> None:
    standing = Standing(made)
    before = judged(standing)
    if more.judgement is Judgement.UNDO or more.pair in {each.pair for each in standing}:
        return
    if refusal(standing, more):
        return
    standing.take(Decision("2024-02-01", "kim", Judgement.UNDO, more.other, "", more.one, ""))
    assert judged(standing) == before


@given(SEQUENCES, st.randoms(use_true_random=False))
def test_the_order_of_what_is_decided_means_nothing(made: list[Decision], chance: Random) -> None:
    decided = [decision for decision in Standing(made) if decision.judgement.decides]
    shuffled = list(decided)
    chance.shuffle(shuffled)
    assert judged(Standing(shuffled)) == judged(Standing(decided))
    for pair, judgement in judged(Standing(made)).items():
        if judgement and judgement.decides:
            assert judged(Standing(decided))[pair] is judgement


@given(SEQUENCES)
def test_a_file_gives_back_what_was_written(made: list[Decision]) -> None:
    read = parse_decisions("".join(map(as_line, made)), "decisions.tsv")
    assert list(read.entries) == made


@given(JUDGEMENTS, JUDGEMENTS, JUDGEMENTS)
def test_chains_may_be_taken_in_any_order_and_grouping(one: Judgement, two: Judgement, three: Judgement) -> None:
    assert one.then(two) is two.then(one)
    assert one.then(two).then(three) is one.then(two.then(three))
    assert Judgement.UNSURE.then(one) is Judgement.UNSURE
    if one is not Judgement.UNDO:
        assert Judgement.SAME.then(one) is one
