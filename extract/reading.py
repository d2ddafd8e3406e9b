"""A document to its plan record: opened, read by whoever knows its format, and made sense of."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from answerable.extract.source import SourceFile
from answerable.ontology.gazetteer import NO_OWN_NAMES, OwnNames
from answerable.ontology.iris import DEFAULT_BASE

if TYPE_CHECKING:  # the record's library loads when a plan is read, never to ask a question
    from answerable.extract.records import PlanRecord

__all__ = ["read_plan", "read_source"]


def read_plan(
    path: Path,
    *,
    names: bool = True,
    base: str = DEFAULT_BASE,
    own: OwnNames = NO_OWN_NAMES,
    spacy_model: str | None = None,
) -> PlanRecord:
    """Read the plan in a file.

    With `names` the record lists what the plan mentions, which takes most of the time. `base` begins the IRIs of
    owners and mentions. `own` are names that the reader's organisation adds to the known ones. A `spacy_model`, by
    name or folder, is one more voter on names.

    Raises:
        UnreadableDocumentError: the file cannot be opened, is empty, or is in a format that no reader knows.
        NotAPlanError: the file was read but holds no action plan.
        ModelError: the model cannot be loaded.
    """
    return read_source(SourceFile.load(path), names=names, base=base, own=own, spacy_model=spacy_model)


def read_source(
    source: SourceFile,
    *,
    names: bool = True,
    base: str = DEFAULT_BASE,
    own: OwnNames = NO_OWN_NAMES,
    spacy_model: str | None = None,
) -> PlanRecord:
    """Read the plan in a file that is already in memory; raises as `read_plan` does."""
    from answerable.extract.plan.reader import read_plan_document  # noqa: PLC0415 - the readers load when one is used
    from answerable.extract.readers import read_document  # noqa: PLC0415 - readers load with the first document

    return read_plan_document(read_document(source), names=names, base=base, own=own, spacy_model=spacy_model)
