"""A statistical model adds names where nothing else found one, and its names say so."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from answerable.extract.errors import ModelError
from answerable.extract.names.models import load_model
from answerable.extract.records import MentionType
from tests.extract.names.test_names import find


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A tiny model in a folder: it knows a few names, some of them better known to the rules."""
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns(
        [  # type: ignore[attr-defined]
            {"label": "PRODUCT", "pattern": "Quern"},
            {"label": "WORK_OF_ART", "pattern": "the Kestrel Approach to Housing"},
            {"label": "ORG", "pattern": "OASys"},
            {"label": "ORG", "pattern": "Prison"},
            {"label": "DATE", "pattern": "Michaelmas"},
        ]
    )
    folder = tmp_path_factory.mktemp("models") / "tiny"
    nlp.to_disk(folder)
    return str(folder)


def test_a_name_that_only_the_model_knows_is_found_with_the_model_as_its_rule(model: str) -> None:
    text = "Everybody talked about Quern at length."
    assert not find(text)
    (mention,) = find(text, spacy_model=model).values()
    assert (mention.label, mention.type, mention.rule) == ("Quern", MentionType.SYSTEM, "model")
    assert {evidence.rule for evidence in mention.evidence} == {"model"}


def test_the_model_never_overrules_what_was_found_without_it(model: str) -> None:
    text = "OASys is kept. The Kestrel Approach to Housing is new."
    alone = find(text)
    assert {label: (m.type, m.rule) for label, m in find(text, spacy_model=model).items()} == {
        label: (m.type, m.rule) for label, m in alone.items()
    }


def test_classes_and_labels_without_a_kind_of_ours_are_left_out(model: str) -> None:
    assert not find("We asked Prison staff at Michaelmas.", spacy_model=model)


def test_a_model_that_is_not_installed_is_one_clear_line() -> None:
    with pytest.raises(ModelError, match=r"^spaCy model 'no_such_model' cannot be loaded: install it .*$"):
        load_model("no_such_model")


def test_a_folder_that_holds_no_model_is_the_same_clear_line(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be loaded"):
        load_model(str(tmp_path))
