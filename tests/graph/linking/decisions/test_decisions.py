"""A decisions file: what its lines say, what it refuses, and how a line is added."""

from __future__ import annotations

from pathlib import Path

import pytest

from answerable.graph.errors import DecisionError
from answerable.graph.linking.decisions import Decision, Judgement, append_decision, load_decisions, parse_decisions

HEADS, LEADS, PILOTS = (f"https://sea.example/id/post/harbour/{name}" for name in ("heads", "leads", "pilots"))


def line(one: str, judgement: str, other: str, note: str = "") -> str:
    labels = {HEADS: "Deputy Heads", LEADS: "Deputy Leads", PILOTS: "Pilots"}
    return "\t".join(("2024-01-09", "kim", judgement, one, labels[one], other, labels[other], note)) + "\n"


def text_of(*lines: str) -> str:
    return "date\tuser\tjudgement\tone\tone label\tother\tother label\tnote\n# The first review.\n\n" + "".join(lines)


def refusal(*lines: str) -> str:
    with pytest.raises(DecisionError) as caught:
        parse_decisions(text_of(*lines), "decisions.tsv")
    return str(caught.value)


def test_same_reaches_along_a_chain() -> None:
    standing = parse_decisions(text_of(line(HEADS, "same", LEADS), line(LEADS, "Same", PILOTS)), "d").standing
    found = standing.judge(HEADS, PILOTS)
    assert found is not None
    assert (found.judgement, [each.line for each in found.decisions]) == (Judgement.SAME, [4, 5])
    assert list(standing.groups()) == [frozenset({HEADS, LEADS, PILOTS})]


def test_a_merge_against_an_earlier_decision_is_refused_by_its_line() -> None:
    assert refusal(line(HEADS, "different", LEADS), line(LEADS, "same", HEADS)) == (
        "decisions.tsv, line 5: 'Deputy Leads' and 'Deputy Heads' cannot be judged same: line 4 says that "
        "'Deputy Heads' and 'Deputy Leads' are different; undo line 4 first if that was wrong"
    )


def test_a_merge_against_an_earlier_decision_through_a_chain_is_refused() -> None:
    told = refusal(line(HEADS, "different", LEADS), line(LEADS, "same", PILOTS), line(HEADS, "same", PILOTS))
    assert told.startswith("decisions.tsv, line 6: 'Deputy Heads' and 'Pilots' cannot be judged same: line 4 says")
    assert "through line 5" in told


def test_a_parting_against_an_earlier_merge_is_refused() -> None:
    told = refusal(line(HEADS, "same", LEADS), line(LEADS, "same", PILOTS), line(HEADS, "different", PILOTS))
    assert "line 4 says that 'Deputy Heads' and 'Deputy Leads' are same, through line 5" in told


def test_doubt_does_not_weaken_what_is_decided() -> None:
    assert "cannot be judged unsure: line 4" in refusal(line(HEADS, "same", LEADS), line(HEADS, "unsure", LEADS))


def test_doubt_can_be_settled() -> None:
    made = parse_decisions(text_of(line(HEADS, "unsure", LEADS), line(HEADS, "different", LEADS)), "d")
    found = made.standing.judge(LEADS, HEADS)
    assert found is not None
    assert found.judgement is Judgement.DIFFERENT


def test_an_undone_decision_can_be_made_the_other_way() -> None:
    lines = (line(HEADS, "different", LEADS), line(LEADS, "undo", HEADS), line(HEADS, "same", LEADS))
    assert parse_decisions(text_of(*lines), "d").standing.group(HEADS) == {HEADS, LEADS}


def test_undoing_nothing_is_refused() -> None:
    assert refusal(line(HEADS, "undo", LEADS)).startswith("decisions.tsv, line 4: nothing stands about")


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        ("2024-01-09\tkim\tsame\n", "3 columns; write date, user, judgement"),
        (line(HEADS, "equal", LEADS), "'equal' is no judgement; write one of same, different, unsure, undo"),
        (line(HEADS, "same", LEADS).replace("-09", "-39"), "'2024-01-39' is no day; write it as YYYY-MM-DD"),
        (line(HEADS, "same", LEADS).replace("kim", " "), "no user; write who decided"),
        (line(HEADS, "same", HEADS), "both addresses are"),
        (line(HEADS, "same", LEADS).replace("https:", ""), "is not an absolute IRI"),
    ],
)
def test_an_ill_formed_line_is_named(bad: str, told: str) -> None:
    message = refusal(line(HEADS, "unsure", LEADS), bad)
    assert message.startswith("decisions.tsv, line 5: ")
    assert told in message


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "decisions.tsv").write_bytes(b"2024\xff")
    with pytest.raises(DecisionError, match=r"decisions\.tsv: byte 4 is no UTF-8 text"):
        load_decisions(tmp_path / "decisions.tsv")


def decided(judgement: Judgement) -> Decision:
    return Decision("2024-01-09", "kim", judgement, HEADS, "Deputy\tHeads", LEADS, "Deputy Leads", "same\nwork")


def test_a_decision_is_added_at_the_end_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "decisions.tsv"
    append_decision(path, decided(Judgement.SAME))
    path.write_text(path.read_text("utf-8").rstrip("\n"), "utf-8")  # as some editors leave it
    before = path.read_text("utf-8")
    assert append_decision(path, decided(Judgement.UNDO)).line == 3
    assert path.read_text("utf-8").startswith(before + "\n2024-01-09\tkim\tundo\t" + HEADS + "\tDeputy Heads\t")
    assert [each.judgement for each in load_decisions(path).entries] == [Judgement.SAME, Judgement.UNDO]


def test_a_refused_decision_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "decisions.tsv"
    append_decision(path, decided(Judgement.DIFFERENT))
    before = path.read_bytes()
    with pytest.raises(DecisionError, match=r"line 3: .* line 2 says"):
        append_decision(path, decided(Judgement.SAME))
    assert path.read_bytes() == before


def test_equal_content_has_an_equal_hash(tmp_path: Path) -> None:
    for name in ("one.tsv", "two.tsv"):
        append_decision(tmp_path / name, decided(Judgement.SAME))
    assert load_decisions(tmp_path / "one.tsv").sha256 == load_decisions(tmp_path / "two.tsv").sha256
