"""Stores of real plans, and of the examples, to put the questions to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from answerable import library
from answerable.graph import ask, load_question
from answerable.graph.questions import quoted
from answerable.graph.values import Rows
from tests.places import EXAMPLES, SEEDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from answerable.extract.records import PlanRecord
    from answerable.graph import Store
    from answerable.graph.questions import Quote
    from answerable.graph.values import Scalar

    Row = dict[str, Scalar]
    Asked = Callable[..., list[Row]]
    Said = Callable[..., list[tuple[Quote, ...]]]


def built(records: Iterable[PlanRecord], folder: Path) -> Store:
    library.build_records(records, to=folder)
    return library.open_store(folder)


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Three real plans: DLNR CRC of 2019 and of 2020, and Offender Management in Custody of 2023 with its update."""
    if not SEEDS.is_dir():
        pytest.skip(f"the real plans are not at {SEEDS}")
    return built(library.read(SEEDS), tmp_path_factory.mktemp("seeds") / "store")


@pytest.fixture(scope="session")
def example_records() -> tuple[PlanRecord, ...]:
    return tuple(library.read(EXAMPLES))


@pytest.fixture(scope="session")
def examples(example_records: tuple[PlanRecord, ...], tmp_path_factory: pytest.TempPathFactory) -> Store:
    return built(example_records, tmp_path_factory.mktemp("examples") / "store")


@pytest.fixture(scope="session")
def asked() -> Asked:
    """Put a question to a store and give its rows as plain values."""

    def rows(store: Store, question: str, **values: Scalar) -> list[Row]:
        answer = ask(store, question, **values)
        assert isinstance(answer, Rows)
        return list(answer.records())

    return rows


@pytest.fixture(scope="session")
def said() -> Said:
    """Put a question to a store and give the words that prove each row."""

    def quotes(store: Store, question: str, **values: Scalar) -> list[tuple[Quote, ...]]:
        asked = load_question(question)
        answer = ask(store, asked, **values)
        assert isinstance(answer, Rows)
        return list(quoted(store, asked, answer).quotes)

    return quotes
