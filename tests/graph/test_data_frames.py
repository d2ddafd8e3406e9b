from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

import answerable
from answerable.graph.errors import MissingExtraError

pd = pytest.importorskip("pandas", reason="pandas is not installed (extra `frames`)")

if TYPE_CHECKING:
    from answerable.graph import Store


DATES = """
SELECT ?a ?day ?from ?sure ?n ?due
WHERE {
  ?a a ap:Assignment ; ap:certain ?sure ; ap:dueText ?due ; ap:of/ap:position ?n
  OPTIONAL { ?a ap:dueBy ?day }
  OPTIONAL { ?a ap:dueFrom ?from }
}
"""


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("frames") / "store"
    answerable.build("examples/plans", to=folder)
    return answerable.open_store(folder)


def test_columns_have_the_types_of_their_values(examples: Store) -> None:
    frame = answerable.to_pandas(examples, DATES)
    assert {name: str(kind) for name, kind in frame.dtypes.items()} == {
        "a": "string",
        "day": "datetime64[s]",
        "from": "datetime64[s]",
        "sure": "boolean",
        "n": "Int64",
        "due": "string",
    }
    assert frame["day"].isna().any()
    assert frame["day"].dt.year.min() == 2019


def test_a_question_of_the_library_gives_the_same_as_its_rows(examples: Store) -> None:
    frame = answerable.to_pandas(examples, "overdue", as_at="2024-06-01")
    rows = list(answerable.rows(examples, "overdue", as_at="2024-06-01"))
    assert str(frame["days"].dtype) == "Int64"
    assert frame["days"].isna().any(), "what is not overdue has no days"
    assert [None if pd.isna(days) else int(days) for days in frame["days"]] == [row["days"] for row in rows]


def test_an_empty_answer_keeps_its_columns(examples: Store) -> None:
    frame = answerable.to_pandas(examples, "SELECT ?a ?b WHERE { ?a <https://x.example/none> ?b }")
    assert (list(frame.columns), len(frame)) == (["a", "b"], 0)


def test_records_become_frames_that_join() -> None:
    records = list(answerable.read("examples/plans"))
    frames = answerable.to_frames(records)
    assert {name: len(frame) for name, frame in frames.items() if name != "mentions"} == {
        "recommendations": sum(len(record.recommendations) for record in records),
        "assignments": sum(len(one.assignments) for record in records for one in record.recommendations),
        "owners": sum(
            len(each.owners) for record in records for one in record.recommendations for each in one.assignments
        ),
    }
    joined = frames["assignments"].merge(frames["recommendations"], on=["plan", "number"])
    assert len(joined) == len(frames["assignments"])
    assert set(frames["mentions"]["type"]) > {"system", "role"}


def test_without_pandas_one_line_says_what_to_install(examples: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtraError, match=r"install it: pip install 'answerable\[frames\]'"):
        answerable.to_pandas(examples, "plans")
