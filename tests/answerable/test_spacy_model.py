"""`--spacy-model`: a model that is installed adds names to records and graph, one that is missing is said at once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import spacy

from tests.places import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer.testing import Result

PLAN = EXAMPLES / "2019-harbourshire-crc.txt"


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A model in a folder that takes the first words of a recommendation for a name, as a poor one may."""
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "EVENT", "pattern": "Make sure that"}])  # type: ignore[attr-defined]
    nlp.to_disk(tmp_path / "model")
    return tmp_path / "model"


def test_a_record_tells_what_a_model_added(run: Callable[..., Result], model: Path) -> None:
    alone = json.loads(run("read", PLAN).stdout)
    voted = json.loads(run("read", PLAN, "--spacy-model", model).stdout)
    added = [mention for mention in voted["mentions"] if mention["rule"] == "model"]
    assert added
    assert [mention for mention in voted["mentions"] if mention["rule"] != "model"] == alone["mentions"]


@pytest.mark.parametrize("command", ["read", "build"])
def test_a_missing_model_is_one_line_and_nothing_is_done(
    run: Callable[..., Result], tmp_path: Path, command: str
) -> None:
    to = ("--to", tmp_path / "s") if command == "build" else ()
    done = run(command, PLAN, *to, "--spacy-model", "no_such_model")
    assert done.exit_code == 1
    assert done.stderr.startswith("answerable: spaCy model 'no_such_model' cannot be loaded: install it")
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "s" / "current").exists()
