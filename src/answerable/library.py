"""The whole path as functions: documents to records, records to a graph, questions to answers, a graph to a page.

The command line is a thin layer over these; each imports the stage that it needs when it is called.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from answerable.ontology.iris import DEFAULT_BASE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from os import PathLike

    import pandas as pd

    from answerable.exports.view import ViewSummary
    from answerable.extract.errors import AnswerableError
    from answerable.extract.records import PlanRecord
    from answerable.extract.source import Given
    from answerable.graph.askable import Askable
    from answerable.graph.questions import Question
    from answerable.graph.snapshots.building import Built
    from answerable.graph.store import Store
    from answerable.graph.values import Answer, Scalar

__all__ = [
    "build",
    "build_records",
    "find_question",
    "open_store",
    "query",
    "read",
    "read_files",
    "rows",
    "to_frames",
    "to_pandas",
    "view",
]

_NAME = re.compile(r"[\w-]+")


def read(
    *paths: str | PathLike[str],
    names: bool = True,
    base: str = DEFAULT_BASE,
    gazetteer: Iterable[str | PathLike[str]] = (),
    corrections: str | PathLike[str] | None = None,
    jobs: int | None = None,
    spacy_model: str | None = None,
    on_error: Callable[[AnswerableError], None] | None = None,
) -> Iterator[PlanRecord]:
    """Read plans one by one, in the order of the paths.

    Args:
        paths: files, folders and glob patterns; addresses of them as text.
        names: whether to look for named things; without, reading is faster and `mentions` is empty.
        base: the address that the IRIs of things begin with, ending in a slash.
        gazetteer: folders or files of names of your own (docs/how-to/own-names.md).
        corrections: a file of misread values and what is right (docs/how-to/corrections.md).
        jobs: how many documents are read at a time, each in a process of its own; None for as many as suit.
        spacy_model: a model of spaCy, by package or folder, that may add names to those found by rule.
        on_error: what to do with a file that cannot be read or is no plan, while the others go on; None raises.

    Raises:
        UnreadableDocumentError: a file is missing, in no known format, or takes more time or memory than any plan.
        NotAPlanError: no table of a document is an action plan.
        GazetteerError: a file of your own names cannot be understood.
        CorrectionError: a line of the corrections cannot.
        ModelError: the model cannot be loaded.

    >>> [len(record.recommendations) for record in read("examples/plans/*-harbourshire-crc.txt", names=False)]
    [7, 8]
    """
    from answerable.extract import discover

    files = discover(map(str, paths))
    return read_files(
        files,
        names=names,
        base=base,
        gazetteer=gazetteer,
        corrections=corrections,
        jobs=jobs,
        spacy_model=spacy_model,
        on_error=on_error,
    )


def read_files(
    files: Iterable[Given],
    *,
    names: bool = True,
    base: str = DEFAULT_BASE,
    gazetteer: Iterable[str | PathLike[str]] = (),
    corrections: str | PathLike[str] | None = None,
    jobs: int | None = None,
    cluster: str | None = None,
    spacy_model: str | None = None,
    on_error: Callable[[AnswerableError], None] | None = None,
) -> Iterator[PlanRecord]:
    """Read single files, or contents that stand in no file, here or on a `cluster`; otherwise the same as `read`."""
    from contextlib import closing
    from pathlib import Path

    from answerable.extract.corrections import corrected, load_corrections
    from answerable.extract.errors import AnswerableError
    from answerable.extract.names.models import load_model
    from answerable.extract.workers import read_guarded
    from answerable.ontology.gazetteer import own_names

    own = own_names(map(Path, gazetteer))
    mended = load_corrections(Path(corrections)).lines if corrections else ()
    if names and spacy_model:
        load_model(spacy_model)  # so that a missing one is said once, before the first plan
    options: dict[str, Any] = {"names": names, "base": base, "own": own, "spacy_model": spacy_model}
    if cluster:
        from answerable.extract.cluster import read_on_cluster

        reading = read_on_cluster(files, cluster, **options)
    else:
        reading = read_guarded(files, jobs=jobs, **options)
    with closing(reading) as results:
        for result in results:
            if not isinstance(result, AnswerableError):
                yield corrected(result, mended)
            elif on_error is None:
                raise result
            else:
                on_error(result)


def build(
    *paths: str | PathLike[str],
    to: str | PathLike[str],
    base: str = DEFAULT_BASE,
    gazetteer: Sequence[str | PathLike[str]] = (),
    decisions: str | PathLike[str] | None = None,
    corrections: str | PathLike[str] | None = None,
    licence: str | None = None,
    full: bool = False,
    jobs: int | None = None,
    cluster: str | None = None,
    spacy_model: str | None = None,
    on_error: Callable[[AnswerableError], None] | None = None,
) -> Built:
    """Build one graph from plans as the current snapshot of a store, and say what came of it.

    The folder is made where it is missing. Only documents that are new or have changed are read, unless `full` is set;
    the same documents give the same snapshot all the same. Earlier snapshots stay, to go back to. Documents and store
    may lie at addresses (`s3://...`, as text).

    `decisions` is a file of what people decided about which posts are one, `corrections` of what they put right; as
    many documents are read at a time as `jobs` says, or suits their number, or as the Dask `cluster` at an address can
    (`local:2` starts processes here); a `spacy_model` may add names. `licence` is that of what the plans say (`ogl-3`,
    an address, or words); without, the graph claims none.

    Raises:
        UnreadableDocumentError, NotAPlanError, GazetteerError, CorrectionError, ModelError: as `read` does; the store
            is left as it was.
        DecisionError: a line of the decisions cannot be understood, or goes against an earlier one.
        SettingsError: a file or gazetteer is missing, or the base does not end in a slash.
        SnapshotError: the folder holds something else.
        ClusterError: the cluster cannot be reached or was lost; what was read is kept for the next build.
        BusyStoreError: another build is writing to the store.
    """
    from pathlib import Path

    from answerable.building import build_files
    from answerable.extract import discover
    from answerable.graph.settings import BuildSettings

    decided, mended = (Path(file) if file else None for file in (decisions, corrections))
    settings = BuildSettings.load(
        base,
        decisions=decided,
        corrections=mended,
        gazetteers=map(Path, gazetteer),
        spacy_model=spacy_model,
        licence=licence,
    )
    return build_files(
        discover(map(str, paths)),
        to=to,
        settings=settings,
        full=full,
        jobs=jobs,
        cluster=cluster,
        on_error=on_error,
    )


def build_records(
    records: Iterable[PlanRecord],
    *,
    to: str | PathLike[str],
    base: str = DEFAULT_BASE,
    gazetteer: Sequence[str | PathLike[str]] = (),
) -> Built:
    """Build from records that are read already; otherwise the same as `build`."""
    from pathlib import Path

    from answerable.graph.settings import BuildSettings
    from answerable.graph.snapshot import build_from

    return build_from(records, Path(to), BuildSettings.load(base, gazetteers=map(Path, gazetteer)))


def open_store(directory: str | PathLike[str], snapshot: str | None = None, *, memory: int | None = None) -> Store:
    """Open the current snapshot of a store, or the one whose name begins with `snapshot`; it is never changed.

    A graph of at most `memory` bytes of N-Quads (1 GB unless given) is loaded into memory; a larger one answers from a
    copy on disk. A store at an address (`s3://...`) is brought to a folder here, which is gone when the program ends.

    Raises:
        NotAStoreError: the folder is missing, is no store, or has no such snapshot.
        DamagedSnapshotError: the snapshot was altered; the message names the one to go back to.
    """
    from answerable.graph.addressed.bringing import brought
    from answerable.graph.store import IN_MEMORY, Store

    return Store.open(brought(directory, snapshot), snapshot, memory=IN_MEMORY if memory is None else memory)


def query(store: Store, question: str, /, **parameters: Scalar) -> Answer:
    """Put a question to a store: a name of the library, a file that ends in `.rq`, or SPARQL text.

    It only reads, and makes no network request. The parameters are those that the question's opening lines declare.

    Raises:
        QuestionError: no such question or parameter, or a value of the wrong type.
        QueryRefusedError: not SPARQL, an update, or a query that reaches into the network.
    """
    from answerable.graph.questions import ask

    return ask(store, find_question(question), **parameters)


def rows(store: Store, question: str, /, **parameters: Scalar) -> Iterator[dict[str, Scalar]]:
    """Ask as `query` does, and give each row as plain Python values by column.

    Numbers, truth values and days come as such, all else as text, and None where there is no value. The triples of a
    CONSTRUCT come as three columns, the answer to an ASK as one.
    """
    from answerable.graph.answers.cells import columns_and_rows
    from answerable.graph.values import scalar

    columns, found = columns_and_rows(query(store, question, **parameters))
    return (dict(zip(columns, map(scalar, row), strict=True)) for row in found)


def to_pandas(graph: Askable, question: str, /, **parameters: Scalar) -> pd.DataFrame:
    """Ask as `query` does, and give the answer as a data frame: days as days, whole numbers that may be missing.

    Raises:
        MissingExtraError: pandas is not installed; it comes with the extra `frames`.
        QuestionError, QueryRefusedError: as `query` does.
    """
    from answerable.graph.data_frames import frame_of
    from answerable.graph.questions import ask

    return frame_of(ask(graph, find_question(question), **parameters))


def to_frames(records: Iterable[PlanRecord]) -> Mapping[str, pd.DataFrame]:
    """Give plan records as four data frames: `recommendations`, `assignments`, `owners` and `mentions`.

    Rows are joined by `plan`, the name of the file, and `number`, that of the recommendation.

    Raises:
        MissingExtraError: pandas is not installed; it comes with the extra `frames`.
    """
    from answerable.graph.data_frames import frames_of

    return frames_of(records)


def find_question(question: str) -> Question:
    """Give the question that a name of the library, a file that ends in `.rq`, or SPARQL text means."""
    from pathlib import Path

    from answerable.graph.questions import load_question, parse_question

    if question.endswith(".rq"):
        return parse_question(Path(question).stem, Path(question).read_text("utf-8"))
    if _NAME.fullmatch(question):
        return load_question(question)
    return parse_question("query", question)


def view(
    store: Askable, to: str | PathLike[str] | None = None, *, licence: str | None = None, as_at: date | None = None
) -> ViewSummary:
    """Make the interactive view of a store: one self-contained page, which needs no network to open.

    Without `to` it is written nowhere; a notebook shows it as the value of a cell. `licence` is the line about the
    rights in the documents; without, the page says nothing about them. `as_at` is the day by which things are judged
    overdue, until the reader moves it; else the latest that the plans state.
    """
    from pathlib import Path

    from answerable.exports.view import make_view, write_view

    if to is None:
        return make_view(store, licence=licence, as_at=as_at)
    return write_view(store, Path(to), licence=licence, as_at=as_at)
